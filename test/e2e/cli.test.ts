import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeModel } from '@tidemark/models'
import { proposePromotion, registerModel, settlePromotions } from '@tidemark/registry'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCandidate } from '../contract/candidate.ts'
import { createRegistryWorld, type RegistryWorld, repository } from '../contract/sandbox.ts'
import { runCommand, startCommand } from './built-command.ts'
import { createConsumer } from './consumer.ts'
import { createRegistryWorld as createActionsWorld, makeCandidate } from './registry-world.ts'

const value = (name: string) => ({ name, type: 'float', shape: ['N', 1] })
const bytes = encodeModel({
  irVersion: 8,
  producer: { name: 'test', version: '1' },
  opsets: [{ domain: '', version: 17 }],
  metadata: {},
  graph: {
    name: 'test',
    inputs: [value('age')],
    outputs: [value('probability')],
    nodes: [{ domain: '', opType: 'Sigmoid', name: 's', inputs: ['age'], outputs: ['probability'], attributes: {} }],
  },
} as Parameters<typeof encodeModel>[0])

let world: RegistryWorld
let folder = ''
let clone = ''

/** A model in production of a repository on the sandbox, and a clone of it. */
beforeAll(async () => {
  world = await createRegistryWorld()
  const registry = await world.connect()
  const registration = await registerModel(registry, createCandidate('a', { bytes }))
  if (!registration.registered) throw new Error('not registered')
  const { manifest, evidence } = registration
  const proposal = await proposePromotion(registry, {
    manifest,
    evidence,
    channel: 'production',
    describe: async (intent) => ({ title: `Promote ${intent.version}`, body: 'a report' }),
  })
  if (proposal.outcome !== 'open') throw new Error(proposal.outcome)
  const { number, headSha } = proposal.pullRequest
  await world.call('reviewer', 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE', commit_id: headSha })
  await world.call('acme', 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash' })
  const [settlement] = await settlePromotions(await world.connect())
  if (settlement?.outcome !== 'settled') throw new Error(JSON.stringify(settlement))
  folder = mkdtempSync(join(tmpdir(), 'tidemark-cli-'))
  clone = join(folder, 'clone')
  execFileSync('git', ['clone', '--quiet', world.github.gitDir(repository), clone])
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const online = (token = world.github.createToken('reader', 'all')) => ({
  env: { GITHUB_API_URL: world.github.apiUrl, GH_TOKEN: token },
})

describe('tidemark', () => {
  it('has help for itself and each command, and says which version it is', async () => {
    const help = await runCommand(['--help'])
    expect(help).toMatchObject({ exitCode: 0, stderr: '' })
    const names = [...help.stdout.matchAll(/^ {2}(\w+(?: \w+)?) {2,}\S.*\.$/gm)].map(([, name]) => name!)
    expect(names).toEqual([
      ...['ls', 'show', 'which', 'history', 'lineage', 'diff', 'runs'],
      ...['verify', 'page', 'serve', 'doctor', 'init'],
      ...['infer', 'import', 'diff', 'lint'].map((name) => `contract ${name}`),
    ])
    for (const name of names) {
      const { stdout, exitCode } = await runCommand([...name.split(' '), '--help'])
      expect(exitCode).toBe(0)
      expect(stdout).toMatch(/^Usage: tidemark \w+/m)
      expect(stdout).toMatch(/^Examples:\n {2}.*\btidemark \w+/m)
    }
    expect((await runCommand(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each([
    [[], /^Usage: tidemark/m],
    [['dance'], /no command "dance"/],
    [['contract', 'dance'], /no command "contract dance"/],
    [['contract', 'infer'], /it needs files/],
    [['contract', 'infer', 'x.csv', '--pull-request', 'c.yaml'], /go together/],
    [['ls', '--colour'], /Unknown option '--colour'/],
    [['ls', 'a', 'b'], /"b" is more than it takes/],
    [['ls', 'No Name'], /NAME_INVALID/],
    [['show'], /which model/],
    [['show', 'churn@one'], /not <model> or <model>@<version>/],
    [['page'], /--out: is required/],
    [['verify', '--assets'], /--assets needs --repo/],
    [['verify', '--repair'], /--repair needs --repo/],
    [['ls', '--clone', '.', '--repo', 'a/b'], /two places/],
    [['ls', '--repo', 'a/b'], /no token/],
    [
      ['serve', '--port', '70000'],
      /3 options cannot be used[\s\S]*--repo[\s\S]*--model[\s\S]*--port: expected at most 65535/,
    ],
  ])('%j is a wrong call: exit code 2, a reason and no stack', async (args, reason) => {
    const run = await runCommand(args)
    expect(run.stderr).toMatch(reason)
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).not.toMatch(/^\s+at /m)
  })

  it.each([
    [['ls'], /FILE_NOT_FOUND[\s\S]*hint: .*git clone/],
    [['ls', '--clone', 'clone', '--registry-branch', 'other'], /has no branch other[\s\S]*hint: .*git fetch/],
    [['ls', 'other', '--clone', 'clone'], /has no model other/],
    [['show', 'churn@2.0.0', '--clone', 'clone'], /no version 2\.0\.0[\s\S]*newest are 1\.0\.0/],
    [['page', '--clone', 'clone', '--out', 'clone/.git'], /PATH_REFUSED/],
  ])('%j fails with a reason and a hint: exit code 1', async (args, reason) => {
    const run = await runCommand(args, { cwd: folder })
    expect(run.stderr).toMatch(reason)
    expect(run).toMatchObject({ exitCode: 1, stdout: '' })
    expect(run.stderr).not.toMatch(/^\s+at /m)
  })

  it('lists models and versions of the clone it stands in, and of the repository alike', async () => {
    const models = await runCommand(['ls'], { cwd: clone })
    expect(models).toMatchObject({ exitCode: 0, stderr: '' })
    expect(models.stdout).toMatch(/^churn +production +1\.0\.0 +2026-03-02 08:00/m)
    const versions = await runCommand(['ls', 'churn', '--json'], { cwd: clone })
    expect(JSON.parse(versions.stdout)).toMatchObject({
      model: 'churn',
      versions: [{ version: '1.0.0', status: 'live', channels: ['production'], metrics: { roc_auc: 0.7 } }],
      problems: [],
    })
    expect(await runCommand(['ls', 'churn', '--json', '--repo', repository], online())).toEqual(versions)
  })

  it('shows a model and a version, as text and as JSON', async () => {
    const model = await runCommand(['show', 'churn'], { cwd: clone })
    expect(model.stdout).toMatch(/in production: +1\.0\.0 since .*approved by reviewer/)
    const version = await runCommand(['show', 'churn@1.0.0'], { cwd: clone })
    for (const shown of [
      /trained on: .*1,000 rows.*contract 1\.0\.0: pass/,
      /^roc_auc +0\.7000 +0\.6900 to 0\.7100/m,
      /✓ 1\.0\.0 came into production/,
    ])
      expect(version.stdout).toMatch(shown)
    const json = JSON.parse((await runCommand(['show', 'churn@v1.0.0', '--json'], { cwd: clone })).stdout)
    expect(json).toMatchObject({ model: 'churn', status: 'live', lineage: { evaluation: { verdict: 'pass' } } })
  })

  it('verifies a clone offline and a repository with its releases, and fails on what was changed', async () => {
    await using consumer = await createConsumer()
    await using actions = await createActionsWorld()
    const handovers = await makeCandidate(consumer, actions)
    const registered = await actions.run(consumer, 'register-model', { ...handovers })
    if (registered.exitCode !== 0) throw new Error(registered.log)
    const registry = join(folder, 'verified')
    execFileSync('git', ['clone', '--quiet', actions.github.gitDir(repository), registry])
    const offline = await runCommand(['verify', '--json'], { cwd: registry })
    expect(JSON.parse(offline.stdout)).toMatchObject({ verified: true, problems: [], checked: { versions: 1 } })
    expect(offline.exitCode).toBe(0)
    const whole = await runCommand(['verify', '--assets', '--repo', repository], {
      env: { GITHUB_API_URL: actions.github.apiUrl, GH_TOKEN: actions.token() },
    })
    expect(whole).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/✓ verified: acme\/churn[\s\S]*\d assets?\b/),
    })

    execFileSync('git', ['-C', actions.github.gitDir(repository), 'update-ref', '-d', 'refs/tags/churn@v1.0.0'])
    actions.github.advance(3_600_000)
    const online = (...options: string[]) =>
      runCommand(['verify', '--repo', repository, ...options], {
        env: { GITHUB_API_URL: actions.github.apiUrl, GH_TOKEN: actions.token() },
      })
    expect(await online()).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(
        /has no tag churn@v1\.0\.0[\s\S]*--repair would:\n {4}- finish the registration of churn 1\.0\.0/,
      ),
    })
    expect(await online('--repair')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(
        /✓ verified[\s\S]*repair: finish the registration of churn 1\.0\.0: done, churn@v1\.0\.0/,
      ),
    })

    const git = ['-C', registry, '-c', 'user.name=author', '-c', 'user.email=author@users.noreply.github.com']
    execFileSync('git', [...git, 'checkout', '--quiet', 'model-registry'])
    const path = join(registry, 'models/churn/versions/1.0.0.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"kind": "first"', '"kind": "major"'))
    execFileSync('git', [...git, 'commit', '--quiet', '--all', '--message', 'tamper'])
    execFileSync('git', [...git, 'update-ref', '-d', 'refs/remotes/origin/model-registry'])
    const tampered = await runCommand(['verify'], { cwd: registry })
    expect(tampered).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('✕ not verified') })
  })

  it('writes the same page from a clone each time, whole or not at all', async () => {
    const pages = ['one/index.html', 'two.html'].map((name) => join(folder, name))
    for (const out of pages) {
      const args = ['page', '--out', out, '--repository-url', 'https://github.com/acme/churn']
      expect(await runCommand(args, { cwd: clone })).toMatchObject({ exitCode: 0, stdout: '' })
    }
    const [one, two] = pages.map((path) => readFileSync(path, 'utf8'))
    expect(one).toBe(two)
    expect(one).toContain('<h2>churn</h2>')
    expect(one).toMatch(/<\/html>\s*$/)
    expect(readdirSync(join(folder, 'one'))).toEqual(['index.html'])
  })
})

