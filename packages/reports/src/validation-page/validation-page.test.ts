import { createHash } from 'node:crypto'
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
