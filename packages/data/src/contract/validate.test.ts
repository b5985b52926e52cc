import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Engine } from '../engine/engine.ts'
import { openDataset } from '../fingerprint/dataset.ts'
import { fingerprintFiles } from '../fingerprint/files.ts'
import { errorOf, openScratch } from '../scratch-data.ts'
import { writeQuarantine } from './accepted-rows.ts'
import { type Contract, contractColumnTypes, parseContract, parseContracts } from './contract.ts'
import { judgeFreshness } from './freshness.ts'
import { type CheckResult, type ValidationReport, type ViolationPolicy, validate } from './validate.ts'

const contractOf = (body: string) =>
  parseContract(
    `apiVersion: v3.1.0\nkind: DataContract\nid: c\nversion: 1.0.0\nstatus: active\nschema:\n  - name: t\n${body}`,
    'contract.yaml',
  )
const property = (text: string) => `    properties:\n      - { ${text} }\n`

async function run(
  body: string,
  content: string | { sql: string },
  policy?: ViolationPolicy,
): Promise<ValidationReport> {
  const contract = contractOf(body)
  const name = typeof content === 'string' ? 't.csv' : 't.parquet'
  await using scratch = await openScratch({ [name]: content }, { columnTypes: contractColumnTypes(contract) })
  return await validate(scratch.engine, scratch.dataset, contract, policy)
}

const check = (report: ValidationReport, id: string): CheckResult => {
  const found = report.checks.find((one) => one.id === id)
  if (!found) throw new Error(`no check ${id} among ${report.checks.map((one) => one.id).join(', ')}`)
  return found
}

const doubles = (...values: string[]) => ({
  sql: `SELECT unnest([${values.map((value) => `${value === 'NULL' ? value : `'${value}'`}::DOUBLE`).join(', ')}]) AS a`,
})

test.each([
  ['required', 'required: true', 'a,b\n1,x\n,x\n3,x\n', 1],
  ['minimum', 'logicalType: integer, logicalTypeOptions: { minimum: 2 }', 'a,b\n1,x\n,x\n2,x\n', 0],
  ['maximum', 'logicalType: integer, logicalTypeOptions: { maximum: 2 }', 'a,b\n2,x\n,x\n3,x\n', 2],
  [
    'exclusiveMinimum',
    'logicalType: number, logicalTypeOptions: { exclusiveMinimum: 1.5 }',
    'a,b\n2,x\n1.5,x\n3,x\n',
    1,
  ],
  ['exclusiveMaximum', 'logicalType: number, logicalTypeOptions: { exclusiveMaximum: 3 }', 'a,b\n2,x\n1.5,x\n3,x\n', 2],
  [
    'minimum',
    'logicalType: number, logicalTypeOptions: { minimum: 2, exclusiveMinimum: true }',
    'a,b\n3,x\n2,x\n3,x\n',
    1,
  ],
  ['minimum', 'logicalType: number, logicalTypeOptions: { minimum: -1.5e-3 }', 'a,b\n3,x\n-2,x\n0,x\n', 1],
  ['minLength', 'logicalType: string, logicalTypeOptions: { minLength: 2 }', 'a,b\nab,x\né,x\n😀😀,x\n', 1],
  ['maxLength', 'logicalType: string, logicalTypeOptions: { maxLength: 2 }', 'a,b\nab,x\nabc,x\n😀😀,x\n', 1],
  ['pattern', "logicalType: string, logicalTypeOptions: { pattern: '^[A-Z]{3}$' }", 'a,b\nABC,x\nDEF,x\nABCD,x\n', 2],
  ['pattern', "logicalType: string, logicalTypeOptions: { pattern: '^(?!x).' }", 'a,b\nABC,x\nxyz,x\ny,x\n', 1],
  ['pattern', 'logicalType: string, logicalTypeOptions: { pattern: "it\'s" }', "a,b\nit's,x\nits,x\n,x\n", 1],
  ['format', 'logicalType: string, logicalTypeOptions: { format: email }', 'a,b\na@b.org,x\nnobody,x\n,x\n', 1],
  [
    'format',
    'logicalType: string, logicalTypeOptions: { format: ipv4 }',
    'a,b\n10.0.0.1,x\n10.0.0.255,x\n10.0.0.256,x\n',
    2,
  ],
  ['format', 'logicalType: string, logicalTypeOptions: { format: hostname }', 'a,b\nexample.org,x\n-a.org,x\n,x\n', 1],
  [
    'minimum',
    "logicalType: date, logicalTypeOptions: { minimum: '2001-01-02' }",
    'a,b\n2001-01-02,x\n2001-01-01,x\n,x\n',
    1,
  ],
  [
    'maximum',
    "logicalType: timestamp, logicalTypeOptions: { maximum: '2001-01-01T12:00:00' }",
    'a,b\n2001-01-01 12:00:00,x\n2001-01-01 12:00:01,x\n,x\n',
    1,
  ],
])('a row that breaks %s (%s) is counted and placed', async (kind, text, csv, row) => {
  const report = await run(property(`name: a, ${text}`), csv)
  expect(check(report, `a.${kind}`)).toMatchObject({
    failedRows: 1,
    rows: 3,
    verdict: 'fail',
    kind,
    samples: [{ file: 't.csv', row }],
    place: { line: 9 },
  })
  expect(report).toMatchObject({ verdict: 'fail', rows: 3, rejectedRows: 1, acceptedRows: 3 })
})

