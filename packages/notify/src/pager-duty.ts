import type { Alert, Alerts } from '@tidemark/registry'
import { sha256, TidemarkError } from '@tidemark/schemas'
import { postJson, readAddress, type Sending } from './post.ts'
import { oneLine, safeUrl } from './text.ts'

const events = 'https://events.pagerduty.com/v2/enqueue'
const mostFacts = 50

/** A PagerDuty service by the routing key of its Events API v2 integration. `address` is another region's. Throws `INPUT_INVALID`. */
export function pagerDutyAlerts(
  routingKey: string,
  { address = events, ...sending }: Sending & { address?: string } = {},
): Alerts {
  if (!/^[0-9A-Za-z]{32}$/.test(routingKey)) {
    throw new TidemarkError('INPUT_INVALID', 'the routing key given for PagerDuty is not one', {
      hint: 'Store the 32 characters of the integration key (Events API v2) as the secret.',
    })
  }
  const to = readAddress('PagerDuty', address)
  return {
    name: 'PagerDuty',
    send: (alert) =>
      postJson({ to: 'PagerDuty', address: to, body: { routing_key: routingKey, ...pagerDutyEvent(alert) } }, sending),
  }
}

/** The same key opens and resolves, so that one drift is one incident however often it is told. */
export function pagerDutyEvent({ key, state, severity, title, source, facts, links }: Alert): Record<string, unknown> {
  const dedup_key = sha256(key)
  if (state === 'resolved') return { event_action: 'resolve', dedup_key }
  return {
    event_action: 'trigger',
    dedup_key,
    client: 'Tidemark',
    payload: {
      summary: oneLine(title, 1000),
      source: oneLine(source, 200),
      severity,
      custom_details: Object.fromEntries(
        facts.slice(0, mostFacts).map(({ name, value }) => [oneLine(name, 100), oneLine(value, 1000)]),
      ),
    },
    links: links.slice(0, 10).flatMap((link) => {
      const href = safeUrl(link.url)
      return href === undefined ? [] : [{ href, text: oneLine(link.title, 100) }]
    }),
  }
}
