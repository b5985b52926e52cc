import type { Column, ColumnTable } from '@tidemark/models'
import { type Problem, TidemarkError } from '@tidemark/schemas'

/** Features by name, and a label of 0 or 1 a row. */
export interface TrainingTable extends ColumnTable {
  readonly labels: Uint8Array | Float32Array | Float64Array
  /** What the policy calls the label; no column has this name. Default `label`. */
  readonly labelName?: string
}

/** Throws `TRAINING_FAILED` with a remedy when nothing can be learned from the table. Returns the positive labels' count. */
export function checkTrainingTable({ rows, columns, labels }: TrainingTable): { readonly positives: number } {
  if (rows === 0)
    throw failure('There are no training rows.', 'Check the files of train.data and the WHERE clause of features.sql.')
  if (columns.length === 0)
    throw failure(
      'There are no feature columns.',
      'Select at least one column besides the row id and the label in features.sql.',
    )
  const problems = columns.flatMap((column, i) => describeColumnProblem(column, rows, columns.slice(0, i)))
  if (labels.length !== rows)
    problems.push({ path: 'label', message: `has ${labels.length} values, the table has ${rows} rows` })
  if (problems.length > 0)
    throw failure('The training table cannot be used.', 'Correct the columns of features.sql.', problems)
  let positives = 0
  let invalid = 0
  for (let row = 0; row < rows; row++) {
    if (labels[row] === 1) positives++
    else if (labels[row] !== 0) invalid++
  }
  if (invalid > 0)
    throw failure(
      `${invalid} of ${rows} labels are neither 0 nor 1.`,
      'Leave out rows without a label, and cast the label to 0 or 1, in features.sql.',
    )
  if (positives === 0 || positives === rows) {
    throw failure(
      `All ${rows} labels are ${positives === 0 ? 0 : 1}: there is nothing to tell apart.`,
      'Check the label in features.sql and the period of the training data.',
    )
  }
  return { positives }
}

function describeColumnProblem(column: Column, rows: number, earlier: readonly Column[]): Problem[] {
  const problems: Problem[] = []
  const length = column.kind === 'number' ? column.values.length : column.codes.length
  if (length !== rows) problems.push({ path: column.name, message: `has ${length} values, the table has ${rows} rows` })
  if (earlier.some(({ name }) => name === column.name)) problems.push({ path: column.name, message: 'occurs twice' })
  if (column.name === '' || column.name === 'probability') {
    problems.push({
      path: column.name,
      message: "is no feature's name: `probability` is the model's output; rename it",
    })
  }
  return problems
}

/** A `TRAINING_FAILED` error. */
export function failure(message: string, hint: string, problems: readonly Problem[] = []): TidemarkError {
  return new TidemarkError('TRAINING_FAILED', message, { hint, problems })
}
