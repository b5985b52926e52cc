import { expect, test } from 'vitest'
import { createTestWorld, type TestWorld } from './fake-host.ts'

const push = (world: TestWorld, yaml: string) => world.push({ '.github/workflows/ci.yml': yaml })
const conclusions = (world: TestWorld, id = 1) =>
  Object.fromEntries(world.runner.run(id).jobs.map(({ name, conclusion }) => [name, conclusion]))

test('what follows a failure is skipped, unless it asks for the failure; a skipped job stops its whole chain', async () => {
  await using world = createTestWorld()
  await push(
    world,
    `
on: push
jobs:
  bad: { runs-on: ubuntu-latest, steps: [{ run: exit 3 }] }
  after: { needs: bad, runs-on: ubuntu-latest, steps: [{ run: echo }] }
  report: { needs: bad, if: failure(), runs-on: ubuntu-latest, steps: [{ run: 'test "\${{ needs.bad.result }}" = failure' }] }
  always: { needs: after, if: always(), runs-on: ubuntu-latest, steps: [{ run: echo }] }
  last: { needs: always, runs-on: ubuntu-latest, steps: [{ run: echo }] }
  never: { if: "github.ref == 'refs/heads/other'", runs-on: ubuntu-latest, steps: [{ run: echo }] }
  tolerated: { continue-on-error: true, runs-on: ubuntu-latest, steps: [{ run: exit 1 }] }
  next: { needs: tolerated, runs-on: ubuntu-latest, steps: [{ run: echo }] }
`,
  )
  expect(conclusions(world)).toEqual({
    bad: 'failure',
    after: 'skipped',
    report: 'success',
    always: 'success',
    last: 'skipped',
    never: 'skipped',
    tolerated: 'failure',
    next: 'success',
  })
  expect(world.runner.run(1).conclusion).toBe('failure')
  expect(world.runner.run(1).jobs[0]?.steps[0]?.annotations[0]?.message).toBe('Process completed with exit code 3.')
})

test("steps: if, continue-on-error, shells' own ways to fail, defaults and working directory", async () => {
  await using world = createTestWorld()
  await push(
    world,
    `
on: push
defaults: { run: { shell: bash } }
jobs:
  a:
    runs-on: [self-hosted]
    defaults: { run: { working-directory: sub } }
    steps:
      - { run: mkdir sub, working-directory: . }
      - { id: where, run: 'echo "at=$(basename "$PWD")" >> "$GITHUB_OUTPUT"' }
      - { id: soft, run: 'false | true', continue-on-error: true }
      - { name: 'Soft was \${{ steps.soft.outcome }}', run: 'echo' }
      - { name: broken, run: 'exit 1' }
      - { name: skipped, run: echo }
      - { name: on failure, if: failure(), run: echo }
      - { name: not cancelled, if: '!cancelled()', run: echo }
  b:
    runs-on: ubuntu-24.04
    steps: [{ name: no pipefail without a shell, shell: sh, run: 'false | true' }]
`,
  )
  const steps = world.runner.run(1).jobs.find(({ name }) => name === 'a')?.steps ?? []
  expect(steps[1]?.outputs).toEqual({ at: 'sub' })
  expect(steps[2]).toMatchObject({ outcome: 'failure', conclusion: 'success' })
  expect(steps.slice(3).map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ['Soft was failure', 'success'],
    ['broken', 'failure'],
    ['skipped', 'skipped'],
    ['on failure', 'success'],
    ['not cancelled', 'success'],
  ])
  expect(conclusions(world)).toEqual({ a: 'failure', b: 'success' })
})

test('a matrix from an earlier job: one job each, outputs merged, a failure cancels what has not ended', async () => {
  await using world = createTestWorld()
  await push(
    world,
    `
on: push
jobs:
  plan:
    runs-on: ubuntu-latest
    outputs: { models: '\${{ steps.list.outputs.models }}' }
    steps: [{ id: list, run: 'echo ''models=["a","b"]'' >> "$GITHUB_OUTPUT"' }]
  each:
    needs: plan
    strategy: { matrix: { model: '\${{ fromJSON(needs.plan.outputs.models) }}' } }
    runs-on: ubuntu-latest
    outputs: { 'of-a': '\${{ steps.o.outputs.a }}', 'of-b': '\${{ steps.o.outputs.b }}' }
    steps: [{ id: o, run: 'echo "\${{ matrix.model }}=\${{ strategy.job-index }}" >> "$GITHUB_OUTPUT"' }]
  fast:
    strategy: { max-parallel: 1, matrix: { code: [1, 0, 0] } }
    runs-on: ubuntu-latest
    steps: [{ run: 'exit \${{ matrix.code }}' }]
  slow:
    name: 'slow \${{ matrix.code }}'
    strategy: { fail-fast: false, max-parallel: 1, matrix: { code: [1, 0] } }
    runs-on: ubuntu-latest
    steps: [{ run: 'exit \${{ matrix.code }}' }]
`,
  )
  expect(conclusions(world)).toMatchObject({
    'each (a)': 'success',
    'each (b)': 'success',
    'fast (1)': 'failure',
    'fast (0)': 'cancelled',
    'slow 1': 'failure',
    'slow 0': 'success',
  })
})

