import {
  type Baseline,
  type DriftProfile,
  type DriftResult,
  type DriftVerdict,
  MonitorPolicy,
  readNumbers,
} from '@tidemark/schemas'
import { benjaminiHochberg, clustersForReach, excessPValue } from '@tidemark/statistics'
import { datesOf, weekdayOf } from '../baseline/weeks.ts'
import { type EffectLimits, limitsFrom } from './limits.ts'
import type { Measurement } from './measure.ts'
import { measureWindow } from './measure-window.ts'
import { overallVerdict } from './overall.ts'
import { describeResult, summarise } from './wording.ts'

export interface DriftQuestion {
  readonly baseline: Baseline
  readonly window: DriftProfile
  readonly policy: MonitorPolicy
}

export interface DriftDecision {
  readonly verdict: DriftVerdict
  readonly reason: string
  readonly results: readonly DriftResult[]
  /** What could not be asked; it is no pass. */
  readonly notJudged: readonly { readonly id: string; readonly reason: string }[]
  /** Of a window that passes: the largest upper bound of a distance or difference. Drift beyond it is ruled out. */
  readonly ruledOutAbove?: number | undefined
}

/**
 * Judges a window against a baseline, from counts alone: the same counts and policy give the same decision.
 *
 * A day that has not arrived leaves everything open. Each effect fails when its lower bound is at least the failing limit, warns at
 * the warning limit, passes when its upper bound is below the warning limit, and is inconclusive else. A limit is never below what
 * complete reference weeks differ by, and an alarm needs an adjusted p-value within its family. What is a `warning` warns at most.
 */
export function judgeDrift({ baseline, window, policy: given }: DriftQuestion): DriftDecision {
  const policy = MonitorPolicy.parse(given)
  const missing = missingDays(baseline, window)
  if (missing.length > 0) {
    const reason =
      window.days.length === 0
        ? 'The window has no rows.'
        : `${missing.length} of ${datesOf(window.period).length} days have not arrived, or not wholly: ${missing.slice(0, 7).join(', ')}.`
    return { verdict: 'inconclusive', reason, results: [], notJudged: [{ id: 'window', reason }] }
  }
  const { measured, notJudged } = measureWindow(baseline, window, policy)
  const judged = judgeFamilies(measured, policy, limitsFrom(policy, baseline))
  const results = judged.map(({ result }) => result)
  // What is only shown holds nothing open.
  const deciding = judged.flatMap(({ result, isAdvisory }) =>
    isAdvisory && result.verdict === 'inconclusive' ? [] : [result],
  )
  const verdict = overallVerdict(deciding, notJudged.length > 0, policy)
  const decision = { verdict, reason: summarise(verdict, deciding, notJudged), results, notJudged }
  return verdict === 'pass' ? { ...decision, ruledOutAbove: largestUpper(deciding) } : decision
}

function largestUpper(results: readonly DriftResult[]): number {
  const distances = results.filter(({ statistic }) => statistic !== 'observed_expected')
  return Math.max(0, ...distances.map(({ bounds }) => bounds.upper ?? 1))
}

/** Days that the reference's weekdays promise and that have less than half of the rows of the poorest such day. */
function missingDays(baseline: Baseline, { period, days, rows }: DriftProfile): string[] {
  const counted = readNumbers(rows)
  return datesOf(period).filter((date) => {
    const usual = baseline.weekdays[weekdayOf(date)]!
    return usual.days > 0 && (counted[days.indexOf(date)] ?? 0) < usual.leastRows / 2
  })
}

