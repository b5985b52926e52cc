import { createHash } from 'node:crypto'
import {
  Baseline,
  type BaselineColumn,
  DriftCheck,
  type DriftResult,
  MonitorPolicy,
  type ProfileColumn,
} from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { hostileTexts } from '../hostile-text.fixture.ts'
import { renderDriftPage } from '../index.ts'
import { overlayOf } from './distribution.ts'

type Numeric = BaselineColumn & { readonly kind: 'numeric' }
const digest = (letter: string) => letter.repeat(64)
const weekdays = Array.from({ length: 7 }, () => '')

/** Ages 20 to 69, of which the baseline has 40 rows each. */
function ages(name: string, isPublic: boolean, edges = Array.from({ length: 50 }, (_, i) => 20 + i)): Numeric {
  return {
    kind: 'numeric',
    name,
    family: 'features',
    nulls: 10,
    nonFinite: 0,
    minimum: isPublic ? 20 : null,
    maximum: isPublic ? 69 : null,
    mean: 44.5,
    m2: 1,
    centre: 44,
    unit: 1,
    edges: edges.join(' '),
    counts: [...edges.map(() => 40), 0].join(' '),
    atEdge: edges.map(() => 40).join(' '),
    weekdays: { edges: '', counts: weekdays },
    tolerance: null,
  }
}
const plan = (isHashed: boolean): BaselineColumn => ({
  kind: 'categorical',
  name: 'plan',
  family: 'features',
  nulls: 0,
  isHashed,
  levels: [
    { value: isHashed ? digest('7').slice(0, 16) : 'gold', count: 1500 },
    { value: isHashed ? digest('8').slice(0, 16) : 'silver', count: 500 },
  ],
  other: 0,
  weekdays: { levels: 2, counts: weekdays },
  tolerance: null,
})
/** The window has nobody below 45, twice as many above. */
const older = (name: string): ProfileColumn & { readonly kind: 'numeric' } => ({
  kind: 'numeric',
  name,
  nulls: '1 0',
  nonFinite: '0 0',
  minimum: null,
  maximum: null,
  sum: '0',
  squares: '0',
  counts: [0, 1].map(() => [...Array.from({ length: 50 }, (_, i) => (i < 25 ? 0 : 4)), 0].join(' ')),
  atEdge: Array.from({ length: 50 }, (_, i) => (i < 25 ? 0 : 8)).join(' '),
})
const result = (column: string, verdict: DriftResult['verdict']): DriftResult => ({
  column,
  family: 'features',
  statistic: 'ks',
  verdict,
  effect: 0.5,
  bounds: { lower: 0.4, upper: 0.6, level: 0.95 },
  p: 0.001,
  q: 0.002,
  limits: { warn: 0.1, fail: 0.2 },
  rows: 200,
  blocks: 2,
  needed: null,
  values: { baseline: 44.5, window: 57 },
  shown: { psi: 1.2 },
  reason: 'KS distance .500, bounds .400 to .600 ≥ .200 → fail',
})

const baselineOf = (columns: readonly BaselineColumn[]): Baseline =>
  Baseline.parse({
    schema: 'tidemark/baseline/v1',
    model: 'churn',
    id: digest('b'),
    dataset: digest('d'),
    validation: null,
    features: digest('f'),
    modelDigest: null,
    period: { start: '2026-01-05', end: '2026-04-06' },
    rows: 2010,
    blocks: 90,
    weekdays: Array.from({ length: 7 }, () => ({ days: 13, rows: 280, leastRows: 20 })),
    weeks: 12,
    columns,
    calibration: null,
  })
