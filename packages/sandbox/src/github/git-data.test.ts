import { execFileSync } from 'node:child_process'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { commitFile, startTestGitHub, type TestGitHub } from './test-client.ts'

let world: TestGitHub
beforeAll(async () => {
  world = await startTestGitHub()
})
afterEach(() => expect(world.github.unexpected).toEqual([]))
afterAll(() => world.stop())

describe('refs', () => {
  test('are created once, and only at objects that exist', async () => {
    const { path, owner, main } = await world.repository()
    const create = (ref: string, sha: string) => owner('POST', `${path}/git/refs`, { ref, sha })
    expect((await create('refs/tags/m@v1.0.0', main)).json.object).toMatchObject({ sha: main, type: 'commit' })
    expect((await create('refs/tags/m@v1.0.0', main)).json.message).toBe('Reference already exists')
    expect((await create('refs/tags/x', 'f'.repeat(40))).json.message).toBe('Object does not exist')
    expect((await create('refs/tags/../../x', main)).status).toBe(422)
    expect((await create('main', main)).status).toBe(422)
  })

  test('move forward only, unless forced', async () => {
    const { path, owner, main } = await world.repository()
    const next = await commitFile(owner, path, main, 'b.txt', 'b')
    const url = `${path}/git/refs/heads/main`
    expect((await owner('PATCH', url, { sha: next })).status).toBe(200)
    const back = await owner('PATCH', url, { sha: main })
    expect([back.status, back.json.message]).toEqual([422, 'Update is not a fast forward'])
    expect((await owner('PATCH', url, { sha: main, force: true })).json.object.sha).toBe(main)
    expect((await owner('PATCH', `${path}/git/refs/heads/none`, { sha: main })).json.message).toBe(
      'Reference does not exist',
    )
  })

  test('of sixteen rival commits on one parent exactly one wins the branch', async () => {
    const { name, path, owner, main } = await world.repository()
    const commits = await Promise.all(
      Array.from({ length: 16 }, (_, i) => commitFile(owner, path, main, `f${i}.txt`, `${i}`)),
    )
    const answers = await Promise.all(commits.map((sha) => owner('PATCH', `${path}/git/refs/heads/main`, { sha })))
    const won = answers.filter((answer) => answer.status === 200)
    expect(won).toHaveLength(1)
    expect(answers.filter((answer) => answer.json.message === 'Update is not a fast forward')).toHaveLength(15)
    expect(await world.github.ref(name, 'refs/heads/main')).toBe(won[0]?.json.object.sha)
  })

  test('are listed by prefix, with characters that need escaping', async () => {
    const { path, owner, main } = await world.repository()
    for (const tag of ['m#production#1', 'm#production#2', 'n@v1']) {
      await owner('POST', `${path}/git/refs`, { ref: `refs/tags/${tag}`, sha: main })
    }
    const listed = await owner('GET', `${path}/git/matching-refs/tags/${encodeURIComponent('m#prod')}`)
    expect(listed.json.map((one: { ref: string }) => one.ref)).toEqual([
      'refs/tags/m#production#1',
      'refs/tags/m#production#2',
    ])
    const url = `${path}/git/refs/tags/${encodeURIComponent('m#production#1')}`
    expect((await owner('DELETE', url)).status).toBe(204)
    expect((await owner('GET', url.replace('/refs/', '/ref/'))).status).toBe(404)
  })
})