function judgeFamilies(
  measured: readonly Measurement[],
  policy: MonitorPolicy,
  limitsOf: (measurement: Measurement) => EffectLimits,
): { result: DriftResult; isAdvisory: boolean }[] {
  const limited = measured.map((measurement) => {
    const limits = limitsOf(measurement)
    const hasEnough =
      measurement.isCertain === true ||
      (measurement.effectiveRows >= Math.max(policy.minRows, measurement.rowsAsked) &&
        measurement.blocks >= policy.minBlocks)
    return { measurement, limits, hasEnough, p: hasEnough ? pValueOf(measurement) : Number.NaN }
  })
  // What is only shown makes no family's alarm rarer.
  const familyOf = ({ measurement: { family, isAdvisory } }: (typeof limited)[number]) =>
    isAdvisory ? 'shown' : family
  return [...Map.groupBy(limited, familyOf).values()].flatMap((family) => {
    const q = benjaminiHochberg(family.map(({ p }) => p))
    return family.map((entry, i) => ({
      result: judgeOne(entry, entry.hasEnough ? q[i]! : Number.NaN, policy),
      isAdvisory: entry.measurement.isAdvisory === true,
    }))
  })
}

/** Of "nothing changed": two-sided, since the sign is the sample's own. The calibration's is one-sided, for its end of the range. */
function pValueOf({ statistic, effect, standardError, blocks, isCertain }: Measurement): number {
  if (isCertain === true) return 0
  const p = excessPValue(effect, { standardError, blocks, limit: 0 })
  return statistic === 'observed_expected' ? p : Math.min(1, 2 * p)
}

function judgeOne(
  {
    measurement,
    limits,
    hasEnough,
    p,
  }: { measurement: Measurement; limits: EffectLimits; hasEnough: boolean; p: number },
  q: number,
  policy: MonitorPolicy,
): DriftResult {
  const { effect, lower, upper, column, family, statistic, rows, blocks, values } = measurement
  const isShown = hasEnough && q <= policy.falseDiscoveryRate
  const passes = upper < limits.ruledOut
  const exceeds = (limit: number): boolean => isShown && (limit === 0 ? lower > 0 : lower >= limit)
  const verdict: DriftVerdict = !hasEnough
    ? 'inconclusive'
    : exceeds(limits.fail) && !measurement.isAdvisory && !limits.isWarning
      ? 'fail'
      : exceeds(limits.warn)
        ? 'warn'
        : passes
          ? 'pass'
          : 'inconclusive'
  const result: Omit<DriftResult, 'reason'> = {
    column,
    family,
    statistic,
    verdict,
    effect: finite(effect),
    bounds: { lower: finite(lower), upper: finite(upper), level: policy.confidence },
    p: finite(p),
    q: finite(q),
    limits: { warn: limits.warn, fail: limits.fail },
    rows,
    blocks,
    needed: verdict === 'inconclusive' ? neededFor(measurement, limits.equivalence ?? limits.warn, policy) : null,
    values: { baseline: finite(values.baseline), window: finite(values.window) },
    shown: Object.fromEntries(Object.entries(measurement.shown).map(([name, value]) => [name, finite(value)])),
  }
  return { ...result, reason: measurement.reason ?? describeResult(result) }
}

/** Rows up to the minimum, days up to the minimum, else days until the bound nearest the limit would reach it. */
function neededFor(measurement: Measurement, limit: number, policy: MonitorPolicy): DriftResult['needed'] {
  const { effectiveRows, rowsAsked, blocks, effect, standardError, rows } = measurement
  const asked = Math.max(policy.minRows, rowsAsked)
  if (effectiveRows < asked) {
    // nm/(n + m) = asked for n, where the baseline's m rows allow it.
    const m = rows === effectiveRows ? Number.POSITIVE_INFINITY : (effectiveRows * rows) / (rows - effectiveRows)
    if (!(m > asked)) return null
    const wanted = m === Number.POSITIVE_INFINITY ? asked : (asked * m) / (m - asked)
    return { count: Math.max(1, Math.ceil(wanted - rows)), unit: 'rows' }
  }
  if (policy.windows === 'day') return null
  if (blocks < policy.minBlocks) return { count: policy.minBlocks - blocks, unit: 'blocks' }
  const squares = (standardError * standardError * (blocks - 1)) / blocks
  const clusters = clustersForReach(Math.abs(effect - limit), { squares, clusters: blocks, level: policy.confidence })
  return Number.isFinite(clusters) && clusters > blocks && clusters - blocks < 1e9
    ? { count: clusters - blocks, unit: 'blocks' }
    : null
}

const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null)
