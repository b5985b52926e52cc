import { type Baseline, type BaselineColumn, readNumbers } from '@tidemark/schemas'
import { type ColumnSummary, summaryShares } from './summarise-columns.ts'

/** A baseline's columns in few numbers: what stands for data that are not there. Of types it knows nothing. */
export function summariseBaseline({ columns, rows }: Pick<Baseline, 'columns' | 'rows'>): BaselineSummary[] {
  return columns.flatMap((column): BaselineSummary[] => {
    if (column.segment !== undefined) return []
    if (column.kind === 'rate')
      return [{ name: column.name, type: null, nulls: rows - column.rows, numbers: null, levels: null }]
    if (column.text !== undefined) return []
    const { name, nulls } = column
    if (column.kind === 'numeric')
      return column.joint === undefined ? [{ name, type: null, nulls, numbers: numbersOf(column), levels: null }] : []
    const levels = column.isHashed ? null : column.levels.map(({ value, count }) => ({ value, rows: count }))
    return [{ name, type: null, nulls, numbers: null, levels }]
  })
}

export interface BaselineSummary extends Omit<ColumnSummary, 'type' | 'distinct'> {
  readonly type: null
}

/** Quantiles are edges of bins, and so as fine as these: one in 128 of the rows. */
function numbersOf({
  mean,
  m2,
  minimum,
  edges,
  counts,
}: BaselineColumn & { kind: 'numeric' }): ColumnSummary['numbers'] {
  const bins = readNumbers(counts)
  const finite = bins.reduce((sum, count) => sum + count, 0)
  if (mean === null || m2 === null || finite === 0) return null
  const laid = readNumbers(edges)
  const at = (share: number): number => {
    let seen = 0
    const bin = bins.findIndex((count) => (seen += count) >= share * finite)
    return laid[Math.min(bin, laid.length - 1)] ?? Number.NaN
  }
  // A column that is not public has no extremes either.
  return { mean, sd: Math.sqrt(m2 / finite), quantiles: minimum === null ? null : summaryShares.map(at) }
}
