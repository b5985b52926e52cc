import {
  type Dataset,
  type DriftCheck,
  type Evaluation,
  type GatePolicy,
  layout,
  type RolloutPolicy,
  type Run,
  type Validation,
  type VersionManifest,
} from '@tidemark/schemas'
import { eventInWords } from './cause.ts'
import { dataDifference, type VersionData } from './data-difference.ts'
import { bar } from './drawing.ts'
import { codeSpan, escapeMarkdown, link } from './escape.ts'
import { evidenceTable } from './evidence.ts'
import {
  formatMilliseconds,
  formatNumber,
  formatPoints,
  formatQuantity,
  formatSize,
  formatTime,
  formatWeight,
  shortDigest,
} from './format.ts'
import { evidenceSize, measured, metricTable, reasons } from './gate.ts'
import { drawLineage } from './lineage.ts'
import { details, list, paragraphs, table, verdictLabel } from './markdown.ts'
import { metricTitle } from './metric-title.ts'
import { parametersDifference } from './parameters.ts'
import { registryAddresses } from './registry-address.ts'
import { ruleTable } from './rule-table.ts'
import { importanceTable, signatureTable } from './training.ts'
import { datasetTable } from './validation.ts'

/** Everything a reviewer decides from: the facts as they are stored, and where people find them. */
export interface Promotion {
  /** `owner/name`. */
  readonly repository: string
  /** `https://github.com`, or an enterprise's. */
  readonly serverUrl: string
  readonly registryBranch: string
  readonly channel: string
  readonly seq: number
  readonly manifest: VersionManifest
  readonly run: Run
  readonly evaluation: Evaluation
  readonly datasets: { readonly training: Dataset; readonly holdout: Dataset }
  readonly validations: { readonly training: Validation; readonly holdout: Validation }
  /** The version in the channel now. */
  readonly champion?: {
    readonly manifest: VersionManifest
    readonly run?: Run
    /** What it was trained and judged on. */
    readonly data?: VersionData
    /** What its file was measured to be when it was judged itself. */
    readonly measured?: Evaluation['challenger']
  }
  /** The newest window that the monitor judged. */
  readonly drift?: DriftState
  readonly gatePolicy?: GatePolicy
  /** How the version comes into production after the merge; left out where it comes in at once. */
  readonly rollout?: RolloutPolicy
  /** How many approvals the channel asks for. */
  readonly approvals: number
  /** People of whom one has to approve. */
  readonly owners?: readonly string[]
}

/** What the monitor says of the model in the channel. */
export type DriftState = Pick<DriftCheck, 'window' | 'verdict' | 'reason'>

/** GitHub refuses a pull request's body of more than 65,536 characters; the rest is for what people add. */
const LONGEST_BODY = 60_000

/** Body of the pull request that promotes a version. Its first line is `promotionMarker`. */
export function renderPromotion(promotion: Promotion): string {
  return fit(
    [
      promotionMarker(promotion.manifest.model, promotion.channel, promotion.manifest.version),
      decision(promotion),
      rolloutPlan(promotion),
      gate(promotion),
      drift(promotion),
      data(promotion),
      changes(promotion),
      lineage(promotion),
      importanceTable(promotion.run.importance, 12),
      evidence(promotion),
      verification(promotion),
    ],
    LONGEST_BODY,
    promotion,
  )
}

/** The hidden first line by which the pull request of a version and channel is found again. */
export function promotionMarker(model: string, channel: string, version: string): string {
  const [m, c, v] = [model, channel, version].map((name) =>
    encodeURIComponent(name.toWellFormed()).replaceAll('--', '-%2D'),
  )
  return `<!-- tidemark:promotion model=${m} channel=${c} version=${v} -->`
}

