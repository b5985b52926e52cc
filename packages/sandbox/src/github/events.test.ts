import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { branchWith, commitFile, startTestGitHub, type TestGitHub } from './test-client.ts'

let world: TestGitHub
beforeAll(async () => {
  world = await startTestGitHub()
})
afterEach(() => expect(world.github.unexpected).toEqual([]))
afterAll(() => world.stop())

/** What was emitted for a repository since the last call. */
function emitted(name: string) {
  return world.triggers.splice(0).filter((trigger) => trigger.repository === name)
}

const short = (name: string) => emitted(name).map(({ event, action }) => (action ? `${event} ${action}` : event))
const permissions = { contents: 'write', 'pull-requests': 'write', actions: 'write' } as const
const job = (repository: string) =>
  world.as(world.github.issueJobToken({ repository, permissions, runId: 1, jobId: 2 }))

describe('push', () => {
  test('tells what was before and after, and each commit with its files', async () => {
    const { name, path, owner, main } = await world.repository()
    const first = await commitFile(owner, path, main, 'README.md', 'new')
    const second = await commitFile(owner, path, first, 'src/b.txt', 'b')
    emitted(name)
    await owner('PATCH', `${path}/git/refs/heads/main`, { sha: second })
    const [push] = emitted(name)
    expect(push).toMatchObject({ event: 'push', actor: 'acme', ref: 'refs/heads/main', sha: second })
    expect(push?.payload).toMatchObject({
      before: main,
      after: second,
      created: false,
      forced: false,
      head_commit: { id: second },
      commits: [
        { id: first, message: 'Set README.md', added: [], modified: ['README.md'], removed: [] },
        { id: second, added: ['src/b.txt'], author: { username: 'acme' } },
      ],
      repository: { full_name: name, default_branch: 'main' },
      sender: { login: 'acme' },
    })
  })

  test('of a tag peels it; a new branch counts its own commits only', async () => {
    const { name, path, owner, main } = await world.repository()
    const tag = await owner('POST', `${path}/git/tags`, { tag: 'v1', message: 'm', object: main, type: 'commit' })
    await owner('POST', `${path}/git/refs`, { ref: 'refs/tags/v1', sha: tag.json.sha })
    const [push] = emitted(name)
    expect(push).toMatchObject({
      ref: 'refs/tags/v1',
      sha: main,
      payload: { created: true, after: tag.json.sha, commits: [] },
    })
    const tip = await branchWith(owner, path, 'x', main, 'x', 'x')
    expect(emitted(name)[0]?.payload).toMatchObject({ before: '0'.repeat(40), commits: [{ id: tip }] })
  })
})

describe('GITHUB_TOKEN', () => {
  test('starts nothing by pushes, tags, releases and merges, but by dispatches', async () => {
    const { name, path, owner, main } = await world.repository({
      actionsMayCreatePulls: true,
      files: { 'a.txt': 'a', '.github/workflows/x.yml': 'on:\n  workflow_dispatch:\n' },
    })
    const bot = job(name)
    await branchWith(bot, path, 'x', main, 'x', 'x')
    await bot('POST', `${path}/releases`, { tag_name: 'v1' })
    expect(short(name)).toEqual([])
    expect((await owner('POST', `${path}/pulls`, { title: 't', head: 'x', base: 'main' })).status).toBe(201)
    emitted(name)
    expect((await bot('PUT', `${path}/pulls/1/merge`)).status).toBe(200)
    expect(short(name)).toEqual([])
    await bot('POST', `${path}/dispatches`, { event_type: 'retrain', client_payload: { model: 'm' } })
    await bot('POST', `${path}/actions/workflows/x.yml/dispatches`, { ref: 'main', inputs: { a: 'b' } })
    const [repository, workflow] = emitted(name)
    expect(repository).toMatchObject({
      event: 'repository_dispatch',
      action: 'retrain',
      payload: { client_payload: { model: 'm' } },
    })
    expect(workflow).toMatchObject({
      event: 'workflow_dispatch',
      actor: 'github-actions[bot]',
      workflowPath: '.github/workflows/x.yml',
      payload: { inputs: { a: 'b' }, ref: 'refs/heads/main' },
    })
  })

  test('opens and updates pull requests whose runs wait for approval', async () => {
    const { name, path, main } = await world.repository({ actionsMayCreatePulls: true })
    const bot = job(name)
    const head = await branchWith(bot, path, 'x', main, 'x', 'x')
    await bot('POST', `${path}/pulls`, { title: 't', head: 'x', base: 'main' })
    await bot('PATCH', `${path}/git/refs/heads/x`, { sha: await commitFile(bot, path, head, 'x', 'y') })
    const triggers = emitted(name)
    expect(triggers.map(({ event, action, needsApproval }) => [event, action, needsApproval])).toEqual([
      ['pull_request', 'opened', true],
      ['pull_request_target', 'opened', true],
      ['pull_request', 'synchronize', true],
      ['pull_request_target', 'synchronize', true],
    ])
  })
})

