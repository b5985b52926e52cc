import type { DriftVerdict } from '@tidemark/schemas'

interface Judged {
  readonly verdict: DriftVerdict
}

/** The newest of some windows, in order of time, that says something. */
export const lastDecided = <T extends Judged>(checks: readonly T[]): T | undefined =>
  checks.findLast(({ verdict }) => verdict !== 'inconclusive')

/** Whether something is the matter that no later window has ended. */
export function isOngoing(checks: readonly Judged[]): boolean {
  const last = lastDecided(checks)
  return last !== undefined && last.verdict !== 'pass'
}