const lists = (...values: string[]) => ({ sql: `SELECT unnest([${values.join(', ')}]) AS a` })

test.each([
  ['multipleOf', 'logicalType: integer, logicalTypeOptions: { multipleOf: 5 }', lists('0', '-10', '7', 'NULL'), 2],
  [
    'multipleOf',
    'logicalType: number, logicalTypeOptions: { multipleOf: 0.1 }',
    doubles('0.3', '0.35', 'NULL', '1e15'),
    1,
  ],
  ['format', 'logicalType: integer, logicalTypeOptions: { format: u8 }', lists('0', '255', '256', 'NULL'), 2],
  ['format', 'logicalType: integer, logicalTypeOptions: { format: u128 }', lists('0', '255', '-1', 'NULL'), 2],
  [
    'format',
    'logicalType: string, logicalTypeOptions: { format: ipv6 }',
    lists("'::1'", "'1::8:9:a'", "'1:2:3::4:5:6:7:8'", 'NULL'),
    2,
  ],
  [
    'format',
    'logicalType: string, logicalTypeOptions: { format: ipv6 }',
    lists("'::ffff:10.0.0.1'", "'1:2'", "'1:2:3:4:5:6:7:8'", "'1::'"),
    1,
  ],
  ['format', 'logicalType: string, logicalTypeOptions: { format: byte }', lists("'YQ=='", "''", "'YQ='", 'NULL'), 2],
  [
    'format',
    'logicalType: date, logicalTypeOptions: { format: d.M.yyyy }',
    lists("'3.7.2001'", "'31.02.2001'", "'31.12.2001'", 'NULL'),
    1,
  ],
  [
    'maximum',
    "logicalType: date, logicalTypeOptions: { format: d.M.yyyy, maximum: '2001-07-03' }",
    lists("'3.7.2001'", "'1.2.2001'", "'4.07.2001'", 'NULL'),
    2,
  ],
  [
    'minimum',
    "logicalType: date, logicalTypeOptions: { minimum: '2001-01-01T12:00:00Z' }",
    lists("DATE '2001-01-02'", "DATE '2001-01-01'", 'NULL', 'NULL'),
    1,
  ],
  [
    'minItems',
    'logicalType: array, logicalTypeOptions: { minItems: 1 }',
    lists('[1]', '[]::INT[]', 'NULL', '[NULL]'),
    1,
  ],
  [
    'maxItems',
    'logicalType: array, logicalTypeOptions: { maxItems: 1 }',
    lists('[1]', '[]::INT[]', 'NULL', '[1, 2]'),
    3,
  ],
  [
    'uniqueItems',
    'logicalType: array, logicalTypeOptions: { uniqueItems: true }',
    lists('[1, NULL]', '[]::INT[]', '[1, 1]', 'NULL'),
    2,
  ],
  [
    'uniqueItems',
    'logicalType: array, logicalTypeOptions: { uniqueItems: true }',
    lists('[1, 2]', '[NULL, NULL]', 'NULL', '[NULL]::INT[]'),
    1,
  ],
  [
    'minProperties',
    'logicalType: object, logicalTypeOptions: { minProperties: 2 }',
    lists("{'x/y': 1, z: 2}", "{'x/y': 1, z: NULL}", 'NULL', "{'x/y': 1, z: 2}"),
    1,
  ],
  [
    'maxProperties',
    'logicalType: object, logicalTypeOptions: { maxProperties: 1 }',
    lists("{'x/y': 1, z: 2}", "{'x/y': 1, z: NULL}", 'NULL', "{'x/y': NULL, z: 2}"),
    0,
  ],
  [
    'required',
    'logicalType: object, logicalTypeOptions: { required: [x/y] }',
    lists("{'x/y': 1, z: 2}", "{'x/y': NULL, z: 2}", 'NULL', "{'x/y': 1, z: NULL}"),
    1,
  ],
])('one row breaks %s (%s)', async (kind, text, data, row) => {
  const report = await run(property(`name: a, ${text}`), data)
  expect(check(report, `a.${kind}`)).toMatchObject({ failedRows: 1, rows: 4, verdict: 'fail', samples: [{ row }] })
  expect(report.rejectedRows).toBe(1)
})

