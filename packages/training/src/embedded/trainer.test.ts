import { type ColumnTable, inspectModel, nullCode, openModel } from '@tidemark/models'
import { sha256, TidemarkError } from '@tidemark/schemas'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { trainEmbedded } from './trainer.ts'
import type { TrainingTable } from './training-table.ts'

const quick = { trees: 8, leaves: 6, min_rows_per_leaf: 2 }

describe('the exported model', () => {
  test('has the raw columns as its inputs and standard operators only', () => {
    const { inputs, outputs } = inspectModel(trainEmbedded(exclusiveOr(), quick).model).signature
    expect(inputs).toEqual([
      { name: 'x', type: 'float', shape: ['N', 1] },
      { name: 'side', type: 'string', shape: ['N', 1] },
    ])
    expect(outputs).toEqual([{ name: 'probability', type: 'float', shape: ['N', 1] }])
  })

  test("predicts as the trainer does within 1e-5: missing, infinite, unseen and values at a split's threshold", async () => {
    const number = fc.oneof(
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 0.1, 1e300),
      fc.integer({ min: -4, max: 4 }),
      fc.double(),
    )
    const row = fc.record({ x: number, y: number, code: fc.constantFrom(0, 1, 2, 3, nullCode), label: fc.nat(1) })
    const rows = fc
      .array(row, { minLength: 12, maxLength: 60 })
      .filter((drawn) => new Set(drawn.map(({ label }) => label)).size === 2)
    await fc.assert(
      fc.asyncProperty(rows, rows, async (training, others) => {
        const table = tableOf(training, ['a', 'ß', '', 'd'])
        if (
          table.columns.every((column) => new Set(column.kind === 'number' ? column.values : column.codes).size === 1)
        )
          return
        const trained = trainEmbedded(table, { ...quick, learning_rate: 1, l2: 0.1 })
        const scored = tableOf([...training, ...others, ...between(training)], ['ß', 'new', 'a', ''])
        const model = await openModel(trained.model, { expectedSha256: sha256(trained.model) })
        const scores = await model.score(scored)
        const own = trained.predict(scored)
        await model.close()
        for (const [i, score] of scores.entries()) expect(Math.abs(score - own[i]!)).toBeLessThan(1e-5)
      }),
      { numRuns: 60 },
    )
  })

  test('is the same bytes for the same table, parameters and seed', () => {
    const first = trainEmbedded(exclusiveOr(), quick).model
    expect(sha256(trainEmbedded(exclusiveOr(), quick).model)).toBe(sha256(first))
    expect(sha256(trainEmbedded(exclusiveOr(), { ...quick, trees: 9 }).model)).not.toBe(sha256(first))
  })

  test('does not depend on the order of a dictionary', () => {
    const table = exclusiveOr()
    const [x, side] = table.columns
    if (side?.kind !== 'string') throw new Error('side is a string')
    const turned = {
      ...side,
      dictionary: ['unused', ...side.dictionary.toReversed()],
      codes: side.codes.map((code) => (code === nullCode ? code : side.dictionary.length - code)),
    }
    expect(trainEmbedded({ ...table, columns: [x!, turned] }, quick).model).toEqual(trainEmbedded(table, quick).model)
  })

  test('inner names never clash with a column', async () => {
    const { columns, ...rest } = exclusiveOr()
    const renamed = columns.map((column, i) => ({ ...column, name: ['tidemark/features', 'tidemark//log-odds'][i]! }))
    const { model } = trainEmbedded({ ...rest, columns: renamed }, quick)
    await (await openModel(model, { expectedSha256: sha256(model) })).close()
  })
})

describe('training', () => {
  test('finds an interaction that neither feature shows alone', () => {
    const table = exclusiveOr()
    const { predict, importance, trainingMetrics } = trainEmbedded(table, { trees: 40, min_rows_per_leaf: 5 })
    const wrong = predict(table).filter((probability, row) => (probability > 0.5 ? 1 : 0) !== table.labels[row]).length
    expect(wrong).toBeLessThanOrEqual(4)
    expect(importance.x! + importance.side!).toBeCloseTo(1, 12)
    expect(trainingMetrics.log_loss).toBeLessThan(0.1)
  })

  test('learns that a missing value means something', () => {
    const labels = Uint8Array.from({ length: 200 }, (_, i) => (i % 4 === 0 ? 1 : 0))
    const values = Float32Array.from(labels, (label, i) => (label === 1 ? Number.NaN : i % 9))
    const table = { rows: 200, labels, columns: [{ name: 'x', kind: 'number', values } as const] }
    const { predict } = trainEmbedded(table, { trees: 30 })
    const [missing, present] = predict({
      rows: 2,
      columns: [{ name: 'x', kind: 'number', values: Float32Array.of(Number.NaN, 3) }],
    })
    expect(missing).toBeGreaterThan(0.8)
    expect(present).toBeLessThan(0.2)
  })

  test('reports losses that are those of its own predictions', () => {
    const table = exclusiveOr()
    const { predict, trainingMetrics } = trainEmbedded(table, quick)
    const losses = predict(table).map((p, row) => -Math.log(table.labels[row] === 1 ? p : 1 - p))
    // Rows of rare categories are trained out of fold, so the two agree in-sample only.
    const inSample = trainEmbedded(table, { ...quick, encoding_folds: 1 })
    const own = inSample.predict(table).map((p, row) => -Math.log(table.labels[row] === 1 ? p : 1 - p))
    expect(inSample.trainingMetrics.log_loss).toBeCloseTo(mean(own), 6)
    expect(Math.abs(trainingMetrics.log_loss - mean(losses))).toBeLessThan(0.05)
  })

  test('is less fooled by rare categories with folds than without', () => {
    const rows = 4000
    const noise = (salt: number) =>
      Uint8Array.from({ length: rows }, (_, i) =>
        Number.parseInt(sha256(`${salt} ${i}`).slice(0, 4), 16) % 4 === 0 ? 1 : 0,
      )
    const codes = Uint32Array.from({ length: rows }, (_, i) => i % 1000)
    const dictionary = Array.from({ length: 1000 }, (_, i) => `id${i}`)
    const table: TrainingTable = {
      rows,
      labels: noise(1),
      columns: [{ name: 'id', kind: 'string', codes, dictionary }],
    }
    const unseen = noise(2)
    const lossOf = (folds: number) => {
      const probabilities = trainEmbedded(table, { encoding_folds: folds }).predict(table)
      return mean(probabilities.map((p, row) => -Math.log(unseen[row] === 1 ? p : 1 - p)))
    }
    expect(lossOf(5)).toBeLessThan(lossOf(1) - 0.01)
  })

  test('tells of progress and of constant features', () => {
    const { rows, labels, columns } = exclusiveOr()
    const progress: number[] = []
    const constant = { name: 'year', kind: 'number', values: new Float32Array(rows).fill(2001) } as const
    const { warnings } = trainEmbedded({ rows, labels, columns: [...columns, constant] }, quick, {
      onProgress: ({ done }) => progress.push(done),
    })
    expect(progress).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(warnings).toEqual([expect.stringContaining('year')])
  })
})

