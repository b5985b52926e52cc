import { findPerformanceReplayProblem } from '@tidemark/evaluation'
import {
  assertPerformanceEvidence,
  type Registry,
  readPerformanceGround,
  readPerformanceRecord,
  recordPerformance,
} from '@tidemark/registry'
import { type MonitorPolicy, TidemarkError, type VersionManifest } from '@tidemark/schemas'
import { readToday } from './ahead.ts'
import type { JudgedOutcomes } from './performance.ts'

/** Checks and records what was judged of predictions and labels. Returns the commit that holds it. */
export async function recordOutcomes(
  registry: Registry,
  {
    model,
    served,
    monitor,
    outcomes: { files, checks },
    at,
  }: { model: string; served: VersionManifest | null; monitor: MonitorPolicy; outcomes: JudgedOutcomes; at: string },
): Promise<string> {
  const policy = monitor.performance
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
  const { latest } = await readToday(registry.clock)
  assertPerformanceEvidence(checks, { model, policy, latest, groundOf, replay: findPerformanceReplayProblem })
  return recordPerformance(registry, { subject: served, policy: monitor, files, checks })
}
