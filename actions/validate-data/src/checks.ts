import { resolve } from 'node:path'
import type { ActionContext, Outcome } from '@tidemark/action-kit'
import { type CheckResult, DigestCache } from '@tidemark/data'
import type { Verdict } from '@tidemark/schemas'
import type { definition } from './definition.ts'

export type Context = ActionContext<typeof definition>

/** An annotation at the contract's line for every check that is not passed. */
export function annotateChecks(
  context: Context,
  { file, title, checks }: { file: string; title: string; checks: readonly CheckResult[] },
): void {
  for (const { id, verdict, severity, description, expected, observed, place } of checks) {
    if (verdict === 'pass') continue
    context.annotate({
      level: severity === 'error' ? 'error' : 'warning',
      title: `${title}: ${id}`,
      message: `${description} Expected ${expected}, observed ${observed}.`,
      file,
      ...(place.line === undefined ? {} : { line: place.line }),
    })
  }
}

type Judged = Pick<CheckResult, 'id' | 'verdict' | 'severity'>

/** The verdict over all: a contract's version that hides a breaking change fails, whatever the data are. */
export function overallVerdict(verdicts: readonly Verdict[], isVersionEnough: boolean): Verdict {
  if (verdicts.includes('fail') || !isVersionEnough) return 'fail'
  return verdicts.includes('inconclusive') ? 'inconclusive' : 'pass'
}

/** What the step comes to, with the checks that keep it from passing. */
export function conclude(verdict: Verdict, checks: readonly Judged[], isVersionEnough: boolean): Outcome {
  if (verdict === 'pass') return { verdict }
  const failed = checks.filter((check) => check.verdict !== 'pass' && check.severity === 'error').map(({ id }) => id)
  const reasons = [...new Set([...failed, ...(isVersionEnough ? [] : ['the contract’s version'])])]
  return { verdict, failed: `The contract’s verdict is ${verdict}: ${reasons.join(', ')}` }
}

/** What freshness adds to a verdict: it is of the moment, and never part of a dataset's facts. */
export function freshnessVerdict(checks: readonly Judged[]): Verdict {
  if (checks.some(({ verdict }) => verdict === 'fail')) return 'fail'
  return checks.some(({ verdict }) => verdict === 'inconclusive') ? 'inconclusive' : 'pass'
}

/** What remembers digests: the file that the workflow names, else nothing beyond this step, which asks for some files twice. */
export async function openDigestCache({ inputs, github }: Context): Promise<DigestCache> {
  const { digestCache } = inputs
  return digestCache === undefined ? DigestCache.forProcess() : DigestCache.open(resolve(github.workspace, digestCache))
}