const checkOf = (
  columns: readonly ProfileColumn[],
  results: readonly DriftResult[],
  start = '2026-04-06',
): DriftCheck => {
  const end = new Date(Date.parse(start) + 7 * 86_400_000).toISOString().slice(0, 10)
  return DriftCheck.parse({
    schema: 'tidemark/drift/v1',
    model: 'churn',
    id: digest('a'),
    baseline: digest('b'),
    dataset: digest('d'),
    modelDigest: null,
    window: { start, end, digest: digest('c'), rows: 201, blocks: 2 },
    policy: {},
    verdict: 'fail',
    reason: 'Failing: age changed since the baseline.',
    results,
    notJudged: [],
    statistics: { period: { start, end }, days: [start], rows: '201', columns, calibration: null },
  })
}
const pageOf = (columns: readonly BaselineColumn[], profiles: readonly ProfileColumn[], names: readonly string[]) =>
  renderDriftPage({
    baseline: baselineOf(columns),
    check: checkOf(
      profiles,
      names.map((name) => result(name, 'fail')),
    ),
    windows: [],
  })

describe('two distributions on one axis', () => {
  it('whole numbers get bins of whole numbers, and every row is in one of them or outside', () => {
    const overlay = overlayOf(ages('age', true), older('age'))!
    expect(new Set(overlay.bins.map(({ from, to }) => to - from)).size).toBe(1)
    for (const of of ['baseline', 'window'] as const) {
      const inside = overlay.bins.reduce((sum, bin) => sum + bin[of], 0)
      expect(inside + overlay.below[of] + overlay.above[of]).toBeCloseTo(1, 12)
    }
    expect(overlay.gap).toEqual({ edge: 44, baseline: 0.5, window: 0 })
  })

  it('values between edges are spread evenly, and none is lost', () => {
    const edges = Array.from({ length: 50 }, (_, i) => 0.5 + i * 1.25)
    const even = { ...ages('score', true, edges), atEdge: edges.map(() => 0).join(' ') }
    const overlay = overlayOf(even, { ...older('score'), atEdge: edges.map(() => 0).join(' ') })!
    expect(overlay.bins).toHaveLength(40)
    for (const of of ['baseline', 'window'] as const) {
      const inside = overlay.bins.reduce((sum, bin) => sum + bin[of], 0)
      expect(inside + overlay.below[of] + overlay.above[of]).toBeCloseTo(1, 12)
    }
  })

  it('are not drawn where the window has no values', () => {
    expect(overlayOf(ages('age', true), { ...older('age'), counts: [], atEdge: '' })).toBeNull()
  })
})

