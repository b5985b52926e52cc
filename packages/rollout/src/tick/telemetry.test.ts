import { expect, test } from 'vitest'
import { openRollout } from '../judge/open.ts'
import { intent, minute, server } from '../judge/simulated-rollout.fixture.ts'
import type { TelemetrySource } from '../sources/telemetry-source.ts'
import { readTelemetry, removeLeftovers } from './telemetry.ts'

const named = { model: 'flight-delay', channel: 'production' }
const day = 24 * 60

/** A source that keeps texts under names, and when each was stored. */
function keeping(texts: Readonly<Record<string, { text: string; at?: string }>>) {
  const removed: string[] = []
  const source: TelemetrySource = {
    read: async () => Object.entries(texts).map(([name, { text }]) => ({ source: name, text })),
    writtenAt: async (name) => texts[name]?.at ?? null,
    remove: async (name) => void removed.push(name),
  }
  return { source, removed }
}

const saying = (instance: string, at: string, seq = 2) => {
  const { champion, canary } = intent()
  return { text: JSON.stringify(server(intent(), instance).publish(at, [], { champion, rollout: { seq, canary } })) }
}

test('a source out of reach is told, and leaves the others', async () => {
  const away = { read: () => Promise.reject(new Error('502 Bad Gateway')) }
  const { source } = keeping({ a: saying('a', minute(5)) })
  const found = await readTelemetry([away, source], named, minute(6))
  expect(found).toMatchObject({ documents: [{ instance: 'a' }], faults: [], outages: ['502 Bad Gateway'] })
})

test('what cannot be read is a fault, as long as it is new or its age is not known', async () => {
  const { source } = keeping({
    new: { text: '{', at: minute(0) },
    undated: { text: '[]' },
    old: { text: '{', at: minute(-1) },
  })
  const found = await readTelemetry([source], named, minute(day))
  expect(found.faults.map(({ reason }) => reason.split(' ')[0])).toEqual(['new', 'undated'])
  expect(found.outages).toEqual([expect.stringContaining('old cannot be read')])
})

test('a server that is dead for one model’s rollout is kept while another’s still needs its counts', async () => {
  const { source, removed } = keeping({
    alive: saying('alive', minute(day)),
    counted: saying('counted', minute(0)),
    ended: saying('ended', minute(0), 1),
    ahead: saying('ahead', minute(3 * day), 1),
    broken: { text: '{', at: minute(0) },
  })
  const now = minute(day + 1)
  const telemetry = await readTelemetry([source], named, now)
  const underWay = openRollout(intent(), null, minute(0)).state
  const ended = { ...underWay, phase: 'promoted' as const }
  await removeLeftovers(
    [
      { state: ended, telemetry },
      { state: underWay, telemetry },
    ],
    now,
  )
  expect(removed.sort()).toEqual(['ahead', 'broken', 'ended'])
  await removeLeftovers([{ state: ended, telemetry }], now)
  expect(removed).toContain('counted')
  expect(removed).not.toContain('alive')
})

test('what cannot be removed is left for the next time', async () => {
  const { source } = keeping({ ended: saying('ended', minute(0), 1) })
  const stubborn = { ...source, remove: () => Promise.reject(new Error('403')) }
  const telemetry = await readTelemetry([stubborn], named, minute(2 * day))
  const state = openRollout(intent(), null, minute(0)).state
  await expect(removeLeftovers([{ state, telemetry }], minute(2 * day))).resolves.toBeUndefined()
})