test('a pull request tells its life, at the test merge and at the default branch', async () => {
  const { name, path, owner, main } = await world.repository()
  const head = await branchWith(owner, path, 'x', main, 'x', 'x')
  emitted(name)
  await owner('POST', `${path}/pulls`, { title: 't', head: 'x', base: 'main' })
  const [opened, target] = emitted(name)
  const merge = await world.github.ref(name, 'refs/pull/1/merge')
  expect(opened).toMatchObject({ event: 'pull_request', ref: 'refs/pull/1/merge', sha: merge })
  expect(target).toMatchObject({ event: 'pull_request_target', ref: 'refs/heads/main', sha: main })
  expect(opened?.payload).toMatchObject({
    action: 'opened',
    number: 1,
    pull_request: { head: { sha: head }, merged: false },
  })

  await owner('POST', `${path}/issues/1/labels`, { labels: ['go'] })
  expect(short(name)).toEqual(['pull_request labeled', 'pull_request_target labeled'])
  await owner('PATCH', `${path}/pulls/1`, { state: 'closed' })
  await owner('PATCH', `${path}/pulls/1`, { state: 'open' })
  expect(short(name).filter((one) => !one.includes('target'))).toEqual(['pull_request closed', 'pull_request reopened'])

  const { json } = await owner('PUT', `${path}/pulls/1/merge`, {})
  const [push, closed] = emitted(name)
  expect(push).toMatchObject({ event: 'push', ref: 'refs/heads/main', sha: json.sha })
  expect(closed).toMatchObject({ event: 'pull_request', action: 'closed', ref: 'refs/heads/main', sha: json.sha })
  expect(closed?.payload).toMatchObject({
    pull_request: { merged: true, merge_commit_sha: json.sha, merged_by: { login: 'acme' } },
  })
})

test('a conflicting pull request starts pull_request_target only', async () => {
  const { name, path, owner, main } = await world.repository()
  await branchWith(owner, path, 'x', main, 'README.md', 'theirs\n')
  await owner('PATCH', `${path}/git/refs/heads/main`, {
    sha: await commitFile(owner, path, main, 'README.md', 'ours\n'),
  })
  emitted(name)
  await owner('POST', `${path}/pulls`, { title: 't', head: 'x', base: 'main' })
  expect(short(name)).toEqual(['pull_request_target opened'])
})

test('the merge queue builds a branch, asks for checks and moves the base to what was checked', async () => {
  const { name, path, owner, main } = await world.repository()
  await branchWith(owner, path, 'x', main, 'x', 'x')
  await owner('POST', `${path}/pulls`, { title: 't', head: 'x', base: 'main' })
  emitted(name)
  const group = await world.github.enqueue(name, 1, 'acme')
  expect(emitted(name)).toMatchObject([
    {
      event: 'merge_group',
      action: 'checks_requested',
      sha: group.headSha,
      payload: { merge_group: { base_sha: main } },
    },
  ])
  expect(await world.github.ref(name, group.headRef)).toBe(group.headSha)
  await world.github.finishMergeGroup(name, 1, 'acme')
  expect(await world.github.ref(name, 'refs/heads/main')).toBe(group.headSha)
  expect((await owner('GET', `${path}/pulls/1`)).json.merged).toBe(true)
})

test('a run is listed, its jobs are check runs, and a waiting one can be approved', async () => {
  const { name, path, owner, main } = await world.repository()
  const id = world.github.nextRunId()
  const at = world.github.now().toISOString()
  const run = {
    id,
    repository: name,
    name: 'ci',
    workflowPath: '.github/workflows/ci.yml',
    event: 'push',
    actor: 'acme',
    headBranch: 'main',
    headSha: main,
    runNumber: 1,
    runAttempt: 1,
    status: 'waiting',
    conclusion: null,
    createdAt: at,
    updatedAt: at,
    jobs: [],
  } as const
  const approved: number[] = []
  world.github.onRunApproved((one) => approved.push(one.id))
  world.github.saveRun({ ...run, jobs: [] })
  expect((await owner('GET', `${path}/actions/runs?status=waiting`)).json).toMatchObject({
    total_count: 1,
    workflow_runs: [{ id }],
  })
  expect((await owner('POST', `${path}/actions/runs/${id}/approve`)).status).toBe(201)
  expect(approved).toEqual([id])
  const done = {
    id: id + 50_000,
    name: 'test',
    status: 'completed',
    conclusion: 'success',
    startedAt: at,
    completedAt: at,
  } as const
  world.github.saveRun({ ...run, status: 'completed', conclusion: 'success', jobs: [done] })
  expect((await owner('GET', `${path}/actions/workflows/ci.yml/runs`)).json.workflow_runs[0].conclusion).toBe('success')
  expect((await owner('GET', `${path}/actions/runs/${id}/jobs`)).json.jobs).toMatchObject([{ name: 'test' }])
  expect((await owner('GET', `${path}/commits/main/check-runs`)).json.check_runs).toMatchObject([
    { name: 'test', conclusion: 'success' },
  ])
  expect((await owner('POST', `${path}/actions/runs/${id}/approve`)).status).toBe(403)
})
