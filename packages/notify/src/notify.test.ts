import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Alert, Alerts } from '@tidemark/registry'
import { TidemarkError } from '@tidemark/schemas'
import { afterEach, describe, expect, it } from 'vitest'
import { pagerDutyAlerts, slackAlerts, teamsAlerts } from './index.ts'
import { pagerDutyEvent } from './pager-duty.ts'
import { slackMessage } from './slack.ts'
import { teamsMessage } from './teams.ts'

const alert: Alert = {
  key: 'acme/churn drift churn',
  state: 'open',
  severity: 'warning',
  title: 'Drift in churn: age',
  source: 'acme/churn',
  facts: [{ name: 'age', value: 'KS distance .224' }],
  links: [{ title: 'issue #7', url: 'https://github.com/acme/churn/issues/7' }],
}
const secret = 'T0SECRET/B0SECRET/x9SECRETx9'
const routingKey = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'

type Answer = (request: IncomingMessage, response: ServerResponse) => void
const servers: { close(): Promise<void> }[] = []

/** Answers in turn, the last one again and again; keeps what was sent. */
async function listen(...answers: Answer[]) {
  const bodies: unknown[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      bodies.push(JSON.parse(body))
      answers[Math.min(bodies.length, answers.length) - 1]!(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push({
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
  return { bodies, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/${secret}` }
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const answer =
  (status: number, headers: Record<string, string> = {}, text = ''): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end(text)
const hang: Answer = () => {}
const broken: Answer = (request) => request.socket.destroy()

async function failureOf(work: Promise<void>): Promise<TidemarkError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(TidemarkError)
  return error as TidemarkError
}

describe('sending', () => {
  const sendTo = (url: string, waits: number[] = []) =>
    slackAlerts(url, { timeoutMs: 100, wait: async (ms) => void waits.push(ms) }).send(alert)

  it('is done once where it is taken', async () => {
    const { url, bodies } = await listen(answer(200, {}, 'ok'))
    await sendTo(url)
    expect(bodies).toHaveLength(1)
  })

  it.each([
    ['429 with a time', answer(429, { 'retry-after': '7' }), [7000]],
    ['429 with a day', answer(429, { 'retry-after': '86400' }), [60_000]],
    ['429 with nonsense', answer(429, { 'retry-after': 'soon' }), [1000]],
    ['500', answer(500), [1000]],
    ['silence', hang, [1000]],
    ['a broken connection', broken, [1000]],
  ])('after %s it is tried again, and waits for as long as it should', async (_, first, expected) => {
    const { url, bodies } = await listen(first, answer(200))
    const waits: number[] = []
    await sendTo(url, waits)
    expect(waits).toEqual(expected)
    expect(bodies).toHaveLength(2)
    expect(bodies[1]).toEqual(bodies[0])
  })

  it('is given up after four tries, with a remedy', async () => {
    const { url, bodies } = await listen(answer(503))
    const waits: number[] = []
    const error = await failureOf(sendTo(url, waits))
    expect(bodies).toHaveLength(4)
    expect(waits).toEqual([1000, 4000, 16_000])
    expect(error).toMatchObject({ code: 'NOTIFICATION_FAILED', message: expect.stringContaining('503') })
  })

  it('a refusal is not tried again, and a redirect is not followed', async () => {
    const elsewhere = await listen(answer(200))
    for (const [first, reason] of [
      [answer(404, {}, 'no_service'), '404'],
      [answer(307, { location: elsewhere.url }), 'redirect'],
    ] as const) {
      const { url, bodies } = await listen(first)
      expect((await failureOf(sendTo(url))).message).toContain(reason)
      expect(bodies).toHaveLength(1)
    }
    expect(elsewhere.bodies).toEqual([])
  })

  it('goes to https alone, but for this machine', async () => {
    for (const address of [
      `http://hooks.example/services/${secret}`,
      `ftp://hooks.example/${secret}`,
      `https://user:${secret}@hooks.example/`,
      `hooks.example/${secret}`,
      `http://127.0.0.1.hooks.example/${secret}`,
    ]) {
      const error = await failureOf((async () => sendTo(address))())
      expect(error.code).toBe('INPUT_INVALID')
      expect(JSON.stringify([error.message, error.hint, error.problems, String(error.cause)])).not.toContain('SECRET')
    }
  })

  it.each([
    ['refused', [answer(400, {}, `bad ${secret} ${routingKey}`)]],
    ['failing', [answer(500, {}, `${secret} ${routingKey}`)]],
    ['hanging', [hang]],
    ['breaking', [broken]],
  ])('no secret is in the error of one that is %s', async (_, answers) => {
    const { url } = await listen(...answers)
    const quick = { timeoutMs: 50, wait: async () => {} }
    const all: Alerts[] = [
      slackAlerts(url, quick),
      teamsAlerts(url, quick),
      pagerDutyAlerts(routingKey, { ...quick, address: url }),
    ]
    for (const each of all) {
      const error = await failureOf(each.send(alert))
      const told = [error.stack, error.hint, JSON.stringify(error.problems), String(error.cause)].join('\n')
      expect(told).not.toMatch(/SECRET|a1b2c3|127\.0\.0\.1/)
      expect(told).toContain(each.name)
    }
    expect(() => pagerDutyAlerts('short-SECRET')).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
  })
})

