import type { Alert, Alerts } from '@tidemark/registry'
import { postJson, readAddress, type Sending } from './post.ts'
import { oneLine, safeUrl } from './text.ts'

/** Slack takes 150 characters in a header and 3,000 in a text. */
const longestHeader = 150
const longestText = 2800
const mostFacts = 20

/** A Slack channel by its incoming webhook. Throws `INPUT_INVALID` where it is no https address. */
export function slackAlerts(webhook: string, sending?: Sending): Alerts {
  const address = readAddress('Slack', webhook)
  return {
    name: 'Slack',
    send: (alert) => postJson({ to: 'Slack', address, body: slackMessage(alert) }, sending),
  }
}

/**
 * All that users wrote is `plain_text`, in which Slack reads no mention, link or emoji; the `text` for notifications is escaped.
 */
export function slackMessage({ state, title, facts, links }: Alert): unknown {
  const mark = state === 'resolved' ? '✅' : '⚠️'
  const heading = oneLine(`${mark} ${title}`, longestHeader)
  const lines = facts.slice(0, mostFacts).map(({ name, value }) => `${oneLine(name, 100)}: ${oneLine(value, 400)}`)
  const anchors = links.flatMap((link) => {
    const url = safeUrl(link.url)
    return url === undefined ? [] : [`<${url}|${escapeText(oneLine(link.title, 100))}>`]
  })
  return {
    text: escapeText(heading),
    blocks: [
      { type: 'header', text: plain(heading) },
      ...(lines.length === 0 ? [] : [{ type: 'section', text: plain(lines.join('\n').slice(0, longestText)) }]),
      ...(anchors.length === 0
        ? []
        : [{ type: 'context', elements: [{ type: 'mrkdwn', text: anchors.join(' · '), verbatim: true }] }]),
    ],
  }
}

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false })

/** The three characters that Slack's `text` reads, and those that could begin a mention in it. */
const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[@*_~`]/g, '$&\u200b')
