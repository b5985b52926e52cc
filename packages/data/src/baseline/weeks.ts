import { type Period, TidemarkError } from '@tidemark/schemas'

const dayMs = 86_400_000

/** The date `days` later. Throws `COLUMN_TYPE` where that is no day of a year with four digits. */
export function addDays(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + days * dayMs
  if (time >= firstDay && time < afterLastDay) return new Date(time).toISOString().slice(0, 10)
  throw new TidemarkError('COLUMN_TYPE', `there is no day ${days} days from ${date}`, {
    hint: 'Days lie in the years 0000 to 9999. Bound the date in the contract, or correct how the query reads it.',
  })
}

const firstDay = Date.parse('0000-01-01T00:00:00Z')
const afterLastDay = Date.parse('+010000-01-01T00:00:00Z')

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** Every date of a period. */
export function datesOf({ start, end }: Period): string[] {
  const dates: string[] = []
  for (let date = start; date < end; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** The weeks, Monday to Sunday, that lie wholly within a period. */
export function completeWeeks({ start, end }: Period): Period[] {
  const weeks: Period[] = []
  let monday = addDays(start, (7 - weekdayOf(start)) % 7)
  for (let next = addDays(monday, 7); next <= end; next = addDays(monday, 7)) {
    weeks.push({ start: monday, end: next })
    monday = next
  }
  return weeks
}
