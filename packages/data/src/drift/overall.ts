import type { DriftResult, DriftVerdict, MonitorPolicy } from '@tidemark/schemas'

/**
 * A window's verdict from its effects': the worst that was shown; what is open keeps the rest from passing. Where the policy names a
 * `failingShare`, features that fail without being critical fail the window together only, by importance, and warn else.
 */
export function overallVerdict(
  results: readonly DriftResult[],
  hasOpenQuestions: boolean,
  policy: Pick<MonitorPolicy, 'failingShare' | 'columns'>,
): DriftVerdict {
  const order = ['fail', 'warn', 'inconclusive'] as const
  const isEnough = failingImportance(results, policy) >= (policy.failingShare ?? 0)
  const verdicts: DriftVerdict[] = results.map((result) =>
    result.verdict === 'fail' && !isEnough && !failsAlone(result, policy) ? 'warn' : result.verdict,
  )
  if (hasOpenQuestions) verdicts.push('inconclusive')
  return verdicts.length === 0 ? 'inconclusive' : (order.find((verdict) => verdicts.includes(verdict)) ?? 'pass')
}

const isOfFeature = ({ family }: DriftResult): boolean => family === 'features' || family === 'nulls'

function failsAlone(result: DriftResult, { columns }: Pick<MonitorPolicy, 'columns'>): boolean {
  return !isOfFeature(result) || columns?.[result.column]?.critical === true
}

/** Share of the features' importance whose distribution or missing values fail. */
function failingImportance(results: readonly DriftResult[], { columns }: Pick<MonitorPolicy, 'columns'>): number {
  const names = new Set(results.filter(isOfFeature).map(({ column }) => column))
  let [failing, all] = [0, 0]
  for (const name of names) {
    const importance = columns?.[name]?.importance ?? 1
    all += importance
    if (results.some((result) => isOfFeature(result) && result.column === name && result.verdict === 'fail'))
      failing += importance
  }
  return all === 0 ? 0 : failing / all
}
