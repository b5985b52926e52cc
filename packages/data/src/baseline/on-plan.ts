import { type Baseline, type DriftProfile, type ProfileColumn, readNumbers, TidemarkError } from '@tidemark/schemas'
import type { ColumnPlan } from './day-table.ts'
import { planOf } from './plan-of.ts'
import { predictionName } from './scores.ts'

/**
 * Checks that profiles that others counted are on a baseline's edges: the same of its columns, each once, as many bins as it has, one entry a day, no row lost. Throws one
 * `DOCUMENT_INVALID` with what is not; `file` is where they come from.
 */
export function assertOnPlan(profiles: readonly DriftProfile[], baseline: Baseline, file: string): void {
  const { columns, calibration } = planOf(baseline)
  const plans = new Map(columns.map((plan) => [plan.name, plan]))
  // Of labels and of pairs of numbers a day may have none.
  const isOfAllRows = (plan: ColumnPlan) =>
    plan.family !== 'labels' && !(plan.kind === 'numeric' && plan.joint !== undefined)
  const everywhere = new Set(profiles.flatMap((profile) => profile.columns.map(({ name }) => name)))
  const wanted = columns.filter((plan) => isOfAllRows(plan) && everywhere.has(plan.name)).map(({ name }) => name)
  const problems = profiles.flatMap((profile) => {
    const days = profile.days.length
    const rows = readNumbers(profile.rows)
    const found = profile.columns.flatMap((column): string[] => {
      const plan = plans.get(column.name)
      if (plan === undefined || plan.kind !== column.kind) return [`${column.name} is not in the plan`]
      if (column.kind === 'rate') {
        const [known, events] = [readNumbers(column.rows), readNumbers(column.events)]
        const isWhole =
          known.length === days && events.length === days && events.every((count, i) => count <= known[i]!)
        return isWhole ? [] : [`${column.name} has not one rate a day`]
      }
      const bins =
        1 + (plan.kind === 'numeric' ? plan.edges.length : plan.kind === 'categorical' ? plan.levels.length : 0)
      const isBinned = listsOf(column).every((list) => list.length === days) && binsOf(column, bins)
      if (!isBinned) return [`${column.name} has other bins or days than the plan`]
      const lost = isOfAllRows(plan) && rows.some((count, i) => count !== countedOf(column, i))
      return lost ? [`${column.name} does not count every row`] : []
    })
    const names = profile.columns.map(({ name }) => name)
    const absent = wanted.filter((name) => !names.includes(name))
    const bins = profile.calibration === null ? [] : Object.values(profile.calibration.bins).map(readNumbers)
    const { lossMicros, ...outcomes } = profile.outcomes ?? { lossMicros: null }
    const edges = plans.get(predictionName)
    const hasOutcomes =
      edges?.kind === 'numeric' &&
      readNumbers(lossMicros ?? '').length === days &&
      Object.values(outcomes).every(
        (lists) => lists.length === days && lists.every((list) => readNumbers(list).length === edges.edges.length + 1),
      )
    const { bins: _, ...byDay } = profile.calibration ?? { bins: null }
    const isCalibrated =
      bins.every((list) => list.length === (calibration ?? []).length + 1) &&
      Object.values(byDay).every((list) => readNumbers(list).length === days)
    return [
      ...(rows.length === days ? [] : ['rows are not counted by day']),
      ...(lossMicros === null || hasOutcomes ? [] : ['the outcomes have other bins or days than the plan']),
      ...(isCalibrated ? [] : ['the calibration has other bins or days than the plan']),
      ...(new Set(names).size === names.length ? [] : ['a column is there twice']),
      ...(absent.length === 0 ? [] : [`${absent.slice(0, 5).join(', ')} is not counted, which it is elsewhere`]),
      ...found,
    ].map((message) => ({ file, path: profile.days[0], message }))
  })
  if (problems.length === 0) return
  throw new TidemarkError('DOCUMENT_INVALID', `${file} were not counted by this plan`, {
    hint: 'Count every shard with the plan of the same run, from files with the same columns, and hand over what the jobs wrote as it is.',
    problems: problems.slice(0, 20),
  })
}

type Binned = Exclude<ProfileColumn, { kind: 'rate' }>

const listsOf = (column: Binned): ArrayLike<unknown>[] => [
  readNumbers(column.nulls),
  column.counts,
  ...(column.kind === 'numeric' ? [readNumbers(column.nonFinite)] : []),
]

const binsOf = (column: Binned, bins: number): boolean =>
  column.counts.every((counts) => readNumbers(counts).length === bins) &&
  (column.kind !== 'numeric' || readNumbers(column.atEdge).length === bins - 1)

function countedOf(column: Binned, day: number): number {
  const missing =
    readNumbers(column.nulls)[day]! + (column.kind === 'numeric' ? readNumbers(column.nonFinite)[day]! : 0)
  return readNumbers(column.counts[day]!).reduce((sum, count) => sum + count, missing)
}
