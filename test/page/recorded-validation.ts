import type { CheckedDataset, DescribedObject, ValidationPage } from '@tidemark/reports'
import { recordDrift } from './recorded-drift.ts'

type Check = CheckedDataset['checks'][number]

const rows = { training: 1_000_000, holdout: 118_092 }
const files = (months: readonly number[], each: number) =>
  months.map((month) => ({ path: `data/flights-2001-0${month}.parquet`, rows: each }))

function check(
  column: string | undefined,
  kind: string,
  [description, expected]: [string, string],
  line: number,
): Check {
  const id = column === undefined ? kind : `${column}.${kind}`
  const observed = `0 of 1,000,000 rows (0 %)`
  return {
    id,
    ...(column === undefined ? {} : { column }),
    kind,
    description,
    severity: 'error',
    verdict: 'pass',
    rows: rows.training,
    failedRows: 0,
    expected,
    observed,
    samples: [],
    place: { line },
  }
}
function broken(found: Check, failedRows: number, more: Partial<Check> = {}): Check {
  const samples = [3, 4111, 20_907, 998_111].map((row) => ({ file: 'data/flights-2001-03.parquet', row }))
  const observed = `${failedRows.toLocaleString('en-US')} of ${found.rows.toLocaleString('en-US')} rows`
  return { ...found, verdict: 'fail', failedRows, observed, samples, ...more }
}

const minimum = check('delay', 'minimum', ['Minutes behind the timetable, early ones negative.', 'at least -60'], 17)
const pattern = check('origin', 'pattern', ['Airports are three capital letters.', 'matches ^[A-Z]{3}$'], 31)
const duplicates = check(undefined, 'no_twins', ['No flight is told twice.', '0 rows'], 44)
const required = ['date', 'delay', 'distance', 'origin', 'destination'].map((column, i) =>
  check(column, 'required', [`${column} is never missing.`, 'a value'], 12 + i),
)
const freshness = check('date', 'freshness', ['', 'at most 7 d old'], 52)

const training: CheckedDataset = {
  title: 'training flights',
  digest: 'a1b2c3d4e5f6'.padEnd(64, '0'),
  files: files([1, 2, 3, 4], 250_000),
  rows: rows.training,
  rejectedRows: 412,
  verdict: 'fail',
  violations: { action: 'fail', maxShare: 0 },
  checks: [
    ...required,
    broken(minimum, 411),
    broken(pattern, 1, { samples: [{ file: 'data/flights-2001-02.parquet', row: 17_003 }] }),
    broken(duplicates, 2, { severity: 'warning' }),
  ],
}
const holdout: CheckedDataset = {
  ...training,
  title: 'holdout flights',
  digest: 'f6e5d4c3b2a1'.padEnd(64, '0'),
  files: files([5], rows.holdout),
  rows: rows.holdout,
  rejectedRows: 0,
  verdict: 'inconclusive',
  checks: [
    ...required,
    minimum,
    pattern,
    duplicates,
    {
      ...freshness,
      verdict: 'inconclusive',
      failedRows: null,
      observed: 'the newest value lies ahead of the time of asking',
    },
  ],
}

const numbers = (mean: number, sd: number, quantiles: number[] | null) => ({ mean, sd, quantiles })
const flights: DescribedObject = {
  name: 'flights',
  rows: rows.training + rows.holdout,
  columns: [
    {
      name: 'date',
      type: 'TIMESTAMP',
      checks: 3,
      summary: { nulls: 0, distinct: 411_203, numbers: null, levels: null },
    },
    {
      name: 'delay',
      type: 'INTEGER',
      checks: 4,
      summary: { nulls: 0, distinct: 900, numbers: numbers(8.9, 32.4, [-17, -8, -1, 12, 65]), levels: null },
    },
    {
      name: 'distance',
      type: 'INTEGER',
      checks: 2,
      summary: { nulls: 12_003, distinct: 1290, numbers: numbers(0, 1, null), levels: null },
    },
    {
      name: 'origin',
      type: 'VARCHAR',
      checks: 4,
      summary: {
        nulls: 0,
        distinct: 231,
        numbers: null,
        levels: ['ATL', 'ORD', 'DFW', 'LAX', 'PHX', 'DEN', 'DTW'].map((value, i) => ({
          value,
          rows: 70_000 - 5000 * i,
        })),
      },
    },
    {
      name: 'destination',
      type: 'VARCHAR',
      checks: 2,
      summary: { nulls: 0, distinct: 231, numbers: null, levels: null },
    },
    {
      name: 'tail_number_as_the_carrier_painted_it',
      type: 'VARCHAR',
      checks: 0,
      summary: { nulls: 400_000, distinct: 4012, numbers: null, levels: null },
    },
  ],
}

const column = (name: string, type: string, nulls: number, mean: number) => ({
  name,
  type,
  nulls,
  distinct: 900,
  numbers: numbers(mean, 30, [mean - 40, mean - 10, mean, mean + 10, mean + 40]),
  levels: null,
})

/** A model's validation that fails by some rows, on a pull request that adds a month. */
export const recordedValidation: ValidationPage = {
  subject: 'flight-delay',
  verdict: 'fail',
  contract: { id: 'urn:contract:flights', version: '1.4.0', file: 'models/flight-delay/contract.yaml' },
  datasets: [training, holdout],
  objects: [flights],
  drifts: [
    {
      name: 'flights',
      windows: [
        recordDrift('flights', '2001-04-02', {}),
        recordDrift('flights', '2001-04-09', { price: [0.14, 0.03] }),
        recordDrift('flights', '2001-04-16', { price: [0.31, 0.05], plan: [0.12, 0.09], late: [0.13, 0.02] }),
      ],
      notJudged: null,
    },
    { name: 'airports', windows: [], notJudged: 'no complete week has come since the baseline' },
  ],
  contractChange: {
    file: 'models/flight-delay/contract.yaml',
    before: '1.3.0',
    after: '1.4.0',
    step: 'major',
    isVersionEnough: false,
    changes: [
      { effect: 'compatible', subject: 'flights.origin', reason: 'a pattern is asked for' },
      { effect: 'breaking', subject: 'flights.distance', reason: 'may be missing now' },
    ],
  },
  dataChanges: [
    {
      name: 'flights',
      before: {
        digest: 'b',
        files: 4,
        rows: 1_000_000,
        columns: [column('delay', 'INTEGER', 0, 8), column('gate', 'VARCHAR', 0, 1)],
      },
      after: {
        digest: 'a',
        files: 5,
        rows: 1_118_092,
        columns: [column('delay', 'INTEGER', 0, 11), column('distance', 'DOUBLE', 12_003, 700)],
      },
    },
  ],
}
