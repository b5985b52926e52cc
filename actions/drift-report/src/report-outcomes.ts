import { findPerformanceReplayProblem } from '@tidemark/evaluation'
import {
  assertPerformanceEvidence,
  type DriftResponse,
  type Registry,
  readPerformanceGround,
  readPerformanceRecord,
  readServedVersion,
  recordPerformance,
  respondToPerformance,
} from '@tidemark/registry'
import {
  performanceIssueTitle,
  performanceMarker,
  renderPerformanceEnd,
  renderPerformanceIssue,
} from '@tidemark/reports'
import { type MonitorPolicy, type PerformanceCheck, TidemarkError } from '@tidemark/schemas'
import type { JudgedOutcomes } from './performance.ts'

/** Checks and records what was judged of predictions and labels, then does what follows. `at` becomes the commit that holds it. */
export async function reportOutcomes(
  registry: Registry,
  {
    model,
    channel,
    monitor,
    outcomes: { files, checks },
    at,
  }: { model: string; channel: string; monitor: MonitorPolicy; outcomes: JudgedOutcomes; at: string },
): Promise<DriftResponse<PerformanceCheck> & { at: string }> {
  const policy = monitor.performance
  const served = await readServedVersion(registry, { model, channel })
  if (policy === undefined || served === null) {
    throw new TidemarkError(
      'DIGEST_MISMATCH',
      `nothing of ${model} is asked for or served that performance was judged of`,
      {
        hint: 'The policy or the channel changed since. Run the workflow again from the judging job.',
      },
    )
  }
  const { checks: onRecord } = await readPerformanceRecord(registry.ledger, { model, at, policy })
  const groundOf = await readPerformanceGround(registry.ledger, {
    model,
    at,
    versions: checks.map(({ version }) => version),
    known: [...onRecord, ...checks],
  })
  assertPerformanceEvidence(checks, { model, policy, groundOf, replay: findPerformanceReplayProblem })
  const recorded = await recordPerformance(registry, { subject: served, policy: monitor, files, checks })
  const response = await respondToPerformance(registry, {
    ...served,
    at: recorded,
    policy: monitor,
    telling: {
      marker: performanceMarker(model),
      describe: (windows) => ({ title: performanceIssueTitle(windows), body: renderPerformanceIssue(windows) }),
      describeEnd: renderPerformanceEnd,
    },
  })
  return { ...response, at: recorded }
}
