import { causeInWords, formatWeight } from '@tidemark/reports'
import type { ModelOverview, RegistryEvent, RolloutState, VersionOverview } from '@tidemark/schemas'
import { formatTable, plain } from './table.ts'
import { canaryOf, formatEvidence, formatMetric, formatWhen, heldBy, metricsOf, statusText } from './words.ts'

const mostEvents = 15

/** A model for a terminal: what is where, the canary, drift, what happened last. */
export function describeModel(model: ModelOverview): string {
  const held = heldBy(model)
  const canary = canaryOf(model)
  const last = model.rollouts[0]
  const drift = model.drift.at(-1)
  const newest = model.versions.at(-1)
  return [
    model.model,
    ...(held.length === 0 ? [fact('in production', 'nothing yet')] : []),
    ...held.map(({ channel, version, since, seq, approvedBy, pullRequest }) =>
      fact(
        `in ${channel}`,
        `${version} since ${formatWhen(since)} UTC (${[`seq ${seq}`, ...(pullRequest === null ? [] : [`pull request #${pullRequest}`]), ...(approvedBy.length > 0 ? [`approved by ${approvedBy.join(', ')}`] : [])].join(', ')})`,
      ),
    ),
    ...(newest ? [fact('newest version', `${newest.manifest.version} (${statusText(newest)})`)] : []),
    ...(canary ? rolloutLines(canary) : last ? [lastRollout(last)] : []),
    ...(drift ? [fact('drift', `${drift.verdict}, week of ${drift.window.start}: ${drift.reason}`)] : []),
    '',
    'Events, newest first',
    eventTable(model.events),
  ].join('\n')
}

/** A version for a terminal: what it is, where it came from, how good it is, what became of it. `about` holds its own events. */
export function describeVersion(version: VersionOverview, about: ModelOverview): string {
  const { manifest, publishedAt, lineage } = version
  const { run, evaluation, datasets = [], validations = [] } = lineage ?? {}
  const lines = [
    `${manifest.model} ${manifest.version}`,
    fact('status', statusText(version)),
    fact('model digest', manifest.modelDigest),
    fact('number', manifest.bump.kind),
    ...manifest.bump.reasons.map((reason) => `    - ${plain(reason)}`),
    fact(
      'follows',
      manifest.parent
        ? `${manifest.parent.version} (${manifest.parent.modelDigest.slice(0, 12)})`
        : 'nothing: the first',
    ),
    fact('registered', `${formatWhen(manifest.registeredAt)} UTC by ${manifest.registeredBy}`),
    fact(
      'published',
      publishedAt === null ? 'not yet' : `${formatWhen(publishedAt)} UTC, release ${manifest.release.tag}`,
    ),
    fact('commit', `${manifest.source.sha} of ${manifest.source.repository}`),
    ...(manifest.kind === 'opaque' ? [fact('kind', 'opaque: registered and promoted, not run by Tidemark')] : []),
    fact(
      manifest.image ? 'image' : 'files',
      manifest.image
        ? `${manifest.image.name}@sha256:${manifest.image.digest}`
        : manifest.files
            .map(({ path, sizeBytes }) => `${path} (${sizeBytes.toLocaleString('en-US')} bytes)`)
            .join(', '),
    ),
    ...(run
      ? [
          fact(
            'run',
            `${run.id.slice(0, 12)} by ${run.executor}, ${run.trainer.name} ${run.trainer.version}, seed ${run.seed}`,
          ),
        ]
      : []),
    ...datasets.map(({ digest, rows, files }) => {
      const use =
        digest === run?.data.dataset ? 'training data' : digest === evaluation?.holdout.dataset ? 'holdout' : 'data'
      const contract = validations.find(({ dataset }) => dataset === digest)
      return fact(
        use,
        `${digest.slice(0, 12)}: ${rows.toLocaleString('en-US')} rows in ${files.length} ${files.length === 1 ? 'file' : 'files'}${contract ? `, contract ${contract.contract.version}: ${contract.verdict}` : ''}`,
      )
    }),
    ...(evaluation
      ? [fact('evaluation', `${evaluation.id.slice(0, 12)}: ${evaluation.verdict}. ${evaluation.reason}`)]
      : []),
    '',
    metricTable(version),
    ...about.rollouts.flatMap((rollout) => ['', ...rolloutLines(rollout), guardrailTable(rollout)]),
    '',
    'Events, newest first',
    eventTable(about.events),
  ]
  return lines.join('\n')
}

