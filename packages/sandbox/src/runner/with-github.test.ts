import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startGitHub } from '../github/index.ts'
import { startRunner } from './index.ts'

const execFileAsync = promisify(execFile)

const workflow = `
name: Loop
on: { push: { branches: [main] } }
permissions: { contents: read }
jobs:
  build:
    runs-on: ubuntu-latest
    outputs: { digest: '\${{ steps.upload.outputs.artifact-digest }}' }
    steps:
      - uses: actions/checkout@v5
      - run: mkdir -p out/deep && tr a-z A-Z < data.txt > out/deep/upper.txt && echo 1 > out/one
      - { id: upload, uses: actions/upload-artifact@v4, with: { name: built, path: out } }
      - { uses: actions/upload-artifact@v4, with: { name: data, path: '*.txt', retention-days: 1 } }
      - { name: empty, continue-on-error: true, uses: actions/upload-artifact@v4, with: { name: none, path: missing, if-no-files-found: error } }
      - { name: may not push, run: 'git -c user.name=x -c user.email=x@example.invalid commit -q --allow-empty -m x && ! git push origin HEAD:refs/heads/robbed' }
  check:
    needs: build
    runs-on: ubuntu-latest
    permissions: { contents: write, statuses: write }
    steps:
      - { uses: actions/download-artifact@v5, with: { name: built, path: in } }
      - { uses: actions/download-artifact@v5, with: { pattern: 'd*', path: all } }
      - run: test "$(cat in/deep/upper.txt)" = FLIGHTS && test "$(cat all/data/data.txt)" = flights && test -n "\${{ needs.build.outputs.digest }}"
      - { id: api, uses: acme/actions/actions/call@v1 }
      - { uses: actions/checkout@v5, with: { path: repo, fetch-depth: 0 } }
      - run: git -c user.name=x -c user.email=x@example.invalid commit -q --allow-empty -m facts && git push -q origin HEAD:refs/heads/main
        working-directory: repo
      - { uses: actions/checkout@v5, with: { path: bare, persist-credentials: false } }
      - run: git push -q origin HEAD:refs/heads/robbed
        continue-on-error: true
        working-directory: bare
`

const action = `
import { appendFileSync } from 'node:fs'
const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha, GITHUB_OUTPUT: output, INPUT_TOKEN: token } = process.env
const post = async (path, body) => {
  const headers = { authorization: 'Bearer ' + token, 'content-type': 'application/json', accept: 'application/vnd.github+json' }
  const answer = await fetch(api + '/repos/' + repository + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return answer.status
}
appendFileSync(output, 'status=' + (await post('/statuses/' + sha, { state: 'success', context: 'loop' })) + '\\n')
appendFileSync(output, 'issue=' + (await post('/issues', { title: 'x' })) + '\\n')
`

test('a push to the sandbox runs its workflow: checkout, artifacts between jobs, and tokens that may do only what the job says', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'with-github-'))
  const github = await startGitHub({ root: path.join(folder, 'github') })
  const published = path.join(folder, 'published/actions/call')
  mkdirSync(published, { recursive: true })
  writeFileSync(path.join(published, 'main.mjs'), action)
  const metadata =
    "name: Call\ndescription: x\ninputs: { token: { description: x, default: '${{ github.token }}' } }\nruns: { using: node24, main: main.mjs }"
  writeFileSync(path.join(published, 'action.yml'), metadata)
  const runner = startRunner({
    host: github,
    actions: { 'acme/actions': path.join(folder, 'published') },
    workDir: path.join(folder, 'work'),
  })
  try {
    await github.createRepository({
      owner: 'ada',
      name: 'flights',
      private: true,
      files: { 'data.txt': 'flights\n' },
    })
    const token = github.createToken('ada', 'all')
    const clone = path.join(folder, 'clone')
    const header = `http.extraheader=AUTHORIZATION: basic ${Buffer.from(`ada:${token}`).toString('base64')}`
    const git = (...args: string[]) =>
      execFileAsync('git', ['-c', header, '-c', 'user.name=ada', '-c', 'user.email=ada@example.invalid', ...args])
    await git('clone', '-q', github.gitUrl('ada/flights'), clone)
    mkdirSync(path.join(clone, '.github/workflows'), { recursive: true })
    writeFileSync(path.join(clone, '.github/workflows/loop.yml'), workflow)
    await git('-C', clone, 'add', '-A')
    await git('-C', clone, 'commit', '-q', '-m', 'Add the loop')
    await git('-C', clone, 'push', '-q', 'origin', 'main')
    await runner.idle()

    const logs = runner.runs.flatMap((run) =>
      run.jobs.flatMap((job) => job.steps.map((step) => readFileSync(step.logPath, 'utf8'))),
    )
    const [run] = runner.runs
    expect(
      run?.jobs.map(({ name, conclusion }) => [name, conclusion]),
      logs.join('\n'),
    ).toEqual([
      ['build', 'success'],
      ['check', 'success'],
    ])
    expect(run?.jobs[0]?.steps.find(({ name }) => name === 'empty')?.outcome).toBe('failure')
    const check = run?.jobs[1]?.steps ?? []
    expect(check.find(({ id }) => id === 'api')?.outputs).toEqual({ status: '201', issue: '403' })
    expect(check.filter(({ phase }) => phase === 'main').at(-1)?.outcome).toBe('failure')
    // What a job's token pushes starts no workflow.
    expect(await github.ref('ada/flights', 'refs/heads/main')).not.toBe(run?.headSha)
    expect(await github.ref('ada/flights', 'refs/heads/robbed')).toBeNull()
    expect(runner.runs).toHaveLength(1)
    expect(github.unexpected).toEqual([])
    const answer = await fetch(`${github.apiUrl}/repos/ada/flights/actions/runs`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(await answer.json()).toMatchObject({
      total_count: 1,
      workflow_runs: [{ id: run?.id, conclusion: 'success' }],
    })
    expect(logs.join('\n')).not.toContain('ghs_')
  } finally {
    await runner.close()
    await github.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
