import { principalComponents } from '@tidemark/statistics'
import type { Engine } from '../engine/engine.ts'
import type { ColumnPlan, JointPlan, NumericPlan } from './day-table.ts'
import { jointError } from './joint-cells.ts'
import { edgeShares, type PlanOptions, planEdges } from './plan.ts'
import { numberSql } from './scan.ts'
import type { Source } from './source.ts'

/** What the numeric features together are called in documents. */
export const jointName = 'numbers together'
const mostColumns = 50
/** So many rows settle a correlation to .01, and the edges of an error. */
const sampledRows = 50_000
/** Components that explain so much of the variance are kept: what they leave is what the numbers do not share. */
const explained = 0.65
const fewestRows = 1000

/** The numeric features together, from a sample of complete rows; undefined with fewer than two that vary, or too few rows. */
export async function planJoint(
  engine: Engine,
  source: Source,
  plans: readonly ColumnPlan[],
  { where, rows }: PlanOptions,
): Promise<NumericPlan | undefined> {
  const own = plans
    .filter((plan): plan is NumericPlan => plan.kind === 'numeric' && plan.family === 'features')
    .filter(
      ({ segment, text, name, edges }) =>
        segment === undefined && text === undefined && name !== jointName && edges.length > 1,
    )
    .slice(0, mostColumns)
  if (own.length < 2) return undefined
  const step = Math.ceil(rows / sampledRows)
  const sample = await readSample(engine, source, own, `${where} AND ${source.hash} % ${step} = 0`)
  const ranges = own.map(({ edges }) => ordinaryRange(edges))
  const joint = layJoint(own, sample, ranges, step)
  if (joint === undefined || sample.length < fewestRows) return undefined
  const errors = sample
    .map((row) =>
      jointError(
        Float64Array.from(joint.positions, (i) => row[i]!),
        joint.plan,
      ),
    )
    .sort((a, b) => a - b)
  const quantiles = edgeShares(errors.length).map((share) => errors[Math.ceil(share * errors.length) - 1] ?? 0)
  return {
    kind: 'numeric',
    name: jointName,
    family: 'features',
    isPublic: false,
    ...planEdges(quantiles),
    joint: joint.plan,
  }
}

/** Complete rows, in an order that does not depend on threads: what is computed of them is the same at every reading. */
async function readSample(
  engine: Engine,
  source: Source,
  own: readonly NumericPlan[],
  where: string,
): Promise<Float64Array[]> {
  const names = own.map((_, i) => `x${i}`)
  const selected = own.map(({ name }, i) => `${numberSql(name)} AS x${i}`)
  const rows: Float64Array[] = []
  await engine.scan(
    `SELECT * FROM (SELECT ${selected.join(', ')} FROM ${source.relation} WHERE ${where})
     WHERE ${names.map((name) => `isfinite(${name})`).join(' AND ')}`,
    (columns) => {
      for (let row = 0; row < columns[0]!.length; row++) rows.push(Float64Array.from(columns, (column) => column[row]!))
    },
  )
  return rows.sort(compareRows)
}

function compareRows(a: Float64Array, b: Float64Array): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return 0
}

/** Where about nine tenths of a column's values lie, by its edges at even shares. */
function ordinaryRange(edges: readonly number[]): [number, number] {
  const outer = Math.floor(edges.length / 12)
  return [edges[outer]!, edges[edges.length - 1 - outer]!]
}

function layJoint(
  own: readonly NumericPlan[],
  sample: readonly Float64Array[],
  ranges: readonly [number, number][],
  step: number,
): { plan: JointPlan; positions: number[] } | undefined {
  const n = sample.length
  const columns = own.map((_, i) => {
    const [low, high] = ranges[i]!
    const values = sample.map((row) => Math.min(high, Math.max(low, row[i]!)))
    const mean = Number((values.reduce((sum, value) => sum + value, 0) / n).toPrecision(8))
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n)
    return { i, mean, deviation: Number(deviation.toPrecision(8)), values }
  })
  const varying = columns.filter(
    ({ mean, deviation }) => Number.isFinite(mean) && Number.isFinite(deviation) && deviation > 0,
  )
  if (varying.length < 2) return undefined
  const correlation = varying.map((a) =>
    varying.map(
      (b) =>
        a.values.reduce((sum, value, row) => sum + (value - a.mean) * (b.values[row]! - b.mean), 0) /
        (n * a.deviation * b.deviation),
    ),
  )
  return {
    positions: varying.map(({ i }) => i),
    plan: {
      columns: varying.map(({ i }) => own[i]!.name),
      ranges: varying.map(({ i }) => ranges[i]!),
      means: varying.map(({ mean }) => mean),
      deviations: varying.map(({ deviation }) => deviation),
      correlations: correlation.flatMap((row, i) => row.slice(0, i).map((value) => Number(value.toFixed(3)) + 0)),
      components: principalComponents(correlation, explained).map((component) =>
        component.map((weight) => Number(weight.toFixed(6)) + 0),
      ),
      step,
    },
  }
}