const fact = (title: string, value: string): string => `  ${`${title}:`.padEnd(16)} ${plain(value)}`

function metricTable(version: VersionOverview): string {
  const { manifest, lineage } = version
  const evaluation = lineage?.evaluation
  const against = evaluation?.champion?.version
  const columns = [
    { title: 'METRIC' },
    { title: manifest.version, isNumber: true },
    { title: 'BOUNDS' },
    { title: against ? `CHAMPION ${against}` : 'CHAMPION', isNumber: true },
  ]
  const rows = metricsOf([version]).map((name) => {
    const value = manifest.metrics[name]
    const judged = evaluation?.metrics[name as 'roc_auc']
    const { lower, upper } = judged?.challenger ?? {}
    const champion = judged?.champion ? formatMetric(judged.champion.value) : ''
    return [
      name,
      formatMetric(value),
      lower === undefined ? '' : `${formatMetric(lower)} to ${formatMetric(upper)}`,
      champion,
    ]
  })
  return formatTable(columns, rows)
}

function rolloutLines(rollout: RolloutState): string[] {
  const { canary, champion, channel, seq, phase, weight, openedAt, judgement, plan, cause, fault } = rollout
  const share = formatWeight(weight)
  const isOver = phase === 'promoted' || phase === 'rolled-back'
  return [
    fact(
      'rollout',
      `${canary.version} against ${champion.version} in ${channel} (seq ${seq}): ${isOver ? phaseText(phase) : `${phase} at ${share}`}, opened ${formatWhen(openedAt)} UTC`,
    ),
    fact(
      'harm evidence',
      `${formatEvidence(judgement.logHarm)} (${formatEvidence(-Math.log(plan.alpha.harm))} rolls back)`,
    ),
    ...(cause ? [fact('rolled back', causeInWords(rollout) ?? cause.reason)] : []),
    ...(fault ? [fact(isOver ? 'reported' : 'held up', fault.reason)] : []),
  ]
}

function lastRollout(rollout: RolloutState): string {
  const { canary, phase, updatedAt } = rollout
  const cause = causeInWords(rollout)
  return fact(
    'last rollout',
    `${canary.version} ${phaseText(phase)} ${formatWhen(updatedAt)} UTC${cause === null ? '' : `: ${cause}`}`,
  )
}

const phaseText = (phase: RolloutState['phase']): string => phase.replace('-', ' ')

/** The first reason; of many weeks, how many were judged and how they all came out. */
function reasonText(type: RegistryEvent['type'], reasons: readonly string[]): string {
  if (type !== 'drift.checked' || reasons.length < 2) return reasons[0] ?? ''
  const verdicts = reasons.map((reason) => reason.slice(reason.lastIndexOf(' ') + 1))
  const counts = [...new Set(verdicts)].map(
    (verdict) => `${verdicts.filter((each) => each === verdict).length} ${verdict}`,
  )
  return `${reasons.length} weeks: ${counts.join(', ')}`
}

function guardrailTable({ judgement }: RolloutState): string {
  const columns = [
    { title: '  GUARDRAIL' },
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
  return formatTable(columns, rows)
}

function eventTable(events: readonly RegistryEvent[]): string {
  const columns = [
    { title: '  TIME (UTC)' },
    { title: 'EVENT' },
    { title: 'VERSION' },
    { title: 'CHANNEL' },
    { title: 'DETAILS' },
  ]
  const rows = events
    .slice(0, mostEvents)
    .map(({ at, type, subject, approvedBy = [], pullRequest, issue, reasons = [] }) => [
      `  ${formatWhen(at)}`,
      type,
      subject.version ?? subject.modelDigest.slice(0, 12),
      subject.channel === undefined ? '' : `${subject.channel}${subject.seq === undefined ? '' : ` #${subject.seq}`}`,
      [
        approvedBy.length > 0 ? `approved by ${approvedBy.join(', ')}` : '',
        pullRequest === undefined ? '' : `pull request #${pullRequest}`,
        issue === undefined ? '' : `issue #${issue}`,
        reasonText(type, reasons),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    ])
  const more = events.length - mostEvents
  return formatTable(columns, rows) + (more > 0 ? `\n  and ${more} more; --json has them all` : '')
}