function decision({ manifest, channel, seq, champion, approvals, owners, evaluation, rollout }: Promotion): string {
  const { model, version } = manifest
  const name = escapeMarkdown(version)
  const place = codeSpan(channel)
  const before = champion && escapeMarkdown(champion.manifest.version)
  const tag = codeSpan(layout.channelTag(model, channel, seq))
  const first = rollout?.steps[0]
  const merging =
    before === undefined
      ? `**Merging puts ${name} into ${place} at once.** Nothing is there yet: this is the first version of the channel.`
      : first
        ? `**Merging starts a canary, not a switch:** ${name} gets ${formatWeight(first.weight)} of the requests of ${place} and more step by step, while **${before}** answers the others. It replaces **${before}** when the evidence shows no harm, and is taken back when it shows harm.`
        : `**Merging puts ${name} into ${place} at once.** It replaces **${before}**; the policy plans no rollout.`
  const asked =
    approvals === 0
      ? 'The policy asks for no approval.'
      : `It needs ${formatQuantity(approvals, 'approval')} of this head commit${
          owners
            ? `, one of them by ${owners
                .slice(0, 10)
                .map((login) => codeSpan(login))
                .join(' or ')}`
            : ''
        }; a new commit asks again.`
  const tagged =
    before !== undefined && first
      ? `the tag ${tag} follows when all requests go to it`
      : `the registry is tagged ${tag}`
  return paragraphs(
    `# Promote ${codeSpan(model)} ${name} to ${place}`,
    `**Gate: ${verdictLabel(evaluation.verdict)}${headline(evaluation)}.** ${asked}`,
    merging,
    `After the merge every check is repeated and the approvers are recorded; ${tagged}. Closing the pull request leaves ${place} as it is; the version stays registered either way.`,
  )
}

/** The steps after the merge and what watches over them. Empty where the version comes in at once. */
function rolloutPlan({ rollout, champion }: Promotion): string {
  if (!rollout || !champion) return ''
  const before = escapeMarkdown(champion.manifest.version)
  const steps = rollout.steps.map(({ weight, minRequests, minMinutes }) => [
    formatWeight(weight),
    bar(weight),
    `${formatQuantity(minRequests, 'request')}, ${formatQuantity(minMinutes, 'minute')}`,
  ])
  const guardrails = rollout.guardrails
    .filter(({ isAdvisory }) => !isAdvisory)
    .map(
      ({ id, delta }) =>
        `${escapeMarkdown(eventInWords(id, rollout), 200)} (at most ${formatPoints(delta).replace('point', 'percentage point')} more often than ${before})`,
    )
  return paragraphs(
    '## The rollout that follows',
    table(
      [{ title: 'Canary gets', align: 'right' }, { title: '' }, { title: 'At least' }],
      [...steps, ['100 %', bar(1), 'when no guardrail is worse']],
    ),
    `Guardrails: ${guardrails.join('; ')}. Evidence of harm in any of them takes it back by itself, at any step; so does a rollout that is not done after ${formatQuantity(rollout.timeoutHours, 'hour')}. A roll-back opens the pull request that returns the channel file to ${before}.`,
  )
}

/** `, ROC AUC 0.6714 → 0.6727`, for the metric that the first rule is about. */
function headline({ rules, metrics }: Evaluation): string {
  const metric = rules[0]?.metric
  if (!metric) return ''
  const { challenger, champion } = metrics[metric]
  const before = champion ? `${formatNumber(champion.value)} → ` : ''
  return `, ${metricTitle(metric)} ${before}${formatNumber(challenger.value)}`
}

function gate({ evaluation, gatePolicy, manifest, champion: known }: Promotion): string {
  const { champion, challenger } = evaluation
  const against = champion
    ? `Champion **${escapeMarkdown(champion.version)}** and this version scored the same`
    : 'No champion to beat: absolute rules only, on'
  return paragraphs(
    '## How it was judged',
    `${against} ${evidenceSize(evaluation, gatePolicy)} that training never saw. ${sizeAndLatency(challenger, known?.measured)}`,
    manifest.kind === 'opaque' &&
      'The probabilities are what the team’s score command wrote: Tidemark checked that there is one for every row, and cannot look into this model.',
    ruleTable(evaluation, 25),
    details('In sentences', reasons(evaluation)),
    details('All metrics on the holdout', metricTable(evaluation)),
  )
}

