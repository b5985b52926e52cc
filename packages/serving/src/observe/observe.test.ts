import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plan } from '../small-models.fixture.ts'
import { Exposure, type Outcome } from './exposure.ts'
import { createRolloutJudge } from './harm.ts'
import { Histogram } from './histogram.ts'
import { type Prediction, PredictionLog } from './prediction-log.ts'

const now = '2001-05-01T00:00:00.000Z'
const outcome = (change: Partial<Outcome> = {}): Outcome => ({
  arm: 'canary',
  weight: 0.5,
  isError: false,
  isNonFinite: false,
  latencyMs: 1,
  ...change,
})

test('a histogram counts a value on an edge below it, and what is above all edges last', () => {
  const histogram = new Histogram([1, 2, 5])
  for (const value of [0, 1, 1.5, 5, 6, Number.NaN]) histogram.add(value)
  expect(histogram.counts).toEqual([2, 1, 1, 1])
  expect([histogram.count, histogram.sum]).toEqual([5, 13.5])
})

describe('exposure', () => {
  test('counts arms by the weight a request was served under', () => {
    const exposure = new Exposure({ sequence: 0, now, slowMs: 10 })
    exposure.add(outcome({ isError: true, isNonFinite: true }))
    exposure.add(outcome({ arm: 'champion', latencyMs: 11 }))
    exposure.add(outcome({ weight: 0.05 }))
    const none = { requests: 0, events: { errors: 0, non_finite: 0, slow: 0 } }
    expect(exposure.openGroups()).toEqual([
      { weight: 0.05, canary: { ...none, requests: 1 }, stable: none },
      {
        weight: 0.5,
        canary: { requests: 1, events: { errors: 1, non_finite: 1, slow: 0 } },
        stable: { requests: 1, events: { ...none.events, slow: 1 } },
      },
    ])
  })

  test('without a limit for slow answers they are not measured, which is not 0', () => {
    const exposure = new Exposure({ sequence: 0, now, slowMs: null })
    exposure.add(outcome())
    expect(exposure.openGroups()[0]!.canary.events).toEqual({ errors: 0, non_finite: 0 })
  })

  test('a unit counts once for each weight, also over windows', () => {
    const exposure = new Exposure({ sequence: 0, now, slowMs: null })
    for (const unit of ['a', 'b', 'a']) exposure.add(outcome(), unit)
    expect(exposure.closeWindow(now).groups[0]!.canary.requests).toBe(2)
    for (const unit of ['a', 'c']) exposure.add(outcome(), unit)
    expect(exposure.openGroups()[0]!.canary.requests).toBe(1)
    exposure.add(outcome({ weight: 0.05 }), 'a')
    expect(exposure.openGroups()[0]!.canary.requests).toBe(1)
  })

  test('a long wait merges old windows without losing a request or a number', () => {
    const exposure = new Exposure({ sequence: 7, now, slowMs: null })
    for (let i = 0; i < 1000; i++) {
      exposure.add(outcome({ isError: i % 10 === 0, weight: i % 2 === 0 ? 0.5 : 0.05 }))
      exposure.closeWindow(now)
    }
    const { windows } = exposure
    expect(windows.length).toBeLessThanOrEqual(200)
    expect([windows[0]!.first, windows.at(-1)!.last]).toEqual([8, 1007])
    expect(windows.every(({ first }, i) => i === 0 || first === windows[i - 1]!.last + 1)).toBe(true)
    const canaries = windows.flatMap(({ groups }) => groups.map(({ canary }) => canary))
    expect(canaries.reduce((sum, { requests }) => sum + requests, 0)).toBe(1000)
    expect(canaries.reduce((sum, { events }) => sum + events.errors!, 0)).toBe(100)
    // What a rollout may be reading just now is left as it was.
    expect(windows.slice(-50).every(({ first, last }) => first === last)).toBe(true)
  })
})

describe('the judge', () => {
  const window = (canaryErrors: number, stableErrors: number) => [
    {
      weight: 0.5,
      canary: { requests: 100, events: { errors: canaryErrors, non_finite: 0, slow: 0 } },
      stable: { requests: 100, events: { errors: stableErrors, non_finite: 0, slow: 0 } },
    },
  ]

  test('finds harm in what is open and what is closed together, and names it', () => {
    const judge = createRolloutJudge(plan())
    judge.add(window(4, 1))
    expect(judge.judge(window(3, 1)).isHarmful).toBe(false)
    expect(judge.judge(window(60, 0))).toEqual({
      isHarmful: true,
      reason: expect.stringMatching(/^errors: 64 of 200 requests, champion 1 of 200/),
    })
    expect(judge.judge([]).isHarmful).toBe(false)
  })

  test('does not blame the canary for what happens to both', () => {
    const judge = createRolloutJudge(plan())
    for (let i = 0; i < 50; i++) judge.add(window(50, 50))
    expect(judge.judge([]).isHarmful).toBe(false)
  })
})

describe('the prediction log', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tidemark-log-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const prediction = (change: Partial<Prediction> = {}): Prediction => ({
    id: 'i',
    model: 'flights',
    arm: 'champion',
    version: '1.0.0',
    weight: 0,
    status: 'ok',
    latencyMs: 1,
    scores: [0.5],
    ...change,
  })

  test('is rotated by size, and keeps no more files than told', async () => {
    const path = join(folder, 'rotated', 'log.ndjson')
    const log = new PredictionLog({ path, maxBytes: 1000, keep: 2 })
    for (let i = 0; i < 40; i++) {
      log.add(prediction({ id: `request-${i}` }))
      await log.flush()
    }
    expect((await readdir(join(folder, 'rotated'))).sort()).toEqual(['log.ndjson', 'log.ndjson.1', 'log.ndjson.2'])
    const texts = await Promise.all(['.2', '.1', ''].map((end) => readFile(path + end, 'utf8')))
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(1000)
    const ids = texts
      .join('')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id)
    expect(ids.at(-1)).toBe('request-39')
    expect(ids).toEqual(Array.from(ids, (_, i) => `request-${40 - ids.length + i}`))
  })

  test('goes on in the file that is there, and writes several rows as scores', async () => {
    const path = join(folder, 'more.ndjson')
    await writeFile(path, '{}\n')
    const log = new PredictionLog({ path })
    log.add(prediction({ scores: [0.25, 1] }))
    log.add(prediction({ id: '"\n', scores: [] }))
    await log.flush()
    const lines = (await readFile(path, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([{}, { scores: [0.25, 1] }, { id: '"\n', scores: [] }])
  })

  test('a disk that takes nothing costs lines, which are counted, and nothing else', async () => {
    await writeFile(join(folder, 'file'), '')
    const log = new PredictionLog({ path: join(folder, 'file', 'log.ndjson') })
    log.add(prediction())
    await log.flush()
    expect(log.dropped).toBe(1)
    for (let i = 0; i < 30_000; i++) log.add(prediction({ id: 'x'.repeat(200) }))
    expect(log.dropped).toBeGreaterThan(1)
    await log.flush()
    expect(log.dropped).toBe(30_001)
  })
})
