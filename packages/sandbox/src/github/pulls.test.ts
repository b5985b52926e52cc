import { execFileSync } from 'node:child_process'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { branchWith, commitFile, type Request, startTestGitHub, type TestGitHub } from './test-client.ts'

let world: TestGitHub
beforeAll(async () => {
  world = await startTestGitHub()
})
afterEach(() => expect(world.github.unexpected).toEqual([]))
afterAll(() => world.stop())

const open = (request: Request, path: string, head: string, more: object = {}) =>
  request('POST', `${path}/pulls`, { title: `Change ${head}`, head, base: 'main', body: 'why', ...more })

describe('creating', () => {
  test('needs commits of its own, branches that exist and no rival', async () => {
    const { path, owner, main } = await world.repository()
    await owner('POST', `${path}/git/refs`, { ref: 'refs/heads/same', sha: main })
    await branchWith(owner, path, 'new', main, 'b', 'b')
    const errors = async (head: string, more = {}) => (await open(owner, path, head, more)).json.errors
    expect(await errors('same')).toMatchObject([{ message: 'No commits between main and same' }])
    expect(await errors('none')).toMatchObject([{ field: 'head', code: 'invalid' }])
    expect(await errors('new', { base: 'none' })).toMatchObject([{ field: 'base', code: 'invalid' }])
    expect((await open(owner, path, 'acme:new')).json).toMatchObject({
      number: 1,
      mergeable: true,
      commits: 1,
      changed_files: 1,
    })
    expect(await errors('new')).toMatchObject([{ message: 'A pull request already exists for acme:new.' }])
  })

  test('lists by state, base and head', async () => {
    const { path, owner, main } = await world.repository()
    for (const name of ['a', 'b']) {
      await branchWith(owner, path, name, main, name, name)
      await open(owner, path, name)
    }
    await owner('PATCH', `${path}/pulls/1`, { state: 'closed' })
    const numbers = async (query: string) =>
      (await owner('GET', `${path}/pulls?${query}`)).json.map((one: { number: number }) => one.number)
    expect(await numbers('')).toEqual([2])
    expect(await numbers('state=all&direction=asc')).toEqual([1, 2])
    expect(await numbers('state=all&head=acme:a')).toEqual([1])
    expect(await numbers('base=other')).toEqual([])
  })

  test('keeps refs/pull/N/head and /merge up to date with both branches', async () => {
    const { name, path, owner, main } = await world.repository()
    const head = await branchWith(owner, path, 'x', main, 'x', 'x')
    await open(owner, path, 'x')
    expect(await world.github.ref(name, 'refs/pull/1/head')).toBe(head)
    const base = await commitFile(owner, path, main, 'y', 'y')
    await owner('PATCH', `${path}/git/refs/heads/main`, { sha: base })
    const merge = (await owner('GET', `${path}/pulls/1`)).json.merge_commit_sha
    expect(await world.github.ref(name, 'refs/pull/1/merge')).toBe(merge)
    expect(
      (await owner('GET', `${path}/git/commits/${merge}`)).json.parents.map((one: { sha: string }) => one.sha),
    ).toEqual([base, head])
  })
})