function sizeAndLatency(now: Evaluation['challenger'], before: Evaluation['challenger'] | undefined): string {
  const sizeOf = ({ sizeBytes }: Evaluation['challenger']) => measured(sizeBytes, formatSize)
  const latencyOf = ({ latencyP95Ms }: Evaluation['challenger']) => measured(latencyP95Ms, formatMilliseconds)
  const size = `Size ${sizeOf(now)}`
  const latency = `latency ${latencyOf(now)}${now.latencyP95Ms === null ? '' : ' at the 95th percentile'}`
  if (!before) return `${size}; ${latency}.`
  // Another run, and often another machine: not to be compared to the millisecond.
  return `${size} (champion: ${sizeOf(before)}); ${latency} (champion, by the run that judged it: ${latencyOf(before)}).`
}

/** Whether the world that the champion was trained for is still there. */
function drift({ drift: state, champion }: Promotion): string {
  if (!state) return ''
  const { window, verdict, reason } = state
  const marks = { pass: '✅', warn: '⚠️', fail: '❌', inconclusive: '❔' } as const
  return paragraphs(
    '## Drift of the model in the channel',
    `${marks[verdict]} **${verdict}** in the newest window, ${escapeMarkdown(window.start)} to ${escapeMarkdown(window.end)} (${formatQuantity(window.rows, 'row')}): ${escapeMarkdown(reason, 600)}`,
    champion &&
      (verdict === 'warn' || verdict === 'fail') &&
      `Data are not what ${escapeMarkdown(champion.manifest.version)} was trained for: this candidate may be the answer to it, or trained on a passing disturbance.`,
  )
}

function data({ datasets, validations, champion }: Promotion): string {
  if (champion?.data)
    return paragraphs('## Data', dataDifference({ datasets, validations }, champion.data, champion.manifest.version))
  return paragraphs(
    '## Data',
    datasetTable([
      { use: 'training', dataset: datasets.training, validation: validations.training },
      { use: 'holdout', dataset: datasets.holdout, validation: validations.holdout },
    ]),
    details('Files', filesOf(datasets)),
  )
}

function filesOf({ training, holdout }: Promotion['datasets']): string {
  const lines = (dataset: Dataset, use: string) =>
    dataset.files
      .slice(0, 40)
      .map(({ path, rows }) => `- ${codeSpan(path, 160)} ${use}, ${formatQuantity(rows, 'row')}`)
  const rest = Math.max(0, training.files.length - 40) + Math.max(0, holdout.files.length - 40)
  return [
    ...lines(training, 'trained on'),
    ...lines(holdout, 'held out'),
    ...(rest > 0 ? [`- _… and ${formatQuantity(rest, 'more file', 'more files')}._`] : []),
  ].join('\n')
}

