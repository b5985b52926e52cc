import type { Baseline, MonitorPolicy } from '@tidemark/schemas'
import type { Measurement } from './measure.ts'

/** What an effect is judged by. */
export interface EffectLimits {
  readonly warn: number
  readonly fail: number
  /** Below what the upper bound must lie for a pass. */
  readonly ruledOut: number
  /** As the policy asks for it; else it is the warning limit. */
  readonly equivalence: number | undefined
  /** Whether it warns at most. */
  readonly isWarning: boolean
}

/**
 * The limits of each effect: those of its column, else of all features, else of everything; never below what the reference's own
 * weeks differ by. A column's segments and what is counted of its text have its limits.
 */
export function limitsFrom(
  { thresholds, features, columns }: MonitorPolicy,
  baseline: Pick<Baseline, 'columns'>,
): (measurement: Pick<Measurement, 'column' | 'family' | 'statistic' | 'tolerance'>) => EffectLimits {
  const owners = ownersOf(baseline)
  return ({ column, family, statistic, tolerance }) => {
    // The calibration's effect begins where what is tolerated ends: being surely outside is the warning.
    if (statistic === 'observed_expected') {
      const { warn, fail, equivalence } = thresholds
      return { warn: 0, fail, ruledOut: equivalence ?? warn, equivalence, isWarning: false }
    }
    const isOfFeature = family === 'features' || family === 'nulls'
    const own = {
      ...(isOfFeature ? features : {}),
      ...(isOfFeature || family === 'labels' ? columns?.[owners.get(column) ?? column] : {}),
    }
    const least = own.warn ?? Math.min(thresholds.warn, own.fail ?? 1)
    const warn = Math.max(least, tolerance ?? 0)
    const fail = Math.max(own.fail ?? thresholds.fail, least, tolerance ?? 0)
    const asked = own.equivalence ?? thresholds.equivalence
    const equivalence = asked === undefined ? undefined : Math.min(asked, least)
    return { warn, fail, ruledOut: equivalence ?? warn, equivalence, isWarning: own.severity === 'warning' }
  }
}

/** The data's column that each of a baseline's is of. */
export function ownersOf({ columns }: Pick<Baseline, 'columns'>): ReadonlyMap<string, string> {
  return new Map(
    columns.map((column) => {
      const { name, segment } = column
      const text = column.kind === 'rate' ? undefined : column.text
      const end = segment === undefined ? '' : ` [${segment.column}=${segment.value}]`
      return [name, text?.column ?? (end !== '' && name.endsWith(end) ? name.slice(0, -end.length) : name)]
    }),
  )
}
