import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createTestWorld, repository, type TestWorld } from './fake-host.ts'
import type { RunnerEvent } from './index.ts'

const plain = 'jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: echo }] } }'
const started = (world: TestWorld) =>
  world.runner.runs.map(({ workflowPath }) => workflowPath.replace('.github/workflows/', ''))

test('each event starts what GitHub would start; base-side events read the default branch', async () => {
  await using world = createTestWorld()
  world.commit({
    '.github/workflows/cron.yml': `on: { schedule: [{ cron: '0 * * * *' }] }\n${plain}`,
    '.github/workflows/daily.yml': `on: { schedule: [{ cron: '5 4 * * *' }] }\n${plain}`,
    '.github/workflows/target.yml': `on: pull_request_target\n${plain}`,
    '.github/workflows/retrain.yml': `on: { repository_dispatch: { types: [retrain] } }\n${plain}`,
    '.github/workflows/merge.yml': `on: merge_group\n${plain}`,
  })
  const head = world.commit(
    {
      '.github/workflows/target.yml': `on: pull_request_target\njobs: { evil: { runs-on: ubuntu-latest, steps: [{ run: exit 1 }] } }`,
    },
    'topic',
  )
  const pull = { base: { ref: 'main', sha: head }, head: { ref: 'topic', sha: head, repo: { full_name: repository } } }
  await world.trigger({ event: 'pull_request_target', action: 'opened', payload: { pull_request: pull }, sha: head })
  world.runner.fireSchedule(repository, '5 4 * * *')
  await world.trigger({ event: 'repository_dispatch', action: 'retrain' })
  await world.trigger({ event: 'repository_dispatch', action: 'other' })
  await world.trigger({ event: 'merge_group', action: 'checks_requested' })
  world.runner.fireSchedule(repository)
  await world.runner.idle()
  expect(started(world)).toEqual(['target.yml', 'daily.yml', 'retrain.yml', 'merge.yml', 'cron.yml', 'daily.yml'])
  expect(world.runner.runs.every(({ conclusion }) => conclusion === 'success')).toBe(true)
  expect(world.runner.run(1)).toMatchObject({ headBranch: 'topic', headSha: head })
})

test('a dispatch has typed inputs in its context; a wrong one fails before the first job', async () => {
  await using world = createTestWorld()
  world.commit({
    '.github/workflows/go.yml': `
on: { workflow_dispatch: { inputs: { dry: { type: boolean, default: true }, count: { type: number }, name: { required: true } } } }
jobs:
  a: { if: '!inputs.dry && inputs.count == 4', runs-on: ubuntu-latest, steps: [{ run: 'test "\${{ inputs.name }}" = x' }] }
`,
  })
  const go = (inputs: object) =>
    world.trigger({ event: 'workflow_dispatch', workflowPath: '.github/workflows/go.yml', payload: { inputs } })
  await go({ dry: 'false', count: '4', name: 'x' })
  await go({ count: 'four' })
  expect(world.runner.run(1).conclusion).toBe('success')
  expect(world.runner.run(2)).toMatchObject({ conclusion: 'startup_failure', jobs: [], runNumber: 2 })
  expect(world.runner.run(2).problems[0]).toContain("input 'count': 'four' is not a number")
  expect(world.runner.run(2).problems[0]).toContain("required input 'name' not provided")
})

test('a run that needs approval waits for it without holding up anything', async () => {
  await using world = createTestWorld()
  world.commit({ '.github/workflows/pr.yml': `on: pull_request\n${plain}` })
  await world.trigger({
    event: 'pull_request',
    action: 'opened',
    needsApproval: true,
    payload: { pull_request: { base: { ref: 'main' } } },
  })
  expect(world.saved.at(-1)).toMatchObject({ status: 'completed', conclusion: 'action_required', jobs: [] })
  world.runner.approve(1)
  await world.runner.idle()
  expect(world.runner.run(1)).toMatchObject({ status: 'completed', conclusion: 'success', waitingFor: null })
  expect(() => world.runner.approve(1)).toThrow('does not wait')
  await world.trigger({
    event: 'pull_request',
    action: 'opened',
    needsApproval: true,
    payload: { pull_request: { base: { ref: 'main' } } },
  })
  world.runner.cancel(2)
  expect(world.saved.at(-1)).toMatchObject({ id: 2, status: 'completed', conclusion: 'cancelled' })
})