test('NaN and infinities break a number, and NaN passes no minimum by sorting above it', async () => {
  const report = await run(
    property('name: a, logicalType: number, logicalTypeOptions: { minimum: 0, maximum: 10 }'),
    doubles('NaN', 'inf', '-inf', '5', 'NULL'),
  )
  expect(check(report, 'a.finite')).toMatchObject({
    failedRows: 3,
    verdict: 'fail',
    samples: [{ row: 0 }, { row: 1 }, { row: 2 }],
  })
  expect(check(report, 'a.minimum').failedRows).toBe(1)
  expect(check(report, 'a.maximum').failedRows).toBe(1)
  expect(report.rejectedRows).toBe(3)
})

test('a fraction breaks an integer', async () => {
  const report = await run(property('name: a, logicalType: integer'), doubles('1', '1.5', 'NaN'))
  expect(check(report, 'a.integer')).toMatchObject({ failedRows: 1, samples: [{ row: 1 }] })
})

test('a column of another type fails, and what cannot be tested on it is inconclusive', async () => {
  const report = await run(
    property("name: a, logicalType: timestamp, required: true, logicalTypeOptions: { minimum: '2001-01-01' }"),
    'a,b\nsoon,x\n',
  )
  expect(check(report, 'a.logicalType')).toMatchObject({
    verdict: 'fail',
    expected: 'timestamp',
    observed: 'VARCHAR',
    failedRows: null,
  })
  expect(check(report, 'a.minimum').verdict).toBe('inconclusive')
  expect(report.verdict).toBe('fail')
})

const metric = (text: string) => `    properties:\n      - name: a\n        quality: [{ ${text} }]\n      - name: b\n`
const abc = 'a,b\nx,1\ny,1\ny,2\nNA,2\n,2\n,2\n,2\n,2\n'