describe('the page', () => {
  it('runs the one script whose digest it names, and asks for nothing', () => {
    const page = pageOf([ages('age', true)], [older('age')], ['age'])
    const [, source] = /script-src 'sha256-([^']+)'/.exec(page) ?? []
    const [, script] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? []
    expect(createHash('sha256').update(script!).digest('base64')).toBe(source)
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page.match(/<(link|img|iframe|object|embed|base)\b|@import|url\(|https?:\/\/|\son\w+=/i)).toBeNull()
  })

  it('says where the two are farthest apart, in the column’s own values where those are public', () => {
    const page = pageOf([ages('age', true)], [older('age')], ['age'])
    expect(page).toContain('Farthest apart at 44: 50.0 % of the baseline, 0 % of the window are at most that.')
    expect(page).toContain('strong drift')
  })

  it('shows no value of a column that is not public: no edge, no level, no digest of one', () => {
    const hidden = ages(
      'age',
      false,
      Array.from({ length: 50 }, (_, i) => 7_310_019 + i * 1001),
    )
    const profile: ProfileColumn = { kind: 'categorical', name: 'plan', nulls: '0', counts: ['3 190 0'] }
    const page = pageOf([hidden, plan(true)], [older('age'), profile], ['age', 'plan'])
    expect(page).not.toMatch(/73[0-9]{5}|7\.3e|7,3[0-9]{2},/)
    expect(page).not.toContain(digest('7').slice(0, 8))
    expect(page).toContain('lowest 50.0 % of the baseline end: 0 % of the window')
    expect(page).toContain('level 2')
  })

  it('says of what several columns have in common that it is no column’s', () => {
    const joint = {
      columns: ['age', 'income'],
      lows: '0 0',
      highs: '1 1',
      means: '0 0',
      deviations: '1 1',
      correlations: '0',
      components: ['1 0'],
      step: 1,
    }
    const page = pageOf(
      [{ ...ages('numbers together', false), joint }],
      [older('numbers together')],
      ['numbers together'],
    )
    expect(page).toContain('How far rows are from what 2 columns have in common')
    expect(page).not.toContain('The column is not public')
  })

  it('does not tell fewer than 20 rows apart', () => {
    const profile: ProfileColumn = { kind: 'categorical', name: 'plan', nulls: '0', counts: ['3 190 0'] }
    const page = pageOf([plan(false)], [profile], ['plan'])
    expect(page).toMatch(/gold<\/th>.*?75\.0 %<\/td><td class="number">&#60; 20 rows/)
    expect(page).toMatch(/silver<\/th>.*?98\.4 %/)
  })

  it('hostile names of columns stay text', () => {
    for (const text of hostileTexts) {
      const name = text.slice(0, 300)
      if (name === '') continue
      const page = pageOf([ages(name, true)], [older(name)], [name])
      expect(page.match(/<script/g), text).toHaveLength(1)
      expect(page.replace(/<script>[\s\S]*?<\/script>/, '')).not.toMatch(/<(img|svg on|iframe|a href="javascript)/i)
    }
  })

  it('stays below 1.5 MB with 50 columns and a year of weeks, and lists what it does not draw', () => {
    const names = Array.from({ length: 50 }, (_, i) => `column-${i}`)
    const columns = names.map((name) =>
      ages(
        name,
        true,
        Array.from({ length: 137 }, (_, i) => i * 1.37),
      ),
    )
    const counts = (size: number) => Array.from({ length: size }, (_, i) => i).join(' ')
    const profiles = names.map((name) => ({ ...older(name), counts: [counts(138)], atEdge: counts(137) }))
    const weeks = Array.from({ length: 53 }, (_, i) =>
      checkOf(
        [],
        names.flatMap((name) => [result(name, 'fail'), { ...result(name, 'fail'), family: 'nulls' as const }]),
        new Date(Date.UTC(2025, 2, 3 + i * 7)).toISOString().slice(0, 10),
      ),
    )
    const check = checkOf(profiles, weeks[0]!.results)
    const page = renderDriftPage({ baseline: baselineOf(columns), check, windows: weeks })
    expect(page.match(/<article class="column"/g)).toHaveLength(50)
    expect(page.length).toBeLessThan(1_500_000)
    const many = Array.from({ length: 400 }, (_, i) => result(`c${i}`, 'pass'))
    const wide = renderDriftPage({ baseline: baselineOf([]), check: checkOf([], many), windows: weeks })
    expect(wide.match(/<article class="column"/g)).toHaveLength(60)
    expect(wide).toContain('340 more columns')
    expect(wide.length).toBeLessThan(1_500_000)
  })

  it('calls days days, also where it draws how they went', () => {
    const policy = MonitorPolicy.parse({ windows: 'day', baseline: { match: 'weekday' } })
    const [check, before] = ['2026-04-06', '2026-03-30'].map((start) => ({
      ...checkOf([older('age')], [result('age', 'fail')], start),
      policy,
    }))
    const baseline = baselineOf([ages('age', true)])
    const page = renderDriftPage({ baseline, check: check!, windows: [before!] })
    expect(page).toContain('Drift of churn: day 6 Apr 2026')
    expect(page).toContain('effect by day')
    expect(page.replace(/<style>[\s\S]*?<\/style>/, '').replaceAll('12 complete weeks', '')).not.toMatch(/week/i)
  })

  it('links the pages of other windows that are there', () => {
    const [own, other] = [checkOf([], []), checkOf([], [], '2026-03-30')]
    const page = renderDriftPage({
      baseline: baselineOf([]),
      check: own,
      windows: [other],
      pageOf: (start) => `${start}.html`,
    })
    expect(page).toContain('<a href="2026-03-30.html">30 Mar 2026</a>')
    expect(page).not.toContain('2026-04-06.html')
  })
})
