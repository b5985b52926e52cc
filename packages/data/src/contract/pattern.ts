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
