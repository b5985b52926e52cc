import type { Alert, Alerts } from '@tidemark/registry'
import { postJson, readAddress, type Sending } from './post.ts'
import { oneLine, safeUrl } from './text.ts'

const mostFacts = 20

/** A Microsoft Teams channel by the webhook of a workflow, which takes Adaptive Cards alone. Throws `INPUT_INVALID` where it is no https address. */
export function teamsAlerts(webhook: string, sending?: Sending): Alerts {
  const address = readAddress('Microsoft Teams', webhook)
  return {
    name: 'Microsoft Teams',
    send: (alert) => postJson({ to: 'Microsoft Teams', address, body: teamsMessage(alert) }, sending),
  }
}

/** All text is in runs of a `RichTextBlock`: a `TextBlock` or a `FactSet` would read Markdown in it. */
export function teamsMessage({ state, title, facts, links }: Alert): unknown {
  const run = (text: string, style: object = {}) => ({ type: 'TextRun', text, ...style })
  const line = (...inlines: readonly unknown[]) => ({ type: 'RichTextBlock', inlines })
  const actions = links.slice(0, 6).flatMap((link) => {
    const url = safeUrl(link.url)
    return url === undefined ? [] : [{ type: 'Action.OpenUrl', title: oneLine(link.title, 100), url }]
  })
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      line(
        run(oneLine(title, 250), {
          weight: 'Bolder',
          size: 'Medium',
          color: state === 'resolved' ? 'Good' : 'Attention',
        }),
      ),
      ...facts
        .slice(0, mostFacts)
        .map(({ name, value }) => line(run(`${oneLine(name, 100)}: `, { weight: 'Bolder' }), run(oneLine(value, 400)))),
    ],
    ...(actions.length === 0 ? {} : { actions }),
  }
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card }],
  }
}
