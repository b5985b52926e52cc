import { type BaselineColumn, readNumbers as counts } from '@tidemark/schemas'

type NumericBaseline = BaselineColumn & { kind: 'numeric' }
type CategoricalBaseline = BaselineColumn & { kind: 'categorical' }

/** A weekday's distribution function where all days' is `share`: their difference is known at the coarse edges, and linear between. */
export function predictWeekday(
  { weekdays }: Pick<NumericBaseline, 'weekdays'>,
  reference: readonly number[],
): (weekday: number, share: number) => number {
  const rows = total(reference)
  const all = [0, ...counts(weekdays.edges).map((edge) => total(reference.slice(0, edge + 1)) / rows), 1]
  const differences = ('counts' in weekdays ? weekdays.counts : weekdays.differences).map(counts).map((own) => {
    if ('differences' in weekdays)
      return own.length === 0 ? all.map(() => 0) : [0, ...own.map((share) => share / 1e4), 0]
    const sum = total(own)
    if (sum === 0) return all.map(() => 0)
    let seen = 0
    return [0, ...own.map((count) => (seen += count) / sum)].map((share, i) => share - all[i]!)
  })
  return (weekday, share) => {
    const after = Math.max(
      1,
      all.findIndex((knot) => knot >= share - 1e-12),
    )
    const [left, right] = [all[after - 1]!, all[after]!]
    const [a, b] = [differences[weekday]![after - 1]!, differences[weekday]![after]!]
    return share + (right > left ? a + ((share - left) / (right - left)) * (b - a) : b)
  }
}

/** Values of the reference on each weekday. */
export function weekdayRows({ weekdays }: Pick<NumericBaseline | CategoricalBaseline, 'weekdays'>): number[] {
  return 'rows' in weekdays ? counts(weekdays.rows) : weekdays.counts.map((own) => total(counts(own)))
}

/** What share each level should have on a weekday: its own for the first levels, else the overall one. */
export function weekdayShares(
  { weekdays }: Pick<CategoricalBaseline, 'weekdays'>,
  shares: readonly number[],
  weekday: number,
): number[] {
  const own = counts(weekdays.counts[weekday]!)
  const rows = total(own)
  return shares.map((share, level) => (level < weekdays.levels && rows > 0 ? own[level]! / rows : share))
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
