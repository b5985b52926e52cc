import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createTestWorld } from './fake-host.ts'

const on = (yaml: string) => ({ '.github/workflows/ci.yml': yaml })

test('a push runs steps, hands outputs from step to step and from job to job, and records all of it', async () => {
  await using world = createTestWorld()
  await world.push(
    on(`
name: CI
on: push
env: { LEVEL: workflow }
jobs:
  second:
    needs: first
    runs-on: ubuntu-latest
    steps:
      - run: echo "said=\${{ needs.first.outputs.word }} by \${{ github.actor }}" >> "$GITHUB_OUTPUT"
        id: says
  first:
    runs-on: ubuntu-latest
    env: { LEVEL: job }
    outputs: { word: '\${{ steps.one.outputs.word }}' }
    steps:
      - id: one
        env: { LEVEL: step }
        run: |
          echo "word=$LEVEL" >> "$GITHUB_OUTPUT"
          echo "LATER=kept" >> "$GITHUB_ENV"
      - run: test "$LATER" = kept && test "$LEVEL" = job && test "\${{ env.LATER }}" = kept
`),
  )
  const [run] = world.runner.runs
  expect(run).toMatchObject({
    name: 'CI',
    status: 'completed',
    conclusion: 'success',
    runNumber: 1,
    headBranch: 'main',
  })
  expect(run?.jobs.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ['first', 'success'],
    ['second', 'success'],
  ])
  expect(run?.jobs[1]?.steps[0]?.outputs).toEqual({ said: 'step by ada' })
  expect(world.saved.at(-1)).toMatchObject({ status: 'completed', conclusion: 'success', jobs: [{}, {}] })
  expect(world.tokens.every(({ revoked }) => revoked)).toBe(true)
  expect(existsSync(`${world.folder}/work/jobs/1001`)).toBe(false)
})

test('an action gets its inputs, the clean environment and its post step, and nothing of this machine', async () => {
  process.env.LEAKED_FROM_MACHINE = 'yes'
  await using world = createTestWorld()
  world.action('echo', {
    'action.yml': `
name: Echo
description: x
inputs:
  model-name: { description: x, required: true }
  two words: { description: x, default: 'a b' }
  token: { description: x, default: '\${{ github.token }}' }
runs: { using: node24, main: ../../dist/main.mjs, post: ../../dist/post.mjs }
`,
    '../../dist/main.mjs': `
import { appendFileSync } from 'node:fs'
appendFileSync(process.env.GITHUB_STATE, 'kept=state\\n')
appendFileSync(process.env.GITHUB_OUTPUT, 'env<<E\\n' + JSON.stringify(process.env) + '\\nE\\ncwd=' + process.cwd() + '\\nflags=' + process.execArgv.length + '\\n')
appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Title')
`,
    '../../dist/post.mjs': `console.log('::notice::post ' + process.env.STATE_kept + ' ' + process.env['INPUT_MODEL-NAME'])`,
  })
  await world.push(
    on(`
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - id: act
        uses: acme/actions/actions/echo@v1
        with: { model-name: flights }
`),
  )
  const steps = world.runner.run(1).jobs[0]?.steps ?? []
  expect(steps.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ['Run acme/actions/actions/echo@v1', 'success'],
    ['Post Run acme/actions/actions/echo@v1', 'success'],
  ])
  expect(steps[1]?.annotations).toEqual([{ level: 'notice', message: 'post state flights' }])
  expect(readFileSync(steps[0]?.summaryPath ?? '', 'utf8')).toBe('# Title')
  const env = JSON.parse(steps[0]?.outputs.env ?? '{}') as Record<string, string>
  expect(env).toMatchObject({
    'INPUT_MODEL-NAME': 'flights',
    INPUT_TWO_WORDS: 'a b',
    GITHUB_ACTION: 'act',
    GITHUB_ACTION_REPOSITORY: 'acme/actions',
    GITHUB_REPOSITORY: 'acme/flights',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_RUN_ID: '1',
    ACTIONS_RUNTIME_TOKEN: 'runtime',
    CI: 'true',
    RUNNER_OS: 'Linux',
  })
  expect(env.GITHUB_WORKSPACE).toBe(steps[0]?.outputs.cwd)
  expect(env.LEAKED_FROM_MACHINE).toBeUndefined()
  expect(env.GITHUB_TOKEN).toBeUndefined()
  expect(env.INPUT_TOKEN).toBe('ghs_token1001')
  expect(steps[0]?.outputs.flags).toBe('0')
})
