import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectRefused } from './built-action.ts'
import { type Consumer, createConsumer } from './consumer.ts'

const file = 'models/churn/features.sql'
const select = 'SELECT id, churned, day, age, plan FROM customers'

let base: Consumer
let handover = ''
beforeAll(async () => {
  base = await createConsumer()
  handover = (await base.succeed('validate-data')).outputs.handover ?? ''
})
afterAll(() => base[Symbol.asyncDispose]())

async function trainWith(sql: string) {
  await using consumer = await createConsumer(base)
  await consumer.write(file, sql)
  const run = await consumer.run('train', { 'validation-handover': handover })
  return { run, isWritten: consumer.has('.tidemark/training') || consumer.has('stolen.csv') }
}

it.each([
  ['two statements', `${select};\n${select}`, '2 statements where exactly one SELECT is allowed'],
  ['a SELECT and a DROP', `${select}; DROP VIEW customers`, '2 statements where exactly one SELECT is allowed'],
  ['a COPY', `COPY (${select}) TO 'stolen.csv'`, 'COPY is not allowed'],
  ['an ATTACH', `-- hello\nATTACH 'other.db' AS other`, 'ATTACH is not allowed'],
  ['a SET', `SET enable_external_access = true`, 'SET is not allowed'],
  ['a read of another file', `SELECT * FROM read_csv('/etc/passwd')`, 'read_csv(), which is not its dataset'],
  ['a read of a file by its name', `SELECT * FROM '/etc/passwd'`, '/etc/passwd'],
  [
    'a read of a file in a subquery',
    `${select} WHERE age > (SELECT count(*) FROM read_text('/etc/passwd'))`,
    'read_text()',
  ],
  ['a table function', `SELECT * FROM duckdb_settings()`, 'duckdb_settings()'],
  ['a list of files', `${select}, glob('/*')`, 'glob()'],
  ['the environment', `SELECT id, churned, day, getenv('HOME') AS plan FROM customers`, 'getenv()'],
  ['chance', `SELECT id, churned, day, age,\n  random() AS luck\nFROM customers`, `${file}:2:3`],
  ['the clock', `SELECT id, churned, day, current_date - day AS age FROM customers`, 'current_date'],
  ['something that is not SQL', `SELEC id FROM customers`, 'not valid SQL'],
  ['nothing', `-- to be written\n`, 'empty'],
])('refuses a features.sql with %s', async (_name, sql, phrase) => {
  const { run, isWritten } = await trainWith(sql)
  expectRefused(run, 'SQL_REFUSED', file, phrase, 'Write exactly one SELECT from customers')
  expect(isWritten).toBe(false)
})

it('names a column that the query reads and the data does not have', async () => {
  const { run, isWritten } = await trainWith('SELECT id, churned, day, income FROM customers')
  expectRefused(run, 'SQL_FAILED', file, 'income')
  expect(isWritten).toBe(false)
})

it('names every column that the policy wants and the query does not give', async () => {
  const { run, isWritten } = await trainWith('SELECT id AS customer, age, plan FROM customers')
  expectRefused(run, 'COLUMN_MISSING', file, 'id', 'churned', 'day')
  expect(isWritten).toBe(false)
})

it.each([
  ['a read of another file', `SELECT count(*) FROM read_csv('/etc/passwd')`, 'read_csv()'],
  ['a COPY', `COPY {object} TO 'stolen.csv'`, 'COPY is not allowed'],
  ['two statements', `SELECT count(*) FROM {object}; SELECT 1`, '2 statements where exactly one SELECT is allowed'],
])('refuses a contract whose SQL check has %s, at its line', async (_name, query, phrase) => {
  await using consumer = await createConsumer(base)
  const quality = JSON.stringify({ id: 'sly', type: 'sql', query, mustBe: 0 })
  await consumer.edit('models/churn/contract.yaml', 'properties:', `quality: [${quality}]\n    properties:`)
  const run = await consumer.run('validate-data', { output: 'out' })
  expectRefused(run, 'SQL_REFUSED', /models\/churn\/contract\.yaml:8\b/, phrase)
  expect(consumer.has('out') || consumer.has('stolen.csv')).toBe(false)
})
