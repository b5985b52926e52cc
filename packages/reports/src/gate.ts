import type { Evaluation, GatePolicy, Verdict } from '@tidemark/schemas'
import { codeSpan, escapeMarkdown } from './escape.ts'
import { formatGiven, formatMilliseconds, formatNumber, formatQuantity, formatSize, shortDigest } from './format.ts'
import { details, list, paragraphs, table, verdictMark } from './markdown.ts'
import { metricTitle, ruleTitle } from './metric-title.ts'
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
export function evidenceSize({ holdout, rules }: Evaluation, policy: GatePolicy | undefined): string {
  const rows = formatQuantity(holdout.acceptedRows, 'row')
  // A rule may rest on fewer: an AUC on those that hold the rarer class.
  const clusters = Math.max(0, ...rules.map((rule) => rule.clusters))
  const cluster = policy?.cluster
  if (cluster !== undefined && typeof cluster !== 'string') {
    return `${rows}, each its own unit (${escapeMarkdown(cluster.none)})`
  }
  const unit = cluster === undefined ? '' : ` (${codeSpan(cluster)})`
  return clusters === 0 ? rows + unit : `${rows} in ${formatQuantity(clusters, 'cluster')}${unit}`
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

/** Every metric that was measured, judged or not, with the candidate's size and latency. */
export function metricTable({ metrics, challenger, champion }: Evaluation): string {
  const rows = Object.entries(metrics).map(([name, value]): [string, string, string] => [
    metricTitle(name),
    formatNumber(value.champion?.value),
    formatNumber(value.challenger.value),
  ])
  rows.push(['Size ↓', '', measured(challenger.sizeBytes, formatSize)])
  rows.push(['Latency p95 ↓', '', measured(challenger.latencyP95Ms, formatMilliseconds)])
  return champion
    ? table([{ title: 'Metric' }, { title: 'Champion', align: 'right' }, { title: 'Challenger', align: 'right' }], rows)
    : table(
        [{ title: 'Metric' }, { title: 'Candidate', align: 'right' }],
        rows.map(([title, , value]) => [title, value]),
      )
}

/** A quantity of the candidate; a container image's size and a command's latency are not measured. */
export const measured = (value: number | null, format: (value: number) => string): string =>
  value === null ? 'not measured' : format(value)

const consequence: Record<Verdict, string> = {
  pass: 'The candidate may be promoted.',
  fail: 'The candidate is refused: a rule was shown to be broken.',
  inconclusive: 'The candidate is not promoted: the evidence does not settle it.',
}

const adviceWhenInconclusive =
  '> Inconclusive is not a near miss: the bounds lie on both sides of a limit, or too few rows speak. More data settles it (`data.holdout.newestFiles` in `model.yaml` takes more files, or wait for the next ones), or a pull request that changes the margin, for a reason.'

function notJudged({ notJudged: requirements }: Evaluation, { confidence }: GatePolicy): string {
  const open = requirements.map(({ id, reason }) => `${ruleTitle(id)}: ${escapeMarkdown(reason, 600)}`)
  return paragraphs(list(open), `<sub>Bounds are one-sided at ${formatGiven(confidence * 100)} % each.</sub>`)
}
