import type { DriftVerdict, RegistryEvent, VersionManifest } from '@tidemark/schemas'
import { layout } from '@tidemark/schemas'
import { codeSpan, escapeMarkdown, link } from './escape.ts'
import { formatCount, formatNumber, formatTime, shortDigest } from './format.ts'
import { details, list, paragraphs, table } from './markdown.ts'
import { metricTitle } from './metric-title.ts'
import { type RegistryPlace, registryAddresses } from './registry-address.ts'
import { signatureTable } from './training.ts'

export interface RollbackPage extends RegistryPlace {
  readonly channel: string
  readonly seq: number
  /** The `seq` under which the channel held the version before. */
  readonly formerSeq: number
  readonly target: VersionManifest
  /** What the channel is to leave; null where its manifest cannot be read. */
  readonly left: VersionManifest | null
  readonly request: RegistryEvent
  /** What the request rests on where the monitor asks and no person, oldest first. */
  readonly checks?: readonly RollbackGround[]
  /** How many approvals the channel asks for, of whom. */
  readonly approvals: number
  readonly owners?: readonly string[] | undefined
}

/** A window that failed. */
export interface RollbackGround {
  readonly schema: 'tidemark/drift/v1' | 'tidemark/performance/v1'
  readonly id: string
  readonly window: { readonly start: string; readonly end: string }
  readonly reason: string
  readonly results: readonly { readonly verdict: DriftVerdict; readonly reason: string; readonly column?: string }[]
}

/** Title and body of the pull request that takes a channel back to a version that it held. */
export function renderRollback(page: RollbackPage): { title: string; body: string } {
  const { channel, seq, formerSeq, target, left, request, approvals, owners } = page
  const { model, version } = target
  const name = escapeMarkdown(version)
  const place = codeSpan(channel)
  const before = left ? `**${escapeMarkdown(left.version)}**` : 'what it holds'
  const [reason = 'no reason is on record'] = request.reasons ?? []
  const merging = request.isBreakGlass
    ? `**${place} is back on ${name} already**, by break-glass (tag ${codeSpan(layout.channelTag(model, channel, seq))}). Merging makes its channel file say so; until then it names ${before}, which is not served, and nothing else can be promoted.`
    : `**Merging puts ${name} into ${place} at once, instead of ${left ? escapeMarkdown(left.version) : 'what it holds'}.** No canary: ${name} was in ${place} before, as seq ${formerSeq}. ${approvals === 0 ? 'The policy asks for no approval.' : `It needs ${approvals} approval${approvals === 1 ? '' : 's'}${owners ? `, one of an owner (${owners.map((login) => codeSpan(login)).join(', ')})` : ''}, not by ${codeSpan(request.actor)}, ${request.monitor ? 'in whose name GitHub ran the monitor' : 'who asks'}.`}`
  return {
    title: `Roll ${channel} of ${model} back to ${version}`,
    body: paragraphs(
      `# ⏪ Roll ${place} of ${codeSpan(model)} back to ${name}`,
      request.monitor
        ? monitorAsks(request, page.checks ?? [])
        : `**${codeSpan(request.actor)} asks, at ${escapeMarkdown(formatTime(request.at))}:** ${escapeMarkdown(reason, 2000)}`,
      merging,
      '## What changes for callers',
      left ? metricsOf(target, left) : '',
      left ? signatureChange(target, left) : '',
      '## What comes next',
      list([
        `${left ? codeSpan(shortDigest(left.modelDigest)) : 'What is left'} is marked: it cannot be promoted to ${place} again without a waiver that an owner answers for.`,
        `Open promotion pull requests were judged against ${before}: they have to be evaluated again, against ${name}.`,
        'History is kept: the channel goes on to a new number, and who asked, why, and who approved are events of the registry.',
      ]),
      details('Evidence', evidence(page)),
    ),
  }
}

/** The windows say why, each with its reason. */
function monitorAsks({ at }: RegistryEvent, checks: readonly RollbackGround[]): string {
  return paragraphs(
    `**The monitor asks, by ${codeSpan('monitor.rollback')} of model.yaml, at ${escapeMarkdown(formatTime(at))}.** No person did: look at what it rests on before you approve. Close this to keep what is there; it is not asked again before the channel moves.`,
    list(
      checks.map(
        (check) =>
          `❌ ${check.schema === 'tidemark/drift/v1' ? 'Drift' : 'Performance'}, ${check.window.start} until ${check.window.end} (check ${codeSpan(shortDigest(check.id))}): ${reasonsOf(check)}`,
      ),
      60,
    ),
  )
}

/** What failed in a window, each with its numbers. */
function reasonsOf({ results, reason }: RollbackGround): string {
  const failing = results.filter(({ verdict }) => verdict === 'fail')
  if (failing.length === 0) return escapeMarkdown(reason, 600)
  const more = failing.length > 3 ? `; and ${formatCount(failing.length - 3)} more` : ''
  const shown = failing
    .slice(0, 3)
    .map(
      (each) => (each.column === undefined ? '' : `${codeSpan(each.column, 80)}: `) + escapeMarkdown(each.reason, 400),
    )
  return `${shown.join('; ')}${more}`
}

