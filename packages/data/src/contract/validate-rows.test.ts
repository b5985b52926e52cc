import { expect, test } from 'vitest'
import { errorOf } from '../scratch-data.ts'
import { check, property, run } from './validated.fixture.ts'

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
