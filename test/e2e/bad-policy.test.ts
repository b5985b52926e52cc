import { mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectRefused } from './built-action.ts'
import { type Consumer, createConsumer } from './consumer.ts'

const modelYaml = 'models/churn/model.yaml'
const contractYaml = 'models/churn/contract.yaml'

let base: Consumer
beforeAll(async () => {
  base = await createConsumer()
})
afterAll(() => base[Symbol.asyncDispose]())

it('refuses a model.yaml that is not YAML, at its line and column', async () => {
  await using consumer = await createConsumer(base)
  await consumer.edit(modelYaml, 'owners: [author]', 'owners: [author')
  const run = await consumer.run('validate-data')
  expectRefused(run, 'YAML_INVALID', `${modelYaml}:5:1`, 'quote values')
  expect(run.annotations).toContainEqual(expect.objectContaining({ file: modelYaml, line: '5' }))
  expect(consumer.has('.tidemark')).toBe(false)
})

it('reports every mistake of a model.yaml at once, each with line, column, value and what is expected', async () => {
  await using consumer = await createConsumer(base)
  await consumer.edit(modelYaml, 'owners: [author]', 'owners: []')
  await consumer.edit(modelYaml, 'task: binary', 'task: guessing')
  await consumer.edit(modelYaml, 'margin: 0.02', 'margin: -1')
  await consumer.edit(modelYaml, 'executor: embedded', 'executor: embedded\n  epochs: 3')
  const run = await consumer.run('validate-data')
  expectRefused(
    run,
    'POLICY_INVALID',
    '4 problems',
    /models\/churn\/model\.yaml:4:1 owners: .*>=1 items, found \[\]/,
    /models\/churn\/model\.yaml:5:1 task: expected "binary", found "guessing"/,
    /models\/churn\/model\.yaml:11:3 train\.epochs: this key is not known here/,
    /models\/churn\/model\.yaml:16:\d+ gate\.metrics\[0\]\.margin: .*>=0, found -1/,
  )
  expect(run.annotations.filter(({ file, line }) => file === modelYaml && line !== undefined)).toHaveLength(4)
  expect(consumer.has('.tidemark')).toBe(false)
})

it('refuses a model.yaml of another model', async () => {
  await using consumer = await createConsumer(base)
  await consumer.edit(modelYaml, 'model: churn', 'model: other')
  expectRefused(await consumer.run('validate-data'), 'POLICY_INVALID', modelYaml, 'other', 'must agree')
})

it('refuses a contract that is not YAML, at its line and column', async () => {
  await using consumer = await createConsumer(base)
  await consumer.edit(contractYaml, '{ name: id,', '{ name: id: 4,')
  const run = await consumer.run('validate-data')
  expectRefused(run, 'YAML_INVALID', new RegExp(`${contractYaml}:9:\\d+`))
  expect(consumer.has('.tidemark')).toBe(false)
})

it('reports every mistake of a contract at once, each with line, column, value and what is expected', async () => {
  await using consumer = await createConsumer(base)
  await consumer.edit(contractYaml, 'kind: DataContract', 'kind: Contract')
  await consumer.edit(contractYaml, 'logicalType: date', 'logicalType: day')
  await consumer.edit(contractYaml, 'minimum: 18', 'least: 18')
  const run = await consumer.run('validate-data')
  expectRefused(
    run,
    'CONTRACT_INVALID',
    '3 problems',
    /contract\.yaml:2:1 kind: expected "DataContract", found "Contract"/,
    /contract\.yaml:10:\d+ schema\[0\]\.properties\[1\]\.logicalType: .*"date".*found "day"/,
    /contract\.yaml:14:\d+ .*logicalTypeOptions\.least: this key is not known here/,
  )
  expect(consumer.has('.tidemark')).toBe(false)
})

