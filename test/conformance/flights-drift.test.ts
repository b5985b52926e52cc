// Every number that the documentation tells about drift in the flights of 2001, made again from the flights.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildBaseline,
  checkDrift,
  completeWeeks,
  contractColumnTypes,
  createDatasetView,
  type DriftData,
  fingerprintFiles,
  judgeDrift,
  openDataset,
  openEngine,
  parseContract,
  profileWindow,
  profileWindows,
  readFeatures,
  replayDrift,
} from '@tidemark/data'
import { openModel } from '@tidemark/models'
import {
  Baseline,
  canonicalJson,
  DriftCheck,
  type DriftProfile,
  MonitorPolicy,
  readNumbers,
  sha256,
} from '@tidemark/schemas'
import { openExecutor, runJob } from '@tidemark/training'
import { beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'examples/flight-delay/models/flight-delay')
const sql = readFileSync(join(folder, 'features.sql'), 'utf8')
const columns = { id: 'flight_id', label: 'late', cluster: 'flight_date' }
const policy = MonitorPolicy.parse({ label: { column: 'delay', time: 'date' } })
const quarter = { start: '2001-01-01', end: '2001-04-01' }
const kilometres = 1.609344

let baseline: Baseline
let weeks: readonly DriftCheck[]
let june: DriftCheck
let farJune: readonly DriftCheck[]
let emptyWeek: DriftCheck

beforeAll(async () => {
  const flights = await openFlights()
  const table = await readFeatures(flights.engine, { sql, file: 'features.sql', view: 'flights', columns })
  const days = table.clusters!
  const scored = await score(table)
  const rowsBefore = (end: string) => {
    const isBefore = days.dictionary.map((day) => day < end)
    return Array.from(days.codes.keys()).filter((row) => isBefore[days.codes[row]!])
  }
  const reference = rowsBefore(quarter.end)
  const data: DriftData = {
    features: { sql, file: 'features.sql', view: 'flights', columns, day: 'flight_date' },
    label: policy.label,
    scored: { scores: scored, days, labels: table.labels },
  }
  baseline = await buildBaseline(
    flights.engine,
    {
      ...data,
      scored: {
        scores: Float64Array.from(reference, (row) => scored[row]!),
        days: { ...days, codes: Uint32Array.from(reference, (row) => days.codes[row]!) },
        labels: Uint8Array.from(reference, (row) => table.labels![row]!),
      },
    },
    {
      model: 'flight-delay',
      dataset: flights.dataset.digest,
      modelDigest: '0'.repeat(64),
      period: quarter,
      publicColumns: ['date', 'delay', 'distance', 'origin', 'destination'],
    },
  )
  const judge = (window: DriftProfile) => checkDrift({ baseline, window, dataset: flights.dataset.digest, policy })
  const month = { start: '2001-06-01', end: '2001-06-30' }
  const periods = [...completeWeeks({ start: '2001-04-01', end: '2001-07-02' }), month]
  const profiles = await profileWindows(flights.engine, data, baseline, periods)
  const checks = profiles.map(judge)
  weeks = checks.slice(0, -1)
  june = checks.at(-1)!
  emptyWeek = judge(await profileWindow(flights.engine, data, baseline, { start: '2001-08-06', end: '2001-08-13' }))
  const far = {
    ...data,
    features: { ...data.features, sql: sql.replace('distance,', `distance * ${kilometres} AS distance,`) },
  }
  farJune = (
    await profileWindows(flights.engine, far, baseline, completeWeeks({ start: '2001-06-01', end: '2001-06-25' }))
  ).map(judge)
  await flights.engine.close()
}, 180_000)

async function openFlights() {
  const contract = parseContract(readFileSync(join(folder, 'contract.yaml'), 'utf8'), 'contract.yaml')
  const files = await fingerprintFiles(join(root, 'node_modules/vega-datasets/data'), ['flights-3m.parquet'])
  const engine = await openEngine({
    allowedPaths: files.files.map(({ path }) => join(files.root, path)),
    root: files.root,
  })
  const dataset = await openDataset(engine, files, { name: 'flights', columnTypes: contractColumnTypes(contract) })
  await createDatasetView(engine, dataset, { contract, policy: { action: 'drop', maxShare: 0.005 } })
  return { engine, dataset }
}

