import { z } from 'zod'

/** A day of the data's own calendar. */
export const CalendarDate = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, { error: 'expected a date such as 2001-04-23', abort: true })
  .refine(isInCalendar, 'is no day of the calendar')

/** A 31st of February is read as a day of March. */
function isInCalendar(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/** From `start` until before `end`, in the data's own calendar. */
export const Period = z.strictObject({ start: CalendarDate, end: CalendarDate })
export type Period = z.infer<typeof Period>

/** Whole numbers ≥ 0 with one space between: a list stays one line of the stored document. */
export const Counts = z.string().regex(/^(\d{1,16}( \d{1,16})*)?$/, 'expected whole numbers with one space between')
/** Numbers with one space between. */
export const Numbers = z
  .string()
  .regex(/^(-?\d+(\.\d+)?(e[+-]\d+)?( -?\d+(\.\d+)?(e[+-]\d+)?)*)?$/, 'expected numbers with one space between')

/** The numbers of a `Counts` or `Numbers` text. */
export const readNumbers = (text: string): number[] =>
  text === '' ? [] : (readDigits(text) ?? text.split(' ').map(Number))

/** Whole numbers of at most 15 digits, which nearly all are, at a tenth of the time; null where there are others. */
function readDigits(text: string): number[] | null {
  const numbers: number[] = []
  let [number, digits] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === space) {
      numbers.push(number)
      number = 0
      digits = 0
    } else {
      if (code < zero || code > nine || ++digits > 15) return null
      number = number * 10 + code - zero
    }
  }
  numbers.push(number)
  return numbers
}

const [space, zero, nine] = [32, 48, 57]
/** Numbers as a document keeps them: the shortest digits that read back the same. */
export const writeNumbers = (numbers: Iterable<number>): string => [...numbers].join(' ')
