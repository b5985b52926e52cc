/** A value of someone else's document, taken apart with care. */
export type Loose = Readonly<Record<string, unknown>>

export const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const asLoose = (value: unknown): Loose => (isLoose(value) ? value : {})
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const looseList = (value: unknown): Loose[] => listOf(value).filter(isLoose)
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined
export const textsOf = (value: unknown): string[] =>
  (typeof value === 'string' ? [value] : listOf(value)).filter((each): each is string => typeof each === 'string')

export type Scalar = string | number | boolean | null
export const scalarsOf = (value: unknown): Scalar[] =>
  listOf(value).filter((each): each is Scalar => each === null || ['string', 'number', 'boolean'].includes(typeof each))

/** Whether JavaScript reads a pattern: those of Python and of databases are often the same, and not always. */
export function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u')
    return true
  } catch {
    return false
  }
}
