import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-action-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs the sample action in a child with the environment that GitHub's runner would give it. */
function run(inputs: Record<string, string>, stdin = '') {
  const file = (name: string) => join(folder, name)
  for (const name of ['output', 'summary']) writeFileSync(file(name), '')
  writeFileSync(file('event.json'), '{"action":"opened"}')
  const env = {
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    NODE_COMPILE_CACHE: join(tmpdir(), 'tidemark-compile-cache'), // halves a child's start
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_EVENT_PATH: file('event.json'),
    GITHUB_REPOSITORY: 'octo/flights',
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '2',
  }
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'fixtures/sample-action.ts')], {
    env,
    cwd: folder,
    input: stdin,
    encoding: 'utf8',
  })
  return { status, stdout, outputs: readOutputs(file('output')), summary: readFileSync(file('summary'), 'utf8') }
}

function readOutputs(file: string): Record<string, string> {
  const entries = readFileSync(file, 'utf8').matchAll(
    /^(?<name>.+)<<(?<mark>ghadelimiter_\S+)\n(?<value>[\s\S]*?)\n\k<mark>$/gm,
  )
  return Object.fromEntries([...entries].map(({ groups }) => [groups!.name!, groups!.value!]))
}

const commands = (stdout: string, name: string) =>
  stdout.split('\n').filter((line) => line.startsWith(`::${name} `) || line.startsWith(`::${name}::`))
const valid = { model: 'flight-delay', 'github-token': 'secret-of-the-job' }

describe('inputs', () => {
  test('are typed values with defaults filled in', () => {
    const { status, outputs } = run({
      ...valid,
      'dry-run': 'True',
      files: 'a.csv\n\n  b.csv \r\n',
      unknown: 'x',
      policy: './policies//a/',
    })
    expect(status).toBe(0)
    expect(JSON.parse(outputs.values!)).toEqual({
      mode: 'pass',
      model: 'flight-delay',
      foldCount: 5,
      dryRun: true,
      files: ['a.csv', 'b.csv'],
      policy: 'policies/a',
      note: null,
      tokenLength: 17,
    })
  })

  test('that are wrong are all reported together, with what was expected and what was given', () => {
    const { status, stdout, outputs } = run({
      model: '../x',
      'fold-count': '11',
      'dry-run': 'yes',
      files: 'a\nb\nc\nd',
      policy: 'a/../../b',
      note: 'UPPER',
      mode: 'explode',
    })
    expect(status).toBe(1)
    expect(outputs).toEqual({})
    for (const line of [
      'INPUT_INVALID: 8 inputs of the action are invalid.',
      '- model: expected lower-case letters, digits and hyphens, at most 63, starting with a letter or digit, got "../x"',
      '- fold-count: expected a whole number, at least 2 and at most 10, got "11"',
      '- dry-run: expected true or false, got "yes"',
      '- files: expected one item a line, at most 3, got "a\\nb\\nc\\nd"',
      '- policy: expected a path inside the workspace, or an absolute one, got "a/../../b"',
      '- note: expected text matching [a-z ]+, got "UPPER"',
      '- mode: expected `pass`',
      '- github-token: is missing',
    ]) {
      expect(stdout).toContain(line)
    }
  })

  test('that are secret are masked first and never shown', () => {
    const { stdout } = run({ ...valid, 'github-token': 'two words' })
    expect(stdout.split('\n')[0]).toBe('::add-mask::two words')
    expect(stdout.replace('::add-mask::two words', '')).not.toContain('two words')
    expect(stdout).toContain('github-token: expected a GitHub token')
  })
})

describe('an outcome', () => {
  test('that fails has its outputs set and exits with 1', () => {
    const { status, stdout, outputs } = run({ ...valid, mode: 'fail' })
    expect(status).toBe(1)
    expect(outputs.verdict).toBe('fail')
    expect(commands(stdout, 'error')).toEqual(['::error title=Tidemark sample action::The gate did not pass.'])
  })

  test('that is an expected error shows every problem with its place, and the hint', () => {
    const { status, stdout, outputs, summary } = run({ ...valid, mode: 'refuse' })
    expect(status).toBe(1)
    expect(outputs.values).toBeDefined()
    expect(stdout).toContain('POLICY_INVALID: The policy is invalid.')
    expect(stdout).toContain('  - models/a/model.yaml:3:5 gate.margin: expected a number, got "x"')
    expect(stdout).toContain('  hint: Correct the policy.')
    expect(commands(stdout, 'error')).toHaveLength(3)
    expect(commands(stdout, 'error')[0]).toBe(
      '::error title=POLICY_INVALID,file=models/a/model.yaml,line=3,col=5::gate.margin: expected a number, got "x"%0A::error::forged',
    )
    // Text with backticks stays inside its block.
    expect(summary).toMatch(/^### ❌ `POLICY_INVALID`\n\n````text\n[\s\S]*has ``` in it\n[\s\S]*\n````\n/)
  })

  test('that is a bug shows its stack and asks for a report', () => {
    const { status, stdout, summary } = run({ ...valid, mode: 'break' })
    expect(status).toBe(1)
    expect(stdout).toContain('bug in Tidemark')
    expect(stdout).toMatch(/RangeError: out of range\n\s+at .*sample-action\.ts/)
    expect(summary).toContain('RangeError: out of range')
  })
})

test('annotations stay within ten a level, the failure is among them, and the rest is counted and in the log', () => {
  const { stdout } = run({ ...valid, mode: 'annotate' })
  const warnings = commands(stdout, 'warning')
  expect(warnings).toHaveLength(10)
  expect(warnings[0]).toBe('::warning file=data/a%2Cb.csv,line=1::row 1')
  expect(warnings[9]).toBe("::warning::… and 16 more; the step's log has all of them.")
  expect(stdout).toContain('warning: data/a,b.csv:25: row 25')
  expect(commands(stdout, 'notice')).toEqual(['::notice::one'])
  expect(commands(stdout, 'error')).toHaveLength(1)
})

test('a summary stays below 1 MiB, says that it was cut, and still shows the error', () => {
  const { summary } = run({ ...valid, mode: 'long-summary' })
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024)
  expect(summary).toContain("[The run's log](https://github.com/octo/flights/actions/runs/7/attempts/2) has the rest.")
  expect(summary).toContain('RangeError: after the summary')
  expect(
    summary
      .split('\n')
      .filter((line) => line.startsWith('| a'))
      .every((line) => line === '| a line of a table |'),
  ).toBe(true)
})

test('no text that an action logs is taken for a command', () => {
  const { stdout } = run(
    { ...valid, mode: 'echo' },
    'a\n::set-output name=x::1\n  ::error::x\rb\r::warning::y\n##[error]z\n\u001b[31mred',
  )
  for (const line of stdout.split(/\r\n|\r|\n/)) {
    expect(line.startsWith('::add-mask::') || !line.trimStart().startsWith('::')).toBe(true)
    expect(line).not.toContain('##[')
    expect(line).not.toContain('\u001b')
  }
})

test('the facts of the run come from the environment and the event', () => {
  const { stdout } = run({ ...valid, mode: 'event' })
  expect(stdout).toContain(
    '[{"action":"opened"},"octo/flights","https://github.com/octo/flights/actions/runs/7/attempts/2",2]',
  )
})
