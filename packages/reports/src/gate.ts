import type { Evaluation, GatePolicy, Verdict } from '@tidemark/schemas'
import { codeSpan, escapeMarkdown } from './escape.ts'
import { formatMilliseconds, formatNumber, formatQuantity, formatShare, formatSize, shortDigest } from './format.ts'
import { details, list, paragraphs, table, verdictMark } from './markdown.ts'
import { metricTitle } from './metric-title.ts'
import { ruleTable } from './rule-table.ts'
import { digestTable } from './training.ts'

/** Job summary of evaluate-gate: the verdict and what follows from it, every rule with its bounds, the evidence's size. */
export function renderGate(
  evaluation: Evaluation,
  { policy, championName }: { readonly policy: GatePolicy; readonly championName?: string },
): string {
  const { verdict, challenger, champion, holdout } = evaluation
  const against = champion
    ? `against ${codeSpan(championName ?? champion.version)}`
    : 'without a champion: absolute rules only'
  return paragraphs(
    `## ${verdictMark[verdict]} Gate: ${verdict} · ${codeSpan(evaluation.model)}`,
    `**${consequence[verdict]}** Candidate ${codeSpan(shortDigest(challenger.modelDigest))} was judged ${against}, on ${evidenceSize(evaluation, policy)}.`,
    verdict === 'inconclusive' && adviceWhenInconclusive,
    ruleTable(evaluation),
    reasons(evaluation),
    notJudged(evaluation, policy),
    details('All metrics on the holdout', metricTable(evaluation)),
    details(
      'Digests',
      digestTable([
        ['evaluation', evaluation.id],
        ['challenger', challenger.modelDigest],
        ...(champion ? [['champion', champion.modelDigest] as const] : []),
        ['holdout dataset', holdout.dataset],
        ['holdout validation', holdout.validation],
        ['features query', holdout.features],
        ['gate policy', evaluation.policyDigest],
        ['run', evaluation.run],
      ]),
    ),
  )
}

/** `452,201 rows in 30 clusters (flight_date)`. */
export function evidenceSize({ holdout, statistics }: Evaluation, policy: GatePolicy | undefined): string {
  const rows = formatQuantity(holdout.acceptedRows, 'row')
  const clusters = clusterCount(statistics)
  const cluster = policy?.cluster
  if (cluster !== undefined && typeof cluster !== 'string') {
    return `${rows}, each its own unit (${escapeMarkdown(cluster.none)})`
  }
  const unit = cluster === undefined ? '' : ` (${codeSpan(cluster)})`
  return clusters === null ? rows + unit : `${rows} in ${formatQuantity(clusters, 'cluster')}${unit}`
}

/** One sentence a rule, what stopped the candidate first. */
export function reasons({ rules }: Evaluation): string {
  const order: Verdict[] = ['fail', 'inconclusive', 'pass']
  return list(
    [...rules]
      .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
      .map((rule) => `${verdictMark[rule.verdict]} ${escapeMarkdown(rule.reason, 600)}`),
    50,
  )
}

/** Every metric that was measured, judged or not, with size and latency. */
export function metricTable({ metrics, challenger }: Evaluation): string {
  return table(
    [{ title: 'Metric' }, { title: 'Champion', align: 'right' }, { title: 'Challenger', align: 'right' }],
    [
      ...Object.entries(metrics).map(([name, value]) => [
        metricTitle(name),
        formatNumber(value.champion),
        formatNumber(value.challenger),
      ]),
      ['Size ↓', '–', formatSize(challenger.sizeBytes)],
      ['Latency p95 ↓', '–', formatMilliseconds(challenger.latencyP95Ms)],
    ],
    60,
  )
}

const consequence: Record<Verdict, string> = {
  pass: 'The candidate may be promoted.',
  fail: 'The candidate is refused: a rule was shown to be broken.',
  inconclusive: 'The candidate is not promoted: the evidence does not settle it.',
}

const adviceWhenInconclusive =
  '> Inconclusive is not a near miss: the bounds lie on both sides of a limit, or too few rows speak. More data settles it (`data.holdout.newestFiles` in `model.yaml` takes more files, or wait for the next ones), or a pull request that changes the margin, for a reason.'

function notJudged({ champion }: Evaluation, { metrics, confidence }: GatePolicy): string {
  const skipped = champion ? [] : metrics.filter(({ mode }) => mode !== 'absolute')
  const comparisons =
    skipped.length > 0 &&
    `Not judged, for want of a champion: ${skipped.map(({ id, mode }) => `${metricTitle(id)} ${mode.replaceAll('_', '-')}`).join(', ')}.`
  return [comparisons, `Bounds are one-sided at ${formatShare(confidence)} each.`].filter((part) => part).join(' ')
}

/** Clusters as the evaluation's statistics count them, or null where they say nothing. */
function clusterCount(statistics: Evaluation['statistics']): number | null {
  const clusters = property(statistics, 'clusters')
  const rows = property(clusters, 'rows')
  if (Array.isArray(rows)) return rows.length
  const count = property(clusters, 'count')
  return typeof count === 'number' ? count : null
}

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : null
