import { describeBump, type ModelSummary, type Story, type VersionSummary, type VersionTrace } from '@tidemark/registry'
import { causeInWords, formatWeight } from '@tidemark/reports'
import type { RolloutState } from '@tidemark/schemas'
import { fact } from './facts.ts'
import { type Look, paint } from './look.ts'
import { formatStory } from './story-table.ts'
import { formatTable } from './table.ts'
import { formatVersions } from './version-table.ts'
import {
  describeData,
  formatEvidence,
  formatMetric,
  formatSpan,
  formatWhen,
  metricNames,
  statusText,
  statusTone,
} from './words.ts'

export interface ModelDescription {
  readonly summary: ModelSummary
  /** The newest, newest first. */
  readonly versions: readonly VersionSummary[]
  /** Of each channel the newest. */
  readonly rollouts: readonly RolloutState[]
  /** What happened last. */
  readonly story: Story
  /** Entries that are not among it. */
  readonly older: number
}

/** A model for a terminal: what is where, the canary, drift, the newest versions, what happened last. */
export function describeModel({ summary, versions, rollouts, story, older }: ModelDescription, look: Look): string {
  const { model, channels, canary, drift } = summary
  return [
    paint(model, 'strong', look),
    ...(channels.length === 0 ? [fact('in production', 'nothing yet', look)] : []),
    ...channels.map(({ channel, version, since, seq, approvedBy, pullRequest }) => {
      const how = [
        `seq ${seq}`,
        ...(pullRequest === null ? [] : [`pull request #${pullRequest}`]),
        ...(approvedBy.length > 0 ? [`approved by ${approvedBy.join(', ')}`] : []),
      ]
      return fact(`in ${channel}`, `${version} since ${formatWhen(since)} UTC (${how.join(', ')})`, look, 'good')
    }),
    ...rollouts.flatMap((rollout) =>
      canary && rollout.canary.version === canary.version ? rolloutLines(rollout, look) : [lastRollout(rollout, look)],
    ),
    ...(drift
      ? [
          fact(
            'drift',
            `${drift.verdict}, ${drift.window}: ${drift.reason}`,
            look,
            drift.verdict === 'pass' ? 'calm' : 'warn',
          ),
        ]
      : []),
    '',
    formatVersions(versions, look),
    ...(summary.versions > versions.length
      ? [`and ${summary.versions - versions.length} older; \`tidemark ls ${model}\``]
      : []),
    '',
    formatStory(story, look),
    ...(older > 0 ? [`and ${older} older; \`tidemark history ${model}\` has them all`] : []),
  ].join('\n')
}

/** A version for a terminal: what it is, where it came from, how good it is, what became of it. */
export function describeVersion(trace: VersionTrace, story: Story, look: Look): string {
  const { manifest, publishedAt, lineage, rollouts, status, since } = trace
  const { run, evaluation } = lineage
  const lines = [
    paint(`${manifest.model} ${manifest.version}`, 'strong', look),
    fact('status', `${statusText(trace)} since ${formatWhen(since)} UTC`, look, statusTone(status)),
    ...trace.tenures.map(({ channel, since, until, approvedBy, pullRequest }) =>
      fact(
        `in ${channel}`,
        [
          formatSpan(since, until),
          ...(approvedBy.length > 0 ? [`approved by ${approvedBy.join(', ')}`] : []),
          ...(pullRequest === null ? [] : [`pull request #${pullRequest}`]),
        ].join(', '),
        look,
      ),
    ),
    fact('model digest', manifest.modelDigest, look),
    fact('number', describeBump(manifest.bump), look),
    fact(
      'follows',
      manifest.parent
        ? `${manifest.parent.version} (${manifest.parent.modelDigest.slice(0, 12)})`
        : 'nothing: the first',
      look,
    ),
    ...(trace.children.length > 0
      ? [fact('followed by', trace.children.map(({ version }) => version).join(', '), look)]
      : []),
    fact('registered', `${formatWhen(manifest.registeredAt)} UTC by ${manifest.registeredBy}`, look),
    fact(
      'published',
      publishedAt === null ? 'not yet' : `${formatWhen(publishedAt)} UTC, release ${manifest.release.tag}`,
      look,
      publishedAt === null ? 'warn' : 'calm',
    ),
    fact('commit', `${manifest.source.sha} of ${manifest.source.repository}`, look),
    ...(manifest.kind === 'opaque' ? [fact('kind', 'opaque: registered and promoted, not run by Tidemark', look)] : []),
    fact(
      manifest.image ? 'image' : 'files',
      manifest.image
        ? `${manifest.image.name}@sha256:${manifest.image.digest}`
        : manifest.files
            .map(({ path, sizeBytes }) => `${path} (${sizeBytes.toLocaleString('en-US')} bytes)`)
            .join(', '),
      look,
    ),
    ...(run
      ? [
          fact(
            'run',
            `${run.id.slice(0, 12)} by ${run.executor}, ${run.trainer.name} ${run.trainer.version}, seed ${run.seed}`,
            look,
          ),
        ]
      : []),
    ...describeData(lineage).map(([use, text]) => fact(use, text, look)),
    ...(evaluation
      ? [
          fact(
            'evaluation',
            `${evaluation.id.slice(0, 12)}: ${evaluation.verdict}. ${evaluation.reason}`,
            look,
            evaluation.verdict === 'pass' ? 'good' : 'bad',
          ),
        ]
      : []),
    '',
    metricTable(trace, look),
    ...rollouts.flatMap((rollout) => ['', ...rolloutLines(rollout, look), guardrailTable(rollout, look)]),
    '',
    formatStory(story, look),
  ]
  return lines.join('\n')
}

