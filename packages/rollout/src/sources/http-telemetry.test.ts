import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { intent, minute, server } from '../judge/simulated-rollout.fixture.ts'
import { readTelemetry } from '../tick/telemetry.ts'
import { httpTelemetry } from './http-telemetry.ts'

const http = createServer((request, response) => {
  const answers: Record<string, [number, string]> = {
    '/flight-delay/production': [200, JSON.stringify(server(intent(), 'one').publish(minute(1), []))],
    '/html': [200, '<html>'],
    '/down': [503, 'later'],
    '/moved': [302, ''],
    '/large': [200, ' '.repeat(4 * 1024 * 1024 + 1)],
  }
  const [status, text] = answers[request.url!] ?? [404, 'who?']
  response.writeHead(status, { location: '/html' }).end(text)
})
let url = ''

beforeAll(async () => {
  await once(http.listen(0, '127.0.0.1'), 'listening')
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterAll(() => http.close())

const look = (...addresses: string[]) =>
  readTelemetry(httpTelemetry(addresses), { model: 'flight-delay', channel: 'production' }, minute(1))

test('a server that answers is heard, whatever becomes of the others', async () => {
  const paths = ['/down', '/large', '/moved', '/unknown', '/{model}/{channel}']
  const found = await look('http://127.0.0.1:9/', ...paths.map((path) => url + path))
  expect(found.documents).toMatchObject([{ instance: 'one' }])
  expect(found.faults).toEqual([])
  expect(found.outages).toHaveLength(4)
  expect(found.outages.join('\n')).toMatch(/answered 503[\s\S]*more than 4194304 bytes/)
})

test('an answer that is no telemetry is a fault', async () => {
  expect(await look(`${url}/html`)).toMatchObject({ faults: [{ kind: 'unreadable' }], outages: [] })
})

test('what is no address is refused before anything is asked', () => {
  for (const address of ['models.example.com', 'file:///etc/passwd'])
    expect(() => httpTelemetry([address])).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
})