describe('nothing can be learned from', () => {
  const { rows, labels, columns } = exclusiveOr()
  const ids = {
    name: 'id',
    kind: 'string',
    codes: Uint32Array.from({ length: rows }, (_, i) => i),
    dictionary: Array.from({ length: rows }, (_, i) => `id ${i}`),
  } as const
  const flat = [{ name: 'x', kind: 'number', values: new Float32Array(rows) } as const]
  test.each<[string, TrainingTable, RegExp]>([
    ['no rows', { rows: 0, columns: [], labels: new Uint8Array() }, /no training rows/],
    ['no features', { rows, labels, columns: [] }, /no feature columns/],
    ['one class only', { rows, columns, labels: new Uint8Array(rows) }, /All \d+ labels are 0/],
    [
      'labels other than 0 and 1',
      { rows, columns, labels: new Float32Array(rows).fill(Number.NaN) },
      /neither 0 nor 1/,
    ],
    ['constant features only', { rows, labels, columns: flat }, /No feature tells rows apart/],
    ['ids only', { rows, labels, columns: [ids] }, /a category of its own for every row/],
    ['a column twice', { rows, labels, columns: [...flat, ...flat] }, /cannot be used/],
    [
      'a column of another length',
      { rows, labels, columns: [{ ...flat[0]!, values: new Float32Array(3) }] },
      /cannot be used/,
    ],
    [
      'a feature named as the output',
      { rows, labels, columns: [{ ...columns[0]!, name: 'probability' }] },
      /cannot be used/,
    ],
  ])('%s', (_, table, message) => {
    try {
      trainEmbedded(table)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(TidemarkError)
      expect(error).toMatchObject({ code: 'TRAINING_FAILED', message: expect.stringMatching(message) })
      expect((error as TidemarkError).hint).not.toBe('')
    }
  })
})

interface Row {
  readonly x: number
  readonly y: number
  readonly code: number
  readonly label: number
}

function tableOf(rows: readonly Row[], dictionary: readonly string[]): TrainingTable {
  return {
    rows: rows.length,
    labels: Uint8Array.from(rows, ({ label }) => label),
    columns: [
      { name: 'x', kind: 'number', values: Float64Array.from(rows, ({ x }) => x) },
      { name: 'c', kind: 'string', codes: Uint32Array.from(rows, ({ code }) => code), dictionary },
      { name: 'y', kind: 'number', values: Float64Array.from(rows, ({ y }) => y) },
    ],
  }
}

/** Rows whose numbers are the middles of neighbouring training values, which is where thresholds are. */
function between(rows: readonly Row[]): Row[] {
  const middles = (values: number[]) => {
    const sorted = [...new Set(values.map(Math.fround))].sort((a, b) => a - b)
    return sorted.map((value, i) => Math.fround(value / 2 + (sorted[i + 1] ?? value) / 2))
  }
  const xs = middles(rows.map(({ x }) => x))
  const ys = middles(rows.map(({ y }) => y))
  return xs.map((x, i) => ({ x, y: ys[i % ys.length]!, code: i % 4, label: 0 }))
}

/** The label is one when x is above zero on the left, or below zero on the right. */
function exclusiveOr(): TrainingTable & ColumnTable {
  const rows = 400
  const x = Float64Array.from({ length: rows }, (_, i) => ((i * 37) % rows) - rows / 2 + 0.5)
  const codes = Uint32Array.from({ length: rows }, (_, i) => (i % 5 === 0 ? 1 : 0))
  const labels = Uint8Array.from({ length: rows }, (_, i) => (x[i]! > 0 !== (codes[i] === 1) ? 1 : 0))
  // A few more of one side, so that the categories' rates differ at all.
  for (let i = 0; i < rows; i += 5) if (x[i]! > 150) codes[i] = 2
  return {
    rows,
    labels,
    columns: [
      { name: 'x', kind: 'number', values: x },
      { name: 'side', kind: 'string', codes, dictionary: ['left', 'right', 'far right'] },
    ],
  }
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
