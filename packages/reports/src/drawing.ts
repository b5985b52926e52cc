const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** A bar of at most `cells` characters; anything above zero shows at least a sliver. */
export function bar(share: number, cells = 10): string {
  if (!(share > 0)) return ''
  const eighths = Math.max(1, Math.round(Math.min(1, share) * cells * 8))
  return '█'.repeat(eighths >> 3) + EIGHTHS[eighths & 7]
}

export interface Interval {
  readonly estimate: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** What the interval is judged against. */
  readonly limit: number | null
  /** Whether 0 means "no difference" here, and is drawn. */
  readonly isDifference: boolean
}

/**
 * An interval on a line: `├──●──┤`, with `┃` at the limit and `┊` at no difference. Cells are too coarse for close calls, so
 * the limit is moved by one where needed: it is drawn on the side of a bound on which it is. Empty without bounds.
 */
export function drawInterval({ estimate, lower, upper, limit, isDifference }: Interval, cells = 25): string {
  if (lower === null || upper === null || !Number.isFinite(lower) || !Number.isFinite(upper)) return ''
  const middle = estimate ?? (lower + upper) / 2
  const marks = [lower, upper, middle, ...(limit === null ? [] : [limit]), ...(isDifference ? [0] : [])]
  const [from, to] = [Math.min(...marks), Math.max(...marks)]
  const cell = (value: number) =>
    to > from ? 1 + Math.round(((value - from) / (to - from)) * (cells - 3)) : cells >> 1
  const line = Array.from({ length: cells }, () => '·')
  const [left, right] = [cell(lower), cell(upper)]
  if (isDifference) line[cell(0)] = '┊'
  for (let at = left; at <= right; at++) line[at] = isDifference && at === cell(0) ? '┼' : '─'
  line[left] = '├'
  line[right] = '┤'
  line[cell(middle)] = '●'
  if (limit !== null) line[limitCell(cell(limit), [lower, left], [upper, right], limit)] = '┃'
  return line.join('')
}

function limitCell(
  at: number,
  [lower, left]: [number, number],
  [upper, right]: [number, number],
  limit: number,
): number {
  if (at === left) return limit <= lower ? left - 1 : left + 1
  if (at === right) return limit >= upper ? right + 1 : right - 1
  return at
}
