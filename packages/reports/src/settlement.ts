import type { VersionReference } from '@tidemark/schemas'
import { codeSpan, escapeMarkdown, link } from './escape.ts'
import { formatQuantity, formatTime, shortDigest, UNDEFINED } from './format.ts'
import { list, paragraphs, table } from './markdown.ts'
import { registryAddresses } from './registry-address.ts'

/** What became of one channel's intent. */
export interface Settlement {
  readonly model: string
  readonly channel: string
  readonly seq: number
  /** `already` when an earlier run had settled it; `merged` when its rollout decides. */
  readonly outcome: 'settled' | 'already' | 'merged' | 'refused'
  readonly version: string
  readonly modelDigest: string
  readonly previous: VersionReference | null
  readonly approvedBy: readonly string[]
  /** When it was settled. */
  readonly at?: string
  readonly tag?: string
  readonly releaseTag?: string
  readonly mergeSha?: string
  readonly pullRequest?: number
  /** Why it was refused. */
  readonly reasons?: readonly string[]
}

/** Job summary of promote-model's settling: what is in each channel now, since when, by whose approval. */
export function renderSettlement({
  repository,
  serverUrl,
  settlements,
}: {
  readonly repository: string
  readonly serverUrl: string
  readonly settlements: readonly Settlement[]
}): string {
  const refused = settlements.filter(({ outcome }) => outcome === 'refused')
  const done = settlements.filter(({ outcome }) => outcome !== 'refused')
  const address = registryAddresses({ repository, serverUrl, registryBranch: '' })
  return paragraphs(
    `## ${headline(done, refused.length)}`,
    refused.length > 0 &&
      'What was refused is not in production: the channel keeps what it had. Correct the cause and merge again.',
    ...refused.map((settlement) =>
      paragraphs(
        `### ${codeSpan(settlement.model)} ${escapeMarkdown(settlement.version)} for ${codeSpan(settlement.channel)}`,
        list((settlement.reasons ?? ['no reason was given']).map((reason) => `❌ ${escapeMarkdown(reason, 600)}`)),
      ),
    ),
    done.length === 1 && one(done[0]!, address),
    done.length > 1 &&
      table(
        [
          { title: 'Channel' },
          { title: 'Version' },
          { title: 'Instead of' },
          { title: 'Since' },
          { title: 'Approved by' },
          { title: 'Tag' },
          { title: 'Change' },
        ],
        done.map((settlement) => [
          `${codeSpan(settlement.model)} ${codeSpan(settlement.channel)}`,
          `**${link(escapeMarkdown(settlement.version), settlement.releaseTag && address.release(settlement.releaseTag))}** ${codeSpan(shortDigest(settlement.modelDigest))}`,
          insteadOf(settlement),
          settlement.at === undefined ? UNDEFINED : escapeMarkdown(formatTime(settlement.at)),
          settlement.approvedBy.map((login) => codeSpan(login)).join(', ') || 'nobody (none asked)',
          settlement.tag === undefined ? UNDEFINED : codeSpan(settlement.tag),
          changeOf(settlement, address),
        ]),
      ),
    done.length > 1 &&
      done.some(({ outcome }) => outcome === 'merged') &&
      'What was accepted for a rollout is not in production yet: deploy-canary raises it step by step, or takes it back.',
    settlements.some(({ outcome }) => outcome === 'already') &&
      '_Some were settled by an earlier run; nothing was written twice._',
  )
}

function headline(done: readonly Settlement[], refused: number): string {
  if (refused > 0) return `❌ Refused ${refused} of ${formatQuantity(done.length + refused, 'promotion')}`
  if (done.length > 1) return `✅ Settled ${done.length} promotions`
  const [only] = done
  if (!only) return '✅ Nothing to settle'
  if (only.outcome === 'merged')
    return `⏳ ${codeSpan(only.model)} ${escapeMarkdown(only.version)} is accepted for ${codeSpan(only.channel)} and goes on as a canary`
  const verb = isReturn(only) ? 'stays in' : 'is in'
  return `✅ ${codeSpan(only.model)} ${escapeMarkdown(only.version)} ${verb} ${codeSpan(only.channel)}`
}

/** A channel file that names again what its channel never stopped holding. */
const isReturn = ({ previous, modelDigest }: Settlement): boolean => previous?.modelDigest === modelDigest

function insteadOf(settlement: Settlement): string {
  if (settlement.previous === null) return 'nothing'
  return isReturn(settlement) ? 'the same' : escapeMarkdown(settlement.previous.version)
}

/** In sentences what a table of one row would need seven columns for. */
function one(settlement: Settlement, address: ReturnType<typeof registryAddresses>): string {
  const { version, modelDigest, releaseTag, channel, previous, approvedBy, at, tag, outcome } = settlement
  const name = `**${link(escapeMarkdown(version), releaseTag && address.release(releaseTag))}** ${codeSpan(shortDigest(modelDigest))}`
  const before = previous && escapeMarkdown(previous.version)
  const time = at === undefined ? '' : ` since ${escapeMarkdown(formatTime(at))}`
  const place = codeSpan(channel)
  const what =
    outcome === 'merged'
      ? `${place} stays on **${before ?? 'nothing'}** for now: deploy-canary gives ${name} more and more of the requests, and puts it in place or takes it back by the evidence.`
      : isReturn(settlement)
        ? `${name} never left ${place}; its channel file says so again${time}.`
        : `${name} is in ${place}${time}, ${before === null ? 'the first version there' : `instead of ${before}`}.`
  const by = approvedBy.map((login) => codeSpan(login)).join(', ') || 'nobody (none asked)'
  const change = changeOf(settlement, address)
  return paragraphs(
    what,
    `Approved by ${by}${change === UNDEFINED ? '' : ` in ${change}`}.${tag === undefined ? '' : ` Tag: ${codeSpan(tag)}.`}`,
  )
}

function changeOf({ pullRequest, mergeSha }: Settlement, address: ReturnType<typeof registryAddresses>): string {
  const parts = [
    pullRequest !== undefined && link(`pull request ${pullRequest}`, address.pullRequest(pullRequest)),
    mergeSha !== undefined && link(codeSpan(mergeSha.slice(0, 7)), address.commit(mergeSha)),
  ].filter((part) => part !== false)
  return parts.join(', ') || UNDEFINED
}