describe('messages', () => {
  const hostile: Alert = {
    ...alert,
    title: '<!channel> *bold* <https://evil.example|click> [x](https://evil.example) @here &amp;\n\u202egnp.exe',
    facts: [{ name: '**a**', value: '<@U123> `code` :tada: [x](javascript:alert(1))' }],
    links: [
      { title: 'a > b', url: 'javascript:alert(1)' },
      { title: '<!here>|x', url: 'https://github.com/acme/churn/issues/7?a=<b>|c' },
    ],
  }

  it('Slack reads nothing in what users wrote: it is plain text, or escaped', () => {
    const message = slackMessage(hostile) as { text: string; blocks: { type: string; text?: { type: string } }[] }
    expect(message.text).not.toMatch(/<|(?<!\w)@(?!\u200b)|\n|\u202e/)
    for (const { type, text } of message.blocks)
      if (type !== 'context') expect(text).toMatchObject({ type: 'plain_text', emoji: false })
    const context = message.blocks.at(-1) as unknown as { elements: { text: string }[] }
    expect(context.elements[0]!.text).toBe('<https://github.com/acme/churn/issues/7?a=%3Cb%3E%7Cc|&lt;!here&gt;|x>')
  })

  it('Teams gets no block that reads Markdown', () => {
    const text = JSON.stringify(teamsMessage(hostile))
    expect(text).not.toMatch(/"TextBlock"|"FactSet"|javascript:alert\(1\)"/)
    expect(text).toContain('"contentType":"application/vnd.microsoft.card.adaptive"')
    expect(text.match(/Action\.OpenUrl/g)).toHaveLength(1)
  })

  it('PagerDuty resolves what it triggered', () => {
    const opened = pagerDutyEvent(alert)
    expect(opened).toMatchObject({ event_action: 'trigger', payload: { severity: 'warning', source: 'acme/churn' } })
    expect(pagerDutyEvent({ ...alert, state: 'resolved', title: 'over' })).toEqual({
      event_action: 'resolve',
      dedup_key: opened.dedup_key,
    })
  })

  it('sizes stay within what each takes, whatever there is to tell', () => {
    const long = 'ä'.repeat(5000)
    const huge: Alert = {
      ...alert,
      title: long,
      facts: Array.from({ length: 500 }, () => ({ name: long, value: long })),
      links: Array.from({ length: 100 }, () => alert.links[0]!),
    }
    const blocks = (slackMessage(huge) as { blocks: { text?: { text: string } }[] }).blocks
    expect(blocks[0]!.text!.text.length).toBeLessThanOrEqual(150)
    expect(blocks[1]!.text!.text.length).toBeLessThanOrEqual(3000)
    expect(Buffer.byteLength(JSON.stringify(teamsMessage(huge)))).toBeLessThan(28_000)
    const event = pagerDutyEvent(huge) as { payload: { summary: string } }
    expect(event.payload.summary.length).toBeLessThanOrEqual(1024)
    expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThan(512_000)
  })
})