function changes({ serverUrl, repository, manifest, run, champion }: Promotion): string {
  const isDeclared = manifest.signature.inputs.length + manifest.signature.outputs.length > 0
  const signature = isDeclared
    ? details('Signature: what the model takes and gives', signatureTable(manifest.signature))
    : 'The model’s signature is not declared in `model.yaml`: whether it breaks its callers is not known.'
  const { kind, reasons } = manifest.bump
  // Each parameter has its row in the table below.
  const isInTable = (reason: string) => champion?.run !== undefined && reason.startsWith('parameter ')
  const parameters = reasons.filter(isInTable).length
  // The link to the comparison says it better.
  const isCode = (reason: string) => champion !== undefined && reason.startsWith('code: ')
  const told = [
    ...reasons
      .filter((reason) => !isInTable(reason) && !isCode(reason))
      .slice(0, 10)
      .map((reason) => escapeMarkdown(reason)),
    ...(parameters > 0 ? [`${formatQuantity(parameters, 'parameter')} changed`] : []),
  ]
  const why = `**${escapeMarkdown(kind)}** version: ${told.join('; ')}`
  if (!champion) {
    return paragraphs(
      '## What it is made of',
      `A ${why}.`,
      extras(manifest),
      parametersDifference(run.parameters),
      signature,
    )
  }
  const [from, to] = [champion.manifest.source.sha, manifest.source.sha]
  const code =
    from === to
      ? `Same code: commit ${codeSpan(to.slice(0, 7))}.`
      : `Code: ${link(codeSpan(`${from.slice(0, 7)}...${to.slice(0, 7)}`), `${serverUrl}/${repository}/compare/${from}...${to}`)}.`
  return paragraphs(
    `## What changed since ${escapeMarkdown(champion.manifest.version)}`,
    `A ${why}. ${code}`,
    extras(manifest),
    champion.run ? parametersDifference(run.parameters, champion.run.parameters) : parametersDifference(run.parameters),
    signature,
  )
}

/** What serving must know beside the model: inputs that a caller may leave out, and tables that travel with it. */
function extras({ signature, files }: VersionManifest): string {
  const optional = signature.inputs.filter((input) => input.optional === true)
  const tables = files.filter(({ path }) => path.startsWith('lookups/'))
  const items = [
    ...optional
      .slice(0, 20)
      .map(
        ({ name }) => `${codeSpan(name)} may be left out of a request; the model is then asked with a missing value.`,
      ),
    ...tables
      .slice(0, 20)
      .map(
        ({ path, sizeBytes }) =>
          `${codeSpan(path, 160)} (${formatSize(sizeBytes)}) is a lookup table that travels with the model: it knows what it knew when this version was trained.`,
      ),
  ]
  return items.length === 0 ? '' : list(items)
}

const lineage = (promotion: Promotion): string => paragraphs('## Lineage', drawLineage(promotion))

function evidence(promotion: Promotion): string {
  return paragraphs('## Evidence', details('Every fact with its digest', evidenceTable(promotion)))
}

function verification({ manifest, run, serverUrl, repository, registryBranch }: Promotion): string {
  const branch = link(codeSpan(registryBranch), registryAddresses({ serverUrl, repository, registryBranch }).branch)
  return paragraphs(
    '## Verify it yourself',
    `Run the workflow with the \`verify-registry\` action, here or (with \`path\`) on a plain clone: it recomputes every digest on ${branch}, compares the release's assets with the manifest, and checks that tags point where they should. The model's digest is ${codeSpan(manifest.modelDigest)} (OpenSSF Model Signing's subject digest over ${formatQuantity(manifest.files.length, 'file')}).`,
    `<sub>Registered by ${escapeMarkdown(manifest.registeredBy)} at ${escapeMarkdown(formatTime(manifest.registeredAt))} from run ${codeSpan(shortDigest(run.id))}. The report is not evidence: the facts above are.</sub>`,
  )
}

/** Leaves out later sections that do not fit, and says so and where they are. */
function fit(sections: readonly string[], longest: number, place: Promotion): string {
  const { fact } = registryAddresses(place)
  const { run, evaluation, model, version } = place.manifest
  const whole = [
    link('version', fact(layout.version(model, version))),
    link('run', fact(run.path)),
    link('evaluation', fact(evaluation.path)),
  ]
  const notice = `_The report was shortened to what GitHub takes; the registry holds the whole facts:_ ${whole.join(', ')}.`
  const kept: string[] = []
  let length = notice.length + 2
  let isCut = false
  for (const section of sections.filter((text) => text !== '')) {
    if (length + section.length + 2 > longest) isCut = true
    else {
      kept.push(section)
      length += section.length + 2
    }
  }
  return [...kept, ...(isCut ? [notice] : [])].join('\n\n')
}
