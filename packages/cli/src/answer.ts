import type { ChannelAnswer } from '@tidemark/registry'
import { formatWeight } from '@tidemark/reports'
import type { VersionLineage } from '@tidemark/schemas'
import { fact } from './facts.ts'
import { type Look, paint } from './look.ts'
import { describeData, formatMetric, formatSpan, formatWhen, metricNames } from './words.ts'

/** What a channel held at a time, since when, by whose approval, on what evidence, trained on what. */
export function describeAnswer(answer: ChannelAnswer, at: string | null, look: Look): string {
  const { model, channel, held, before, after, canary } = answer
  const when = at === null ? 'now' : `at ${formatWhen(at)} UTC`
  const title = (what: string) => paint(`${model}, ${channel}, ${when}: ${what}`, 'strong', look)
  if (held === null) {
    const next = after ? `  The first version, ${after.version}, came at ${formatWhen(after.since)} UTC.` : ''
    return [title('nothing'), next].filter((line) => line !== '').join('\n')
  }
  const { version, since, until, seq, approvedBy, pullRequest, mergeSha, settledBy, manifest, lineage } = held
  const approval = [
    approvedBy.length > 0 ? approvedBy.join(', ') : 'nobody',
    ...(pullRequest === null ? [] : [`pull request #${pullRequest}`]),
    ...(mergeSha === null ? [] : [`merge ${mergeSha.slice(0, 7)}`]),
    ...(settledBy === '' ? [] : [`settled by ${settledBy}`]),
  ]
  return [
    title(version),
    '',
    fact('held', `${formatSpan(since, until)}, seq ${seq}`, look, until === null ? 'good' : 'calm'),
    fact('approved by', approval.join(', '), look),
    ...(canary
      ? [
          fact(
            'canary',
            `${canary.version} with ${formatWeight(canary.weight)} of the requests (seq ${canary.seq})`,
            look,
            'busy',
          ),
        ]
      : []),
    ...(lineage ? describeEvidence(lineage, look) : []),
    ...(manifest
      ? [
          fact('code', `commit ${manifest.source.sha.slice(0, 12)} of ${manifest.source.repository}`, look),
          fact('model', `sha256 ${manifest.modelDigest}, release ${manifest.release.tag}`, look),
        ]
      : []),
    ...(before ? [fact('before', `${before.version}, ${formatSpan(before.since, before.until)}`, look, 'dim')] : []),
    ...(after ? [fact('then', `${after.version}, ${formatSpan(after.since, after.until)}`, look, 'dim')] : []),
  ].join('\n')
}

function describeEvidence({ evaluation, run, datasets, validations }: VersionLineage, look: Look): string[] {
  const metrics = metricNames(Object.keys(evaluation?.metrics ?? {})).map((name) => {
    const judged = evaluation?.metrics[name as 'roc_auc']
    const { value, lower, upper } = judged!.challenger
    const champion = judged!.champion
      ? `; ${evaluation?.champion?.version} ${formatMetric(judged!.champion.value)}`
      : ''
    const bounds =
      lower === null && upper === null ? '' : ` (${formatMetric(lower)} to ${formatMetric(upper)}${champion})`
    return `${name} ${formatMetric(value)}${bounds}`
  })
  return [
    ...(evaluation
      ? [
          fact(
            'evidence',
            `${evaluation.verdict}: ${evaluation.reason}`,
            look,
            evaluation.verdict === 'pass' ? 'good' : 'bad',
          ),
          ...metrics.map((line, i) => fact(i === 0 ? 'metrics' : '', line, look)),
        ]
      : [fact('evidence', 'cannot be read', look, 'bad')]),
    ...describeData({ run, evaluation, datasets, validations }).map(([use, text]) => fact(use, text, look)),
    ...(run
      ? [
          fact(
            'run',
            `${run.id.slice(0, 12)} by ${run.executor}, ${run.trainer.name} ${run.trainer.version}, seed ${run.seed}`,
            look,
          ),
        ]
      : []),
  ]
}
