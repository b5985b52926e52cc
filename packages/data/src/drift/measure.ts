import {
  type Baseline,
  type BaselineColumn,
  type DriftProfile,
  type DriftResult,
  type ProfileColumn,
  readNumbers,
} from '@tidemark/schemas'
import { blockStandardError, chiSquaredQuantile, driftBounds } from '@tidemark/statistics'
import { weekdayOf } from '../baseline/weeks.ts'

/** What the bounds of a window's effects rest on. */
export interface Context {
  readonly days: readonly string[]
  /** 0 for Monday, of each day. */
  readonly weekdays: readonly number[]
  readonly referenceBlocks: number
  /** Of each one-sided bound. */
  readonly level: number
}

export function contextOf(baseline: Baseline, { days }: DriftProfile, level: number): Context {
  return { days, weekdays: days.map(weekdayOf), referenceBlocks: baseline.blocks, level }
}

/** An effect with its bounds, not judged yet. */
export interface Measurement {
  readonly column: string
  readonly family: DriftResult['family']
  readonly statistic: DriftResult['statistic']
  readonly effect: number
  readonly lower: number
  readonly upper: number
  /** What the lower bound's reach is made of. */
  readonly standardError: number
  readonly rows: number
  readonly blocks: number
  /** nm / (n + m), and how much of it this statistic asks for beside the policy's minimum. */
  readonly effectiveRows: number
  readonly rowsAsked: number
  readonly tolerance: number | null
  readonly values: { readonly baseline: number | null; readonly window: number | null }
  readonly shown: Readonly<Record<string, number | null>>
  /** Whether it needs no sample: what the window's schema says is so in every row. */
  readonly isCertain?: boolean
  /** Said instead of effect and bounds, where they are not the point. */
  readonly reason?: string
}

export interface Linear {
  /** The window's days: rows, the sums of a statistic over them, and what it should be per row. */
  readonly rows: readonly number[]
  readonly sums: readonly number[]
  readonly expected: readonly number[]
  /** Standard error if rows were independent: never less than this, since a handful of days can agree by chance. */
  readonly rowError: number
}

/** Half of the distance between an effect's bounds, and what it is made of. */
export function reachOf(
  linear: Linear,
  { referenceBlocks, level }: Context,
): { reach: number; standardError: number; blocks: number } {
  const blocks = linear.rows.filter((rows) => rows > 0).length
  const standardError = Math.max(blockStandardError(linear, referenceBlocks), linear.rowError)
  return { reach: driftBounds(0, { standardError, blocks, level }).upper, standardError, blocks }
}

/** The baseline's column as a window's profile has it, or undefined. */
export function pairOf<K extends BaselineColumn['kind']>(
  column: BaselineColumn & { kind: K },
  { columns }: DriftProfile,
): (ProfileColumn & { kind: K }) | undefined {
  const found = columns.find(({ name, kind }) => name === column.name && kind === column.kind)
  return found as (ProfileColumn & { kind: K }) | undefined
}

export const counts = readNumbers

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

export const effectiveRows = (n: number, m: number): number => (n + m === 0 ? 0 : (n * m) / (n + m))

/** √(p(1 − p)(1/n + 1/m)) with half an event added on either side, so that no events are no certainty. */
export function binomialError(events: number, n: number, m: number): number {
  const share = (events + 0.5) / (n + m + 1)
  return Math.sqrt(share * (1 - share) * (1 / n + 1 / m))
}

/** The PSI that unchanged independent rows exceed once in twenty: (1/n + 1/m) times χ²'s quantile (Yurdakul 2018). */
export function psiByChance(reference: readonly number[], current: readonly number[]): number | null {
  const [m, n] = [total(reference), total(current)]
  const bins = reference.filter((count, bin) => count + current[bin]! > 0).length
  return bins < 2 ? null : (1 / n + 1 / m) * chiSquaredQuantile(0.95, bins - 1)
}
