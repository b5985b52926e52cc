import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectRefused } from './built-action.ts'
import { type Consumer, consumerFiles, createConsumer } from './consumer.ts'
import { createRegistryWorld, type Handovers, makeCandidate } from './registry-world.ts'

let base: Consumer
let handovers: Handovers
beforeAll(async () => {
  await using world = await createRegistryWorld()
  base = await createConsumer()
  handovers = await makeCandidate(base, world)
})
afterAll(() => base[Symbol.asyncDispose]())

it('names the permission that a job lacks, and writes nothing', async () => {
  await using world = await createRegistryWorld()
  const before = await world.state()
  const run = await world.run(base, 'register-model', handovers, { token: world.token({ contents: 'read' }) })
  // What is known before the first write is said.
  expect(Object.keys(run.outputs)).not.toContain('version')
  expectRefused({ ...run, outputs: {} }, 'GITHUB_DENIED', '`contents: write`', 'workflow file')
  expect(await world.state()).toEqual(before)
})

it('keeps what is registered where only the pull request is denied, and a run with the permission opens it', async () => {
  await using world = await createRegistryWorld()
  const denied = await world.run(base, 'register-model', handovers, { token: world.token({ contents: 'write' }) })
  expect(denied).toMatchObject({ exitCode: 1, outputs: { version: '1.0.0', tag: 'churn@v1.0.0' } })
  expectRefused({ ...denied, outputs: {} }, 'GITHUB_DENIED', '`pull-requests: write`')
  const between = await world.state()
  expect(between.releases).toMatchObject([{ tag: 'churn@v1.0.0', draft: false }])
  expect(between.pullRequests).toEqual([])
  const allowed = await world.run(base, 'register-model', handovers)
  expect(allowed).toMatchObject({ exitCode: 0, outputs: { version: '1.0.0', 'pull-request': '1' } })
  expect((await world.state()).releases).toEqual(between.releases)
})

it('says that a token is not known', async () => {
  await using world = await createRegistryWorld()
  const run = await world.run(base, 'register-model', handovers, { token: 'ghs_unknown' })
  expectRefused(run, 'GITHUB_DENIED', 'Bad credentials')
})

it('says that nobody answers at the address of GitHub, without waiting for long', async () => {
  expectRefused(await base.run('verify-registry', {}, { token: 'none' }), 'GITHUB_UNAVAILABLE', 'Run the job again')
})

it.each([
  ['every write', { method: 'POST' }],
  ['the upload of an asset', { method: 'POST', path: /\/assets/ }],
  ['the commit of the facts', { method: 'POST', path: /\/git\/trees/ }],
  ['the registry branch', { method: 'POST', path: /\/git\/refs$/ }],
])(
  'stops at a 500 on %s with no version in sight, and the next run finishes without leftovers',
  async (_name, match) => {
    await using world = await createRegistryWorld()
    const before = await world.state()
    world.github.faults.add({ match, do: 'status', status: 500, times: 1000 })
    const failed = await world.run(base, 'register-model', handovers)
    expect(Object.keys(failed.outputs)).not.toContain('version')
    expectRefused({ ...failed, outputs: {} }, 'GITHUB_UNAVAILABLE', /POST \S+/, 'Run the job again')
    const between = await world.state()
    expect({ ...between, releases: between.releases.filter(({ draft }) => !draft) }).toEqual(before)

    world.github.faults.clear()
    const finished = await world.run(base, 'register-model', handovers)
    expect(finished).toMatchObject({ exitCode: 0, outputs: { version: '1.0.0', 'pull-request': '1' } })
    expect((await world.state()).releases).toMatchObject([{ tag: 'churn@v1.0.0', draft: false }])
    const verified = await world.run(base, 'verify-registry')
    expect(verified).toMatchObject({ exitCode: 0, outputs: { verified: 'true', problems: '[]' } })
  },
)

it('needs a policy on the default branch, whatever the checkout holds', async () => {
  const { 'models/churn/contract.yaml': contract } = consumerFiles
  await using world = await createRegistryWorld({ 'models/churn/contract.yaml': contract })
  const before = await world.state()
  const run = await world.run(base, 'register-model', handovers)
  expectRefused(run, 'FILE_NOT_FOUND', 'models/churn/model.yaml')
  expect(await world.state()).toEqual(before)
})

it('judges by the default branch: evidence made under another gate is refused', async () => {
  const policy = consumerFiles['models/churn/model.yaml'].replace('min: 0.6', 'min: 0.7')
  await using world = await createRegistryWorld({ ...consumerFiles, 'models/churn/model.yaml': policy })
  const before = await world.state()
  const run = await world.run(base, 'register-model', handovers)
  expect(run.exitCode).toBe(1)
  expect(run.summary).toMatch(/hint: /)
  expect(await world.state()).toEqual(before)
})

it('does not verify a repository without a registry branch, and says so', async () => {
  await using world = await createRegistryWorld()
  const run = await world.run(base, 'verify-registry')
  expect(run).toMatchObject({ exitCode: 1, outputs: { verified: 'false' } })
  expect(run.summary).toContain('`registry branch` | does not exist')
  expect(run.summary).toContain('Register a model first')
})

it('says which events a promotion can be checked on', async () => {
  await using world = await createRegistryWorld()
  const run = await world.run(base, 'promote-model', { mode: 'check' })
  expectRefused(run, 'INPUT_INVALID', 'the event push has no pull request', 'pull_request_target and merge_group')
})