describe('merging', () => {
  test.each([
    ['merge', 2, 'Merge pull request #1 from acme/x\n\nChange x'],
    ['squash', 1, 'Change x (#1)\n\nwhy'],
    ['rebase', 1, 'Set x'],
  ])('by %s leaves the base with both sides', async (method, parents, message) => {
    const { name, path, owner, main } = await world.repository()
    await branchWith(owner, path, 'x', main, 'x', 'x')
    await owner('PATCH', `${path}/git/refs/heads/main`, { sha: await commitFile(owner, path, main, 'y', 'y') })
    await open(owner, path, 'x')
    const merged = await owner('PUT', `${path}/pulls/1/merge`, { merge_method: method })
    expect(merged.json.sha).toBe(await world.github.ref(name, 'refs/heads/main'))
    const commit = (await owner('GET', `${path}/git/commits/${merged.json.sha}`)).json
    expect([commit.parents.length, commit.message]).toEqual([parents, message])
    const files = execFileSync('git', ['ls-tree', '-r', '--name-only', 'main'], {
      cwd: world.github.gitDir(name),
      encoding: 'utf8',
    })
    expect(files.split('\n')).toEqual(expect.arrayContaining(['x', 'y', 'README.md']))
    expect((await owner('GET', `${path}/pulls/1`)).json).toMatchObject({
      state: 'closed',
      merged: true,
      merged_by: { login: 'acme' },
    })
    expect((await owner('GET', `${path}/pulls/1/merge`)).status).toBe(204)
  })

  test('is refused for a head the caller has not seen, a draft, a conflict and a second time', async () => {
    const { path, owner, main } = await world.repository()
    const merge = async (body: object = {}) => {
      const answer = await owner('PUT', `${path}/pulls/1/merge`, body)
      return [answer.status, answer.json.message]
    }
    await branchWith(owner, path, 'x', main, 'README.md', 'theirs\n')
    await open(owner, path, 'x')
    expect(await merge({ sha: main })).toEqual([409, 'Head branch was modified. Review and try the merge again.'])
    await owner('PATCH', `${path}/git/refs/heads/main`, {
      sha: await commitFile(owner, path, main, 'README.md', 'ours\n'),
    })
    expect(await merge()).toEqual([405, 'Pull Request is not mergeable'])
    expect((await owner('GET', `${path}/pulls/1`)).json).toMatchObject({ mergeable: false, mergeable_state: 'dirty' })
    await branchWith(owner, path, 'd', main, 'd', 'd')
    await open(owner, path, 'd', { draft: true })
    expect((await owner('PUT', `${path}/pulls/2/merge`)).json.message).toBe('Pull Request is still a draft')
    await branchWith(owner, path, 'e', main, 'e', 'e')
    await open(owner, path, 'e')
    expect((await owner('PUT', `${path}/pulls/3/merge`)).status).toBe(200)
    expect((await owner('PUT', `${path}/pulls/3/merge`)).status).toBe(405)
  })

  test('edits of different lines of one file merge', async () => {
    const { path, owner, main } = await world.repository()
    await branchWith(owner, path, 'x', main, 'README.md', 'one\ntwo\nthree\nfour\n')
    await owner('PATCH', `${path}/git/refs/heads/main`, {
      sha: await commitFile(owner, path, main, 'README.md', 'zero\none\ntwo\nthree\n'),
    })
    await open(owner, path, 'x')
    expect((await owner('PUT', `${path}/pulls/1/merge`)).status).toBe(200)
    const raw = await owner('GET', `${path}/contents/README.md`, undefined, { accept: 'application/vnd.github.raw' })
    expect(raw.text).toBe('zero\none\ntwo\nthree\nfour\n')
  })

  test('a push of the head onto the base counts as a merge', async () => {
    const { path, owner, main } = await world.repository()
    const head = await branchWith(owner, path, 'x', main, 'x', 'x')
    await open(owner, path, 'x')
    await owner('PATCH', `${path}/git/refs/heads/main`, { sha: head })
    expect((await owner('GET', `${path}/pulls/1`)).json).toMatchObject({ merged: true, merge_commit_sha: head })
  })
})

describe('a protected branch', () => {
  const protection = {
    requiredStatusChecks: { strict: false, contexts: ['gate'] },
    requiredReviews: { count: 1, dismissStale: true, bypass: [] },
    enforceAdmins: true,
  }
  const given = { collaborators: { ann: 'write', reader: 'read' }, protection: { main: protection } } as const

  async function pull() {
    const { name, path, owner, main } = await world.repository(given)
    const head = await branchWith(owner, path, 'x', main, 'x', 'x')
    await open(owner, path, 'x')
    const review = (login: string, event: string, body = 'b') =>
      world.as(world.github.createToken(login, 'all', name))('POST', `${path}/pulls/1/reviews`, { event, body })
    const status = (sha: string, state: string) => owner('POST', `${path}/statuses/${sha}`, { state, context: 'gate' })
    const merge = async () => (await owner('PUT', `${path}/pulls/1/merge`)).json.message
    return { name, path, owner, main, head, review, status, merge }
  }

  test('takes a pull request only with approval and green checks on its head', async () => {
    const { head, review, status, merge, owner, path } = await pull()
    expect(await merge()).toBe(
      'At least 1 approving review is required by reviewers with write access. Required status check "gate" is expected.',
    )
    expect((await owner('GET', `${path}/pulls/1`)).json.mergeable_state).toBe('blocked')
    await review('reader', 'APPROVE')
    await status(head, 'success')
    expect(await merge()).toBe('At least 1 approving review is required by reviewers with write access.')
    await review('ann', 'APPROVE')
    await status(head, 'failure')
    expect(await merge()).toBe('Required status check "gate" is failing.')
    await status(head, 'success')
    await review('ann', 'REQUEST_CHANGES')
    expect(await merge()).toContain('requested changes')
    await review('ann', 'APPROVE')
    expect(await merge()).toBe('Pull Request successfully merged')
  })

  test('forgets approvals of an older head', async () => {
    const { path, owner, head, review, status, merge } = await pull()
    await review('ann', 'APPROVE')
    const next = await commitFile(owner, path, head, 'x', 'changed')
    await owner('PATCH', `${path}/git/refs/heads/x`, { sha: next })
    await status(next, 'success')
    expect((await owner('GET', `${path}/pulls/1/reviews`)).json).toMatchObject([
      { state: 'DISMISSED', commit_id: head },
    ])
    expect(await merge()).toContain('At least 1 approving review')
  })

  test("takes no direct push, no force, no deletion, and no approval of one's own", async () => {
    const { path, owner, main, review } = await pull()
    const url = `${path}/git/refs/heads/main`
    const next = await commitFile(owner, path, main, 'y', 'y')
    const push = await owner('PATCH', url, { sha: next })
    expect([push.status, push.json.message]).toEqual([
      422,
      expect.stringContaining('Changes must be made through a pull request.'),
    ])
    expect((await owner('DELETE', url)).status).toBe(422)
    expect((await review('acme', 'APPROVE')).json.errors).toEqual(['Review Can not approve your own pull request'])
  })

  test('shows what is required', async () => {
    const { path, owner } = await pull()
    expect((await owner('GET', `${path}/branches/main/protection`)).json).toMatchObject({
      required_status_checks: { contexts: ['gate'] },
      required_pull_request_reviews: { required_approving_review_count: 1, dismiss_stale_reviews: true },
      enforce_admins: { enabled: true },
    })
    expect((await owner('GET', `${path}/branches/x/protection`)).json.message).toBe('Branch not protected')
  })
})

