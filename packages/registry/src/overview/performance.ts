import { PerformanceCheck, type PerformanceSummary } from '@tidemark/schemas'
import { newestChecks } from '../performance/record.ts'
import { compareText } from './events.ts'
import type { FactReader } from './fact-reader.ts'

/** One check for each version's week, oldest first: that with the most labels. */
export async function readPerformance(
  facts: FactReader,
  model: string,
  { paths, most }: { readonly paths: readonly string[]; readonly most: number },
): Promise<PerformanceSummary[]> {
  const newest = [...paths].sort(compareText).slice(-most)
  if (newest.length < paths.length)
    facts.report(`models/${model}/performance`, `has ${paths.length} checks; the newest ${most} were read`)
  const checks = await facts.readAll(PerformanceCheck, model, newest)
  return newestChecks(checks).map(({ version, window, verdict, reason, statistics }) => ({
    version,
    start: window.start,
    verdict,
    reason,
    labelled: statistics.labelled,
    predictions: statistics.predictions,
    brier: statistics.metrics.brier.value,
    released: statistics.release.brier?.value ?? null,
    expected: statistics.expected?.brier ?? null,
  }))
}
