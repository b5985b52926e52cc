import type { Validation } from '@tidemark/schemas'
import type { Promotion } from './index.ts'

/** The promotion of a model's first version. */
export function firstPromotion({ champion: _, ...promotion }: Promotion): Promotion {
  const rules = promotion.evaluation.rules.filter(({ mode }) => mode === 'absolute')
  return { ...promotion, evaluation: { ...promotion.evaluation, champion: null, rules } }
}

/** A failing validation with a check that could not be judged. */
export function withFailures(validation: Validation): Validation {
  return {
    ...validation,
    verdict: 'fail',
    checks: [...validation.checks, { ...validation.checks[0]!, verdict: 'inconclusive', failedRows: null }],
  }
}

/** A settlement in which everything is called `text`. */
export function settled(text: string) {
  return {
    model: text,
    channel: text,
    seq: 2,
    outcome: 'settled',
    version: text,
    modelDigest: text,
    previous: { version: text, modelDigest: text },
    approvedBy: [text],
    at: text,
    tag: text,
    releaseTag: text,
    mergeSha: text,
    pullRequest: 4,
  } as const
}

/** Replaces every text that is not one of a fixed set of words by `text`, and names of parameters and features with it. */
export function rename<T>(value: T, text: string, key = ''): T {
  const fixed = ['schema', 'sha256', 'verdict', 'mode', 'metric', 'severity', 'action', 'serverUrl', 'importance']
  if (typeof value === 'string') return (fixed.includes(key) || isRuleId(value) ? value : text) as T
  if (Array.isArray(value)) return value.map((item) => rename(item, text, key)) as T
  if (typeof value !== 'object' || value === null) return value
  const isNamedByUsers = ['parameters', 'importance'].includes(key)
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      isNamedByUsers ? `${text}${name}` : name,
      rename(item, text, name === 'bump' ? '' : name),
    ]),
  ) as T
}

/** Rule ids choose units and wording; every other text is shown only. */
function isRuleId(text: string): boolean {
  return /^(roc_auc|log_loss|ece|size)\.\w+$/.test(text)
}
