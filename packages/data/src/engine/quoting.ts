/** A column's or table's name as a quoted SQL identifier. Throws a `TypeError` on NUL, which would cut the statement short. */
export function quoteIdentifier(name: string): string {
  return `"${withoutNul(name).replaceAll('"', '""')}"`
}

/** A string as a quoted SQL literal. Throws a `TypeError` on NUL, which would cut the statement short. */
export function quoteLiteral(text: string): string {
  return `'${withoutNul(text).replaceAll("'", "''")}'`
}

function withoutNul(text: string): string {
  if (text.includes('\0')) throw new TypeError('SQL text cannot hold a NUL character')
  return text
}
