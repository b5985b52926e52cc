// Performance on the flights of 2001 whose labels come late, and every number of it computed again in another way.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, type Engine, fingerprintFiles, joinOutcomes, openEngine, type ScoredRows } from '@tidemark/data'
import {
  type MetricName,
  type MetricValue,
  type PerformanceCheck,
  PerformancePolicy,
  readNumbers,
} from '@tidemark/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toProfile } from '../../packages/data/src/baseline/day-table.ts'
import { describeExpectations } from '../../packages/data/src/baseline/expectations.ts'
import { countOutcomes } from '../../packages/data/src/baseline/scores.ts'
import { completeWeeks } from '../../packages/data/src/baseline/weeks.ts'
import { checkPerformance, collectPerformance, isMature } from '../../packages/evaluation/src/index.ts'

const vega = join(import.meta.dirname, '../../node_modules/vega-datasets/data')
const policy = PerformancePolicy.parse({
  predictions: 'predictions.parquet',
  labels: 'labels-*.parquet',
  join: [{ prediction: 'flight', label: 'flight' }],
  columns: { label: 'late', time: 'departs' },
  metrics: [
    { id: 'roc_auc', mode: 'non_inferior', margin: 0.02 },
    { id: 'brier', mode: 'non_inferior', marginRelative: 0.1 },
    { id: 'observed_expected', mode: 'absolute', min: 0.7, max: 1.4 },
  ],
})
const value = (number: number): MetricValue => ({ value: number, lower: null, upper: null, standardError: 0.002 })
/** Asks a day after the week, when a late flight's label has not come. */
const impatient = PerformancePolicy.parse({ ...policy, maturityDays: 1, minCoverage: 0.99 })

/** What a gate on March would have recorded, about. */
const evaluation = {
  metrics: Object.fromEntries(
    Object.entries({ roc_auc: 0.65, log_loss: 0.5, brier: 0.163, ece: 0.02 }).map(([name, each]) => [
      name,
      { challenger: value(each), champion: null },
    ]),
  ) as Record<MetricName, { challenger: MetricValue; champion: null }>,
}

let folder: string
let engine: Engine
/** By the day until which the log and the labels go. */
const judgedUntil = new Map<string, { checks: PerformanceCheck[]; waiting: string[] }>()
let expectations: NonNullable<ReturnType<typeof describeExpectations>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flights-performance-'))
  const flights = (await fingerprintFiles(vega, ['flights-3m.parquet'])).files[0]!
  const ends = ['2001-05-01', '2001-05-12', '2001-05-21']
  const outputs = ends.flatMap((end) => ['predictions', 'labels'].map((name) => join(folder, `${name}-${end}.parquet`)))
  engine = await openEngine({ allowedPaths: [join(vega, flights.path)], outputPaths: outputs })
  // One flight in four is enough. The score is the late share by hour in January to March; a label of a late flight comes five days
  // after an early one's, as delays are looked into.
  await engine.query(`CREATE TEMP TABLE f AS SELECT file_row_number AS flight, date::TIMESTAMP AS departs, (delay > 15)::INTEGER AS late,
      date::DATE + CASE WHEN delay > 15 THEN 6 ELSE 1 END AS known
    FROM read_parquet('${join(vega, flights.path)}', file_row_number = true) WHERE file_row_number % 4 = 0 AND date < '2001-06-01'`)
  await engine.query(
    `CREATE TEMP TABLE rates AS SELECT hour(departs) AS hour, avg(late) AS score FROM f WHERE departs < '2001-04-01' GROUP BY 1`,
  )
  await engine.query(
    `CREATE TEMP TABLE scored AS SELECT flight, departs, late, known, score FROM f JOIN rates ON hour(departs) = rates.hour`,
  )
  const reference = { start: '2001-01-01', end: '2001-04-01' }
  const edges = [0.1, 0.13, 0.16, 0.19, 0.22, 0.25, 0.28, 0.31]
  const counted = countOutcomes(await referenceRows(), { edges })!
  const rows = new Map([...counted].map(([day, cell]) => [day, cell.rows.reduce((sum, count) => sum + count, 0)]))
  const { outcomes, days } = toProfile({ rows, columns: [], calibration: null, outcomes: counted }, reference)
  expectations = describeExpectations(outcomes!, days, completeWeeks(reference))!
  for (const end of ends) judgedUntil.set(end, await judgeUntil(end, end === '2001-05-01' ? impatient : policy))
}, 120_000)

afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

async function referenceRows(): Promise<ScoredRows> {
  await engine.query(`CREATE TEMP TABLE reference AS SELECT date_diff('day', DATE '2001-01-01', departs::DATE) AS day, score, late
    FROM scored WHERE departs < '2001-04-01'`)
  const [days, scores, labels] = (
    await engine.columns(
      'reference',
      ['day', 'score', 'late'].map((name) => ({ name, kind: 'number' as const })),
    )
  ).map((column) => (column.kind === 'number' ? column.values : new Float64Array()))
  const dictionary = Array.from({ length: 90 }, (_, day) => addDays('2001-01-01', day))
  return {
    scores: scores!,
    labels: labels!,
    days: { name: 'day', kind: 'string', codes: Uint32Array.from(days!), dictionary },
  }
}

/** What a run sees at the end of a day: predictions until then, and the labels that have come. */
async function judgeUntil(end: string, policy: PerformancePolicy) {
  const [predictions, labels] = ['predictions', 'labels'].map((name) => `${name}-${end}.parquet`)
  await engine.query(`COPY (SELECT flight, departs, score, '1.0.0' AS version FROM scored WHERE departs::DATE <= '${end}'
    AND departs >= '2001-04-02') TO '${join(folder, predictions!)}' (FORMAT parquet)`)
  await engine.query(
    `COPY (SELECT flight, late FROM scored WHERE known <= '${end}') TO '${join(folder, labels!)}' (FORMAT parquet)`,
  )
  const files = async (name: string) => fingerprintFiles(folder, [name])
  const outcomes = await joinOutcomes(engine, {
    predictions: await files(predictions!),
    labels: await files(labels!),
    model: 'flight-delay',
    policy,
    today: end,
  })
  const checks: PerformanceCheck[] = []
  const waiting: string[] = []
  for (const week of outcomes!.weeks) {
    const { asOf } = outcomes!
    if (!isMature({ period: week.period, asOf }, policy)) {
      waiting.push(week.period.start)
      continue
    }
    const promised = { baseline: '0'.repeat(64), expectations }
    const reference = { evaluation, previous: checks.at(-1) ?? null, promised }
    const statistics = collectPerformance({ ...week, ...(await outcomes!.read(week)) }, { policy, asOf, reference })
    const digests = { predictions: '1'.repeat(64), labels: '2'.repeat(64), evaluation: '3'.repeat(64) }
    checks.push(
      checkPerformance({
        model: 'flight-delay',
        version: '1.0.0',
        modelDigest: '4'.repeat(64),
        ...digests,
        policy,
        statistics,
      }),
    )
  }
  return { checks, waiting }
}

const inWeek = `departs >= TIMESTAMP '2001-04-23' AND departs < TIMESTAMP '2001-04-30'`
const weekOf = (end: string, start: string) =>
  judgedUntil.get(end)!.checks.find(({ window }) => window.start === start)!

