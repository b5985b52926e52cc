import type { Column, ColumnTable } from './column-table.ts'
import type { Model } from './model.ts'

/** Times of scoring one row alone, in milliseconds: a fact about the machine as much as about the model. */
export interface Latency {
  readonly p50Ms: number
  readonly p95Ms: number
  readonly samples: number
  readonly seed: number
}

/**
 * Scores `samples` rows one at a time after a warm-up of a tenth of them. The rows are chosen by the seed, so two models are
 * timed on the same ones. Quantiles are the nearest rank's.
 */
export async function measureLatency(
  model: Model,
  table: ColumnTable,
  { samples = 500, seed = 0 }: { readonly samples?: number; readonly seed?: number } = {},
): Promise<Latency> {
  if (table.rows === 0) throw new RangeError('latency of no rows')
  const next = mulberry32(seed)
  const rows = Array.from({ length: samples }, () => singleRow(table, Math.floor(next() * table.rows)))
  for (const row of rows.slice(0, Math.ceil(samples / 10))) await model.score(row)
  const times = new Float64Array(samples)
  for (const [i, row] of rows.entries()) {
    const start = performance.now()
    await model.score(row)
    times[i] = performance.now() - start
  }
  times.sort()
  const quantile = (q: number) => times[Math.ceil(q * samples) - 1]!
  return { p50Ms: quantile(0.5), p95Ms: quantile(0.95), samples, seed }
}

function singleRow({ columns }: ColumnTable, row: number): ColumnTable {
  const pick = (column: Column): Column =>
    column.kind === 'number'
      ? { ...column, values: column.values.slice(row, row + 1) }
      : { ...column, codes: column.codes.slice(row, row + 1) }
  return { rows: 1, columns: columns.map(pick) }
}

// Tommy Ettinger's mulberry32: good enough to choose rows, and the same everywhere.
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