test.each([
  ['nullValues', 'metric: nullValues, mustBe: 4', 4, 'pass'],
  ['nullValues', 'metric: nullValues, mustBeLessThan: 50, unit: percent', 4, 'fail'],
  ['nullValues', 'metric: nullValues, mustBeLessOrEqualTo: 50, unit: percent', 4, 'pass'],
  ['nullValues', 'metric: nullValues, mustNotBe: 4', 4, 'fail'],
  ['nullValues', 'metric: nullValues, mustBeBetween: [4, 5]', 4, 'pass'],
  ['nullValues', 'metric: nullValues, mustNotBeBetween: [4, 5]', 4, 'fail'],
  ['nullValues', 'metric: nullValues, mustBeGreaterThan: 4', 4, 'fail'],
  ['nullValues', 'metric: nullValues, mustBeGreaterOrEqualTo: 4', 4, 'pass'],
  ['missingValues', 'metric: missingValues, mustBe: 0, arguments: { missingValues: [null, NA] }', 5, 'fail'],
  ['invalidValues', 'metric: invalidValues, mustBe: 0, arguments: { validValues: [x, y] }', 1, 'fail'],
  ['invalidValues', "metric: invalidValues, mustBe: 0, arguments: { pattern: '^[a-z]' }", 1, 'fail'],
  ['duplicateValues', 'metric: duplicateValues, mustBe: 1', 1, 'pass'],
  ['duplicateValues', 'metric: duplicateValues, mustBe: 0, arguments: { properties: [b] }', 0, 'pass'],
])('the metric %s (%s) counts %i rows', async (kind, text, failedRows, verdict) => {
  const report = await run(metric(text), abc)
  expect(check(report, `a.${kind}`)).toMatchObject({ failedRows, verdict, rows: 8 })
  expect(report).toMatchObject({ verdict, rejectedRows: 0 })
})

test('a warning is shown and does not fail the dataset', async () => {
  const report = await run(metric('metric: nullValues, mustBe: 0, severity: warning'), abc)
  expect(check(report, 'a.nullValues')).toMatchObject({ verdict: 'fail', severity: 'warning' })
  expect(report.verdict).toBe('pass')
})

test('row count, duplicates over columns and SQL judge the object; a rule in words is never a pass', async () => {
  const report = await run(
    `    properties: [{ name: a }, { name: b }]
    quality:
      - { id: rows, metric: rowCount, mustBeBetween: [1, 5] }
      - { id: pairs, metric: duplicateValues, mustBe: 0, arguments: { properties: [a, b] } }
      - { id: twos, type: sql, query: 'SELECT count(*) FROM {object} WHERE b = 2', mustBe: 6 }
      - { id: nothing, type: sql, query: 'SELECT max(b) FROM {object} WHERE b > 2', mustBe: 6 }
      - { id: words, type: text, description: Ask Ann }
`,
    abc,
  )
  expect(report.checks.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['rows', 'fail'],
    ['pairs', 'pass'],
    ['twos', 'pass'],
    ['nothing', 'inconclusive'],
    ['words', 'inconclusive'],
  ])
})

test('uniqueness and keys count the rows beyond the first and place them', async () => {
  const report = await run(
    '    properties:\n      - { name: a, unique: true }\n      - { name: b, primaryKey: true }\n',
    'a,b\nx,1\ny,2\nx,2\nx,3\n',
  )
  expect(check(report, 'a.unique')).toMatchObject({ failedRows: 2, verdict: 'fail', samples: [{ row: 2 }, { row: 3 }] })
  expect(check(report, 'b.primaryKey')).toMatchObject({ failedRows: 1, samples: [{ row: 2 }] })
  expect(check(report, 'b.required')).toMatchObject({ failedRows: 0, verdict: 'pass' })
})

test('a hostile column name is checked like any other', async () => {
  const name = 'a"; DROP TABLE t; --'
  const report = await run(
    `    properties:\n      - name: '${name}'\n        unique: true\n        required: true\n        quality: [{ metric: nullValues, mustBe: 1 }]\n`,
    `"${name.replaceAll('"', '""')}",b\nx,1\n,2\n`,
  )
  expect(check(report, `${name}.required`)).toMatchObject({ failedRows: 1 })
  expect(check(report, `${name}.unique`)).toMatchObject({ failedRows: 0 })
})

test('missing columns are all named, each at its line, and a name in another case is pointed out', async () => {
  const error = await errorOf(run('    properties:\n      - name: A\n      - name: c\n', 'a,b\n1,2\n'))
  expect(error.code).toBe('COLUMN_MISSING')
  expect(error.problems).toEqual([
    expect.objectContaining({ file: 'contract.yaml', line: 9, message: 'the data has no column "A", but "a"' }),
    expect.objectContaining({ line: 10, message: 'the data has no column "c"' }),
  ])
})

