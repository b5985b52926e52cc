import { execFile } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type RunDetails, type Runner, type SandboxGitHub, startGitHub, startRunner } from '@tidemark/sandbox'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'

const execFileAsync = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const example = join(root, 'examples/contract-only')

let folder: string
let github: SandboxGitHub
let runner: Runner

/** The example as a repository of its own, on a GitHub that runs its workflow with the actions as they are built now. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-contract-only-'))
  github = await startGitHub({ root: join(folder, 'github') })
  const published = join(folder, 'published')
  cpSync(join(root, 'actions/validate-data/action.yml'), join(published, 'actions/validate-data/action.yml'))
  symlinkSync(inject('builtActions'), join(published, 'dist'))
  runner = startRunner({
    host: github,
    actions: { 'tidemark-ml/tidemark': published },
    workDir: join(folder, 'runner'),
    toolCache: inject('toolCache'),
  })
  const files = Object.fromEntries(
    globSync('{*.md,contracts/*,data/**/*.csv,.github/workflows/*}', { cwd: example }).map((path) => [
      path,
      readFileSync(join(example, path), 'utf8'),
    ]),
  )
  await github.createRepository({ owner: 'shop', name: 'data', files, collaborators: { ann: 'write' } })
})
afterAll(async () => {
  await runner.close()
  await github.close()
  rmSync(folder, { recursive: true })
})

/** Opens a pull request with some files changed and runs what it starts to the end. */
async function propose(branch: string, changes: Record<string, (text: string) => string>): Promise<RunDetails> {
  const token = github.createToken('ann', 'all')
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  const checkout = join(folder, branch)
  const git = (...args: string[]) =>
    execFileAsync('git', [
      '-c',
      `http.extraheader=AUTHORIZATION: basic ${basic}`,
      '-c',
      'user.name=ann',
      '-c',
      'user.email=ann@users.noreply.github.com',
      ...args,
    ])
  await git('clone', '--quiet', github.gitUrl('shop/data'), checkout)
  for (const [path, change] of Object.entries(changes)) {
    const before = readFileSync(join(checkout, path), { encoding: 'utf8', flag: 'a+' })
    mkdirSync(join(checkout, path, '..'), { recursive: true })
    writeFileSync(join(checkout, path), change(before))
  }
  await git('-C', checkout, 'add', '--all')
  await git('-C', checkout, 'commit', '--quiet', '--message', branch)
  await git('-C', checkout, 'push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
  const response = await fetch(`${github.apiUrl}/repos/shop/data/pulls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    body: JSON.stringify({ title: branch, head: branch, base: 'main' }),
  })
  expect(response.status).toBe(201)
  await new Promise((resolve) => setImmediate(resolve))
  await runner.idle()
  const found = runner.runs.find(({ headBranch }) => headBranch === branch)
  if (!found) throw new Error(`nothing ran for ${branch}`)
  return found
}

async function commentsOn(branch: string): Promise<{ body: string; user: { login: string } }[]> {
  const headers = { authorization: `Bearer ${github.createToken('ann', 'all')}` }
  const read = async (path: string) => (await fetch(`${github.apiUrl}/repos/shop/data${path}`, { headers })).json()
  const pulls = (await read('/pulls?state=all')) as { number: number; head: { ref: string } }[]
  return (await read(`/issues/${pulls.find(({ head }) => head.ref === branch)!.number}/comments`)) as {
    body: string
    user: { login: string }
  }[]
}

it('judges a pull request by the contract: what keeps it passes, what breaks it is named by rule and row', async () => {
  const good = await propose('march', {
    'data/orders/2026-03.csv': () =>
      'order_id,customer_id,ordered_at,amount,channel\nO000007,1,2026-03-02 10:00:00,3.50,web\n',
  })
  expect(good).toMatchObject({ conclusion: 'success' })
  const [told, ...others] = await commentsOn('march')
  expect(others).toEqual([])
  expect(told?.body).toMatch(/^<!-- tidemark:data contracts\/shop\.yaml -->\n\n.*✅ Data validation: pass/ms)
  expect(told?.body).toMatch(/`orders`: 6 → \*\*7 rows\*\* \(\+1\), 2 → 3 files/)
  expect(told?.body).toMatch(/`customers`: the same data/)
  const bad = await propose('april', {
    'data/orders/2026-04.csv': () =>
      'order_id,customer_id,ordered_at,amount,channel\nO000001,99,2026-04-02 10:00:00,-3.50,fax\n',
  })
  expect(bad.conclusion).toBe('failure')
  const annotations = bad.jobs.flatMap(({ steps }) => steps.flatMap((step) => step.annotations))
  expect(annotations.map(({ title }) => title)).toEqual(
    expect.arrayContaining([
      'orders: amount.minimum',
      'orders: customer_id.foreignKey',
      'orders: order_id.primaryKey',
      'orders: known_channels',
    ]),
  )
  expect(JSON.stringify(annotations)).not.toMatch(/fax|-3\.5/)
})

it('tells a breaking change of the contract, and lets it pass once the version says so', async () => {
  const looser = (text: string) => text.replace(', multipleOf: 0.01', '')
  const hidden = await propose('looser', { 'contracts/shop.yaml': looser })
  expect(hidden.conclusion).toBe('failure')
  const annotations = hidden.jobs.flatMap(({ steps }) => steps.flatMap((step) => step.annotations))
  expect(annotations).toContainEqual(
    expect.objectContaining({
      title: 'Breaking change',
      message: expect.stringContaining('orders.amount: multipleOf'),
    }),
  )
  const told = await propose('told', {
    'contracts/shop.yaml': (text) => looser(text).replace('version: 1.0.0', 'version: 2.0.0'),
  })
  expect(told.conclusion).toBe('success')
})
