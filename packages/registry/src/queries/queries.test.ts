import { type RecordedEvent, rolloutLayout, storedJson } from '@tidemark/schemas'
import { expect, test } from 'vitest'
import { digest, MemoryLedger, model } from '../overview/memory-ledger.fixture.ts'
import { summarizeModels } from './models.ts'
import { RegistryView } from './registry-view.ts'
import { readStory } from './story.ts'
import { askChannel, channelsOf } from './which.ts'

const channel = 'production'
const view = async (ledger: MemoryLedger) => (await RegistryView.open(ledger))!

/** 1.0.0 in January, 1.1.0 from February on, confirmed in March. */
function twoTenures(): MemoryLedger {
  const ledger = new MemoryLedger()
  ledger.settle(1, '1.0.0', digest('a'), '2026-01-01T00:00:00Z', { approvedBy: ['reviewer'], pullRequest: 4 })
  ledger.settle(2, '1.1.0', digest('b'), '2026-02-01T00:00:00Z')
  ledger.settle(10, '1.1.0', digest('b'), '2026-03-01T00:00:00Z')
  return ledger
}

test.each([
  [null, '1.1.0', 10],
  ['2026-01-01T00:00:00Z', '1.0.0', 1],
  ['2026-01-31T23:59:59.999Z', '1.0.0', 1],
  ['2026-02-01T00:00:00Z', '1.1.0', 10],
  ['2030-01-01T00:00:00Z', '1.1.0', 10],
  ['2025-12-31T23:59:59Z', undefined, undefined],
])('at %s the channel held %s', async (at, version, seq) => {
  const answer = await askChannel(await view(twoTenures()), { model, channel, at })
  expect([answer?.held?.version, answer?.held?.seq]).toEqual([version, seq])
  if (version === '1.0.0') {
    expect(answer).toMatchObject({
      held: { approvedBy: ['reviewer'], pullRequest: 4, settledBy: 'someone', until: '2026-02-01T00:00:00Z' },
      before: null,
      after: { version: '1.1.0', since: '2026-02-01T00:00:00Z', until: null },
    })
  }
})

test('a channel that never held anything is no answer, and those there are can be told', async () => {
  const asked = await view(twoTenures())
  expect(await askChannel(asked, { model, channel: 'staging', at: null })).toBeNull()
  expect(await channelsOf(asked, model)).toEqual(['production'])
})

test('a question about a channel reads no event of a version’s registration, however many there are', async () => {
  const ledger = twoTenures()
  for (let i = 0; i < 500; i++)
    ledger.happen(
      'version.registered',
      { version: `2.${i}.0`, modelDigest: digest('c') },
      { at: '2026-01-05T00:00:00Z' },
    )
  await askChannel(await view(ledger), { model, channel, at: '2026-01-15T00:00:00Z' })
  await summarizeModels(await view(ledger), [model])
  expect(ledger.reads.filter((path) => path.includes('version.registered'))).toEqual([])
  expect(ledger.reads.length).toBeLessThan(20)
})

test('two questions at once about one view do not miss what the other is listing', async () => {
  const asked = await view(twoTenures())
  const [first, second] = await Promise.all([
    askChannel(asked, { model, channel, at: null }),
    askChannel(asked, { model, channel, at: null }),
  ])
  expect(first?.held?.version).toBe('1.1.0')
  expect(second).toEqual(first)
})

test('a tenure whose tag stands for something else is told', async () => {
  const ledger = twoTenures()
  ledger.resolveTag = async () => 'd'.repeat(40)
  const { texts } = ledger
  ledger.read = async (path: string, at: string) => (at === 'd'.repeat(40) ? null : (texts.get(path) ?? null))
  const asked = await view(ledger)
  await askChannel(asked, { model, channel, at: '2026-01-15T00:00:00Z' })
  expect(asked.problems().map(({ path }) => path)).toContain('churn#production#1')
})

test('the story is told newest first; an event of an unknown type, with unknown details, is kept', async () => {
  const ledger = twoTenures()
  const subject = { version: '1.1.0', modelDigest: digest('b'), channel }
  const known = ledger.happen('promotion.refused', subject, { at: '2026-03-02T00:00:00Z' })
  const unknown = { ...known, id: digest('9'), type: 'channel.audited', at: '2026-03-03T00:00:00Z', verdict: { a: 1 } }
  ledger.texts.set(
    `models/${model}/events/99/${digest('9')}-channel.audited.json`,
    storedJson(unknown as RecordedEvent),
  )
  const asked = await view(ledger)
  const { entries } = await readStory(asked, { model })
  expect(entries.map(({ type }) => type)).toEqual([
    'channel.audited',
    'promotion.refused',
    'promotion.settled',
    'promotion.settled',
    'promotion.settled',
  ])
  expect(asked.problems()).toEqual([])
})

test.each([
  [{ types: ['promotion'] }, 3],
  [{ types: ['drift', 'promotion.settled'] }, 4],
  [{ channel: 'staging' }, 0],
  [{ since: '2026-02-01T00:00:00Z', channel }, 2],
  [{ until: '2026-02-01T00:00:00Z' }, 1],
  [{ version: '1.0.0' }, 2],
  [{ modelDigest: digest('b') }, 2],
])('a story is asked for by %j', async (filter, count) => {
  const ledger = twoTenures()
  ledger.happen('drift.checked', { version: '1.0.0', modelDigest: digest('a') }, { at: '2026-04-01T00:00:00Z' })
  expect((await readStory(await view(ledger), { model, filter })).entries).toHaveLength(count)
})

test('in one second a roll-back comes before the return that it causes', async () => {
  const ledger = twoTenures()
  const at = '2026-04-01T00:00:00Z'
  const canary = { version: '1.2.0', modelDigest: digest('c'), channel, seq: 11 }
  const held = { version: '1.1.0', modelDigest: digest('b') }
  ledger.happen('promotion.requested', { ...held, channel, seq: 12 }, { at, previous: held })
  ledger.happen('rollout.rolled-back', canary, { at, previous: held })
  const { entries } = await readStory(await view(ledger), { model, filter: { since: at } })
  expect(entries.map(({ type, isReturn }) => [type, isReturn])).toEqual([
    ['promotion.requested', true],
    ['rollout.rolled-back', false],
  ])
})

test('a model’s folder of another name, and a rollout of another model, are not taken for its', async () => {
  const ledger = twoTenures()
  ledger.texts.set('models/Not A Name/events/x.json', '{}')
  ledger.texts.set(rolloutLayout.state(channel, `other-${model}`), '{}')
  const asked = await view(ledger)
  expect(await asked.models()).toEqual([model])
  await asked.list([model], ['events'])
  expect(await asked.rollouts(model)).toEqual([])
  expect(asked.problems()).toEqual([])
})
