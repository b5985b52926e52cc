import {
  type Baseline,
  canonicalJson,
  type Evaluation,
  layout,
  type PerformanceCheck,
  type PerformancePolicy,
  type Problem,
  TidemarkError,
  type VersionManifest,
} from '@tidemark/schemas'

/** Why a recorded check does not follow from its statistics, the gate's decision and the baseline that it names, or null. */
export type PerformanceReplay = (
  check: PerformanceCheck,
  evaluation: Evaluation,
  baseline: Baseline | null,
) => string | null

/** The facts that a check names; null for what is not there. */
export interface PerformanceGround {
  readonly manifest: VersionManifest | null
  readonly evaluation: Evaluation | null
  readonly baseline: Baseline | null
  /** The check from whose end Page's test went on. */
  readonly previous: PerformanceCheck | null
}

/** What does not fit between a check and the facts that it names. */
export function findPerformanceProblems(
  check: PerformanceCheck,
  { manifest, evaluation, baseline, previous }: PerformanceGround,
): string[] {
  const { model, version, modelDigest, statistics } = check
  const { pageHinkley, expected } = statistics
  const from = pageHinkley?.from ?? null
  const start = { count: 0, mean: 0, sum: 0 }
  const before = from === null ? start : previous?.statistics.pageHinkley?.after
  return [
    ...(manifest?.modelDigest === modelDigest ? [] : [`is about ${modelDigest}, which is not ${model} ${version}`]),
    ...(manifest?.evaluation.path === layout.evaluation(model, check.evaluation) && evaluation !== null
      ? []
      : [`holds ${version} against the decision ${check.evaluation}, which is not the one that it came in with`]),
    ...(expected === null || baseline?.modelDigest === modelDigest
      ? []
      : [`expects what the baseline ${expected.baseline} promises, which is none of ${version}`]),
    ...(pageHinkley === null ||
    (canonicalJson(before ?? null) === canonicalJson(pageHinkley.before) &&
      (previous === null || (previous.modelDigest === modelDigest && previous.window.start < check.window.start)))
      ? []
      : [
          `goes on from a state of Page’s test that ${from === null ? 'is not its beginning' : `the check ${from} does not end with`}`,
        ]),
  ]
}

/** Throws one `DIGEST_MISMATCH` with all that does not fit. `groundOf` finds what a check names. */
export function assertPerformanceEvidence(
  checks: readonly PerformanceCheck[],
  {
    model,
    policy,
    latest,
    groundOf,
    replay,
  }: {
    model: string
    policy: PerformancePolicy
    /** The last day that can have come: a week is not mature by days ahead. */
    latest: string
    groundOf: (check: PerformanceCheck) => PerformanceGround
    replay: PerformanceReplay
  },
): void {
  const problems = checks.flatMap((check): Problem[] => {
    const ground = groundOf(check)
    const replayed = ground.evaluation === null ? null : replay(check, ground.evaluation, ground.baseline)
    return [
      ...(check.model === model ? [] : [`is of ${check.model}`]),
      ...(canonicalJson(check.policy) === canonicalJson(policy) ? [] : ['is not by the default branch’s policy']),
      ...(check.statistics.asOf <= latest ? [] : [`is as of ${check.statistics.asOf}, a day after ${latest}`]),
      ...findPerformanceProblems(check, ground),
      ...(replayed === null ? [] : [replayed]),
    ].map((message) => ({ path: `performance of ${check.version} in the week of ${check.window.start}`, message }))
  })
  if (problems.length === 0) return
  throw new TidemarkError('DIGEST_MISMATCH', 'what was judged about performance does not fit together', {
    hint: 'Run the workflow again from the judging job, without editing what travels between its jobs.',
    problems,
  })
}