test.each(["SELECT count(*) FROM 'other.csv'", 'SELECT 1; SELECT 2', "COPY t TO 'x'", 'SELECT random() FROM {object}'])(
  'a contract’s SQL is locked: %s',
  async (query) => {
    const error = await errorOf(
      run(
        `    properties: [{ name: a }]\n    quality:\n      - type: sql\n        mustBe: 0\n        query: "${query}"\n`,
        'a,b\n1,2\n',
      ),
    )
    expect(error).toMatchObject({ code: 'SQL_REFUSED' })
    expect(error.message).toContain('contract.yaml')
  },
)

test('a contract’s SQL gives one number', async () => {
  const error = await errorOf(
    run(
      "    properties: [{ name: a }]\n    quality:\n      - { type: sql, mustBe: 0, query: 'SELECT a, b FROM {object}' }\n",
      'a,b\n1,2\n',
    ),
  )
  expect(error).toMatchObject({ code: 'SQL_FAILED', problems: [{ file: 'contract.yaml', line: 10 }] })
})

test.each([
  ['only counts rows', 'SELECT count(*) FROM {object} WHERE a > 1', 'fail', 2, [1, 3]],
  [
    'counts rows that are named by the object',
    'SELECT COUNT(*) FROM {object} WHERE t.a = 3 OR {object}.a IS NULL',
    'fail',
    2,
    [2, 3],
  ],
  ['counts all rows', 'SELECT count(*) FROM {object}', 'fail', 4, [0, 1, 2, 3]],
  [
    'compares with the whole',
    'SELECT count(*) FROM {object} WHERE a = (SELECT max(a) FROM {object})',
    'fail',
    null,
    [],
  ],
  ['counts groups', 'SELECT count(*) FROM {object} GROUP BY b', 'fail', null, []],
  ['gives a truth value', 'SELECT max(a) < 1 FROM {object}', 'pass', null, []],
])(
  'a query that %s is answered, and its rows are named where it has any',
  async (_, query, verdict, failedRows, rows) => {
    const report = await run(
      `    properties: [{ name: a, logicalType: integer }, { name: b }]\n    quality: [{ id: q, type: sql, mustBe: 0, query: '${query}' }]\n`,
      'a,b\n1,x\n2,x\n,x\n3,x\n',
    )
    expect(check(report, 'q')).toMatchObject({ verdict, failedRows })
    expect(check(report, 'q').samples.map(({ row }) => row)).toEqual(rows)
  },
)

test('a counting query judges the accepted rows, and is run alone where a rejected row would stop it', async () => {
  const report = await run(
    `    properties: [{ name: a, logicalType: string, logicalTypeOptions: { pattern: '^[0-9]+$' } }, { name: b }]
    quality: [{ id: q, type: sql, mustBe: 2, query: 'SELECT count(*) FROM {object} WHERE CAST(a AS INTEGER) < 9' }]
`,
    'a,b\n1,x\nsoon,x\n3,x\n10,x\n',
    { action: 'drop', maxShare: 1 },
  )
  expect(check(report, 'q')).toMatchObject({ verdict: 'pass', rows: 3 })
})

test('all queries that are refused are said at once, each at its line', async () => {
  const body = `    properties: [{ name: a }]
    quality:
      - { type: sql, mustBe: 0, query: "SELECT count(*) FROM 'x.csv'" }
      - { type: sql, mustBe: 0, query: "ATTACH 'x.db'" }
`
  const error = await errorOf(run(body, 'a,b\n1,2\n'))
  expect(error).toMatchObject({ code: 'SQL_REFUSED' })
  expect(error.problems?.map(({ line }) => line)).toEqual([10, 11])
})

