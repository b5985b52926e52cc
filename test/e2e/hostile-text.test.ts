import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { BuiltRun } from './built-action.ts'
import { consumerFiles, createConsumer, customers } from './consumer.ts'
import { createRegistryWorld, makeCandidate } from './registry-world.ts'

const hostileColumn = 'a"; DROP TABLE customers; --'
const hostileText = [
  'x | y </details><img src=x onerror=alert(1)> @octocat [a](javascript:alert) `` ``` %0A::error::one',
  '::error::two',
  '##[error]three',
  '::set-output name=verdict::pass',
  '| a | b |',
  '```',
  '# heading',
].join('\n')

/** Expects that no text of a user's became markup, a row of a table, a command or a mention. */
function expectContained(run: BuiltRun, markdown = run.summary): void {
  for (const { name, message } of run.commands) {
    expect(['error', 'warning', 'notice', 'group', 'endgroup', 'add-mask']).toContain(name)
    expect(['one', 'two', 'three']).not.toContain(message)
  }
  expect(run.log).not.toContain('##[')
  const outsideFences = markdown.replaceAll(/^(`{3,})(?:text|mermaid)\n[\s\S]*?\n\1$/gm, '')
  expect(outsideFences).not.toMatch(/<img|<\/details>[^\n]|\]\(javascript|@octocat|^# heading|^::|^```/m)
  expect(outsideFences.match(/<details>/g)?.length).toBe(outsideFences.match(/<\/details>/g)?.length)
  for (const table of outsideFences.match(/(?:^\|.*\|$\n?)+/gm) ?? []) {
    const widths = table
      .trim()
      .split('\n')
      .map((row) => row.split('|').length)
    expect(new Set(widths).size).toBe(1)
  }
}

it('takes a hostile column name from data to registry as a name, and shows it escaped', async () => {
  await using consumer = await createConsumer()
  const quoted = `"${hostileColumn.replaceAll('"', '""')}"`
  for (const [path, from] of [
    ['data/2026-01.parquet', '2026-01-05'],
    ['data/2026-02.parquet', '2026-02-02'],
  ] as const)
    await consumer.data(path, `SELECT *, age % 7 AS ${quoted} FROM (${customers(from)})`)
  await consumer.edit(
    'models/churn/contract.yaml',
    '      - { name: plan,',
    `      - { name: '${hostileColumn}', logicalType: integer, required: true, unique: false, logicalTypeOptions: { maximum: 6 } }\n      - { name: plan,`,
  )
  const contract = await readFile(join(consumer.workspace, 'models/churn/contract.yaml'), 'utf8')
  await using world = await createRegistryWorld({ ...consumerFiles, 'models/churn/contract.yaml': contract })
  await consumer.write('models/churn/features.sql', `SELECT id, churned, day, age, plan, ${quoted} FROM customers\n`)
  const validated = await consumer.succeed('validate-data')
  const trained = await consumer.succeed('train')
  for (const run of [validated, trained]) {
    expectContained(run)
    expect(run.summary).not.toContain(hostileColumn)
    expect(run.summary).toContain('DROP TABLE')
  }
  const registered = await world.run(consumer, 'register-model', await makeCandidate(consumer, world))
  expect(registered).toMatchObject({ exitCode: 0, outputs: { version: '1.0.0' } })
  expectContained(registered)
  const { body } = await world.call<{ body: string }>('reviewer', 'GET', '/pulls/1')
  expectContained(registered, body)
  expect(body).not.toContain(hostileColumn)
  expect(body).toContain('DROP TABLE')
})

it('shows a hostile description of a failed check as one annotation and one row', async () => {
  await using consumer = await createConsumer()
  await consumer.edit(
    'models/churn/model.yaml',
    'description: Will this customer leave?',
    `description: ${JSON.stringify(hostileText)}`,
  )
  const quality = {
    id: 'x::y,file=z%0A::error::one',
    description: hostileText,
    metric: 'rowCount',
    mustBeGreaterThan: 1_000_000,
  }
  await consumer.edit(
    'models/churn/contract.yaml',
    'properties:',
    `quality: [${JSON.stringify(quality)}]\n    properties:`,
  )
  const run = await consumer.run('validate-data')
  expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } })
  expectContained(run)
  // Training data and holdout, and the step's own failure.
  const errors = run.annotations.filter(({ level }) => level === 'error')
  expect(errors).toHaveLength(3)
  for (const { message, title, file } of errors.slice(0, 2)) {
    expect(message).toContain(hostileText)
    expect(title).toContain(quality.id)
    expect(file).toBe('models/churn/contract.yaml')
  }
  expect(run.summary).toContain('octocat')
})

it('shows hostile keys and values of a malformed policy as text', async () => {
  await using consumer = await createConsumer()
  const [key, value] = [JSON.stringify(hostileText.slice(0, 120)), JSON.stringify(hostileText)]
  await consumer.edit('models/churn/model.yaml', 'task: binary', `task: ${value}\n? ${key}\n: 1`)
  const run = await consumer.run('validate-data')
  expect(run.exitCode).toBe(1)
  expect(run.log).toContain('POLICY_INVALID')
  expectContained(run)
})

it('shows hostile output of a failed training command as text', async () => {
  await using consumer = await createConsumer()
  await consumer.succeed('validate-data')
  await consumer.write('train.mjs', `console.error(${JSON.stringify(hostileText)}); process.exit(1)\n`)
  const command = `executor: command\n  command: [${JSON.stringify(process.execPath)}, train.mjs]`
  await consumer.edit('models/churn/model.yaml', 'executor: embedded', command)
  const run = await consumer.run('train')
  expect(run.exitCode).toBe(1)
  expect(run.log).toContain('TRAINING_FAILED')
  expectContained(run)
})
