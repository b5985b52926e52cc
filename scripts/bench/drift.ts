// How often the drift rule cries wolf, and how soon it sees a shift, beside Evidently's default rule on the same rows:
// on seeded columns without any change but the one that is made, and on weeks of real flights, each left out of its own baseline.
import { toProfile } from '../../packages/data/src/baseline/day-table.ts'
import { judgeDrift } from '../../packages/data/src/index.ts'
import { type Baseline, type DriftProfile, MonitorPolicy } from '../../packages/schemas/src/index.ts'
import { isEvidentlyDrift, prepareEvidently } from './drift/evidently.ts'
import { readFlights } from './drift/flights.ts'
import { generator, seededTable, shiftFirst } from './drift/seeded.ts'
import { baselineOf, countTable, periodOf, pick, planTable, profileWithout, type Table } from './drift/table.ts'
import type { Measurement } from './main.ts'

const policy = MonitorPolicy.parse({})
const dailyPolicy = MonitorPolicy.parse({ windows: 'day', baseline: { match: 'weekday' } })
const shifts = [0.1, 0.3, 0.5]
const referenceWeeks = 13
/** Rows of a window, and how many baselines and windows of each are drawn. */
const sizes = [
  { rows: 30, baselines: 40, windows: 10 },
  { rows: 300, baselines: 40, windows: 10 },
  { rows: 1000, baselines: 20, windows: 15 },
  { rows: 10_000, baselines: 6, windows: 20 },
]
/** Rows of a week of flights, and how often so many are drawn from all; the last are all of them. */
const flightSizes = [
  { rows: 300, draws: 12 },
  { rows: 1000, draws: 8 },
  { rows: 10_000, draws: 4 },
  { rows: Number.POSITIVE_INFINITY, draws: 1 },
]
const mostFalse = { alarms: 0.07, fails: 0.01 }

export async function run(): Promise<Measurement[]> {
  const seeded = sizes.flatMap(measureSeeded)
  return [...seeded, ...(await measureFlights())]
}

interface Counted {
  reports: number
  alarms: number
  fails: number
  inconclusive: number
  evidently: number
}
const nothing = (): Counted => ({ reports: 0, alarms: 0, fails: 0, inconclusive: 0, evidently: 0 })

function measureSeeded({ rows, baselines, windows }: (typeof sizes)[number]): Measurement[] {
  const next = generator(rows)
  const counted = nothing()
  const called = shifts.map(() => ({ ours: 0, evidently: 0 }))
  for (let b = 0; b < baselines; b++) {
    const reference = seededTable(next, { rows: rows * referenceWeeks, first: 0, days: 7 * referenceWeeks })
    const plan = planTable(reference)
    const baseline = baselineOf(plan, toProfile(countTable(reference, plan), periodOf(0, 7 * referenceWeeks)))
    const prepared = prepareEvidently(reference)
    for (let w = 0; w < windows; w++) {
      const window = seededTable(next, { rows, first: 7 * referenceWeeks, days: 7 })
      const profileOf = (table: Table) =>
        toProfile(countTable(table, plan), periodOf(7 * referenceWeeks, 7 * referenceWeeks + 7))
      const profile = profileOf(window)
      count(counted, judge(baseline, profile), () =>
        window.columns.some((column, i) => isEvidentlyDrift(prepared[i]!, column)),
      )
      shifts.forEach((shift, i) => {
        const shifted = shiftFirst({ ...window, columns: window.columns.slice(0, 1) }, shift)
        const [first] = profileOf(shifted).columns
        const { results } = judge(baseline, { ...profile, columns: [first!, ...profile.columns.slice(1)] })
        const isCalled = results.some(({ column, verdict }) => column === 'x0' && isAlarm(verdict))
        if (isCalled) called[i]!.ours++
        if (isEvidentlyDrift(prepared[0]!, shifted.columns[0]!)) called[i]!.evidently++
      })
    }
  }
  const { reports } = counted
  const isTarget = rows >= 300
  return [
    ...falseRates('drift', String(rows), counted, isTarget),
    { id: `evidently.drift.false-alarms.${rows}`, value: counted.evidently / reports, unit: 'share' },
    ...shifts.flatMap((shift, i): Measurement[] => [
      {
        id: `drift.power.${rows}.${shift}`,
        value: called[i]!.ours / reports,
        unit: 'share',
        ...(rows === 1000 && shift === 0.5 ? { atLeast: 0.9 } : {}),
      },
      { id: `evidently.drift.power.${rows}.${shift}`, value: called[i]!.evidently / reports, unit: 'share' },
    ]),
  ]
}

