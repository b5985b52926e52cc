import { createHash } from 'node:crypto'
import { DriftCheck, type DriftResult } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { hostileTexts, readHtml } from '../hostile-text.fixture.ts'
import { type CheckedDataset, type DescribedObject, renderValidationPage, type ValidationPage } from '../index.ts'

type Check = CheckedDataset['checks'][number]
const check = (column: string, more: Partial<Check> = {}): Check => ({
  id: `${column}.minimum`,
  column,
  kind: 'minimum',
  description: `${column} is at least 0.`,
  severity: 'error',
  verdict: 'pass',
  rows: 1000,
  failedRows: 0,
  expected: 'at least 0',
  observed: '0 of 1000 rows',
  samples: [],
  place: { line: 9 },
  ...more,
})
const failing = (column: string, more: Partial<Check> = {}) =>
  check(column, {
    verdict: 'fail',
    failedRows: 3,
    samples: [2, 7, 911].map((row) => ({ file: 'sales-1.csv', row })),
    ...more,
  })
const dataset = (checks: readonly Check[], more: Partial<CheckedDataset> = {}): CheckedDataset => ({
  title: 'sales',
  digest: 'a'.repeat(64),
  files: [{ path: 'sales-1.csv', rows: 1000 }],
  rows: 1000,
  rejectedRows: 3,
  verdict: 'fail',
  violations: { action: 'fail', maxShare: 0 },
  checks,
  ...more,
})
const number = (name: string, quantiles: readonly number[] | null): DescribedObject['columns'][number] => ({
  name,
  type: 'DOUBLE',
  checks: 1,
  summary: { nulls: 250, distinct: 60, numbers: { mean: 40.5, sd: 9.25, quantiles }, levels: null },
})
const text = (name: string, levels: { value: string; rows: number }[] | null): DescribedObject['columns'][number] => ({
  name,
  type: 'VARCHAR',
  checks: 0,
  summary: { nulls: 0, distinct: 2, numbers: null, levels },
})
const object = (columns: DescribedObject['columns']): DescribedObject => ({ name: 'sales', rows: 1000, columns })
const pageOf = (more: Partial<ValidationPage> = {}) =>
  renderValidationPage({
    subject: 'shop',
    verdict: 'fail',
    contract: { id: 'shop', version: '1.0.0', file: 'contracts/shop.yaml' },
    datasets: [dataset([check('price'), failing('amount')])],
    objects: [object([number('price', null), number('amount', [1, 2, 30, 4, 5])])],
    ...more,
  })
const effect = (column: string, verdict: DriftResult['verdict'], reason: string): DriftResult => ({
  column,
  family: 'features',
  statistic: 'ks',
  verdict,
  effect: 0.15,
  bounds: { lower: 0.12, upper: 0.18, level: 0.95 },
  p: 0.001,
  q: 0.002,
  limits: { warn: 0.1, fail: 0.2 },
  rows: 200,
  blocks: 7,
  needed: null,
  values: { baseline: null, window: null },
  shown: {},
  reason,
})
function windowOf(start: string, results: readonly DriftResult[], more: Partial<DriftCheck> = {}): DriftCheck {
  const end = new Date(Date.parse(start) + 7 * 86_400_000).toISOString().slice(0, 10)
  return DriftCheck.parse({
    schema: 'tidemark/drift/v1',
    model: 'shop',
    ...{ id: 'a'.repeat(64), baseline: 'b'.repeat(64), dataset: 'd'.repeat(64), modelDigest: null },
    window: { start, end, digest: 'c'.repeat(64), rows: 420, blocks: 7 },
    policy: {},
    verdict: results[0]?.verdict ?? 'pass',
    reason: `The week is ${results[0]?.verdict ?? 'pass'}.`,
    results,
    notJudged: [],
    statistics: { period: { start, end }, days: [start], rows: '420', columns: [], calibration: null },
    ...more,
  })
}
/** Without what HTML does not close, and what is not markup. */
const body = (page: string) =>
  readHtml(
    page
      .replace('<!doctype html>', '')
      .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
      // A name in an attribute is text, and may look like one.
      .replace(/ data-name="[^"]*"/g, '')
      .replace(/<(meta|input)\b[^>]*>/g, '')
      .replace(/<[a-z]+\b[^>]*\/>/g, ''),
  )