/** Scores of all flights by a model trained on January and February; few trees, since drift needs no good model. */
async function score(table: Awaited<ReturnType<typeof readFeatures>>): Promise<Float64Array> {
  const isTraining = table.clusters!.dictionary.map((day) => day < '2001-03-01')
  const rows = Array.from(table.clusters!.codes.keys()).filter((row) => isTraining[table.clusters!.codes[row]!])
  const trained = await runJob(openExecutor('embedded'), {
    runId: 'drift',
    seed: 7,
    parameters: { trees: 12, leaves: 31, learning_rate: 0.4, min_rows_per_leaf: 200 },
    channels: {},
    loadTable: async () => ({
      rows: rows.length,
      labels: Uint8Array.from(rows, (row) => table.labels![row]!),
      columns: table.features.map((column) =>
        column.kind === 'number'
          ? { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) }
          : { ...column, codes: Uint32Array.from(rows, (row) => column.codes[row]!) },
      ),
    }),
  })
  const model = await openModel(trained.model, { expectedSha256: sha256(trained.model) })
  const scores = await model.score({ rows: table.rows, columns: table.features })
  await model.close()
  return scores
}

const weekOf = (start: string): DriftCheck => weeks.find(({ window }) => window.start === start)!
const result = (check: DriftCheck, column: string, family?: string) =>
  check.results.find(
    (found) => found.column === column && (family ?? found.family) === found.family && found.family !== 'nulls',
  )!

describe('the week of 23 April 2001', () => {
  it('the delay’s distance is .145, with a lower bound above the warning limit', () => {
    const delay = result(weekOf('2001-04-23'), 'delay')
    expect(delay.effect).toBeCloseTo(0.145, 3)
    expect(delay.bounds.lower).toBeGreaterThan(0.1)
    expect(delay.bounds.lower).toBeLessThan(0.115)
    expect(delay.verdict).toBe('warn')
  })

  it('resampling its seven days, which does not count that seven are few, gives about .115 to .12', () => {
    expect(Math.abs(bootstrapLower(weekOf('2001-04-23').statistics) - 0.1175)).toBeLessThan(0.004)
  })

  it('95 % of reference weeks differ from the others by at most .086', () => {
    expect(baseline.columns.find(({ name }) => name === 'delay')!.tolerance).toBeCloseTo(0.086, 3)
  })

  it('observed/expected is .516, outside what reference weeks had', () => {
    const calibration = result(weekOf('2001-04-23'), 'observed/expected')
    expect(Math.abs(calibration.values.window! - 0.516)).toBeLessThan(0.01)
    expect(calibration.shown.ratioLower).toBeGreaterThan(0.39)
    expect(calibration.shown.ratioUpper).toBeLessThan(0.65)
    // Where another model of these two months had .67 to 1.38, this one has .69 to 1.30.
    expect(Math.abs(calibration.shown.referenceLeast! - 0.69)).toBeLessThan(0.02)
    expect(Math.abs(calibration.shown.referenceMost! - 1.3)).toBeLessThan(0.02)
    expect(calibration.verdict).toBe('warn')
  })

  it('the verdict is a warning that names both', () => {
    expect(weekOf('2001-04-23')).toMatchObject({
      verdict: 'warn',
      reason: expect.stringMatching(/delay, observed\/expected/),
    })
  })
})

it('no complete week from April to June has a feature or a prediction farther than .03, and all of them pass', () => {
  const effects = weeks
    .filter(({ results }) => results.length > 0)
    .flatMap(({ results }) => results.filter(({ family }) => family === 'features' || family === 'predictions'))
  expect(effects.length).toBe(12 * 7)
  expect(Math.max(...effects.map(({ effect }) => effect!))).toBeLessThanOrEqual(0.03)
  expect(new Set(effects.map(({ verdict }) => verdict))).toEqual(new Set(['pass']))
})

it('the delays of 30 April and 7 May are .120 and .126 away', () => {
  expect(result(weekOf('2001-04-30'), 'delay').effect).toBeCloseTo(0.12, 3)
  expect(result(weekOf('2001-05-07'), 'delay').effect).toBeCloseTo(0.126, 3)
})

