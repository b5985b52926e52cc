import type { Evaluation, Run } from '@tidemark/schemas'
import { checkVerdict, type PromotionCheck } from './check.ts'
import { formatDuration, formatNumber, formatQuantity, formatShare, shortDigest } from './format.ts'
import { overall } from './markdown.ts'
import type { Registration } from './registration.ts'
import type { Settlement } from './settlement.ts'
import type { ValidatedDataset } from './validation.ts'
import type { Verification } from './verification.ts'

/** One line of plain text per result, for step outputs, statuses and logs. At most 140 characters, a status' longest. */
export const summaryLine = {
  validation(validations: readonly ValidatedDataset[]): string {
    const rows = sum(validations.map(({ validation }) => validation.rows))
    const rejected = sum(validations.map(({ validation }) => validation.rejectedRows))
    const verdict = overall(validations.map(({ validation }) => validation.verdict))
    return line(
      `${verdict}: ${formatQuantity(rows, 'row')}, ${formatQuantity(rejected, 'row')} rejected (${formatShare(rows > 0 ? rejected / rows : null)})`,
    )
  },
  training({ output, data, trainingSeconds }: Run): string {
    return line(
      `model ${shortDigest(output.modelDigest)} from ${formatQuantity(data.acceptedRows, 'row')} in ${formatDuration(trainingSeconds)}`,
    )
  },
  gate({ verdict, rules, metrics }: Evaluation): string {
    const stopped = rules.filter((rule) => rule.verdict === verdict && verdict !== 'pass').map(({ id }) => id)
    const { value } = metrics.roc_auc.challenger
    const before = metrics.roc_auc.champion
    const change =
      value === null ? '' : `, AUC ${before ? `${formatNumber(before.value)} to ` : ''}${formatNumber(value)}`
    return line(`${verdict}${stopped.length > 0 ? ` by ${stopped.join(', ')}` : ''}${change}`)
  },
  registration(registration: Registration): string {
    if (registration.outcome === 'refused') {
      return line(`not registered: the gate's verdict is ${registration.evaluation.verdict}`)
    }
    const { manifest, pullRequest, outcome } = registration
    return line(
      `${manifest.model} ${manifest.version} ${outcome === 'known' ? 'was registered before' : `registered (${manifest.bump.kind})`}${pullRequest ? `, pull request ${pullRequest.number}` : ''}`,
    )
  },
  check(check: PromotionCheck): string {
    const failed = check.checks.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name)
    if (failed.length > 0) return line(`fail: ${failed.join(', ')}`)
    return checkVerdict(check) === 'pass'
      ? `pass: all ${formatQuantity(check.checks.length, 'check')}`
      : 'fail: nothing was checked'
  },
  settlement({ model, channel, seq, outcome, version, approvedBy, reasons }: Settlement): string {
    if (outcome === 'refused')
      return line(`${model} ${version} refused for ${channel}: ${reasons?.[0] ?? 'no reason was given'}`)
    const approvers = approvedBy.length > 0 ? `, approved by ${approvedBy.join(', ')}` : ''
    const state = outcome === 'merged' ? 'goes on as a canary of' : 'is in'
    return line(`${model} ${version} ${state} ${channel} (${seq})${approvers}`)
  },
  verification({ checked, problems }: Verification): string {
    const errors = problems.filter(({ severity }) => severity === 'error').length
    const total = sum(Object.values(checked))
    const checks = formatQuantity(total, 'check')
    if (total === 0 && errors === 0) return 'nothing to verify yet'
    return errors > 0
      ? `not verified: ${formatQuantity(errors, 'error')} in ${checks}`
      : `verified: ${checks}, ${formatQuantity(problems.length, 'warning')}`
  },
} as const

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Control and bidirectional characters would end the line or reorder it. */
function line(text: string): string {
  const plain = text.toWellFormed().replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
  return plain.length > 140 ? `${plain.slice(0, 139).toWellFormed()}…` : plain
}