function metricTable({ manifest, lineage }: VersionTrace, look: Look): string {
  const { evaluation } = lineage
  const against = evaluation?.champion?.version
  const columns = [
    { title: 'METRIC', isFlexible: true },
    { title: manifest.version, isNumber: true },
    { title: 'BOUNDS' },
    { title: against ? `CHAMPION ${against}` : 'CHAMPION', isNumber: true },
  ]
  const rows = metricNames(Object.keys(manifest.metrics)).map((name) => {
    const judged = evaluation?.metrics[name as 'roc_auc']
    const { lower = null, upper = null } = judged?.challenger ?? {}
    return [
      name,
      formatMetric(manifest.metrics[name]),
      lower === null && upper === null ? '' : `${formatMetric(lower)} to ${formatMetric(upper)}`,
      judged?.champion ? formatMetric(judged.champion.value) : '',
    ]
  })
  return formatTable(columns, rows, look)
}

function rolloutLines(rollout: RolloutState, look: Look): string[] {
  const { canary, champion, channel, seq, phase, weight, openedAt, judgement, plan, cause, fault } = rollout
  const isOver = phase === 'promoted' || phase === 'rolled-back'
  const stage = isOver ? phaseText(phase) : `${phase} at ${formatWeight(weight)}`
  return [
    fact(
      'rollout',
      `${canary.version} against ${champion.version} in ${channel} (seq ${seq}): ${stage}, opened ${formatWhen(openedAt)} UTC`,
      look,
      isOver ? 'calm' : 'busy',
    ),
    fact(
      'harm evidence',
      `${formatEvidence(judgement.logHarm)} (${formatEvidence(-Math.log(plan.alpha.harm))} rolls back)`,
      look,
    ),
    ...(cause ? [fact('rolled back', causeInWords(rollout) ?? cause.reason, look, 'bad')] : []),
    ...(fault ? [fact(isOver ? 'reported' : 'held up', fault.reason, look, 'warn')] : []),
  ]
}

function lastRollout(rollout: RolloutState, look: Look): string {
  const { canary, phase, updatedAt } = rollout
  const cause = causeInWords(rollout)
  return fact(
    'last rollout',
    `${canary.version} ${phaseText(phase)} ${formatWhen(updatedAt)} UTC${cause === null ? '' : `: ${cause}`}`,
    look,
    phase === 'rolled-back' ? 'bad' : 'calm',
  )
}

const phaseText = (phase: RolloutState['phase']): string => phase.replace('-', ' ')

function guardrailTable({ judgement }: RolloutState, look: Look): string {
  const columns = [
    { title: '  GUARDRAIL', isFlexible: true },
    { title: 'CANARY', isNumber: true },
    { title: 'CHAMPION', isNumber: true },
    { title: 'HARM', isNumber: true },
    { title: 'NO HARM', isNumber: true },
  ]
  const rate = ({ events, requests }: { events: number; requests: number }) => `${events} of ${requests}`
  const rows = judgement.guardrails.map(({ id, isAdvisory, canary, stable, logHarm, logPromote }) => [
    `  ${id}${isAdvisory ? ' (advisory)' : ''}`,
    rate(canary),
    rate(stable),
    formatEvidence(logHarm),
    isAdvisory ? '–' : formatEvidence(logPromote),
  ])
  return formatTable(columns, rows, look)
}
