/** The same expression reads the same in ECMA-262 and in RE2 when it is made of these alone. */
const shared = new RegExp(
  [
    '[A-Za-z0-9 _@:,=<>#%&~"\'!/-]', // literals
    '\\\\[.^$*+?()[\\]{}|\\\\/-]', // escaped punctuation
    '\\\\[dw]', // ASCII in both; \\s is not
    '\\[(?:[A-Za-z0-9 _@:,.+*?$()/%#]|[A-Z]-[A-Z]|[a-z]-[a-z]|[0-9]-[0-9]|\\\\[-\\]\\\\.dw])+-?\\]',
    '\\^|\\$|\\((?:\\?:)?|\\)|\\|', // anchors, groups, alternatives; no look-around
    '[*+?]\\??',
    '\\{\\d{1,3}(?:,(?:\\d{1,3})?)?\\}', // RE2 repeats at most 1,000 times
  ]
    .map((part) => `(?:${part})`)
    .join('|'),
  'uy',
)

/**
 * Whether RE2, DuckDB's engine, finds exactly what ECMA-262 finds. Contracts are written in ECMA-262; what reads differently
 * there (look-around, `\s`, `.`, negated classes, Unicode) is evaluated in JavaScript on distinct values.
 */
export function isSharedPattern(pattern: string): boolean {
  if (/\(\?(?!:)/.test(pattern)) return false
  shared.lastIndex = 0
  while (shared.lastIndex < pattern.length) {
    const start = shared.lastIndex
    if (!shared.test(pattern)) return false
    const token = pattern.slice(start, shared.lastIndex)
    // DuckDB turns simple expressions into prefix and suffix searches, and finds `a^` and `$a` in "a".
    if ((token === '^' && start > 0) || (token === '$' && shared.lastIndex < pattern.length)) return false
  }
  return true
}

/**
 * Whether a shared pattern matches whole texts or nothing, `^…$` without alternatives: DuckDB then decides five times as fast by
 * `regexp_full_match`. Others may do so too; false is always right.
 */
export function isWholePattern(pattern: string): boolean {
  return /^\^[^|]*(?<!\\)\$$/.test(pattern)
}

/** Regular expressions of the string formats that the standard names and that say something to check. */
export const formatPatterns: Readonly<Record<string, string>> = {
  email:
    "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$",
  uuid: '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$',
  uri: '^[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+$',
  hostname:
    '^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$',
  ipv4: '^(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])$',
}