test('a ruleset keeps a branch from being rewritten and a tag from being moved, but for those who may bypass it', async () => {
  const { path, owner, main } = await world.repository()
  const ruleset = (target: string, include: string, types: string[], bypass: object[] = []) =>
    owner('POST', `${path}/rulesets`, {
      name: `${target}s`,
      target,
      enforcement: 'active',
      conditions: { ref_name: { include: [include], exclude: [] } },
      rules: types.map((type) => ({ type })),
      bypass_actors: bypass,
    })
  await ruleset('branch', 'refs/heads/registry', ['non_fast_forward', 'deletion'])
  await ruleset('tag', 'refs/tags/m@*', ['update', 'deletion'])
  const next = await branchWith(owner, path, 'registry', main, 'f', 'f')
  const url = `${path}/git/refs/heads/registry`
  expect((await owner('PATCH', url, { sha: main, force: true })).json.message).toContain('Cannot force-push')
  expect((await owner('DELETE', url)).json.message).toContain('Repository rule violations found')
  expect((await owner('PATCH', url, { sha: await commitFile(owner, path, next, 'g', 'g') })).status).toBe(200)
  await owner('POST', `${path}/git/refs`, { ref: 'refs/tags/m@v1', sha: main })
  expect((await owner('PATCH', `${path}/git/refs/tags/m@v1`, { sha: next })).status).toBe(422)
  await ruleset(
    'tag',
    'refs/tags/free',
    ['creation'],
    [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }],
  )
  expect((await owner('POST', `${path}/git/refs`, { ref: 'refs/tags/free', sha: main })).status).toBe(201)
})

test('issues, comments and labels', async () => {
  const { path, owner } = await world.repository()
  const issue = await owner('POST', `${path}/issues`, { title: 'Drift', labels: ['drift'] })
  expect(issue.json).toMatchObject({ number: 1, labels: [{ name: 'drift' }], state: 'open' })
  const comment = await owner('POST', `${path}/issues/1/comments`, { body: '<!-- marker -->' })
  await owner('PATCH', `${path}/issues/comments/${comment.json.id}`, { body: 'edited' })
  expect((await owner('GET', `${path}/issues/1/comments`)).json).toMatchObject([{ body: 'edited' }])
  expect((await owner('POST', `${path}/issues/1/comments`, { body: 'x'.repeat(65_537) })).status).toBe(422)
  await owner('POST', `${path}/issues/1/labels`, { labels: ['urgent'] })
  expect((await owner('DELETE', `${path}/issues/1/labels/drift`)).json).toMatchObject([{ name: 'urgent' }])
  expect((await owner('DELETE', `${path}/issues/1/labels/drift`)).json.message).toBe('Label does not exist')
  const closed = await owner('PATCH', `${path}/issues/1`, { state: 'closed' })
  expect(closed.json).toMatchObject({ state: 'closed', state_reason: 'completed' })
  expect((await owner('GET', `${path}/issues?labels=urgent&state=closed`)).json).toHaveLength(1)
})