/** Every week of the first quarter against the other twelve. */
async function measureFlights(): Promise<Measurement[]> {
  const flights = await readFlights(7 * referenceWeeks)
  const all = nothing()
  const measured = flightSizes.flatMap(({ rows, draws }): Measurement[] => {
    const counted = nothing()
    for (let draw = 0; draw < draws; draw++) measureDraw(counted, sample(flights, rows * referenceWeeks, draw))
    for (const key of Object.keys(all) as (keyof Counted)[]) all[key] += counted[key]
    const size = Number.isFinite(rows) ? String(rows) : 'all'
    return [
      ...falseRates('drift.flights', size, counted, true),
      { id: `evidently.drift.flights.false-alarms.${size}`, value: counted.evidently / counted.reports, unit: 'share' },
    ]
  })
  const daily = nothing()
  measureDays(daily, flights)
  return [
    ...measured,
    ...falseRates('drift.flights', '', all, true),
    ...falseRates('drift.flights.daily', '', daily, true),
    { id: 'evidently.drift.flights.false-alarms', value: all.evidently / all.reports, unit: 'share' },
  ]
}

function measureDraw(counted: Counted, table: Table): void {
  const plan = planTable(table)
  const days = countTable(table, plan)
  const period = periodOf(0, 7 * referenceWeeks)
  for (let week = 0; week < referenceWeeks; week++) {
    const left = periodOf(7 * week, 7 * week + 7)
    const baseline = baselineOf(plan, profileWithout(days, period, left))
    count(counted, judge(baseline, toProfile(days, left)), () => {
      const isWithin = (row: number) => Math.floor(table.days[row]! / 7) === week
      const places = Uint32Array.from(table.days.keys())
      const prepared = prepareEvidently(
        pick(
          table,
          places.filter((row) => !isWithin(row)),
        ),
      )
      return pick(table, places.filter(isWithin)).columns.some((column, i) => isEvidentlyDrift(prepared[i]!, column))
    })
  }
}

/** Every day against a baseline without its week. */
function measureDays(counted: Counted, table: Table): void {
  const plan = planTable(table)
  const days = countTable(table, plan)
  for (let week = 0; week < referenceWeeks; week++) {
    const baseline = baselineOf(
      plan,
      profileWithout(days, periodOf(0, 7 * referenceWeeks), periodOf(7 * week, 7 * week + 7)),
    )
    for (let day = 7 * week; day < 7 * week + 7; day++) {
      const window = toProfile(days, periodOf(day, day + 1))
      count(counted, judgeDrift({ baseline, window, policy: dailyPolicy }), () => false)
    }
  }
}

/** About so many rows, chosen by a seeded draw for each. */
function sample(table: Table, rows: number, seed: number): Table {
  if (rows >= table.days.length) return table
  const next = generator(1000 * rows + seed)
  const share = rows / table.days.length
  return pick(
    table,
    Uint32Array.from(table.days.keys()).filter(() => next() < share),
  )
}

const judge = (baseline: Baseline, window: DriftProfile) => judgeDrift({ baseline, window, policy })
const isAlarm = (verdict: string): boolean => verdict === 'warn' || verdict === 'fail'

function count(counted: Counted, { verdict }: { verdict: string }, evidently: () => boolean): void {
  counted.reports++
  if (isAlarm(verdict)) counted.alarms++
  if (verdict === 'fail') counted.fails++
  if (verdict === 'inconclusive') counted.inconclusive++
  if (evidently()) counted.evidently++
}

function falseRates(prefix: string, size: string, counted: Counted, isTarget: boolean): Measurement[] {
  const { reports, alarms, fails, inconclusive } = counted
  const suffix = size === '' ? '' : `.${size}`
  const note = `${reports} reports; inconclusive ${((100 * inconclusive) / reports).toFixed(0)} %`
  return [
    {
      id: `${prefix}.false-alarms${suffix}`,
      value: alarms / reports,
      unit: 'share',
      ...(isTarget ? { target: mostFalse.alarms } : {}),
      note,
    },
    {
      id: `${prefix}.false-fails${suffix}`,
      value: fails / reports,
      unit: 'share',
      ...(isTarget ? { target: mostFalse.fails } : {}),
    },
  ]
}
