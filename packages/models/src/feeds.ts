import { type Problem, type Signature, TidemarkError } from '@tidemark/schemas'
import type { Tensor, TensorConstructor } from 'onnxruntime-node'
import { type Column, type ColumnTable, type NumberColumn, nullCode, type StringColumn } from './column-table.ts'
import { describeSignatureValue, isOnePerRow, type SignatureValue } from './signature.ts'

/** A model's input and the column that feeds it. */
export interface Binding {
  readonly input: SignatureValue
  readonly column: Column
}

const numberTypes = new Set(['float', 'double', 'int64', 'int32'])

/**
 * Finds the column of every input by name; an optional one may have none, and is then missing in every row. Throws `SIGNATURE_MISMATCH` naming every missing, extra and mistyped column,
 * every input that is not one value a row, and every column whose length is not the table's.
 */
export function matchColumns(signature: Signature, table: ColumnTable): Binding[] {
  const columns = new Map(table.columns.map((column) => [column.name, column]))
  const inputNames = new Set(signature.inputs.map(({ name }) => name))
  const problems: Problem[] = []
  const bindings: Binding[] = []
  for (const input of signature.inputs) {
    const column = columns.get(input.name) ?? (input.optional ? missingColumn(input, table.rows) : undefined)
    const mismatch = column ? describeMismatch(input, column, table.rows) : 'missing: the model needs this column'
    if (mismatch) problems.push({ path: input.name, message: mismatch })
    else if (column) bindings.push({ input, column })
  }
  for (const { name } of table.columns) {
    if (!inputNames.has(name)) problems.push({ path: name, message: 'extra: the model has no such input' })
  }
  if (problems.length === 0) return bindings
  const wanted = signature.inputs.map(describeSignatureValue).join(', ')
  throw new TidemarkError('SIGNATURE_MISMATCH', `The columns do not match the model's inputs (${wanted}).`, {
    hint: 'Make features.sql return exactly the columns the model was trained on, or train again.',
    problems,
  })
}

/** What an optional input gets that the table does not have. */
function missingColumn({ name, type }: SignatureValue, rows: number): Column {
  return type === 'string'
    ? { name, kind: 'string', codes: new Uint32Array(rows).fill(nullCode), dictionary: [] }
    : { name, kind: 'number', values: new Float32Array(rows).fill(Number.NaN) }
}

function describeMismatch(input: SignatureValue, column: Column, rows: number): string | undefined {
  const { type } = input
  const length = column.kind === 'number' ? column.values.length : column.codes.length
  if (length !== rows) return `has ${length} values, the table has ${rows} rows`
  if (type !== 'string' && !numberTypes.has(type))
    return `mistyped: inputs of type ${type} are not fed (float, double, int64, int32 and string are)`
  if (column.kind === 'number' && type === 'string')
    return 'mistyped: the column is a number, the model expects a string'
  if (column.kind === 'string' && type !== 'string')
    return `mistyped: the column is a string, the model expects a ${type}`
  if (!isOnePerRow(input)) return 'the input is not one value a row ([N,1]); export the model with one input a feature'
  return undefined
}

/** The tensors of rows `start` to `end`. A null is NaN for numbers and '' for strings. */
export function createFeeds(
  Tensor: TensorConstructor,
  bindings: readonly Binding[],
  start: number,
  end: number,
  rowIds?: ArrayLike<string | number | bigint>,
): Record<string, Tensor> {
  const feeds: Record<string, Tensor> = Object.create(null)
  for (const { input, column } of bindings) {
    const dims = input.shape?.length === 1 ? [end - start] : [end - start, 1]
    if (column.kind === 'string') feeds[input.name] = new Tensor('string', expand(column, start, end), dims)
    else if (input.type === 'float')
      feeds[input.name] = new Tensor('float32', Float32Array.from(column.values.subarray(start, end)), dims)
    else if (input.type === 'double')
      feeds[input.name] = new Tensor('float64', Float64Array.from(column.values.subarray(start, end)), dims)
    else {
      const values = wholeNumbers(column, start, end, input.type, rowIds)
      feeds[input.name] =
        input.type === 'int32'
          ? new Tensor('int32', Int32Array.from(values), dims)
          : new Tensor('int64', BigInt64Array.from(Array.from(values, BigInt)), dims)
    }
  }
  return feeds
}

function expand({ codes, dictionary, name }: StringColumn, start: number, end: number): string[] {
  const strings = new Array<string>(end - start)
  for (let i = start; i < end; i++) {
    const code = codes[i]!
    const text = code === nullCode ? '' : dictionary[code]
    if (text === undefined)
      throw new RangeError(`column ${name}: code ${code} is outside its dictionary of ${dictionary.length}`)
    strings[i - start] = text
  }
  return strings
}

function wholeNumbers(
  { name, values }: NumberColumn,
  start: number,
  end: number,
  type: string,
  rowIds?: ArrayLike<string | number | bigint>,
): Float64Array | Float32Array {
  const part = values.subarray(start, end)
  const limit = type === 'int32' ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER
  const at = part.findIndex((value) => !Number.isInteger(value) || Math.abs(value) > limit)
  if (at === -1) return part
  const row = rowIds?.[start + at] ?? start + at
  throw new TidemarkError(
    'SIGNATURE_MISMATCH',
    `Column ${name} has ${part[at]} at row ${row}, the model expects ${type}.`,
    {
      hint: 'Cast or fill the column in features.sql, or export the model with float inputs.',
    },
  )
}