it('June is back to normal: every complete week passes, and the month as a whole is at most .044 away', () => {
  const verdicts = ['2001-06-04', '2001-06-11', '2001-06-18'].map((start) => weekOf(start).verdict)
  expect(verdicts).toEqual(['pass', 'pass', 'pass'])
  const effects = Object.fromEntries(june.results.map((found) => [`${found.family}.${found.column}`, found]))
  const near = (id: string, value: number) => expect(effects[id]!.effect, id).toBeCloseTo(value, 2)
  near('features.distance', 0.009)
  near('features.departure_hour', 0.008)
  near('labels.delay', 0.012)
  near('predictions.prediction', 0.004)
  expect(effects['features.origin']!.shown.tvd).toBeCloseTo(0.023, 2)
  expect(effects['features.destination']!.shown.tvd).toBeCloseTo(0.023, 2)
  expect(effects['labels.late']!.values.baseline).toBeCloseTo(0.2156, 3)
  expect(effects['labels.late']!.values.window).toBeCloseTo(0.2135, 2)
})

it('distance in kilometres fails in every week of June, and nothing but distance does', () => {
  expect(farJune).toHaveLength(3)
  for (const check of farJune) {
    expect(check.verdict).toBe('fail')
    expect(check.results.filter(({ verdict }) => verdict === 'fail').map(({ column }) => column)).toEqual(['distance'])
    expect(result(check, 'distance').bounds.lower).toBeGreaterThanOrEqual(0.2)
  }
})

it('a week that has not wholly arrived and one without rows are inconclusive, and claim nothing', () => {
  expect(weeks.at(-1)).toMatchObject({
    verdict: 'inconclusive',
    results: [],
    reason: expect.stringContaining('2001-07-01'),
  })
  expect(emptyWeek).toMatchObject({ verdict: 'inconclusive', results: [], reason: 'The window has no rows.' })
})

it('a week without outcomes is not judged on them, and does not pass for it', () => {
  const { statistics } = weekOf('2001-06-04')
  const unknown = statistics.columns.filter(({ name }) => name !== 'late' && name !== 'delay')
  const check = judgeDrift({ baseline, window: { ...statistics, columns: unknown, calibration: null }, policy })
  expect(check.verdict).toBe('inconclusive')
  expect(check.notJudged.map(({ id }) => id)).toEqual(['labels.late', 'labels.delay', 'calibration'])
  expect(check.results.every(({ family }) => family !== 'labels' && family !== 'calibration')).toBe(true)
})

it('the documents follow their schemas, replay, and are small', () => {
  expect(Baseline.parse(baseline)).toEqual(baseline)
  for (const check of [...weeks, ...farJune]) {
    expect(DriftCheck.parse(check)).toEqual(check)
    expect(replayDrift(check, baseline).verdict).toBe(check.verdict)
    expect(canonicalJson(check).length).toBeLessThan(40_000)
  }
  const numeric = baseline.columns.filter(({ kind }) => kind === 'numeric')
  for (const column of numeric) expect(canonicalJson(column).length, column.name).toBeLessThan(4200)
  expect(() => replayDrift({ ...weekOf('2001-04-23'), verdict: 'pass' }, baseline)).toThrow(
    expect.objectContaining({ code: 'DIGEST_MISMATCH' }),
  )
})

/** 5 % quantile of the delay's distance over windows of seven days drawn with replacement from the week's. */
function bootstrapLower({ columns: found }: DriftProfile): number {
  const delay = found.find(({ name }) => name === 'delay')!
  const column = baseline.columns.find(({ name }) => name === 'delay')!
  if (delay.kind !== 'numeric' || column.kind !== 'numeric') throw new Error('expected numbers')
  const days = delay.counts.map(readNumbers)
  const cumulate = (counts: readonly number[]) => {
    const rows = counts.reduce((sum, count) => sum + count, 0)
    let seen = 0
    return counts.map((count) => (seen += count) / rows)
  }
  const reference = cumulate(readNumbers(column.counts))
  let state = 1
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const distances = Array.from({ length: 2000 }, () => {
    const drawn = days.map(() => days[Math.floor(next() * days.length)]!)
    const current = cumulate(reference.map((_, bin) => drawn.reduce((sum, day) => sum + day[bin]!, 0)))
    return Math.max(...reference.map((share, bin) => Math.abs(share - current[bin]!)))
  })
  return distances.sort((a, b) => a - b)[100]!
}
