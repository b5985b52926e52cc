import { layout } from '@tidemark/schemas'
import { expect, test } from 'vitest'
import { FactReader } from './fact-reader.ts'
import { digest, MemoryLedger, model } from './memory-ledger.fixture.ts'
import { readOverview } from './overview.ts'
import { readRollouts } from './rollouts.ts'

test('without a registry branch there is nothing, and no error', async () => {
  const ledger = new MemoryLedger()
  ledger.isThere = false
  expect(await readOverview(ledger)).toEqual({ head: null, asOf: null, models: [], problems: [] })
})

test('a channel holds what its newest tag and event say; the same bytes under a later seq go on', async () => {
  const ledger = new MemoryLedger()
  ledger.settle(1, '1.0.0', digest('a'), '2026-01-01T00:00:00Z')
  ledger.settle(2, '1.1.0', digest('b'), '2026-02-01T00:00:00Z')
  ledger.settle(10, '1.1.0', digest('b'), '2026-03-01T00:00:00Z')
  const { models, problems, asOf } = await readOverview(ledger)
  expect(problems).toEqual([])
  expect(asOf).toBe('2026-03-01T00:00:00Z')
  expect(models[0]!.channels[0]!.tenures).toMatchObject([
    { version: '1.0.0', seq: 1, since: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' },
    { version: '1.1.0', seq: 10, since: '2026-02-01T00:00:00Z', until: null },
  ])
})

test('a tag without its event and an event without its tag are problems, and put nothing into a channel', async () => {
  const ledger = new MemoryLedger()
  ledger.settle(1, '1.0.0', digest('a'), '2026-01-01T00:00:00Z')
  ledger.tagNames.push('churn#production#2', 'churn#staging#1', 'churn#production#0', 'other#production#1')
  ledger.happen(
    'promotion.settled',
    { version: '1.2.0', modelDigest: digest('c'), channel: 'production', seq: 3 },
    { at: '2026-03-01T00:00:00Z' },
  )
  const { models, problems } = await readOverview(ledger)
  expect(models[0]!.channels.map(({ channel, tenures }) => [channel, tenures.at(-1)?.version])).toEqual([
    ['production', '1.0.0'],
    ['staging', undefined],
  ])
  expect(problems.map(({ path }) => path).filter((path) => path.includes('#'))).toEqual([
    'churn#production#2',
    'churn#staging#1',
  ])
  expect(problems.map(({ message }) => message).join()).toContain('the tag churn#production#3 is missing')
})

test('an unreadable fact is a problem with its path, and the others are shown', async () => {
  const ledger = new MemoryLedger()
  ledger.settle(1, '1.0.0', digest('a'), '2026-01-01T00:00:00Z')
  const broken = layout.event(model, digest('d'), 'gate.failed')
  ledger.texts.set(broken, '{"schema": 1')
  ledger.texts.set('models/churn/versions/latest.json', '{}')
  ledger.texts.set('models/churn/versions/1.0.0.json', '{}')
  ledger.texts.set('models/Not A Name/versions/1.0.0.json', '{}')
  const { models, problems } = await readOverview(ledger)
  expect(models.map(({ model: name, events }) => [name, events.length])).toEqual([['churn', 1]])
  expect(problems.map(({ path }) => path)).toEqual([
    broken,
    'models/churn/versions/1.0.0.json',
    'models/churn/versions/latest.json',
  ])
})

test('of more events than are read, those that changed something come first, and it is said', async () => {
  const ledger = new MemoryLedger()
  for (let week = 1; week <= 9; week++) {
    ledger.happen('drift.checked', { modelDigest: digest('a') }, { at: `2026-01-0${week}T00:00:00Z`, cause: `${week}` })
  }
  ledger.settle(1, '1.0.0', digest('a'), '2026-01-01T00:00:00Z')
  const { models, problems } = await readOverview(ledger, { limits: { events: 3 } })
  expect(models[0]!.events).toHaveLength(3)
  expect(models[0]!.channels[0]!.tenures).toHaveLength(1)
  expect(problems).toEqual([{ path: 'models/churn/events', message: 'holds 10 events; 3 were read' }])
})

test('events of one second are in the order of the loop, newest first', async () => {
  const ledger = new MemoryLedger()
  const at = '2026-01-01T00:00:00Z'
  ledger.settle(1, '1.0.0', digest('a'), at)
  for (const type of ['version.published', 'promotion.requested', 'version.registered'] as const)
    ledger.happen(type, { version: '1.0.0', modelDigest: digest('a') }, { at })
  const { models } = await readOverview(ledger)
  expect(models[0]!.events.map(({ type }) => type)).toEqual([
    'promotion.settled',
    'promotion.requested',
    'version.published',
    'version.registered',
  ])
})

test('one model can be asked for, and a model that is not there gives none', async () => {
  const ledger = new MemoryLedger()
  ledger.settle(1, '1.0.0', digest('a'), '2026-01-01T00:00:00Z')
  expect((await readOverview(ledger, { model: 'churn' })).models).toHaveLength(1)
  expect(await readOverview(ledger, { model: 'other' })).toMatchObject({ models: [], problems: [], asOf: null })
})

test('the last state of each rollout is found in few reads of a long history', async () => {
  const ledger = new MemoryLedger()
  const path = 'rollouts/production/churn.json'
  const seqs = Array.from({ length: 300 }, (_, i) => (i < 140 ? 2 : i < 141 ? 3 : 7))
  const commits = seqs.map((_, i) => `commit-${i}`)
  ledger.history = async () => commits
  const facts = new FactReader(ledger, 'head')
  // Only what finding them looks at: the states' own content is the rollout's.
  facts.read = (async (_: unknown, { at }: { at: string }) => {
    ledger.reads.push(at)
    const index = Number(at.split('-')[1])
    const [champion, canary] = [{ modelDigest: 'a' }, { modelDigest: 'b' }]
    return { seq: seqs[index], model: `at ${index}`, champion, canary }
  }) as unknown as FactReader['read']
  const states = await readRollouts({ ledger, facts, head: 'head' }, model, { path, most: 20 })
  expect(states.map(({ seq, model: at }) => [seq, at])).toEqual([
    [7, 'at 299'],
    [3, 'at 140'],
    [2, 'at 139'],
  ])
  expect(ledger.reads.length).toBeLessThan(40)
})
