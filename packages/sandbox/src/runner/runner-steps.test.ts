import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createTestWorld, type TestWorld } from './fake-host.ts'

const push = (world: TestWorld, steps: string) =>
  world.push({
    '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps.replace(/^/gm, '      ')}`,
  })
const stepsOf = (world: TestWorld) => world.runner.run(1).jobs[0]?.steps ?? []

test('annotations keep their place, at most ten a level, and commands can be stopped', async () => {
  await using world = createTestWorld()
  await push(
    world,
    `
- run: |
    echo '::error file=a.ts,line=3,endLine=4,col=5,title=T::it%0Abroke'
    for i in $(seq 12); do echo "::warning::w$i"; done
    echo '::stop-commands::token'
    echo '::error::not one'
    echo '::token::'
    echo '::notice::back'
`,
  )
  const [step] = stepsOf(world)
  expect(step?.annotations[0]).toEqual({
    level: 'error',
    message: 'it\nbroke',
    title: 'T',
    file: 'a.ts',
    line: 3,
    endLine: 4,
    column: 5,
  })
  expect(step?.annotations.map(({ message }) => message)).not.toContain('not one')
  expect(step?.annotations.at(-1)).toEqual({ level: 'notice', message: 'back' })
  expect(step?.annotations.filter(({ level }) => level === 'warning')).toHaveLength(10)
  expect(step?.droppedAnnotations).toBe(2)
  expect(step?.conclusion).toBe('success')
  expect(readFileSync(step?.logPath ?? '', 'utf8')).toContain('::error::not one')
})

test.each([
  [
    'echo "::set-output name=a::b"',
    "The 'set-output' command is refused. Write to the file GITHUB_OUTPUT names instead.",
  ],
  ['echo nonsense >> "$GITHUB_OUTPUT"', "Invalid format 'nonsense'"],
  [
    'echo NODE_OPTIONS=--inspect >> "$GITHUB_ENV"',
    "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.",
  ],
])('%s fails the step', async (run, message) => {
  await using world = createTestWorld()
  await push(world, `${`- run: ${run}`.replace('- run: ', "- run: '")}'`)
  expect(stepsOf(world)[0]?.conclusion).toBe('failure')
  expect(stepsOf(world)[0]?.annotations.map((each) => each.message)).toContain(message)
})

test('a summary over 1 MiB is dropped with an error, the step goes on as it was', async () => {
  await using world = createTestWorld()
  await push(world, `- run: head -c 1048577 /dev/zero | tr '\\0' x >> "$GITHUB_STEP_SUMMARY"`)
  const [step] = stepsOf(world)
  expect(step).toMatchObject({ conclusion: 'success', summaryPath: null })
  expect(step?.annotations[0]?.message).toBe(
    '$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got 1025k.',
  )
})

test('GITHUB_PATH comes first for later steps; hashFiles and contexts are there; run steps know nothing of the results service', async () => {
  await using world = createTestWorld()
  await push(
    world,
    `
- run: |
    mkdir tools && printf '#!/bin/sh\\necho found' > tools/mytool && chmod +x tools/mytool
    echo "$PWD/tools" >> "$GITHUB_PATH"
- id: s
  env: { HASH: '\${{ hashFiles(''tools/*'') }}', NONE: '\${{ hashFiles(''none'') }}' }
  run: |
    test -z "\${ACTIONS_RUNTIME_TOKEN-}"
    test -z "\${GITHUB_TOKEN-}"
    test -z "$NONE"
    test "\${#HASH}" = 64
    test "\${{ vars.REGION }}" = north
    test "\${{ runner.os }}" = "$RUNNER_OS"
    test "\${{ github.event.after }}" = "$GITHUB_SHA"
    test "$(node -p 'require(process.env.GITHUB_EVENT_PATH).after')" = "$GITHUB_SHA"
    echo "tool=$(mytool)" >> "$GITHUB_OUTPUT"
`,
  )
  expect(stepsOf(world).map(({ conclusion }) => conclusion)).toEqual(['success', 'success'])
  expect(stepsOf(world)[1]?.outputs).toEqual({ tool: 'found' })
})

test('post steps run in reverse order, after a failure too, but not for a step that was skipped', async () => {
  await using world = createTestWorld()
  world.action('p', {
    'action.yml': `name: P\ndescription: x\ninputs: { n: { description: x } }\nruns: { using: node24, pre: pre.mjs, main: main.mjs, post: post.mjs }`,
    'pre.mjs': 'console.log("::save-state name=who::" + process.env.INPUT_N)',
    'main.mjs': 'console.log("::notice::main " + process.env.STATE_who + (process.env.STATE_who === "2" ? "" : ""))',
    'post.mjs': 'console.log("::notice::post " + process.env.STATE_who)',
  })
  await push(
    world,
    `
- { name: one, uses: acme/actions/actions/p@v1, with: { n: 1 } }
- { name: two, uses: acme/actions/actions/p@v1, with: { n: 2, extra: 3 } }
- { name: three, if: false, uses: acme/actions/actions/p@v1, with: { n: 3 } }
- { name: fails, run: exit 1 }
`,
  )
  expect(stepsOf(world).map(({ name, conclusion }) => `${name}: ${conclusion}`)).toEqual([
    'Pre one: success',
    'Pre two: success',
    'Pre three: success',
    'one: success',
    'two: success',
    'three: skipped',
    'fails: failure',
    'Post two: success',
    'Post one: success',
  ])
  expect(stepsOf(world)[7]?.annotations).toEqual([{ level: 'notice', message: 'post 2' }])
  expect(stepsOf(world)[4]?.annotations[0]?.message).toBe("Unexpected input(s) 'extra', valid inputs are ['n']")
})

test('a checkout has the pushed commit and its branch; a local action runs from it', async () => {
  await using world = createTestWorld()
  world.commit({
    'local/action.yml': 'name: L\ndescription: x\nruns: { using: node24, main: m.mjs }',
    'local/m.mjs': 'console.log("::notice::local")',
  })
  await push(
    world,
    `
- uses: actions/checkout@v4
- { id: git, run: 'echo "at=$(git rev-parse --abbrev-ref HEAD) $(git rev-list --count HEAD)" >> "$GITHUB_OUTPUT"; test "$(git rev-parse HEAD)" = "$GITHUB_SHA"' }
- uses: ./local
- { uses: actions/checkout@v5, with: { ref: main, path: again, fetch-depth: 0, persist-credentials: false } }
- { id: full, run: 'echo "count=$(git -C again rev-list --count HEAD)" >> "$GITHUB_OUTPUT"' }
- { uses: actions/checkout@v4, with: { ref: nowhere } }
`,
  )
  const steps = stepsOf(world).filter(({ phase }) => phase === 'main')
  expect(steps.map(({ conclusion }) => conclusion)).toEqual([...Array(5).fill('success'), 'failure'])
  expect(steps[1]?.outputs).toEqual({ at: 'main 1' })
  expect(steps[2]?.annotations[0]?.message).toBe('local')
  expect(steps[4]?.outputs).toEqual({ count: '2' })
  expect(steps[5]?.annotations[0]?.message).toBe("A branch or tag with the name 'nowhere' could not be found")
})
