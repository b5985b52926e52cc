import {
  type Baseline,
  canonicalJson,
  type DriftCheck,
  type DriftProfile,
  digestOf,
  MonitorPolicy,
  readNumbers,
  TidemarkError,
} from '@tidemark/schemas'
import { type DriftDecision, judgeDrift } from './judge.ts'

/** A window's judgement as the registry keeps it. The same baseline, counts and policy have the same id. */
export function checkDrift(question: {
  readonly baseline: Baseline
  readonly window: DriftProfile
  /** Digest of the dataset that the window was counted from. */
  readonly dataset: string
  readonly policy: MonitorPolicy
}): DriftCheck {
  const { baseline, window, dataset } = question
  const policy = MonitorPolicy.parse(question.policy)
  const { verdict, reason, results, notJudged, ruledOutAbove } = judgeDrift({ baseline, window, policy })
  const digest = digestOf(window)
  return {
    schema: 'tidemark/drift/v1',
    model: baseline.model,
    id: digestOf({ baseline: baseline.id, window: digest, policy }),
    baseline: baseline.id,
    dataset,
    modelDigest: baseline.modelDigest,
    window: {
      ...window.period,
      digest,
      rows: readNumbers(window.rows).reduce((sum, rows) => sum + rows, 0),
      blocks: window.days.length,
    },
    policy,
    verdict,
    reason,
    results: [...results],
    notJudged: [...notJudged],
    ...(ruledOutAbove === undefined ? {} : { ruledOutAbove }),
    statistics: window,
  }
}

/** Makes a stored check's decision again. Throws `DIGEST_MISMATCH` where baseline, counts or the decision are not those on record. */
export function replayDrift(check: DriftCheck, baseline: Baseline): DriftDecision {
  const again = checkDrift({ baseline, window: check.statistics, dataset: check.dataset, policy: check.policy })
  const { id, ...rest } = baseline
  const differs = [
    ...(digestOf(rest) === id && check.baseline === id ? [] : ['the baseline']),
    ...(again.window.digest === check.window.digest ? [] : ['the window’s counts']),
    ...(canonicalJson(asStored(again, check)) === canonicalJson(check) ? [] : ['the decision']),
  ]
  if (differs.length === 0) return again
  throw new TidemarkError('DIGEST_MISMATCH', `Drift check ${check.id}: ${differs.join(', ')} cannot be made again`, {
    hint: 'The stored document was changed, or is from another version of Tidemark. Restore it from Git history.',
  })
}

/** A check without what versions later than the stored one's show besides: none of it is decided on. */
function asStored({ ruledOutAbove, ...again }: DriftCheck, stored: DriftCheck): DriftCheck {
  return {
    ...again,
    ...(stored.ruledOutAbove === undefined || ruledOutAbove === undefined ? {} : { ruledOutAbove }),
    results: again.results.map((result, i) => {
      const known = stored.results[i]?.shown ?? {}
      return { ...result, shown: Object.fromEntries(Object.entries(result.shown).filter(([name]) => name in known)) }
    }),
  }
}

/** As `replayDrift`, but says in one sentence what is wrong, or null. */
export function findDriftReplayProblem(check: DriftCheck, baseline: Baseline): string | null {
  try {
    replayDrift(check, baseline)
    return null
  } catch (error) {
    if (error instanceof TidemarkError) return error.message
    throw error
  }
}
