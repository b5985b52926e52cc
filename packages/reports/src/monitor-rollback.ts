import { codeSpan, escapeMarkdown, link } from './escape.ts'

/** What came of `monitor.rollback` for a channel. */
export type MonitorRollback =
  | { readonly kind: 'none' }
  | { readonly kind: 'withheld'; readonly channel: string; readonly why: string }
  | {
      readonly kind: 'asked' | 'proposed' | 'declined'
      readonly channel: string
      readonly version: string
      readonly pullRequest: number
    }

/** In one paragraph of Markdown; empty where the rule is not met. `repositoryUrl` makes the number a link. */
export function rollbackSentence(rollback: MonitorRollback, repositoryUrl?: string): string {
  if (rollback.kind === 'none') return ''
  const channel = codeSpan(rollback.channel)
  const rule = codeSpan('monitor.rollback')
  if (rollback.kind === 'withheld')
    return `✋ ${rule} is met, and no rollback of ${channel} is proposed: ${escapeMarkdown(rollback.why, 800)}.`
  const { version, pullRequest } = rollback
  const name = escapeMarkdown(version)
  const url = repositoryUrl === undefined ? undefined : `${repositoryUrl}/pull/${pullRequest}`
  const number = url === undefined ? `#${pullRequest}` : link(`#${pullRequest}`, url)
  if (rollback.kind === 'asked')
    return `⏪ ${rule} was met, and ${number} was opened to take ${channel} back to ${name}.`
  return rollback.kind === 'declined'
    ? `✋ ${rule} is met; ${number}, which would have taken ${channel} back to ${name}, was closed by people and stays closed.`
    : `⏪ ${rule} is met: ${number} takes ${channel} back to ${name} once it is approved and merged.`
}