test('a column is found under its physical name, and told by its own', async () => {
  const report = await run(
    `    properties: [{ name: age, physicalName: a, required: true, unique: true, quality: [{ metric: nullValues, mustBe: 1 }] }]
    quality: [{ id: pairs, metric: duplicateValues, mustBe: 0, arguments: { properties: [age] } }]
`,
    'a,b\n1,x\n,x\n1,x\n',
  )
  expect(report.checks.map(({ id, failedRows }) => [id, failedRows])).toEqual([
    ['age.required', 1],
    ['age.unique', 1],
    ['age.nullValues', 1],
    ['pairs', 1],
  ])
})

test('rows that refer to nothing are counted and placed; without the other files the reference is no pass', async () => {
  const text = `apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema:
  - name: orders
    properties: [{ name: customer, relationships: [{ to: customers.id }] }, { name: item }]
    relationships: [{ from: [orders.customer, orders.item], to: [customers.id, customers.likes] }]
  - name: customers
    properties: [{ name: id, physicalName: key }, { name: likes }]
`
  const [orders, customers] = parseContracts(text, 'contract.yaml') as [Contract, Contract]
  await using scratch = await openScratch(
    { 'orders.csv': 'customer,item\n1,tea\n2,tea\n,tea\n9,tea\n', 'customers.csv': 'key,likes\n1,tea\n2,\n' },
    { only: ['orders.csv'], name: 'orders' },
  )
  const files = await fingerprintFiles(scratch.root, ['customers.csv'])
  const dataset = await openDataset(scratch.engine, files, { name: 'customers' })
  const report = await validate(scratch.engine, scratch.dataset, orders, undefined, [{ contract: customers, dataset }])
  expect(check(report, 'customer.foreignKey')).toMatchObject({
    verdict: 'fail',
    failedRows: 1,
    samples: [{ file: 'orders.csv', row: 3 }],
  })
  expect(check(report, 'customer+item.foreignKey')).toMatchObject({ failedRows: 2, samples: [{ row: 1 }, { row: 3 }] })
  const alone = await validate(scratch.engine, scratch.dataset, orders)
  expect(alone.verdict).toBe('inconclusive')
  expect(check(alone, 'customer.foreignKey').observed).toContain('no files of customers')
})

test.each([
  ['2001-01-02T12:00:00Z', 'pass'],
  ['2001-01-02T12:00:01Z', 'fail'],
  ['2000-01-01T00:00:00Z', 'inconclusive'],
])('freshness at %s is %s: what lies ahead proves nothing', async (asOf, verdict) => {
  const contract = contractOf(
    `    properties: [{ name: a, logicalType: timestamp }]\nslaProperties: [{ property: freshness, value: 24, unit: h, element: a }]\n`,
  )
  await using scratch = await openScratch({
    't.csv': 'a,b\n2001-01-01 12:00:00,1\n2000-05-01 00:00:00,1\n2031-01-01 00:00:00,1\n',
  })
  const results = await judgeFreshness(scratch.engine, scratch.dataset, contract, asOf)
  expect(results).toMatchObject([{ id: 'a.freshness', verdict, place: { line: 9 } }])
  expect(JSON.stringify(results)).not.toContain('2001-01-01')
})

const dirty = `a,b\n${Array.from({ length: 100 }, (_, i) => `${i < 3 ? -1 : i},${i < 2 ? '' : 'x'}`).join('\n')}\n`
const rules =
  '    properties:\n      - { name: a, logicalType: integer, logicalTypeOptions: { minimum: 0 } }\n      - { name: b, quality: [{ metric: nullValues, mustBe: 0 }] }\n    quality: [{ metric: rowCount, mustBe: 97 }]\n'

test.each([
  ['fail', 1, 'fail', 'fail', 100],
  ['drop', 0.03, 'pass', 'pass', 97],
  ['quarantine', 0.03, 'pass', 'pass', 97],
  ['drop', 0.029, 'fail', 'fail', 97],
] as const)(
  'under %s with a largest share of %d the dataset is judged %s',
  async (action, maxShare, verdict, ruleVerdict, acceptedRows) => {
    const report = await run(rules, dirty, { action, maxShare })
    expect(report).toMatchObject({ verdict, rejectedRows: 3, acceptedRows })
    expect(check(report, 'a.minimum')).toMatchObject({ failedRows: 3, verdict: ruleVerdict })
    // Metrics judge the rows that remain: the nulls went with the rejected rows.
    expect(check(report, 'b.nullValues').failedRows).toBe(action === 'fail' ? 2 : 0)
  },
)

