import { describeBump, type VersionTrace } from '@tidemark/registry'
import { causeInWords, formatQuantity, formatSize, formatWeight } from '@tidemark/reports'
import {
  type Dataset,
  type RolloutState,
  type Run,
  type VersionLineage,
  windowKind,
  windowName,
} from '@tidemark/schemas'
import type { Look, Tone } from './look.ts'
import { type Branch, drawTree } from './tree.ts'
import { formatMetric, formatSpan, formatWhen, metricNames, statusText, statusTone } from './words.ts'

const mostFiles = 10
const mostWindows = 12
const mostParameters = 12

/** What a version came from and what came of it, as a tree. */
export function describeLineage(trace: VersionTrace, look: Look): string {
  const { manifest, status, since, lineage } = trace
  return drawTree(
    {
      title: `${manifest.model} ${manifest.version}`,
      tone: 'strong',
      note: `${statusText(trace)} since ${formatWhen(since)} UTC, sha256 ${short(manifest.modelDigest)}`,
      children: [
        evaluationBranch(lineage),
        runBranch(lineage.run, lineage),
        {
          title: manifest.parent ? `follows ${manifest.parent.version}` : 'the first version',
          note: manifest.parent ? describeBump(manifest.bump) : '',
        },
        {
          title: 'registered',
          note: `${formatWhen(manifest.registeredAt)} UTC by ${manifest.registeredBy}, release ${manifest.release.tag}`,
        },
        ...channelBranches(trace),
        ...trace.children.map(({ version }) => ({ title: `followed by ${version}` })),
        ...driftBranches(trace),
        ...(status === 'live' || trace.tenures.length > 0
          ? []
          : [{ title: 'in no channel so far', tone: statusTone(status), note: statusText(trace) }]),
      ],
    },
    look,
  )
}

const short = (digest: string): string => digest.slice(0, 12)
const verdictTone = (verdict: string): Tone => (verdict === 'pass' ? 'good' : verdict === 'fail' ? 'bad' : 'warn')

function evaluationBranch(lineage: VersionLineage): Branch {
  const { evaluation } = lineage
  if (evaluation === null) return { title: 'evaluation', tone: 'bad', note: 'cannot be read' }
  const { champion, holdout, verdict, reason, challenger } = evaluation
  const metrics = metricNames(Object.keys(evaluation.metrics)).map((name) => {
    const judged = evaluation.metrics[name as 'roc_auc']
    const { value, lower, upper } = judged.challenger
    const bounds = lower === null && upper === null ? '' : ` (${formatMetric(lower)} to ${formatMetric(upper)})`
    return {
      title: `${name} ${formatMetric(value)}${bounds}`,
      note: judged.champion
        ? `${champion?.version ?? 'champion'} ${formatMetric(judged.champion.value)} on the same rows`
        : '',
    }
  })
  return {
    title: `evaluation: ${verdict}`,
    tone: verdictTone(verdict),
    note: `${reason} ${short(evaluation.id)}`,
    children: [
      champion
        ? { title: `against champion ${champion.version}`, note: `sha256 ${short(champion.modelDigest)}` }
        : { title: 'without a champion' },
      ...metrics,
      {
        title: challenger.sizeBytes === null ? 'size not measured' : formatSize(challenger.sizeBytes),
        note: challenger.latencyP95Ms === null ? '' : `p95 ${challenger.latencyP95Ms.toPrecision(3)} ms`,
      },
      dataBranch('holdout', holdout.dataset, lineage),
    ],
  }
}

function runBranch(run: Run | null, lineage: VersionLineage): Branch {
  if (run === null) return { title: 'run', tone: 'bad', note: 'cannot be read' }
  const parameters = Object.entries(run.parameters).filter(([name]) => name !== 'seed')
  const shown = parameters.slice(0, mostParameters).map(([name, value]) => `${name} ${value}`)
  const more = parameters.length > mostParameters ? ` and ${parameters.length - mostParameters} more` : ''
  return {
    title: `run ${short(run.id)}`,
    note: `${run.executor}, ${run.trainer.name} ${run.trainer.version}, ${run.trainingSeconds.toFixed(1)} s`,
    children: [
      {
        title: `commit ${short(run.source.sha)}`,
        note: `${run.source.repository} ${run.source.ref}, ${formatWhen(run.source.committedAt)} UTC`,
      },
      { title: 'parameters', note: [`seed ${run.seed}`, ...shown].join(', ') + more },
      dataBranch('training data', run.data.dataset, lineage),
    ],
  }
}

