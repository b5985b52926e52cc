import type { ApiCall } from './finding.ts'

/** `gh api …` for a shell: flat bodies as fields, others as JSON that the shell has nothing to read in. */
export function ghCommand({ method, path, body }: ApiCall, hostname: string): string {
  const host = hostname === 'github.com' ? '' : ` --hostname ${shellWord(hostname)}`
  const start = `gh api${host} --method ${method} ${shellWord(path)}`
  if (body === undefined) return start
  const entries = Object.entries(body)
  if (entries.every(([, value]) => typeof value === 'string' || typeof value === 'boolean')) {
    // -f is a text as it stands, -F reads true and false.
    return [
      start,
      ...entries.map(([key, value]) => `-${typeof value === 'string' ? 'f' : 'F'} ${shellWord(`${key}=${value}`)}`),
    ].join(' ')
  }
  return `${start} --input - <<'JSON'\n${JSON.stringify(body)}\nJSON`
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