function metricsOf(target: VersionManifest, left: VersionManifest): string {
  const ids = [...new Set([...Object.keys(left.metrics), ...Object.keys(target.metrics)])]
  return paragraphs(
    table(
      [
        { title: 'As measured when registered' },
        { title: escapeMarkdown(left.version), align: 'right' },
        { title: escapeMarkdown(target.version), align: 'right' },
      ],
      ids.map((id) => [metricTitle(id), formatNumber(left.metrics[id]), formatNumber(target.metrics[id])]),
      30,
    ),
    '<sub>Each on the holdout of its own time: no comparison of the two.</sub>',
  )
}

function signatureChange(target: VersionManifest, left: VersionManifest): string {
  const same = JSON.stringify(target.signature) === JSON.stringify(left.signature)
  return same
    ? `Signature: the same; callers of ${escapeMarkdown(left.version)} need no change.`
    : paragraphs(
        `⚠️ **The signature is another one:** callers that send what ${escapeMarkdown(left.version)} takes may be refused.`,
        details(`What ${escapeMarkdown(target.version)} takes and gives`, signatureTable(target.signature)),
      )
}

function evidence(page: RollbackPage): string {
  const { target, left, request, checks = [] } = page
  const { fact, release } = registryAddresses(page)
  const manifestPath = (manifest: VersionManifest) => layout.version(manifest.model, manifest.version)
  return table(
    [{ title: 'Fact' }, { title: 'Digest' }],
    [
      [link('version to return to', fact(manifestPath(target))), codeSpan(target.modelDigest)],
      [link('its release', release(target.release.tag)), codeSpan(target.release.tag)],
      ...(left ? [[link('version to leave', fact(manifestPath(left))), codeSpan(left.modelDigest)]] : []),
      [
        link('the request', fact(layout.event(target.model, request.id, request.type))),
        request.runUrl === undefined ? codeSpan(request.id) : link('run', request.runUrl),
      ],
      ...checks.map((check, i) => [
        link(`window of ${check.window.start}`, fact(request.monitor?.checks[i]?.path ?? '')),
        codeSpan(check.id),
      ]),
    ],
  )
}

/** Title and body of the pull request that returns a channel after somebody stopped its rollout, or a merged change was refused. */
export function renderReturn({
  model,
  channel,
  seq,
  version,
  reasons,
  what,
}: {
  readonly model: string
  readonly channel: string
  readonly seq: number
  readonly version: string
  readonly reasons: readonly string[]
  /** What happened, as a sentence in Markdown. */
  readonly what: string
}): { title: string; body: string } {
  const name = escapeMarkdown(version)
  return {
    title: `Return ${channel} of ${model} to ${version}`,
    body: paragraphs(
      `⏪ **Merging this makes ${codeSpan(channel)} say ${name} again** (seq ${seq}), which it never stopped holding. Nothing new comes into production. Until it is merged, the channel file names a version that is not served.`,
      what,
      list(
        reasons.map((reason) => escapeMarkdown(reason, 600)),
        30,
      ),
    ),
  }
}

/** Job summary of promote-model's rollback. */
export function renderRollbackOutcome({
  model,
  channel,
  version,
  requestedBy,
  reason,
  outcome,
}: {
  readonly model: string
  readonly channel: string
  readonly version: string
  readonly requestedBy: string
  readonly reason: string
  readonly outcome:
    | { readonly kind: 'none'; readonly why: string }
    | { readonly kind: 'stopped' | 'proposed' | 'declined'; readonly pullRequest?: { number: number; url: string } }
    | { readonly kind: 'returned'; readonly tag: string; readonly pullRequest?: { number: number; url: string } }
}): string {
  const name = `${codeSpan(model)} ${escapeMarkdown(version)}`
  const place = codeSpan(channel)
  const pull =
    outcome.kind === 'none' || !outcome.pullRequest
      ? ''
      : link(`pull request ${outcome.pullRequest.number}`, outcome.pullRequest.url)
  const said = {
    none: ['✅', `Nothing to roll back: ${outcome.kind === 'none' ? escapeMarkdown(outcome.why, 600) : ''}.`],
    stopped: [
      '⛔',
      `${place} stays on ${name}: what was on its way is stopped. ${pull} makes the channel file say so.`,
    ],
    proposed: ['⏪', `${pull} takes ${place} back to ${name}: it waits for approval.`],
    declined: ['✋', `${pull} was closed by people and stays closed: ${place} keeps what it has.`],
    returned: [
      '⏪',
      `${name} is in ${place} again, at once. ${pull === '' ? 'Its channel file could not follow yet: run the job again.' : `${pull} makes the channel file follow.`}`,
    ],
  }[outcome.kind] as [string, string]
  return paragraphs(
    `## ${said[0]} Rollback of ${place} to ${name}`,
    said[1],
    outcome.kind === 'returned' && `Tag: ${codeSpan(outcome.tag)}.`,
    `${codeSpan(requestedBy)} asked: ${escapeMarkdown(reason, 2000)}`,
  )
}