it('reports where a contract contradicts itself', async () => {
  await using consumer = await createConsumer(base)
  await consumer.edit(contractYaml, '{ name: plan,', '{ name: day,')
  await consumer.edit(
    contractYaml,
    'logicalTypeOptions: { minimum: 18,',
    'logicalTypeOptions: { pattern: "^[a", minimum: young,',
  )
  expectRefused(
    await consumer.run('validate-data'),
    'CONTRACT_INVALID',
    '"day" is listed twice',
    'pattern needs logicalType string',
    /contract\.yaml:14:\d+ .*minimum: expected .*found "young"/,
  )
})

it.each(['../x', 'a b', 'Churn', 'a/b', 'x'.repeat(64)])('refuses the model name %j', async (name) => {
  const run = await base.run('validate-data', { model: name })
  expectRefused(run, 'INPUT_INVALID', 'model: ', 'expected lower-case letters, digits and hyphens')
})

it('refuses to guess what is to be judged', async () => {
  expectRefused(await base.run('validate-data', { model: '' }), 'INPUT_INVALID', 'neither model nor contract')
})

it('reports every wrong input at once, by name and with what is expected', async () => {
  const run = await base.run('register-model', {
    model: '../x',
    channel: 'a b',
    'registry-branch': '-f',
    training: '../../etc',
    'training-handover': 'abc',
  })
  expectRefused(
    run,
    'INPUT_INVALID',
    '6 inputs of the action are invalid',
    'model: expected lower-case letters, digits and hyphens, at most 63, starting with a letter or digit, got "../x"',
    'channel: ',
    'registry-branch: ',
    'training: expected a path inside the workspace, or an absolute one, got "../../etc"',
    'training-handover: expected a SHA-256 as 64 lower-case hex digits, got "abc"',
    'token: is missing',
  )
})

it('refuses a policy root that leads out of the workspace', async () => {
  expectRefused(await base.run('validate-data', { 'policy-root': '../models' }), 'INPUT_INVALID', 'policy-root: ')
  expectRefused(await base.run('validate-data', { 'policy-root': '/etc' }), 'INPUT_INVALID', 'policy-root: ')
})

it('takes a policy root with a slash at its end, and not the repository’s root', async () => {
  await using consumer = await createConsumer(base)
  expect(await consumer.run('validate-data', { 'policy-root': 'models/' })).toMatchObject({ exitCode: 0 })
  expectRefused(await consumer.run('validate-data', { 'policy-root': './' }), 'INPUT_INVALID', 'policy-root: ')
})

it('does not believe a handover whose digest did not come with it', async () => {
  await using consumer = await createConsumer(base)
  await consumer.succeed('validate-data')
  expectRefused(await consumer.run('train', { 'validation-handover': '' }), 'INPUT_INVALID', 'validation-handover: ')
})

it('refuses a policy root that is a link out of the workspace', async () => {
  await using consumer = await createConsumer(base)
  const outside = await mkdtemp(join(tmpdir(), 'tidemark-outside-'))
  try {
    await rename(join(consumer.workspace, 'models'), join(outside, 'models'))
    await symlink(join(outside, 'models'), join(consumer.workspace, 'models'))
    expectRefused(
      await consumer.run('validate-data'),
      'PATH_REFUSED',
      modelYaml,
      'outside the checkout',
      'symbolic link',
    )
  } finally {
    await rm(outside, { recursive: true })
  }
})

it('says which file is missing where the model has no folder', async () => {
  expectRefused(await base.run('validate-data', { model: 'absent' }), 'FILE_NOT_FOUND', 'models/absent/model.yaml')
})

it.each(['.', 'models/..', 'data', 'models/churn'])('never empties %j to put its output there', async (output) => {
  await using consumer = await createConsumer(base)
  for (const action of ['validate-data', 'train', 'evaluate-gate']) {
    const run = await consumer.run(action, { output }, { token: 'none' })
    expectRefused(run, 'PATH_REFUSED', 'holds other files', 'a folder of its own')
  }
  expect(consumer.has(modelYaml)).toBe(true)
  expect(consumer.has('data/2026-01.parquet')).toBe(true)
})