test('an expression that fails in one leg of a matrix fails that job alone, with its place', async () => {
  await using world = createTestWorld()
  await push(
    world,
    `
on: push
jobs:
  a:
    strategy: { fail-fast: false, matrix: { text: ['{"a": 1}', '{'] } }
    name: \${{ matrix.text }}
    concurrency: 'g-\${{ fromJSON(matrix.text).a }}'
    runs-on: ubuntu-latest
    steps: [{ run: echo }]
`,
  )
  expect(conclusions(world)).toEqual({ '{"a": 1}': 'success', '{': 'failure' })
  expect(world.runner.run(1).jobs[1]?.annotations[0]?.message).toMatch(/^7:18: /)
})

test("a job's token has its job's permissions and no others; without any, contents can be read", async () => {
  await using world = createTestWorld()
  await push(
    world,
    `
on: push
permissions: { contents: write }
jobs:
  own: { permissions: { statuses: write }, runs-on: ubuntu-latest, steps: [{ run: echo }] }
  workflow: { needs: own, runs-on: ubuntu-latest, steps: [{ run: echo }] }
  none: { needs: workflow, permissions: {}, runs-on: ubuntu-latest, steps: [{ run: echo }] }
`,
  )
  await push(world, 'on: push\njobs: { plain: { runs-on: ubuntu-latest, steps: [{ run: echo }] } }')
  expect(world.tokens.map(({ permissions }) => permissions)).toEqual([
    { statuses: 'write', metadata: 'read' },
    { contents: 'write', metadata: 'read' },
    { metadata: 'read' },
    { contents: 'read', packages: 'read', metadata: 'read' },
  ])
})

test('secrets, the token and added masks are hidden in logs, annotations, summaries and outputs of jobs', async () => {
  await using world = createTestWorld({ secrets: { PASSWORD: 'hunter22' } })
  await push(
    world,
    `
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    outputs: { leaked: '\${{ steps.s.outputs.x }}', fine: '\${{ steps.s.outputs.y }}' }
    steps:
      - id: s
        env: { PASSWORD: '\${{ secrets.PASSWORD }}', TOKEN: '\${{ secrets.GITHUB_TOKEN }}' }
        run: |
          echo "::add-mask::swordfish"
          echo "password $PASSWORD token $TOKEN and swordfish"
          echo "::warning::$PASSWORD"
          echo "$PASSWORD" >> "$GITHUB_STEP_SUMMARY"
          echo "x=$PASSWORD" >> "$GITHUB_OUTPUT"
          echo "y=1" >> "$GITHUB_OUTPUT"
`,
  )
  const [job] = world.runner.run(1).jobs
  const [step] = job?.steps ?? []
  const { readFileSync } = await import('node:fs')
  expect(readFileSync(step?.logPath ?? '', 'utf8')).toContain('password *** token *** and ***')
  expect(readFileSync(step?.summaryPath ?? '', 'utf8')).toBe('***\n')
  expect(step?.annotations[0]?.message).toBe('***')
  expect(job?.outputs).toEqual({ fine: '1' })
  expect(job?.annotations[0]?.message).toContain("Skip output 'leaked'")
})

test('a called workflow takes typed inputs and secrets, gives outputs, and may not exceed its caller', async () => {
  await using world = createTestWorld({ secrets: { KEY: 'open-sesame' } })
  const called = `
on:
  workflow_call:
    inputs: { count: { type: number, default: 2 }, model: { type: string, required: true } }
    secrets: { key: { required: true } }
    outputs: { done: { value: '\${{ jobs.inner.outputs.done }}' } }
jobs:
  inner:
    runs-on: ubuntu-latest
    outputs: { done: '\${{ steps.s.outputs.done }}' }
    steps:
      - id: s
        env: { KEY: '\${{ secrets.key }}' }
        run: echo "done=\${{ inputs.model }} \${{ inputs.count + 0 == 2 || inputs.count == 2 }} \${#KEY}" >> "$GITHUB_OUTPUT"
`.replace('inputs.count + 0 == 2 || ', '')
  const tick = 'on: workflow_call\njobs: { tick: { runs-on: ubuntu-latest, steps: [{ run: echo }] } }'
  const outer = 'on: workflow_call\njobs: { deep: { uses: ./.github/workflows/tick.yml } }'
  world.action('../.github/workflows', { 'tick.yml': tick, 'outer.yml': outer })
  await world.push({
    '.github/workflows/called.yml': called,
    '.github/workflows/greedy.yml':
      'on: workflow_call\njobs: { deep: { permissions: { contents: write }, runs-on: ubuntu-latest, steps: [{ run: echo }] } }',
    '.github/workflows/ci.yml': `
on: push
permissions: { contents: read }
jobs:
  call: { uses: ./.github/workflows/called.yml, with: { model: flights }, secrets: { key: '\${{ secrets.KEY }}' } }
  after: { needs: call, runs-on: ubuntu-latest, steps: [{ run: 'test "\${{ needs.call.outputs.done }}" = "flights true 11"' }] }
  greedy: { uses: ./.github/workflows/greedy.yml }
  published: { uses: acme/actions/.github/workflows/outer.yml@v1 }
`,
  })
  expect(conclusions(world)).toEqual({
    'call / inner': 'success',
    after: 'success',
    'greedy / deep': 'failure',
    'published / deep / tick': 'success',
  })
  const greedy = world.runner.run(1).jobs.find(({ name }) => name === 'greedy / deep')
  expect(greedy?.annotations[0]?.message).toContain("requesting 'contents: write'")
})
