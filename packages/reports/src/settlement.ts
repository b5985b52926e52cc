import type { VersionReference } from '@tidemark/schemas'
import { codeSpan, escapeMarkdown, link } from './escape.ts'
import { formatQuantity, formatTime, shortDigest } from './format.ts'
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
    done.length > 0 &&
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
          settlement.previous ? escapeMarkdown(settlement.previous.version) : 'nothing',
          settlement.at === undefined ? '–' : escapeMarkdown(formatTime(settlement.at)),
          settlement.approvedBy.map((login) => codeSpan(login)).join(', ') || 'nobody (none asked)',
          settlement.tag === undefined ? '–' : codeSpan(settlement.tag),
          changeOf(settlement, address),
        ]),
      ),
    settlements.some(({ outcome }) => outcome === 'merged') &&
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
  return `✅ ${codeSpan(only.model)} ${escapeMarkdown(only.version)} is in ${codeSpan(only.channel)}`
}

function changeOf({ pullRequest, mergeSha }: Settlement, address: ReturnType<typeof registryAddresses>): string {
  const parts = [
    pullRequest !== undefined && link(`pull request ${pullRequest}`, address.pullRequest(pullRequest)),
    mergeSha !== undefined && link(codeSpan(mergeSha.slice(0, 7)), address.commit(mergeSha)),
  ].filter((part) => part !== false)
  return parts.join(', ') || '–'
}
