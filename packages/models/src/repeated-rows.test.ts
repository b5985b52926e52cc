import { sha256 } from '@tidemark/schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Column, type ColumnTable, nullCode } from './column-table.ts'
import { type Model, openModel } from './model.ts'
import { smallModel } from './onnx/small-model.fixture.ts'
import { encodeModel } from './onnx/writer.ts'
import { findRepeatedRows, pickRows } from './repeated-rows.ts'

const rows = 10_000

function columnsOf(numbers: number, texts: number): Column[] {
  const dictionary = Array.from({ length: texts }, (_, i) => `text ${i}`)
  return [
    {
      name: 'text',
      kind: 'string',
      codes: Uint32Array.from({ length: rows }, (_, row) => (row % 7 === 0 ? nullCode : row % texts)),
      dictionary,
    },
    {
      name: 'number',
      kind: 'number',
      values: Float64Array.from({ length: rows }, (_, row) => (row % 11 === 0 ? Number.NaN : (row % numbers) / 3)),
    },
  ]
}

const keyOf = (columns: readonly Column[], row: number): string =>
  columns.map((column) => (column.kind === 'string' ? column.codes[row] : column.values[row])).join('|')

test.each([
  ['double precision', columnsOf(13, 5)],
  ['single precision', columnsOf(13, 5).map((column) => narrow(column))],
])('rows share a combination exactly when they agree in every column, missing values included: %s', (_, columns) => {
  const { firstRows, combinations } = findRepeatedRows(columns, rows)!
  const keys = Array.from({ length: rows }, (_, row) => keyOf(columns, row))
  const distinct = [...new Set(keys)]
  expect(Array.from(firstRows, (row) => keys[row])).toEqual(distinct)
  expect([...firstRows]).toEqual(distinct.map((key) => keys.indexOf(key)))
  expect(Array.from(combinations, (combination) => distinct[combination])).toEqual(keys)
  const picked = columns.map((column) => pickRows(column, firstRows))
  expect(distinct.map((_, i) => keyOf(picked, i))).toEqual(distinct)
})

test('rows that hardly repeat are left as they are', () => {
  expect(findRepeatedRows(columnsOf(rows, 5), rows)).toBeUndefined()
})

function narrow(column: Column): Column {
  return column.kind === 'number' ? { ...column, values: Float32Array.from(column.values) } : column
}

let model: Model
beforeAll(async () => {
  const bytes = encodeModel(smallModel)
  model = await openModel(bytes, { expectedSha256: sha256(bytes) })
})
afterAll(() => model.close())

test('a row gets the score that it gets without its repetitions', async () => {
  const columns = columnsOf(13, 5)
  const scores = await model.score({ rows, columns }, { invalid: 'nan' })
  const few = 3000 // too few for repetitions to be looked for
  const some = Uint32Array.from({ length: few }, (_, i) => i)
  const table: ColumnTable = { rows: few, columns: columns.map((column) => pickRows(column, some)) }
  expect(scores.subarray(0, few)).toEqual(await model.score(table, { invalid: 'nan' }))
})

test('errors name the rows of the table, and progress ends with all of them', async () => {
  const progress: number[] = []
  const rowIds = Array.from({ length: rows }, (_, row) => `r${row}`)
  const options = { rowIds, onProgress: ({ done }: { done: number }) => progress.push(done) }
  await expect(model.score({ rows, columns: columnsOf(13, 5) }, options)).rejects.toMatchObject({
    code: 'SCORE_INVALID',
    message: expect.stringContaining(`${Math.ceil(rows / 11)} of ${rows}`),
    problems: [0, 11, 22, 33, 44].map((row) => expect.objectContaining({ path: `row r${row}` })),
  })
  expect(progress.at(-1)).toBe(rows)
})
