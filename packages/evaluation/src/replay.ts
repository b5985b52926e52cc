import { canonicalJson, type Evaluation, type GatePolicy, type Problem, TidemarkError } from '@tidemark/schemas'
import { type GateDecision, replayDecision } from './gate.ts'
import { RecordedStatistics } from './recorded-statistics.ts'
import type { GateStatistics } from './statistics.ts'

const hint = 'Run evaluate-gate again; do not edit what travels between jobs.'

/**
 * Makes a recorded decision again from its own statistics and compares: a verdict that was edited on its way shows. The
 * statistics must be complete and fit the evaluation's champion, rows and measurements.
 *
 * @throws TidemarkError DOCUMENT_INVALID or DIGEST_MISMATCH
 */
export function assertReplays(evaluation: Evaluation, policy: GatePolicy): void {
  const replayed = replayDecision(policy, readStatistics(evaluation))
  for (const part of ['verdict', 'reason', 'rules', 'notJudged', 'metrics'] as const) {
    if (canonicalJson(replayed[part]) === canonicalJson(evaluation[part])) continue
    throw new TidemarkError(
      'DIGEST_MISMATCH',
      `what the gate’s record says under ${part} does not follow from its statistics and the policy`,
      {
        hint,
      },
    )
  }
}

/**
 * Why a stored decision does not follow from its statistics, or null. Verdicts alone are compared: a later release may word
 * a reason anew. Without its policy (null) only the statistics are checked.
 */
export function findReplayProblem(evaluation: Evaluation, policy: GatePolicy | null): string | null {
  try {
    const statistics = readStatistics(evaluation)
    if (policy === null) return null
    const replayed = replayDecision(policy, statistics)
    if (canonicalJson(verdictsOf(replayed)) === canonicalJson(verdictsOf(evaluation))) return null
    return `its statistics give the verdict ${replayed.verdict}${replayed.verdict === evaluation.verdict ? ' by other rules' : ''}, it says ${evaluation.verdict}`
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    return [error.message, ...error.problems.map(({ path, message }) => `${path} ${message}`)].join('; ')
  }
}

function verdictsOf({ verdict, rules, notJudged }: Pick<GateDecision | Evaluation, 'verdict' | 'rules' | 'notJudged'>) {
  return { verdict, rules: rules.map(({ id, verdict }) => ({ id, verdict })), notJudged: notJudged.map(({ id }) => id) }
}

function readStatistics(evaluation: Evaluation): GateStatistics {
  const parsed = RecordedStatistics.safeParse(evaluation.statistics)
  if (!parsed.success) {
    throw new TidemarkError('DOCUMENT_INVALID', 'the gate’s statistics are not what a decision is made from', {
      hint,
      problems: parsed.error.issues
        .slice(0, 20)
        .map(({ path, message }): Problem => ({ path: ['statistics', ...path].join('.'), message })),
    })
  }
  const statistics = parsed.data as GateStatistics
  const problems = findMismatches(evaluation, statistics)
  if (problems.length === 0) return statistics
  throw new TidemarkError('DIGEST_MISMATCH', 'the gate’s statistics are those of another decision', { hint, problems })
}

function findMismatches({ challenger, champion, holdout }: Evaluation, statistics: GateStatistics): Problem[] {
  const { rows, measured, metrics } = statistics
  const hasChampion = Object.values(metrics).some((metric) => metric.champion !== null)
  const parts: [string, unknown, unknown][] = [
    ['a champion', hasChampion, champion !== null],
    ['rows', rows, holdout.acceptedRows],
    ['measured.sizeBytes', measured.sizeBytes, challenger.sizeBytes],
    ['measured.latencyP95Ms', measured.latencyP95Ms, challenger.latencyP95Ms],
  ]
  return parts
    .filter(([, actual, expected]) => actual !== expected)
    .map(([path, actual, expected]) => ({
      path: `statistics: ${path}`,
      message: `is ${String(actual)}, the evaluation says ${String(expected)}`,
    }))
}
