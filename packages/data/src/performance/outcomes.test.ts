import { PerformancePolicy } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { fingerprintFiles } from '../fingerprint/files.ts'
import { openScratch } from '../scratch-data.ts'
import { joinOutcomes } from './outcomes.ts'

type Prediction = {
  id: string | null
  time?: string
  version?: string
  model?: string
  score?: number
  scores?: number[]
}

const prediction = ({ time = '2001-01-02T10:00:00.000Z', version = '1.0.0', model = 'churn', ...rest }: Prediction) =>
  JSON.stringify({ time, model, version, arm: 'champion', weight: 1, status: 'ok', latencyMs: 1.5, ...rest })

const performance = {
  labels: 'labels.csv',
  columns: { label: 'late' },
  metrics: [{ id: 'brier', mode: 'absolute', max: 1 }],
}

/** A log with the end of week one, and one row beside it, so that the week is complete. */
async function join(
  log: readonly Prediction[],
  labels: string,
  {
    policy = {},
    more = {},
    today = '2001-02-01',
  }: { policy?: object; more?: Record<string, string>; today?: string } = {},
) {
  const frame: Prediction[] = [
    { id: 'first', time: '2001-01-01T00:00:00Z', score: 0.5 },
    { id: 'last', time: '2001-01-20T00:00:00Z', score: 0.5 },
  ]
  const files = { 'log.ndjson': [...frame, ...log].map(prediction).join('\n'), 'labels.csv': labels, ...more }
  await using scratch = await openScratch(files, { only: ['labels.csv'] })
  const parsed = PerformancePolicy.parse({ ...performance, predictions: 'log.ndjson*', ...policy })
  const found = await joinOutcomes(scratch.engine, {
    predictions: await fingerprintFiles(scratch.root, [parsed.predictions].flat()),
    labels: await fingerprintFiles(scratch.root, [parsed.labels].flat()),
    model: 'churn',
    policy: parsed,
    today,
  })
  const week = found?.weeks.find(({ period, version }) => period.start === '2001-01-01' && version === '1.0.0')
  return { ...found, week, rows: week && (await found?.read(week)) }
}

it('counts each prediction once, the first, and those without a label', async () => {
  const { week, rows, asOf } = await join(
    [
      { id: 'b', time: '2001-01-03T12:00:00Z', score: 0.9 },
      { id: 'b', time: '2001-01-03T09:00:00Z', score: 0.2 },
      { id: 'a', time: '2001-01-03T10:00:00Z', score: 0.4 },
      { id: 'never labelled', score: 0.7 },
    ],
    'id,late\na,1\nb,0\nfirst,\nnobody,1\n',
  )
  expect(week).toMatchObject({ predictions: 4, labelled: 2, repeated: 1, unusable: 0, contradicted: 0 })
  expect([...rows!.scores]).toEqual([0.2, 0.4])
  expect([...rows!.labels]).toEqual([0, 1])
  expect(rows!.days.dictionary[rows!.days.codes[0]!]).toBe('2001-01-03')
  expect(asOf).toBe('2001-01-20')
})

it('a prediction of a day ahead says nothing of which labels have come, and is told', async () => {
  const ahead = { id: 'ahead', time: '2099-12-31T00:00:00Z', score: 0.5 }
  const { asOf, ahead: told, weeks } = await join([ahead], 'id,late\nfirst,1\n')
  expect([asOf, told]).toEqual(['2001-01-20', '2099-12-31'])
  expect(weeks?.map(({ period }) => period.start)).toEqual(['2001-01-01'])
  expect(await join([], 'id,late\nfirst,1\n', { today: '2001-01-10' })).toMatchObject({ asOf: '2001-01-01' })
  expect(await join([], 'id,late\nfirst,1\n', { today: '2000-01-10' })).toMatchObject({ weeks: [] })
})