test('everything unsupported is refused at the start, by name and line, all at once', async () => {
  await using world = createTestWorld()
  await world.push({
    '.github/workflows/ci.yml': `
on: push
jobs:
  a:
    runs-on: windows-latest
    services: { db: { image: postgres } }
    steps:
      - uses: some/action@v1
      - { run: echo, shell: pwsh }
      - { uses: actions/checkout@v3 }
      - { uses: actions/checkout@v4, with: { submodules: true } }
      - { uses: docker://alpine }
  b: { container: alpine, runs-on: ubuntu-latest, steps: [{ run: echo }] }
  c: { uses: ./.github/workflows/missing.yml }
`,
    '.github/workflows/broken.yml': `on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: 'echo \${{ nothing.here }}' }] }, b: { needs: z, runs-on: ubuntu-latest, steps: [] } }`,
    '.github/workflows/unrelated.yml': 'on: issues\njobs: { a: { runs-on: macos-latest, steps: [{ run: echo }] } }',
  })
  const run = (path: string) => world.runner.runs.find(({ workflowPath }) => workflowPath.endsWith(path))
  const problems = run('ci.yml')?.problems.join('\n') ?? ''
  for (const expected of [
    "ci.yml:5:14: the sandbox runner does not serve runs-on 'windows-latest'",
    "ci.yml:6:5: the sandbox runner does not support 'services' of job 'a'",
    "ci.yml:8:15: the sandbox runner has no action 'some/action@v1'",
    "shell 'pwsh'",
    'stands for v4 and later',
    "does not support the input 'submodules'",
    "cannot run 'docker://alpine'",
    "'container' of job 'b'",
    "reusable workflow './.github/workflows/missing.yml' was not found",
  ]) {
    expect(problems).toContain(expected)
  }
  expect(run('ci.yml')).toMatchObject({ status: 'completed', conclusion: 'startup_failure', jobs: [] })
  expect(run('broken.yml')?.problems.join()).toContain("Unrecognized named-value: 'nothing'")
  expect(world.runner.runs).toHaveLength(2)
})

test('[skip ci] in the head commit and a deleted branch start nothing', async () => {
  await using world = createTestWorld()
  const sha = world.commit({ '.github/workflows/ci.yml': `on: push\n${plain}` }, 'main', 'docs [skip ci]')
  await world.trigger({ sha })
  await world.trigger({ sha: '0'.repeat(40), ref: 'refs/heads/gone', payload: { deleted: true } })
  expect(world.runner.runs).toEqual([])
})

/** Calls back once, at the first event that fits. */
const onFirst = (fits: (event: RunnerEvent) => boolean, act: (event: RunnerEvent) => void) => {
  let isDone = false
  return (event: RunnerEvent) => {
    if (isDone || !fits(event)) return
    isDone = true
    act(event)
  }
}
const waits = 'run: "sleep 300 & wait"'

test('cancelling stops the running step, skips the rest, and still runs what asked for it', async () => {
  const onEvent = onFirst(
    ({ type }) => type === 'step-started',
    ({ run }) => setImmediate(() => world.runner.cancel(run.id)),
  )
  const world = createTestWorld({ onEvent })
  await using _ = world
  await world.push({
    '.github/workflows/ci.yml': `
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps: [{ name: long, ${waits} }, { name: rest, run: echo }, { name: tidy, if: cancelled(), run: echo }]
  b: { needs: a, runs-on: ubuntu-latest, steps: [{ run: echo }] }
  c: { needs: a, if: always(), runs-on: ubuntu-latest, steps: [{ run: echo }] }
`,
  })
  const run = world.runner.run(1)
  expect(run.conclusion).toBe('cancelled')
  expect(run.jobs.map(({ name, conclusion }) => `${name}: ${conclusion}`)).toEqual([
    'a: cancelled',
    'b: cancelled',
    'c: success',
  ])
  expect(run.jobs[0]?.steps.map(({ name, conclusion }) => `${name}: ${conclusion}`)).toEqual([
    'long: cancelled',
    'rest: skipped',
    'tidy: success',
  ])
})

