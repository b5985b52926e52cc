// What drift-report does with a log of predictions and late labels, from the files to the registry.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  readMonitorRecord,
  readServedVersion,
  respondToWindows,
  settlePromotions,
  verifyRegistry,
} from '@tidemark/registry'
import { type Baseline, MonitorPolicy, type PerformanceCheck } from '@tidemark/schemas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readToday } from '../../actions/drift-report/src/ahead.ts'
import { readJudgement, writeJudgement } from '../../actions/drift-report/src/handover.ts'
import { judgeOutcomes } from '../../actions/drift-report/src/performance.ts'
import { recordOutcomes } from '../../actions/drift-report/src/record-outcomes.ts'
import { findPerformanceReplayProblem } from '../../packages/evaluation/src/index.ts'
import { contractText, policyText } from './candidate.ts'
import { createEvidence, tellingOf } from './drift-evidence.ts'
import { merge } from './rollout-world.ts'
import { createRegistryWorld, type RegistryWorld, repository } from './sandbox.ts'

const monitor = MonitorPolicy.parse({
  performance: {
    predictions: 'log/*.ndjson',
    labels: 'labels.csv',
    columns: { label: 'late' },
    metrics: [{ id: 'brier', mode: 'non_inferior', margin: 0.02 }],
    minRows: 100,
  },
})
const model = 'churn'

let world: RegistryWorld
let root: string
let baseline: Baseline

beforeAll(async () => {
  world = await createRegistryWorld({
    files: { 'models/churn/model.yaml': policyText, 'models/churn/contract.yaml': contractText },
  })
  const { modelDigest } = await merge(world, 'a')
  await settlePromotions(await world.connect())
  baseline = (await createEvidence([], { modelDigest })).baseline
  root = await mkdtemp(join(tmpdir(), 'outcomes-'))
})
afterAll(async () => {
  await rm(root, { recursive: true })
  await world[Symbol.asyncDispose]()
})

async function connect() {
  const permissions = { contents: 'write', issues: 'write', actions: 'write' } as const
  return world.connect(world.github.issueJobToken({ repository, permissions, runId: 1, jobId: 1 }))
}

/** Fifty predictions a day for so many days, of which the labels of the first `known` days have come; scores mean what they say, or its contrary. */
async function deliver({ days, known, isTurned }: { days: number; known: number; isTurned: boolean }) {
  const rows = Array.from({ length: days * 50 }, (_, row) => {
    const time = new Date(Date.UTC(2001, 0, 1 + Math.floor(row / 50), 8, row % 50)).toISOString()
    const score = [0.1, 0.9][row % 2]!
    const late = Number(row % 10 === 0 ? score < 0.5 : score > 0.5)
    return { id: `r${row}`, time, score, late: isTurned ? 1 - late : late, day: Math.floor(row / 50) }
  })
  const line = ({ id, time, score }: (typeof rows)[number], version: string) =>
    JSON.stringify({ id, time, model, version, arm: 'champion', weight: 1, status: 'ok', latencyMs: 1, score })
  await mkdir(join(root, 'log'), { recursive: true })
  await writeFile(join(root, 'log/a.ndjson'), rows.map((row) => line(row, '1.0.0')).join('\n'))
  await writeFile(
    join(root, 'log/b.ndjson'),
    rows
      .slice(0, 5)
      .map((row) => line(row, '9.9.9'))
      .join('\n'),
  )
  const labels = rows.filter(({ day }) => day < known).map(({ id, late }) => `${id},${late}`)
  await writeFile(join(root, 'labels.csv'), ['id,late', ...labels].join('\n'))
}

/** A run: both jobs, with the handover between them. */
async function run() {
  const summaries: string[] = []
  const context = {
    inputs: { model, channel: 'production' },
    summary: (text: string) => void summaries.push(text),
    log: () => {},
    annotate: () => {},
    output: () => {},
    group: <T>(_: string, work: () => Promise<T>) => work(),
  } as unknown as Parameters<typeof judgeOutcomes>[0]
  const registry = await connect()
  const at = (await registry.ledger.head())!
  const today = await readToday(registry.clock)
  const judged = await judgeOutcomes(context, { registry, root, monitor, at, today, baseline })
  if (judged === null) return null
  const folder = await mkdtemp(join(root, 'handover-'))
  const digest = await writeJudgement(folder, { baseline, judged: null, outcomes: judged })
  const { outcomes } = await readJudgement(folder, digest)
  expect(outcomes).toEqual(judged)
  const served = await readServedVersion(registry, { model, channel: 'production' })
  const recorded = await recordOutcomes(registry, { model, served, monitor, outcomes: outcomes!, at })
  const asked = { subject: served!, served, at: recorded, baseline: baseline.id, policy: monitor }
  const { record, issue } = await respondToWindows(registry, {
    record: await readMonitorRecord(registry.ledger, asked),
    policy: monitor,
    telling: tellingOf(model),
    subjects: { drift: served!, performance: served },
  })
  return { checks: outcomes!.checks, summary: summaries.join('\n'), windows: record.performance.windows, issue }
}

const verdictsOf = (checks: readonly PerformanceCheck[]) =>
  checks.map(({ window, verdict }) => `${window.start} ${verdict}`)

it('judges a week when it is mature, again when its labels have come, and then no more', async () => {
  await deliver({ days: 15, known: 4, isTurned: false })
  const early = await run()
  expect(verdictsOf(early!.checks)).toEqual(['2001-01-01 inconclusive'])
  expect(early!.summary).toContain('Not judged, since not registered: `9.9.9`')
  expect(early!.summary).toContain('1 week waits for its labels, the newest from 2001-01-08')
  expect(await run()).toBeNull()

  await deliver({ days: 15, known: 7, isTurned: false })
  expect(verdictsOf((await run())!.checks)).toEqual(['2001-01-01 pass'])

  await deliver({ days: 22, known: 22, isTurned: true })
  const bad = await run()
  expect(verdictsOf(bad!.checks)).toEqual(['2001-01-08 fail'])
  expect(verdictsOf(bad!.windows)).toEqual(['2001-01-01 pass', '2001-01-08 fail'])
  expect(bad!.issue).not.toBeNull()
  expect(await run()).toBeNull()

  const { ledger } = await connect()
  const { problems, checked } = await verifyRegistry(ledger, { replay: { performance: findPerformanceReplayProblem } })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(checked['performance checks replayed']).toBe(3)
})