it('tells labels without a prediction, and labels that contradict each other', async () => {
  const { week, unmatchedLabels } = await join(
    [
      { id: 'a', score: 0.4 },
      { id: 'b', score: 0.4 },
    ],
    'id,late\na,1\na,0\nb,1\nb,1\nnobody,1\n',
  )
  expect(week).toMatchObject({ predictions: 3, labelled: 1, contradicted: 1 })
  expect(unmatchedLabels).toBe(1)
})

it('holds versions apart, leaves other models out, and takes no request of many rows for one prediction', async () => {
  const { week, weeks, undated } = await join(
    [
      { id: 'a', score: 0.4 },
      { id: 'a', score: 0.6, version: '1.10.0' },
      { id: 'a', score: 0.6, model: 'other' },
      { id: 'many', scores: [0.1, 0.2] },
      { id: 'no probability', score: 7 },
      { id: null, score: 0.5 },
    ],
    'id,late\na,1\n',
  )
  expect(week).toMatchObject({ predictions: 2, labelled: 1, unusable: 2 })
  expect(weeks?.map(({ version, period }) => `${version} ${period.start}`)).toEqual([
    '1.0.0 2001-01-01',
    '1.10.0 2001-01-01',
  ])
  expect(undated).toBe(1)
})

it('reads rotated logs, an empty one too', async () => {
  const older = prediction({ id: 'older', score: 0.3 })
  const { week } = await join([], 'id,late\nolder,1\n', { more: { 'log.ndjson.1': older, 'log.ndjson.2': '' } })
  expect(week).toMatchObject({ predictions: 2, labelled: 1 })
})

it('joins by several columns, of any name and of any content', async () => {
  const [order, line] = [`o"; DROP TABLE x; --`, `l'ine`]
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
  const extra = [1, 2].map((n) => prediction({ id: 'x', score: n / 4, ...{ [order]: `'; DELETE`, [line]: n } }))
  const { week, rows } = await join([], `${quoted(order)},line,late\n'; DELETE,2,1\n`, {
    policy: {
      predictions: 'odd.ndjson',
      join: [
        { prediction: order, label: order },
        { prediction: line, label: 'line' },
      ],
    },
    more: {
      'odd.ndjson': [
        ...extra,
        prediction({ id: 'x', score: 1, time: '2001-01-01T00:00:00Z', ...{ [order]: 'p', [line]: 1 } }),
        prediction({ id: 'x', score: 1, time: '2001-01-08T00:00:00Z', ...{ [order]: 'p', [line]: 2 } }),
      ].join('\n'),
    },
  })
  expect(week).toMatchObject({ predictions: 3, labelled: 1 })
  expect([...rows!.scores]).toEqual([0.5])
})

it('a week that the log does not begin before is not whole, and not told', async () => {
  const late = [
    prediction({ id: 'a', score: 0.5, time: '2001-01-03T00:00:00Z' }),
    prediction({ id: 'z', score: 0.5, time: '2001-01-15T00:00:00Z' }),
  ]
  const { weeks } = await join([], 'id,late\na,1\n', {
    policy: { predictions: 'half.ndjson' },
    more: { 'half.ndjson': late.join('\n') },
  })
  expect(weeks).toEqual([])
})

it.each([
  ['a label that is neither 0 nor 1', 'id,late\nfirst,2\n', 'COLUMN_TYPE'],
  ['a label that is no number', 'id,late\nfirst,perhaps\n', 'COLUMN_TYPE'],
  ['labels without the column', 'id,delay\nfirst,1\n', 'COLUMN_MISSING'],
])('refuses %s', async (_, labels, code) => {
  await expect(join([], labels)).rejects.toMatchObject({ code })
})

it('knows nothing of a model that is not in the log', async () => {
  const none = prediction({ id: 'a', model: 'other', score: 0.5 })
  expect(await join([], 'id,late\na,1\n', { policy: { predictions: 'o.ndjson' }, more: { 'o.ndjson': none } })).toEqual(
    {
      week: undefined,
      rows: undefined,
    },
  )
})
