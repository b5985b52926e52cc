import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGitHub, startRunner } from '@tidemark/sandbox'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { runCommand } from './built-command.ts'
import { createConsumer, customers } from './consumer.ts'

const root = join(import.meta.dirname, '../..')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-init-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A checkout of this repository as far as `uses:` goes, with the actions as they were built for these tests. */
function layOutActions(): string {
  const actions = join(folder, 'published')
  for (const file of globSync('actions/*/action.yml', { cwd: root })) {
    mkdirSync(join(actions, file, '..'), { recursive: true })
    cpSync(join(root, file), join(actions, file))
  }
  symlinkSync(inject('builtActions'), join(actions, 'dist'))
  return actions
}

it('what init writes beside some data runs, without a word changed, to a registered 1.0.0', async () => {
  await using consumer = await createConsumer()
  rmSync(join(consumer.workspace, 'models'), { recursive: true })
  rmSync(join(consumer.workspace, 'data'), { recursive: true })
  await consumer.data('data/2026-01.csv', customers('2026-01-05'))
  await consumer.data('data/2026-02.csv', customers('2026-02-02'))
  const given = [
    'churn',
    '--data',
    'data/*.csv',
    '--label',
    'churned',
    '--cluster',
    'day',
    '--exclude',
    'id',
    '--owner',
    'acme',
  ]
  const initialised = await runCommand(['init', ...given], { cwd: consumer.workspace })
  expect(initialised).toMatchObject({
    exitCode: 0,
    stderr: '',
    stdout: expect.stringContaining('models/churn/model.yaml'),
  })

  const paths = globSync(['models/**/*.*', 'data/*', '.github/workflows/*', '.git{ignore,attributes}'], {
    cwd: consumer.workspace,
  })
  const github = await startGitHub({ root: join(folder, 'github'), clock: () => new Date('2026-03-02T08:00:00Z') })
  const runner = startRunner({
    host: github,
    actions: { 'tidemark-ml/tidemark': layOutActions() },
    workDir: join(folder, 'runner'),
    toolCache: inject('toolCache'),
  })
  try {
    await github.createRepository({
      owner: 'acme',
      name: 'churn',
      collaborators: { reviewer: 'write' },
      files: Object.fromEntries(paths.map((path) => [path, readFileSync(join(consumer.workspace, path))])),
      actionsMayCreatePulls: true,
    })
    const token = github.createToken('acme', 'all')
    const call = async (method: string, path: string, body?: unknown) => {
      const headers = { authorization: `Bearer ${token}` }
      const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
      const response = await fetch(`${github.apiUrl}/repos/acme/churn${path}`, init)
      return response.status === 204 ? null : response.json()
    }
    await call('POST', '/actions/workflows/train.yml/dispatches', { ref: 'main' })
    while (runner.runs.length === 0) await new Promise((resolve) => setImmediate(resolve))
    await runner.idle()
    const [run] = runner.runs
    expect([run?.name, run?.conclusion, runner.run(run!.id)?.problems]).toEqual(['Train', 'success', []])
    expect(await call('GET', '/releases/tags/churn@v1.0.0')).toMatchObject({ draft: false })
    const pulls = (await call('GET', '/pulls')) as { title: string; head: { ref: string } }[]
    expect(pulls.map(({ head }) => head.ref)).toEqual(['tidemark/churn/production/1.0.0'])

    const doctor = await runCommand(['doctor', 'acme/churn', '--json'], {
      env: { GITHUB_API_URL: github.apiUrl, GH_TOKEN: token },
    })
    const { findings } = JSON.parse(doctor.stdout) as { findings: { id: string; state: string }[] }
    const about = findings.filter(({ id }) => /^(workflows|policies|registry-branch\.state)/.test(id))
    expect(about.length).toBeGreaterThan(10)
    expect(about.filter(({ state }) => state !== 'fine')).toEqual([])
    expect(github.unexpected).toEqual([])
  } finally {
    await runner.close()
    await github.close()
  }
})