function dataBranch(use: string, digest: string, { datasets, validations }: VersionLineage): Branch {
  const dataset = datasets.find((each) => each.digest === digest)
  if (dataset === undefined) return { title: `${use} ${short(digest)}`, tone: 'bad', note: 'cannot be read' }
  const checks = validations
    .filter((validation) => validation.dataset === digest)
    .map(({ contract, verdict, rejectedRows, checks, id }) => ({
      title: `contract ${contract.version}: ${verdict}`,
      tone: verdictTone(verdict),
      note: `${formatQuantity(checks.length, 'check')}, ${formatQuantity(rejectedRows, 'row')} rejected, ${short(id)}`,
    }))
  return {
    title: `${use} ${short(digest)}`,
    note: `${formatQuantity(dataset.rows, 'row')} in ${formatQuantity(dataset.files.length, 'file')}`,
    children: [...fileBranches(dataset), ...checks],
  }
}

function fileBranches({ files }: Dataset): Branch[] {
  const more = files.length - mostFiles
  return [
    ...files.slice(0, mostFiles).map(({ path, rows, sizeBytes, sha256 }) => ({
      title: path,
      note: `${formatQuantity(rows, 'row')}, ${formatSize(sizeBytes)}, sha256 ${short(sha256)}`,
    })),
    ...(more > 0 ? [{ title: `and ${formatQuantity(more, 'more file', 'more files')}` }] : []),
  ]
}

function channelBranches({ tenures, rollouts }: VersionTrace): Branch[] {
  const inTenure = tenures.map(({ channel, seq, since, until, approvedBy, pullRequest }): Branch => {
    const approval = [
      ...(approvedBy.length > 0 ? [`approved by ${approvedBy.join(', ')}`] : []),
      ...(pullRequest === null ? [] : [`pull request #${pullRequest}`]),
    ]
    return {
      title: `in ${channel} ${formatSpan(since, until)}`,
      tone: until === null ? 'good' : 'calm',
      note: [`#${seq}`, ...approval].join(', '),
    }
  })
  return [...rollouts.toReversed().map(rolloutBranch), ...inTenure]
}

function rolloutBranch(rollout: RolloutState): Branch {
  const { channel, seq, champion, phase, history } = rollout
  const tones: Readonly<Record<RolloutState['phase'], Tone>> = {
    pending: 'busy',
    running: 'busy',
    holding: 'warn',
    promoted: 'good',
    'rolled-back': 'bad',
  }
  return {
    title: `rollout in ${channel} against ${champion.version}: ${phase.replace('-', ' ')}`,
    tone: tones[phase],
    note: [`#${seq}`, causeInWords(rollout) ?? ''].filter((part) => part !== '').join(', '),
    children: history
      .filter(({ action }) => action !== 'open' && action !== 'hold')
      .map(({ at, weight, action }) => ({
        title: `${formatWhen(at)}  ${action === 'roll-back' ? 'rolled back' : formatWeight(action === 'promote' ? 1 : weight)}`,
      })),
  }
}

function driftBranches({ drift }: VersionTrace): Branch[] {
  if (drift.length === 0) return []
  const verdicts = ['pass', 'warn', 'fail', 'inconclusive'] as const
  const counts = verdicts
    .map((verdict) => [drift.filter((check) => check.verdict === verdict).length, verdict] as const)
    .filter(([count]) => count > 0)
    .map(([count, verdict]) => `${count} ${verdict}`)
  const more = drift.length - mostWindows
  return [
    {
      title: `baseline of ${formatQuantity(drift.length, 'drift check')}`,
      note: counts.join(', '),
      children: [
        ...(more > 0 ? [{ title: formatQuantity(more, `older ${windowKind(drift)}`) }] : []),
        ...drift.slice(-mostWindows).map((check) => ({
          title: `${windowName(check)}: ${check.verdict}`,
          tone: check.verdict === 'pass' ? ('calm' as const) : verdictTone(check.verdict),
          note: check.reason,
        })),
      ],
    },
  ]
}