test('when every row is rejected nothing is left to pass', async () => {
  const report = await run(property('name: a, logicalType: integer, logicalTypeOptions: { minimum: 1000 }'), dirty, {
    action: 'drop',
    maxShare: 1,
  })
  expect(report).toMatchObject({ verdict: 'inconclusive', acceptedRows: 0 })
})

test('the quarantine holds the rejected rows with their places, and only where writing was allowed', async () => {
  const contract = contractOf(rules)
  await using scratch = await openScratch(
    { 't.csv': dirty },
    { columnTypes: contractColumnTypes(contract), outputs: ['q/rejected.parquet'] },
  )
  const path = join(scratch.root, 'q/rejected.parquet')
  await mkdir(join(scratch.root, 'q'))
  expect(await writeQuarantine(scratch.engine, scratch.dataset, contract, path)).toBe(3)
  expect(await scratch.engine.query(`SELECT a, source_file, file_row_number::INTEGER AS n FROM '${path}'`)).toEqual(
    [0, 1, 2].map((n) => ({ a: -1n, source_file: 't.csv', n })),
  )
  expect(
    (
      await errorOf(
        writeQuarantine(scratch.engine, scratch.dataset, contract, join(scratch.root, 'q/elsewhere.parquet')),
      )
    ).code,
  ).toBe('SQL_REFUSED')
})

test('row rules and metrics of any number take one scan, and twice the same answer', async () => {
  const columns = Array.from({ length: 40 }, (_, i) => `c${i}`)
  const contract = contractOf(
    `    properties:\n${columns.map((name) => `      - { name: ${name}, logicalType: integer, required: true, logicalTypeOptions: { minimum: 5 }, quality: [{ metric: nullValues, mustBe: 0 }] }\n`).join('')}`,
  )
  const csv = `${columns.join(',')}\n${Array.from({ length: 30 }, (_, row) => columns.map((_, i) => ((row * 7 + i) % 11 === 0 ? '' : (row + i) % 13)).join(',')).join('\n')}\n`
  await using scratch = await openScratch({ 't.csv': csv }, { columnTypes: contractColumnTypes(contract) })
  const queries: string[] = []
  const spy: Engine = Object.assign(Object.create(scratch.engine) as Engine, {
    query: (sql: string) => {
      queries.push(sql)
      return scratch.engine.query(sql)
    },
  })
  const report = await validate(spy, scratch.dataset, contract)
  expect(queries.filter((sql) => sql.includes('FROM tidemark.') && !sql.startsWith('CREATE'))).toHaveLength(1)
  expect(report.checks).toHaveLength(160)
  const cells = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
  for (const [i, name] of columns.entries()) {
    const below = cells.flatMap((row, n) => (row[i] !== '' && Number(row[i]) < 5 ? [n] : []))
    expect(check(report, `${name}.minimum`)).toMatchObject({
      failedRows: below.length,
      samples: below.slice(0, 10).map((row) => ({ file: 't.csv', row })),
    })
    expect(check(report, `${name}.nullValues`).failedRows).toBe(cells.filter((row) => row[i] === '').length)
  }
  expect(report.rejectedRows).toBe(cells.filter((row) => row.some((cell) => cell === '' || Number(cell) < 5)).length)
  expect(await validate(scratch.engine, scratch.dataset, contract)).toEqual(report)
})

test('nothing in a report is a value of the data', async () => {
  const report = await run(
    "    properties:\n      - { name: a, unique: true, logicalType: string, logicalTypeOptions: { pattern: '^x' }, quality: [{ metric: duplicateValues, mustBe: 0 }] }\n",
    'a,b\nsecret,1\nsecret,2\n',
  )
  expect(report.verdict).toBe('fail')
  expect(JSON.stringify(report)).not.toContain('secret')
})
