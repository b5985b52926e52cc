import type { Validation } from '@tidemark/schemas'

type Check = Pick<Validation['checks'][number], 'verdict' | 'severity' | 'failedRows'>
type Verdicts = Pick<Validation, 'verdict' | 'violations'>

/** What a check comes to: one that failed does not fail the validation when it only warns, or when its rows could be left out. */
export type CheckOutcome = 'pass' | 'fail' | 'inconclusive' | 'warning' | 'rows dropped' | 'rows set aside'

export function checkOutcome({ verdict, severity, failedRows }: Check, validation: Verdicts): CheckOutcome {
  if (verdict !== 'fail' && !failedRows) return verdict
  if (severity === 'warning') return 'warning'
  const { action } = validation.violations
  if (action === 'fail' || validation.verdict !== 'pass') return verdict
  return action === 'drop' ? 'rows dropped' : 'rows set aside'
}

/** What a check asks without the column that many a description begins with, since the column is told before it. */
export const askedOf = ({ column, description }: { column?: string | undefined; description: string }): string =>
  column !== undefined && description.startsWith(`${column} `) ? description.slice(column.length + 1) : description

/** Whether there is nothing to tell of a check but that it passed. */
export const isClear = ({ verdict, failedRows }: Check): boolean => verdict === 'pass' && !failedRows

/** Failures first, then what could not be judged, then rows that were handled; errors before warnings. */
export const byUrgency = (a: Check, b: Check): number => rank(a) - rank(b)

const rank = ({ verdict, severity }: Check): number =>
  ({ fail: 0, inconclusive: 2, pass: 4 })[verdict] + (severity === 'error' ? 0 : 1)

/** What becomes of rows that break the contract, in a sentence. `show` writes a share. */
export function handlingInWords(
  { action, maxShare }: Validation['violations'],
  show: (share: number) => string,
): string {
  if (action === 'fail') return 'Rows that violate it fail the validation.'
  const what = action === 'drop' ? 'left out' : 'set aside'
  return `Rows that violate it are ${what}, up to ${show(maxShare)} of a dataset; beyond that the validation fails.`
}