describe('a week of flights', () => {
  it('waits until its labels are to be expected', () => {
    const { checks, waiting } = judgedUntil.get('2001-05-12')!
    expect(waiting).toEqual(['2001-04-30'])
    expect(checks.at(-1)?.window.start).toBe('2001-04-23')
    expect(weekOf('2001-05-21', '2001-05-07').verdict).toBeDefined()
  })

  it('has the metrics and bounds that SQL computes from the rows', async () => {
    const { statistics, results } = weekOf('2001-05-21', '2001-04-23')
    const [row] = await engine.query(`WITH w AS (SELECT *, (late - score) ** 2 AS error FROM scored WHERE ${inWeek}),
      ranked AS (SELECT late, rank() OVER (ORDER BY score) + (count(*) OVER (PARTITION BY score) - 1) / 2 AS rank FROM w),
      daily AS (SELECT sum(error) - count(*) * (SELECT avg(error) FROM w) AS share FROM w GROUP BY departs::DATE)
      SELECT (SELECT avg(error) FROM w) AS brier, (SELECT sum(late) / sum(score) FROM w) AS ratio,
        (SELECT (sum(rank) FILTER (WHERE late = 1) - sum(late) * (sum(late) + 1) / 2) / (sum(late) * (count(*) - sum(late))) FROM ranked) AS auc,
        (SELECT count(*) FROM w) AS rows, (SELECT sqrt(7 / 6 * sum(share * share)) / (SELECT count(*) FROM w) FROM daily) AS error`)
    expect(statistics.labelled).toBe(Number(row?.rows))
    expect(statistics.metrics.brier.value).toBeCloseTo(Number(row?.brier), 10)
    expect(statistics.metrics.roc_auc.value).toBeCloseTo(Number(row?.auc), 10)
    expect(statistics.metrics.observed_expected.value).toBeCloseTo(Number(row?.ratio), 10)
    const brier = results.find(({ id }) => id === 'brier.non_inferior')!
    // Student's t of 6 degrees of freedom at 0.95, and the release's own error.
    const reach = 1.9431802805 * Math.hypot(Number(row?.error), 0.002)
    expect(brier.bounds.lower).toBeCloseTo(0.163 - Number(row?.brier) - reach, 8)
    expect(brier.bounds.upper).toBeCloseTo(0.163 - Number(row?.brier) + reach, 8)
  })

  it('of which fewer flights came late than were promised is told: the week of 23 April', () => {
    const check = weekOf('2001-05-21', '2001-04-23')
    expect(check.statistics.metrics.observed_expected.value).toBeLessThan(0.7)
    expect(check.verdict).toBe('fail')
    expect(check.reason).toContain('observed_expected.min')
    expect(check.statistics.expected!.gap).toBeLessThan(check.statistics.expected!.referenceLeast)
  })

  it('of which the late flights’ labels have not come is inconclusive, though those that came would look good', async () => {
    const [row] = await engine.query(`SELECT count(*) AS rows, count(*) FILTER (WHERE known <= '2001-05-01') AS known,
      avg(late) FILTER (WHERE known <= '2001-05-01') AS early, avg(late) AS whole FROM scored WHERE ${inWeek}`)
    // Labels that came early are those of flights that were not late.
    expect(Number(row?.early)).toBeLessThan(Number(row?.whole))
    const check = weekOf('2001-05-01', '2001-04-23')
    expect(check).toMatchObject({ verdict: 'inconclusive', results: [] })
    expect(check.statistics).toMatchObject({ predictions: Number(row?.rows), labelled: Number(row?.known) })
    const missing = Math.ceil(0.99 * Number(row?.rows)) - Number(row?.known)
    expect(check.reason).toContain(`${missing.toLocaleString('en-US')} more labels would do`)
    expect(check.statistics.pageHinkley).toBeNull()
  })
})

it('Page’s test goes on from week to week as over all rows at once', async () => {
  const { checks } = judgedUntil.get('2001-05-21')!
  const rows = await engine.query(`SELECT (late - score) ** 2 AS error FROM scored
    WHERE departs >= '2001-04-02' AND departs < '2001-05-14' ORDER BY departs, flight::VARCHAR`)
  let [count, mean, sum, alarms] = [0, 0, 0, 0]
  for (const { error } of rows) {
    count++
    mean += (Number(error) - mean) / count
    sum = Math.max(0, 0.9999 * sum + Number(error) - mean - 0.005)
    if (count + 1 < 30 || sum < 50) continue
    alarms++
    ;[count, mean, sum] = [0, 0, 0]
  }
  expect(checks).toHaveLength(6)
  const last = checks.at(-1)!.statistics.pageHinkley!
  expect(last.after.count).toBe(count)
  expect(last.after.mean).toBeCloseTo(mean, 8)
  expect(last.after.sum).toBeCloseTo(sum, 6)
  expect(checks.flatMap(({ statistics }) => statistics.pageHinkley!.alarms)).toHaveLength(alarms)
})

it('the calibration’s promise is within its leave-one-week-out spread until 23 April, and outside it then', () => {
  const { checks } = judgedUntil.get('2001-05-21')!
  const isOutside = ({ statistics: { expected } }: PerformanceCheck) =>
    expected!.gap < expected!.referenceLeast || expected!.gap > expected!.referenceMost
  expect(checks.filter(isOutside).map(({ window }) => window.start)).toEqual(['2001-04-23', '2001-04-30', '2001-05-07'])
  for (const { statistics } of checks) {
    const { expected, metrics } = statistics
    expect(expected!.gap).toBeCloseTo(metrics.brier.value! - expected!.brier, 12)
    expect(expected!.weeks).toBe(12)
  }
  expect(readNumbers(expectations.probabilities)).toEqual(
    readNumbers(expectations.probabilities).toSorted((a, b) => a - b),
  )
})