describe('objects', () => {
  test('are the ones git itself would write', async () => {
    const { name, path, owner, main } = await world.repository()
    const blob = await owner('POST', `${path}/git/blobs`, {
      content: Buffer.from('häl\n').toString('base64'),
      encoding: 'base64',
    })
    const tree = await owner('POST', `${path}/git/trees`, {
      base_tree: main,
      tree: [
        { path: 'src/deep/x', mode: '100755', type: 'blob', sha: blob.json.sha },
        { path: 'README.md', mode: '100644', type: 'blob', sha: null },
      ],
    })
    const author = { name: 'Ann', email: 'ann@example.com', date: '2026-01-02T03:04:05Z' }
    const commit = await owner('POST', `${path}/git/commits`, {
      message: 'm',
      tree: tree.json.sha,
      parents: [main],
      author,
    })
    const tag = await owner('POST', `${path}/git/tags`, {
      tag: 'm@v1',
      message: 'one',
      object: commit.json.sha,
      type: 'commit',
    })
    await owner('POST', `${path}/git/refs`, { ref: 'refs/tags/m@v1', sha: tag.json.sha })
    const git = (...args: string[]) => execFileSync('git', args, { cwd: world.github.gitDir(name), encoding: 'utf8' })
    expect(git('fsck', '--strict', '--no-dangling')).toBe('')
    expect(git('ls-tree', '-r', '--name-only', 'm@v1').split('\n')).toEqual(['src/a.txt', 'src/deep/x', ''])
    expect(git('log', '-1', '--format=%an %aI', 'm@v1')).toBe('Ann 2026-01-02T03:04:05+00:00\n')
    expect((await owner('GET', `${path}/git/tags/${tag.json.sha}`)).json).toMatchObject({ tag: 'm@v1', message: 'one' })
    const read = await owner('GET', `${path}/git/blobs/${blob.json.sha}`)
    expect(Buffer.from(read.json.content, 'base64').toString()).toBe('häl\n')
  })

  test('are refused when what they name does not exist', async () => {
    const { path, owner, main } = await world.repository()
    const none = 'a'.repeat(40)
    const tree = (entry: object, base = main) => owner('POST', `${path}/git/trees`, { base_tree: base, tree: [entry] })
    expect((await tree({ path: 'x', mode: '100644', type: 'blob', sha: none })).json.message).toContain(
      'is not a valid blob',
    )
    expect((await tree({ path: '../x', mode: '100644', type: 'blob', content: '' })).json.message).toContain(
      'malformed path',
    )
    expect((await tree({ path: 'x', mode: '100644', type: 'blob', content: '' }, none)).status).toBe(422)
    expect((await tree({ path: 'gone', mode: '100644', type: 'blob', sha: null })).status).toBe(422)
    expect((await owner('POST', `${path}/git/commits`, { message: 'm', tree: none })).json.message).toBe(
      'Tree SHA does not exist',
    )
  })

  test('need a first commit, which the contents API can make', async () => {
    const name = 'acme/empty'
    await world.github.createRepository({ owner: 'acme', name: 'empty' })
    const { owner } = await world.repository()
    const blob = await owner('POST', `/repos/${name}/git/blobs`, { content: 'x' })
    expect([blob.status, blob.json.message]).toEqual([409, 'Git Repository is empty.'])
    const put = await owner('PUT', `/repos/${name}/contents/a.txt`, { message: 'first', content: 'eA==' })
    expect(put.status).toBe(201)
    expect((await owner('POST', `/repos/${name}/git/blobs`, { content: 'x' })).status).toBe(201)
  })

  test('a bot without an author of its own gets a commit that GitHub signed', async () => {
    const { name, path, main } = await world.repository()
    const token = world.github.issueJobToken({
      repository: name,
      permissions: { contents: 'write' },
      runId: 1,
      jobId: 2,
    })
    const sha = await commitFile(world.as(token), path, main, 'x', 'x')
    const commit = await world.as(token)('GET', `${path}/git/commits/${sha}`)
    expect(commit.json.author.name).toBe('github-actions[bot]')
    expect(commit.json.committer).toMatchObject({ name: 'GitHub', email: 'noreply@github.com' })
    expect(commit.json.verification.verified).toBe(true)
  })
})

describe('contents', () => {
  test('of a file, a folder, a raw file and another ref', async () => {
    const { path, owner, main } = await world.repository()
    const next = await commitFile(owner, path, main, 'src/b.txt', 'b')
    const file = await owner('GET', `${path}/contents/README.md`)
    expect(Buffer.from(file.json.content, 'base64').toString()).toBe('one\ntwo\nthree\n')
    const raw = await owner('GET', `${path}/contents/README.md`, undefined, {
      accept: 'application/vnd.github.raw+json',
    })
    expect(raw.text).toBe('one\ntwo\nthree\n')
    const folder = await owner('GET', `${path}/contents/src?ref=${next}`)
    expect(folder.json.map((one: { path: string }) => one.path)).toEqual(['src/a.txt', 'src/b.txt'])
    expect((await owner('GET', `${path}/contents/src/b.txt`)).status).toBe(404)
  })

  test('are written against the version the caller has seen', async () => {
    const { path, owner } = await world.repository()
    const url = `${path}/contents/README.md`
    const { sha } = (await owner('GET', url)).json
    const put = (body: object) => owner('PUT', url, { message: 'm', content: 'eA==', ...body })
    expect((await put({})).json.message).toContain('"sha" wasn\'t supplied')
    expect((await put({ sha: 'b'.repeat(40) })).status).toBe(409)
    expect((await put({ sha, branch: 'none' })).status).toBe(404)
    expect((await put({ sha })).status).toBe(200)
    expect((await owner('DELETE', url, { message: 'm', sha })).status).toBe(409)
  })
})

test('compares by commits and files since the common ancestor', async () => {
  const { path, owner, main } = await world.repository()
  const ours = await commitFile(owner, path, main, 'ours.txt', '1\n2\n')
  const theirs = await commitFile(owner, path, main, 'theirs.txt', 'x\n')
  const compare = async (range: string) => (await owner('GET', `${path}/compare/${range}`)).json
  expect(await compare(`${ours}...${theirs}`)).toMatchObject({ status: 'diverged', ahead_by: 1, behind_by: 1 })
  const ahead = await compare(`main...${ours}`)
  expect(ahead).toMatchObject({ status: 'ahead', total_commits: 1 })
  expect(ahead.files).toMatchObject([
    { filename: 'ours.txt', status: 'added', additions: 2, patch: '@@ -0,0 +1,2 @@\n+1\n+2' },
  ])
  expect(await compare('main...main')).toMatchObject({ status: 'identical', files: [] })
})
