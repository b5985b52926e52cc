import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject } from 'vitest'
import { parse } from 'yaml'
import { parseCommandFile } from '../../packages/sandbox/src/runner/command-file.ts'
import { parseWorkflowCommand, type WorkflowCommand } from '../../packages/sandbox/src/runner/workflow-command.ts'

const root = join(import.meta.dirname, '../..')

export interface RunOptions {
  /** GITHUB_WORKSPACE and the working directory. */
  workspace: string
  /** As under `with:`; what is left out has the default of action.yml. */
  inputs?: Readonly<Record<string, string>>
  /** Over the runner's own variables. */
  env?: Readonly<Record<string, string>>
  /** What `${{ github.token }}` is. */
  token?: string
}

export interface BuiltRun {
  exitCode: number | null
  outputs: Record<string, string>
  /** The error, warning and notice commands, as GitHub's runner would read them. */
  annotations: { level: string; message: string; title?: string; file?: string; line?: string; col?: string }[]
  /** GITHUB_STEP_SUMMARY. */
  summary: string
  /** Both streams, without the lines that are workflow commands. */
  log: string
  /** The workflow commands of all kinds, in order. */
  commands: WorkflowCommand[]
}

interface ActionFile {
  inputs?: Record<string, { default?: string }>
}

/** Runs a built action as GitHub's runner does: a process of its own with an environment that holds nothing of this one. */
export async function runBuilt(action: string, options: RunOptions): Promise<BuiltRun> {
  const temp = await mkdtemp(join(tmpdir(), 'tidemark-step-'))
  try {
    const file = (name: string) => join(temp, name)
    for (const name of ['output', 'summary']) await writeFile(file(name), '')
    await mkdir(file('temp'))
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: temp,
      TMPDIR: temp,
      LANG: 'C.UTF-8',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: options.workspace,
      GITHUB_OUTPUT: file('output'),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_REPOSITORY: 'acme/churn',
      GITHUB_SERVER_URL: 'https://github.com',
      // A port nobody listens at: an action without need of GitHub must not call it.
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_ACTOR: 'author',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: '0'.repeat(40),
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_EVENT_NAME: 'push',
      RUNNER_TEMP: file('temp'),
      RUNNER_TOOL_CACHE: inject('toolCache'),
      ...(await inputVariables(action, options)),
      ...options.env,
    }
    const script = join(inject('builtActions'), `${action}.js`)
    const { exitCode, text } = await run(['--import', inject('loopbackOnly'), script], options.workspace, env)
    const lines = text.split(/\r\n|\n|\r/)
    const commands = lines.flatMap((line) => parseWorkflowCommand(line) ?? [])
    return {
      exitCode,
      outputs: Object.fromEntries(parseCommandFile(await readFile(file('output'), 'utf8'))),
      annotations: commands
        .filter(({ name }) => ['error', 'warning', 'notice'].includes(name))
        .map(({ name, properties, message }) => ({ level: name, message, ...properties })),
      summary: await readFile(file('summary'), 'utf8'),
      log: lines.filter((line) => parseWorkflowCommand(line) === undefined).join('\n'),
      commands,
    }
  } finally {
    await rm(temp, { recursive: true, force: true })
  }
}

/**
 * Expects an expected error shown as one: exit 1, code and every phrase in log and summary, an annotation of the code, a
 * remedy, and no outputs.
 */
export function expectRefused(run: BuiltRun, code: string, ...phrases: (string | RegExp)[]): void {
  expect(run.log + run.summary).not.toContain('This is a bug')
  expect(run.exitCode).toBe(1)
  expect(run.log).toContain(`${code}: `)
  expect(run.summary).toContain(`❌ \`${code}\``)
  for (const shown of [run.log, run.summary]) {
    expect(shown).toMatch(/^ {2}hint: \S+ \S+/m)
    for (const phrase of phrases) expect(shown).toMatch(typeof phrase === 'string' ? literal(phrase) : phrase)
  }
  expect(run.annotations).toContainEqual(expect.objectContaining({ level: 'error', title: code }))
  expect(run.outputs).toEqual({})
}

/** `INPUT_<NAME>`: upper case, spaces to `_`, hyphens kept; every declared input is set. */
async function inputVariables(
  action: string,
  { inputs = {}, token = '' }: RunOptions,
): Promise<Record<string, string>> {
  const declared =
    (parse(await readFile(join(root, 'actions', action, 'action.yml'), 'utf8')) as ActionFile).inputs ?? {}
  const unknown = Object.keys(inputs).filter((name) => !(name in declared))
  if (unknown.length > 0) throw new Error(`${action} has no input ${unknown.join(', ')}`)
  return Object.fromEntries(
    Object.entries(declared).map(([name, { default: fallback = '' }]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      (inputs[name] ?? fallback.replace('${{ github.token }}', token)).trim(),
    ]),
  )
}

function run(
  args: string[],
  cwd: string,
  env: Record<string, string>,
): Promise<{ exitCode: number | null; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (text += part))
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ exitCode, text }))
  })
}

const literal = (phrase: string) => new RegExp(phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
