import { z } from 'zod'

/** A day of the data's own calendar. */
export const CalendarDate = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'expected a date such as 2001-04-23')
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
export const readNumbers = (text: string): number[] => (text === '' ? [] : text.split(' ').map(Number))
/** Numbers as a document keeps them: the shortest digits that read back the same. */
export const writeNumbers = (numbers: Iterable<number>): string => [...numbers].join(' ')