describe('the page of a validation', () => {
  it('runs the one script whose digest it names, and asks for nothing', () => {
    const page = pageOf()
    const [, source] = /script-src 'sha256-([^']+)'/.exec(page) ?? []
    const [, script] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? []
    expect(createHash('sha256').update(script!).digest('base64')).toBe(source)
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page.match(/<(link|img|iframe|object|embed|base)\b|@import|url\(|https?:\/\/|\son\w+=/i)).toBeNull()
  })

  it('says the decision first, then the rows that break the contract and where they are', () => {
    const { text: read } = body(pageOf())
    expect(read).toMatch(
      /^\s*Data of shop\s+Skip to the checks[\s\S]*✕ fail3 of 1,000 rows rejected\. Rows that violate it fail/,
    )
    expect(read).toContain('amount.minimum: 3 rows of sales')
    expect(read).toMatch(/amount is at least 0\.at least 0[\s\S]*3 0\.30 %sales-1\.csv 2 · 7 · 9119✕ fail/)
    expect(read).not.toContain('amount amount')
    expect(read).toContain('1 check passed on every row')
    expect(pageOf()).toContain('<a href="#check-1-1">amount.minimum</a>')
  })

  it.each([
    ['an error', {}, 'fail', 'fail'],
    ['a warning', { severity: 'warning' }, 'warn', 'warning'],
    ['an open question', { verdict: 'inconclusive', failedRows: null }, 'inconclusive', 'inconclusive'],
  ] as const)('%s is found under its own verdict', (_, more, verdict, word) => {
    const page = pageOf({ datasets: [dataset([failing('amount', more)])] })
    expect(page).toMatch(new RegExp(`<tr id="check-1-1" data-name="amount" data-verdict="${verdict}">.*${word}</span>`))
    expect(page).toContain(`value="${verdict}"><span>`)
  })

  it('names rows that were left out as no failure', () => {
    const kept = dataset([failing('amount', { verdict: 'pass' })], {
      verdict: 'pass',
      violations: { action: 'drop', maxShare: 0.01 },
    })
    const { text: read } = body(pageOf({ verdict: 'pass', datasets: [kept] }))
    expect(read).toMatch(
      /✓ pass3 of 1,000 rows rejected\. Rows that violate it are left out, up to 1\.00 % of a dataset/,
    )
    expect(read).toContain('▲ rows dropped')
  })

  it('shows values of public columns alone', () => {
    const columns = [
      number('price', [7_310_019, 7_310_020, 7_310_021, 7_310_022, 7_310_023]),
      {
        ...number('secret', null),
        summary: { ...number('secret', null).summary!, numbers: { mean: 8_420_555, sd: 8_420_556, quantiles: null } },
      },
      text('plan', [{ value: 'gold', rows: 1000 }]),
      text('name', null),
    ]
    const { text: read } = body(pageOf({ objects: [object(columns)] }))
    expect(read).toContain('7,310,000')
    expect(read).toContain('gold 100 %')
    expect(read).not.toMatch(/842/)
    expect(read).toMatch(/pricedouble25\.0 %60mean/)
  })

  it('says what a pull request changes in the data and in the contract', () => {
    const column = { name: 'price', type: 'DOUBLE', nulls: 0, distinct: 9, numbers: null, levels: null }
    const before = { digest: 'a', files: 1, rows: 1000, columns: [column, { ...column, name: 'gone_one' }] }
    const after = { digest: 'b', files: 2, rows: 1100, columns: [{ ...column, nulls: 110 }] }
    const changes = [{ effect: 'breaking' as const, subject: 'sales.price', reason: 'may be missing now' }]
    const { text: read } = body(
      pageOf({
        dataChanges: [{ name: 'sales', before, after }],
        contractChange: {
          file: 'c.yaml',
          before: '1.0.0',
          after: '1.0.1',
          step: 'major',
          isVersionEnough: false,
          changes,
        },
      }),
    )
    expect(read).toContain('sales: 1,000 → 1,100 rows (+100), 1 → 2 files.')
    expect(read).toContain('gone_onegone (was DOUBLE)')
    expect(read).toContain('pricemissing 0 % → 10.0 %')
    expect(read).toContain('Version 1.0.0 → 1.0.1.')
    expect(read).toContain('it needs a major step')
  })

  it('says of each object what drifted, within which bounds, what is open and how much would settle it', () => {
    const results = [
      effect('amount', 'warn', 'KS distance .150, bounds .120 to .180 ≥ .100 → warn'),
      effect('price', 'pass', 'KS distance .020 < .100 → pass'),
      effect('plan', 'inconclusive', 'distance .090 around .100 → inconclusive; 400 more rows would settle it'),
    ]
    const windows = [windowOf('2026-03-30', []), windowOf('2026-04-06', results)]
    const page = pageOf({
      drifts: [
        { name: 'returns', windows: [], notJudged: 'no complete week has come' },
        { name: 'sales', windows, notJudged: null },
      ],
    })
    const { text: read } = body(page)
    expect(read).toMatch(
      /Drift of sales\s*▲ drift in the week of 6 Apr 2026The week is warn\. 420 rows of 7 days were compared/,
    )
    expect(read).toMatch(/2 weeks since the baseline; the newest decides\.30 Mar 2026✓ no drift6 Apr 2026▲ drift/)
    expect(read).toMatch(
      /amount feature0\.1500[\s\S]*→ warn▲ drift[\s\S]*plan feature[\s\S]*400 more rows would settle it/,
    )
    expect(page).toContain('aria-label="Effect 0.1500, bounds 0.1200 to 0.1800, limits 0.1 and 0.2"')
    expect(read).toMatch(/1 effect below the limits[\s\S]*price feature/)
    expect(read.indexOf('Drift of sales')).toBeLessThan(read.indexOf('Drift of returns'))
    expect(read).toContain('· inconclusive It is not judged: no complete week has come.')
    expect(pageOf()).not.toContain('Drift of')
  })

  it('stays below 1.5 MB where thousands of columns of many objects drift', () => {
    const names = Array.from({ length: 2000 }, (_, i) => `${i}${'<\u202e>"'.repeat(100)}`)
    const results = names.map((name) => effect(name, 'fail', name))
    const notJudged = names.map((id) => ({ id, reason: id }))
    const windows = Array.from({ length: 30 }, () => windowOf('2026-04-06', results, { notJudged }))
    const drifts = names.map((name, i) => ({ name, windows: i < 100 ? windows : [], notJudged: name }))
    const page = pageOf({ drifts })
    expect(Buffer.byteLength(page)).toBeLessThan(500_000)
    expect(page.match(/<tr [^>]*data-verdict="fail"/g)!.length).toBeGreaterThan(20)
    expect(page).toMatch(/and 1,9\d\d more<\/p>/)
    expect(() => body(page)).not.toThrow()
  })

  it.each(hostileTexts.filter((each) => each !== ''))('a name such as %j stays text', (name) => {
    const hostile = failing(name, {
      id: name,
      description: name,
      expected: name,
      observed: name,
      samples: [{ file: name, row: 1 }],
    })
    const summary = {
      digest: 'a',
      files: 1,
      rows: 100,
      columns: [{ name, type: name, nulls: 0, distinct: 1, numbers: null, levels: [{ value: name, rows: 100 }] }],
    }
    const page = pageOf({
      subject: name,
      contract: { id: name, version: name, file: name },
      datasets: [dataset([hostile, check(name, { id: name })], { title: name, files: [{ path: name, rows: 1 }] })],
      objects: [{ name, rows: 100, columns: [text(name, [{ value: name, rows: 100 }])] }],
      drifts: [
        {
          name,
          windows: [
            windowOf('2026-04-06', [effect(name, 'fail', name), effect(name, 'pass', name)], {
              reason: name,
              notJudged: [{ id: name, reason: name }],
            }),
          ],
          notJudged: null,
        },
        { name, windows: [], notJudged: name },
      ],
      dataChanges: [{ name, before: { ...summary, digest: 'b', columns: [] }, after: summary }],
    })
    expect(() => body(page)).not.toThrow()
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(body(page).elements).not.toContain('img')
  })

  it.each([
    ['50 columns', 50, (i: number) => `column_${i}`, 50],
    [
      '50 columns with hostile names as long as they may be',
      50,
      (i: number) => `${i}${'<\u202e>"\u0007'.repeat(200)}`,
      20,
    ],
    ['2,000 columns', 2000, (i: number) => `column_${i}`, 500],
    [
      '2,000 columns with hostile names as long as they may be',
      2000,
      (i: number) => `${i}${'<\u202e>"\u0007'.repeat(200)}`,
      20,
    ],
  ])('of %s stays below 1.5 MB, with what fails first and the rest counted', (_, count, nameOf, least) => {
    const names = Array.from({ length: count }, (_, i) => nameOf(i))
    const levels = (name: string) => Array.from({ length: 20 }, (_, i) => ({ value: `${name}${i}`, rows: 50 }))
    const checks = names.flatMap((name) => [
      failing(name, {
        description: name,
        expected: name,
        observed: name,
        samples: names.slice(0, 10).map((file, row) => ({ file, row })),
      }),
      ...['minimum', 'maximum', 'required'].map((kind) =>
        check(name, { id: `${name}.${kind}`, kind, description: name }),
      ),
    ])
    const before = { digest: 'b', files: 1, rows: 9, columns: [] }
    const columns = names.map((name) => ({ ...text(name, levels(name)).summary!, name, type: 'VARCHAR' }))
    const page = pageOf({
      datasets: [dataset(checks), dataset([check('price')], { title: 'other', verdict: 'pass' })],
      objects: [object(names.map((name) => text(name, levels(name))))],
      dataChanges: [{ name: 'sales', before, after: { digest: 'a', files: 1, rows: 1000, columns } }],
    })
    expect(Buffer.byteLength(page)).toBeLessThan(1_500_000)
    expect(page.match(/<tr id="check-/g)!.length).toBeGreaterThanOrEqual(least)
    if (page.match(/<tr id="check-/g)!.length < count) expect(page).toMatch(/and [\d,]+ more<\/p>/)
    expect(() => body(page)).not.toThrow()
  })

  it('of no dataset proves nothing, and has nothing to filter', () => {
    const page = pageOf({ verdict: 'inconclusive', datasets: [], objects: [] })
    expect(body(page).text).toContain('No dataset was given, so nothing was proved.')
    expect(page).not.toContain('<script')
  })
})