test('a step and a job end when their time is over', async () => {
  await using world = createTestWorld()
  await world.push({
    '.github/workflows/ci.yml': `
on: push
jobs:
  step: { runs-on: ubuntu-latest, steps: [{ name: long, timeout-minutes: '\${{ 0.001 }}', ${waits} }] }
  job: { timeout-minutes: '\${{ 0.001 }}', runs-on: ubuntu-latest, steps: [{ ${waits} }] }
`,
  })
  const [step, job] = world.runner.run(1).jobs
  expect(step?.conclusion).toBe('failure')
  expect(step?.steps[0]?.annotations[0]?.message).toBe("The action 'long' has timed out after 0.001 minutes.")
  expect(job?.conclusion).toBe('cancelled')
  expect(job?.annotations[0]?.message).toContain('maximum execution time of 0.001 minutes')
})

test('a concurrency group runs one, keeps the newest waiting and cancels the one between', async () => {
  const world = createTestWorld({
    onEvent({ type, run }) {
      if (type === 'run-queued' && run.id < 3) void world.trigger({})
      // The first run ends only when the third has come.
      if (type === 'run-queued' && run.id === 3) writeFileSync(path.join(world.folder, 'go'), '')
    },
  })
  await using _ = world
  await world.push({
    '.github/workflows/ci.yml': `
on: push
concurrency: 'train-\${{ github.ref }}'
jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: 'until [ -e "${world.folder}/go" ]; do sleep 0.02; done' }] } }
`,
  })
  await world.runner.idle()
  expect(world.runner.runs.map(({ conclusion }) => conclusion)).toEqual(['success', 'cancelled', 'success'])
  expect(world.saved.some(({ id, status }) => id === 3 && status === 'queued')).toBe(true)
})

test('cancel-in-progress cancels the one that runs', async () => {
  const world = createTestWorld({
    onEvent: onFirst(
      ({ type }) => type === 'step-started',
      () => void world.trigger({}),
    ),
  })
  await using _ = world
  await world.push({
    '.github/workflows/ci.yml': `
on: push
concurrency: { group: x, cancel-in-progress: true }
jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: 'test "$GITHUB_RUN_ID" = 2 || sleep 300' }] } }
`,
  })
  await world.runner.idle()
  expect(world.runner.runs.map(({ conclusion }) => conclusion)).toEqual(['cancelled', 'success'])
})

test('closing ends every process, also one that left its group', async () => {
  let pid = 0
  const world = createTestWorld({
    onEvent: onFirst(
      ({ type }) => type === 'step-completed',
      () => void world.runner.close(),
    ),
  })
  await using _ = world
  world.action('leave', {
    'action.yml': 'name: L\ndescription: x\nruns: { using: node24, main: m.mjs }',
    'm.mjs': `
import { spawn } from 'node:child_process'
const child = spawn('sleep', ['300'], { detached: true, stdio: 'ignore' })
child.unref()
console.log('::notice::' + child.pid)
`,
  })
  await world.push({
    '.github/workflows/ci.yml': `on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ uses: acme/actions/actions/leave@v1 }, { ${waits} }] } }`,
  })
  pid = Number(world.runner.run(1).jobs[0]?.steps[0]?.annotations[0]?.message)
  expect(pid).toBeGreaterThan(0)
  // Ended, though whoever is now its parent may not have taken notice yet.
  const state = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[2] : 'gone'
  expect(['gone', 'Z', 'X']).toContain(state)
  expect(world.runner.run(1).conclusion).toBe('cancelled')
})
