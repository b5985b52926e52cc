import { TidemarkError } from '@tidemark/schemas'
import type { TelemetrySink } from '@tidemark/serving'
import { expect, test } from 'vitest'
import { publishWhilePermitted } from './telemetry-sink.ts'

type Published = Parameters<TelemetrySink['publish']>[0]
const document = {} as Published
const failing = (error: unknown) => {
  let calls = 0
  const lines: string[] = []
  const publish = async () => {
    calls++
    throw error
  }
  return { sink: publishWhilePermitted({ publish }, (line) => lines.push(line)), lines, calls: () => calls }
}

test.each([
  new TidemarkError('GITHUB_DENIED', 'no', { hint: 'x' }),
  Object.assign(new Error('Not Found'), { status: 404 }),
])('a token that may not write is said once and not tried again', async (error) => {
  const { sink, lines, calls } = failing(error)
  for (let i = 0; i < 3; i++) await sink.publish(document)
  expect([lines.length, calls()]).toEqual([1, 1])
})

test('another failure is the server’s to report, and the next window is tried', async () => {
  const { sink, lines, calls } = failing(new TidemarkError('GITHUB_UNAVAILABLE', 'down', { hint: 'x' }))
  for (let i = 0; i < 3; i++) await expect(sink.publish(document)).rejects.toThrow('down')
  expect([lines.length, calls()]).toEqual([0, 3])
})
