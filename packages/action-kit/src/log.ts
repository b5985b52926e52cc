/**
 * The text, safe to print to a step's log: the runner takes a line that starts with `::`, or that holds `##[` anywhere, for a command,
 * and splits lines at a lone carriage return too. A zero-width space keeps such text readable and inert.
 * Control characters (terminal escapes) are dropped.
 */
export function printable(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\0-\x08\x0b-\x1f\x7f\x80-\x9f]/g, '')
    .replaceAll('##[', '##\u200b[')
    .replaceAll(/^(\s*)::/gm, '$1\u200b::')
}

/** Prints text that users may have written to the log. */
export function print(text: string): void {
  process.stdout.write(`${printable(text)}\n`)
}
