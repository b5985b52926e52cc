const ipv4 = '(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])'

/** Regular expressions of the string formats that the standard names and that say something to check. */
export const formatPatterns: Readonly<Record<string, string>> = {
  email:
    "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$",
  uuid: '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$',
  uri: '^[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+$',
  hostname:
    '^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$',
  ipv4: `^${ipv4}$`,
  ipv6: ipv6Pattern(),
  byte: '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
}

/** Ranges of the integer formats, which are Rust's. */
export const integerFormats: Readonly<Record<string, readonly [bigint, bigint]>> = Object.fromEntries(
  [8, 16, 32, 64, 128].flatMap((bits) => [
    [`i${bits}`, [-(2n ** BigInt(bits - 1)), 2n ** BigInt(bits - 1) - 1n]],
    [`u${bits}`, [0n, 2n ** BigInt(bits) - 1n]],
  ]),
)

// RFC 4291, section 2.2: eight groups, or fewer around one `::`; the last two may be written as an IPv4 address.
function ipv6Pattern(): string {
  const group = '[0-9A-Fa-f]{1,4}'
  const groups = (count: number) => (count === 0 ? '' : count === 1 ? group : `${group}(?::${group}){${count - 1}}`)
  const upTo = (count: number) => (count === 0 ? '' : `(?:${group}(?::${group}){0,${count - 1}})?`)
  const forms = [groups(8), `${groups(6)}:${ipv4}`]
  for (let left = 0; left <= 7; left++) {
    forms.push(`${groups(left)}::${upTo(7 - left)}`)
    if (left <= 5) forms.push(`${groups(left)}::(?:${group}:){0,${5 - left}}${ipv4}`)
  }
  return `^(?:${forms.join('|')})$`
}

const dateTokens: Readonly<Record<string, string>> = {
  yyyy: '%Y',
  uuuu: '%Y',
  yy: '%y',
  MM: '%m',
  M: '%-m',
  MMM: '%b',
  MMMM: '%B',
  dd: '%d',
  d: '%-d',
  HH: '%H',
  H: '%-H',
  hh: '%I',
  h: '%-I',
  mm: '%M',
  ss: '%S',
  SSS: '%g',
  SSSSSS: '%f',
  a: '%p',
  XXX: '%z',
  xx: '%z',
  Z: '%z',
}

/** A JDK DateTimeFormatter pattern, which the standard asks for, as DuckDB's strptime reads it; undefined where it cannot. */
export function strptimeFormat(format: string): string | undefined {
  const parts = format.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? []
  if (parts.join('') !== format) return undefined
  const translated = parts.map((part) => {
    if (part.startsWith("'")) return part === "''" ? "'" : part.slice(1, -1).replaceAll("''", "'").replaceAll('%', '%%')
    return /^[A-Za-z]/.test(part) ? dateTokens[part] : part.replaceAll('%', '%%')
  })
  return translated.includes(undefined) ? undefined : translated.join('')
}