describe('tidemark serve', () => {
  const serve = (token: string, ...more: string[]) => {
    const place = ['--repo', repository, '--api-url', world.github.apiUrl, '--model', 'churn', '--port', '0']
    const child = startCommand(['serve', ...place, ...more], { env: { GITHUB_TOKEN: token } })
    let log = ''
    const ended = once(child, 'close') as Promise<[number | null, string | null]>
    const said = (pattern: RegExp) =>
      new Promise<RegExpExecArray>((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(log)
          if (found) resolve(found)
        }
        child.stderr!.on('data', look)
        void ended.then(() => (pattern.test(log) ? look() : reject(new Error(`never said ${pattern}:\n${log}`))))
        look()
      })
    child.stderr!.setEncoding('utf8').on('data', (part: string) => (log += part))
    return { child, ended, said, log: () => log }
  }
  const ask = async (url: string) => {
    const response = await fetch(`${url}/v2/models/churn/infer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ inputs: [{ name: 'age', shape: [2, 1], datatype: 'FP32', data: [0, 100] }] }),
    })
    return response.json()
  }

  it('answers with what is in production, publishes its counts, and stops when told', async () => {
    const bot = world.github.issueJobToken({ repository, permissions: { contents: 'write' }, runId: 2, jobId: 2 })
    const log = join(folder, 'predictions.ndjson')
    const server = serve(bot, '--instance', 'server-1', '--cache', join(folder, 'cache'), '--log', log)
    const [, url] = await server.said(/listening on (http:\/\/127\.0\.0\.1:\d+) as server-1/)
    expect(await ask(url!)).toMatchObject({ model_version: '1.0.0', outputs: [{ data: [0.5, 1] }] })
    server.child.kill('SIGTERM')
    expect(await server.ended).toEqual([0, null])
    expect(server.log()).toMatch(
      /following production of acme\/churn[\s\S]*churn: 1\.0\.0[\s\S]*stopping: SIGTERM[\s\S]*stopped\n$/,
    )
    expect(server.log()).not.toContain('no telemetry')
    expect(JSON.parse(readFileSync(log, 'utf8').trim())).toMatchObject({ arm: 'champion', version: '1.0.0' })
    const refs = execFileSync('git', ['-C', world.github.gitDir(repository), 'for-each-ref', '--format=%(refname)'], {
      encoding: 'utf8',
    })
    expect(refs).toContain('refs/tidemark/telemetry/production/server-1')
  })

  it('serves with a token that may only read, and says that it publishes nothing', async () => {
    const reader = world.github.issueJobToken({
      repository,
      permissions: { contents: 'read', metadata: 'read' },
      runId: 3,
      jobId: 3,
    })
    const server = serve(reader)
    const [, url] = await server.said(/listening on (http:\S+)/)
    expect(await ask(url!)).toMatchObject({ model_version: '1.0.0' })
    server.child.kill('SIGINT')
    expect(await server.ended).toEqual([0, null])
    expect(server.log()).toMatch(/publishing no telemetry .*contents: write/)
  })

  it('starts from its cache while GitHub does not answer, and is not ready without a copy that it can verify', async () => {
    const cache = join(folder, 'outage')
    const reader = world.github.createToken('reader', 'all')
    const before = serve(reader, '--cache', cache, '--no-telemetry')
    await before.said(/listening on/)
    before.child.kill('SIGTERM')
    await before.ended
    const away = ['--cache', cache, '--no-telemetry', '--api-url', 'http://127.0.0.1:9']
    const ready = async (url: string) => (await fetch(`${url}/v2/health/ready`)).status

    const server = serve(reader, ...away)
    const [, url] = await server.said(/listening on (http:\S+)/)
    expect(await ask(url!)).toMatchObject({ model_version: '1.0.0', outputs: [{ data: [0.5, 1] }] })
    expect(await ready(url!)).toBe(200)
    expect(server.log()).toMatch(/the source cannot be read; .*GITHUB_UNAVAILABLE/)
    server.child.kill('SIGTERM')
    expect(await server.ended).toEqual([0, null])

    const [file] = readdirSync(cache).filter((name) => name.endsWith('.onnx'))
    writeFileSync(join(cache, file!), bytes.slice(0, -1))
    const damaged = serve(reader, ...away)
    const [, at] = await damaged.said(/listening on (http:\S+)/)
    expect(await ready(at!)).toBe(503)
    damaged.child.kill('SIGTERM')
    expect(await damaged.ended).toEqual([0, null])
  })
})
