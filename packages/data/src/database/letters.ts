let known: string | undefined

/** A bracket expression of all letters for PostgreSQL's regular expressions, in ASCII, by ranges of code points: those that DuckDB knows. */
export function letterClass(): string {
  known ??= `[${letterRanges()
    .map(([first, last]) => (first === last ? escaped(first) : `${escaped(first)}-${escaped(last)}`))
    .join('')}]`
  return known
}

/** Letters that JavaScript's Unicode has and that of DuckDB's RE2 does not, so that a text has the same pattern wherever it lies. */
const newer =
  `88f c5c cdc 1c89-1c8a a7cb-a7cf a7d2 a7d4 a7da-a7dc a7f1 105c0-105f3 10940-10959 10d4a-10d65 10d6f-10d85 10ec2-10ec7 11380-11389
 1138b 1138e 11390-113b5 113b7 113d1 113d3 11bc0-11be0 11db0-11ddb 13460-143fa 16100-1611d 16d40-16d6c 16ea0-16eb8 16ebb-16ed3 16ff2-16ff3
 187f8-187ff 18cff 18d09-18d1e 18d80-18df2 1e5d0-1e5ed 1e5f0 1e6c0-1e6de 1e6e0-1e6e2 1e6e4-1e6e5 1e6e7-1e6ed 1e6f0-1e6f4 1e6fe-1e6ff
 2b73a-2b73f 2cea2-2cead 2ebf0-2ee5d 323b0-33479`
    .split(/\s+/)
    .map((range) => range.split('-').map((code) => Number.parseInt(code, 16)))

/** First and last code points of runs of letters. */
export function letterRanges(): (readonly [first: number, last: number])[] {
  const unknown = new Set(
    newer.flatMap(([first = 0, last = first]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
  )
  const ranges: [number, number][] = []
  for (let code = 0; code <= 0x10ffff; code++) {
    if (!/\p{L}/u.test(String.fromCodePoint(code)) || unknown.has(code)) continue
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  return ranges
}

const escaped = (code: number): string =>
  code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`
