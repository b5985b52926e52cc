import { type BaselineColumn, readNumbers } from '@tidemark/schemas'
import { expectedTotalVariation } from '@tidemark/statistics'
import { predictWeekday, weekdayShares } from './weekday.ts'

type Described<K extends BaselineColumn['kind']> = Omit<BaselineColumn & { kind: K }, 'daily' | 'dailyNulls'>

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** How far one day's distribution is from what its weekday has, and how much of that unchanged rows would show on average. */
export interface DayDistance {
  readonly raw: number
  readonly expected: number
}

/** Largest difference of the distribution functions at the edges. */
export function numericDayDistance(
  column: Pick<Described<'numeric'>, 'counts' | 'weekdays'>,
): (day: readonly number[], weekday: number) => DayDistance {
  const reference = readNumbers(column.counts)
  const predict = predictWeekday(column, reference)
  const rows = total(reference)
  let seen = 0
  const shares = reference.map((count) => (seen += count) / rows)
  return (day, weekday) => {
    const own = total(day)
    let [below, raw] = [0, 0]
    day.slice(0, -1).forEach((count, edge) => {
      below += count
      raw = Math.max(raw, Math.abs(below / own - predict(weekday, shares[edge]!)))
    })
    return { raw, expected: 0 }
  }
}

/** Total variation distance. */
export function categoricalDayDistance({
  levels,
  other,
  weekdays,
}: Pick<Described<'categorical'>, 'levels' | 'other' | 'weekdays'>): (
  day: readonly number[],
  weekday: number,
) => DayDistance {
  const reference = [...levels.map(({ count }) => count), other]
  const shares = reference.map((count) => count / total(reference))
  return (day, weekday) => {
    const own = total(day)
    const usual = weekdayShares({ weekdays }, shares, weekday)
    const raw = total(day.map((count, level) => Math.abs(count / own - usual[level]!))) / 2
    const rows = total(readNumbers(weekdays.counts[weekday]!))
    return {
      raw,
      expected: expectedTotalVariation(
        usual.map((share) => share * rows),
        own,
      ),
    }
  }
}
