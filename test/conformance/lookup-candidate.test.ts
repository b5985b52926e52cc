// The example of training by a command, on every tenth flight of 2001: real enough to be judged, small enough for a test.
import { cp, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type FeatureTable,
  openEngine,
  openModelFolder,
  openSplit,
  readSplitFeatures,
  validateSplit,
} from '@tidemark/data'
import { type Model, openModel } from '@tidemark/models'
import { type ModelPolicy, sha256 } from '@tidemark/schemas'
import { openExecutor, runJob, type TrainingResult } from '@tidemark/training'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evaluateGate } from '../../packages/evaluation/src/index.ts'
import { compareSignatures } from '../../packages/registry/src/signature.ts'
import { flightsOf } from '../../scripts/demo/flights.ts'
import { layOverLookup } from '../../scripts/demo/lookup-candidate.ts'

const root = join(import.meta.dirname, '../..')
const months = ['2001-01', '2001-02', '2001-03', '2001-04', '2001-05']
const quarter = months.slice(0, 3)

let checkout: string
let policy: ModelPolicy
let champion: Model
let candidate: Model
let trained: TrainingResult
let april: { champion: FeatureTable; candidate: FeatureTable }
let may: FeatureTable

beforeAll(async () => {
  checkout = await realpath(await mkdtemp(join(tmpdir(), 'tidemark-command-training-')))
  await cp(join(root, 'examples/flight-delay'), checkout, { recursive: true })
  await mkdir(join(checkout, 'data'))
  for (const month of months) await writeTenth(month)
  const first = await read(quarter)
  const before = first.policy
  champion = await open(await runJob(openExecutor('embedded'), jobOf(first.table, before)))
  const championApril = (await read(['2001-04'])).table

  await layOverLookup(checkout)
  const next = await read(quarter)
  policy = next.policy
  const { executor, command } = policy.train
  trained = await runJob(
    openExecutor(executor, {
      command: {
        command: [process.execPath, ...command!.slice(1)],
        workingDirectory: checkout,
        outputDirectory: join(checkout, 'out'),
        timeoutMs: 60_000,
      },
    }),
    jobOf(next.table, policy),
  )
  candidate = await open(trained)
  april = { champion: championApril, candidate: (await read(['2001-04'])).table }
  may = (await read(['2001-05'])).table
})

afterAll(async () => {
  await champion?.close()
  await candidate?.close()
  await rm(checkout, { recursive: true, force: true })
})

test('callers of the champion can call the candidate: the share of yesterday is an input that they may leave out', () => {
  const { signature } = candidate.description
  expect(signature.inputs.filter(({ optional }) => optional).map(({ name }) => name)).toEqual(['origin_late_yesterday'])
  const comparison = compareSignatures(champion.description.signature, signature)
  expect(comparison).toMatchObject({ verdict: 'compatible' })
  expect(comparison.reasons).toContain('input origin_late_yesterday is new and optional')
})

test('the first of January has no yesterday and is left out of training; April has one on every day', () => {
  expect(trained.metrics.positive_rate).toBeGreaterThan(0.2)
  const share = april.candidate.features.find(({ name }) => name === 'origin_late_yesterday')
  expect(share?.kind === 'number' && share.values.some(Number.isNaN)).toBe(false)
})

test('it passes the gate of the policy in April, and better than the champion in every metric', async () => {
  const [ours, theirs] = [await score(candidate, april.candidate), await score(champion, april.champion)]
  const { ids, labels, clusters } = april.candidate
  const decision = evaluateGate({
    policy: policy.gate,
    task: 'binary',
    holdout: { ids, labels: labels!, clusters: Array.from(clusters!.codes, (code) => clusters!.dictionary[code]!) },
    challenger: { ids, scores: ours },
    champion: { ids: april.champion.ids, scores: theirs },
  })
  expect(decision).toMatchObject({ verdict: 'pass' })
  const { roc_auc: auc, log_loss: loss, ece } = decision.metrics
  expect(auc.challenger.value! - auc.champion!.value!).toBeGreaterThan(0.01)
  expect(loss.challenger.value).toBeLessThan(loss.champion!.value!)
  expect(ece.challenger.value).toBeLessThan(ece.champion!.value!)
})

test('in May the table has no row, and every answer is NaN', async () => {
  expect(may.rows).toBeGreaterThan(50_000)
  const share = may.features.find(({ name }) => name === 'origin_late_yesterday')
  expect(share?.kind === 'number' && share.values.every(Number.isNaN)).toBe(true)
  await expect(score(candidate, may)).rejects.toMatchObject({
    code: 'SCORE_INVALID',
    message: expect.stringContaining(`${may.rows} of ${may.rows} scores`),
    problems: expect.arrayContaining([expect.objectContaining({ message: 'score NaN' })]),
  })
  // One at a time too, as a server asks.
  for (let row = 0; row < 20; row++) {
    const alone = may.features.map((column) =>
      column.kind === 'number'
        ? { ...column, values: column.values.slice(row, row + 1) }
        : { ...column, codes: column.codes.slice(row, row + 1) },
    )
    await expect(candidate.score({ rows: 1, columns: alone })).rejects.toMatchObject({
      problems: [{ message: 'score NaN' }],
    })
  }
})

/** Every tenth flight of a month, as a data file of the checkout. */
async function writeTenth(month: string): Promise<void> {
  const source = await flightsOf(month)
  const target = join(checkout, `data/flights-${month}.parquet`)
  await using engine = await openEngine({ allowedPaths: [source], outputPaths: [target] })
  await engine.query(
    `COPY (SELECT * EXCLUDE (file_row_number) FROM read_parquet('${source}', file_row_number = true)
       WHERE file_row_number % 10 = 0 ORDER BY file_row_number) TO '${target}' (FORMAT parquet, USE_TMP_FILE false)`,
  )
}

async function read(wanted: readonly string[]): Promise<{ table: FeatureTable; policy: ModelPolicy }> {
  const folder = await openModelFolder(checkout, { policyRoot: 'models', model: 'flight-delay' })
  const query = await folder.readQuery('features.sql')
  const files = wanted.map((month) => `data/flights-${month}.parquet`)
  await using split = await openSplit(folder, files, { lookups: query.lookups })
  const validated = { dataset: split.document, validation: await validateSplit(folder, split) }
  return { table: await readSplitFeatures(folder, split, { validated, query, wantsKeys: true }), policy: folder.policy }
}

function jobOf({ rows, labels, features }: FeatureTable, { train: { seed, parameters } }: ModelPolicy) {
  const loadTable = async () => ({ rows, labels: labels!, columns: features, labelName: 'late' })
  return { runId: 'lookup', seed, parameters, channels: {}, loadTable }
}

function open({ model }: TrainingResult): Promise<Model> {
  return openModel(model, { expectedSha256: sha256(model) })
}

function score(model: Model, { rows, features }: FeatureTable): Promise<Float64Array> {
  return model.score({ rows, columns: features })
}
