import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { trainEmbedded } from '../embedded/trainer.ts'
import type { CommandOptions } from './command-executor.ts'
import { type JobState, runJob, type TrainingJob } from './executor.ts'
import { openExecutor } from './executors.ts'

const table = {
  rows: 100,
  labels: Uint8Array.from({ length: 100 }, (_, i) => (i > 50 ? 1 : 0)),
  columns: [{ name: 'x', kind: 'number', values: Float64Array.from({ length: 100 }, (_, i) => i) } as const],
}
const { model } = trainEmbedded(table, { trees: 2 })
const job: TrainingJob = {
  runId: 'run-1',
  seed: 7,
  parameters: { depth: 3 },
  channels: {},
  loadTable: async () => table,
}

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tidemark-command-'))
  await writeFile(join(directory, 'trained.onnx'), model)
})
afterEach(() => rm(directory, { recursive: true, force: true }))

describe('a command that trains', () => {
  test('gives its model and metrics', async () => {
    const state = await run(
      `${keepModel} fs.writeFileSync(process.env.TIDEMARK_OUTPUT_DIR + '/metrics.json', '{"auc": 0.75}')`,
    )
    expect(state).toMatchObject({ state: 'succeeded', result: { metrics: { auc: 0.75 }, parameters: { depth: 3 } } })
    expect(Buffer.from(model).equals(state.state === 'succeeded' ? state.result.model : Buffer.of())).toBe(true)
  })

  test('gets the feature table as CSV, which is gone afterwards', async () => {
    await run(
      `const folder = process.env.SM_CHANNEL_TRAIN; fs.writeFileSync('seen.json', JSON.stringify([folder, process.env.SM_CHANNELS, fs.readFileSync(folder + '/train.csv', 'utf8')])); ${keepModel}`,
    )
    const [folder, channels, rows] = JSON.parse(await readFile(join(directory, 'seen.json'), 'utf8')) as string[]
    expect(channels).toBe('["train"]')
    expect(rows?.split('\n').slice(0, 3)).toEqual(['label,x', '0,0', '0,1'])
    await expect(readFile(join(folder!, 'train.csv'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('sees no secret of its host', async () => {
    process.env.INPUT_TOKEN = 'hidden-value'
    process.env.ACTIONS_RUNTIME_TOKEN = 'hidden-value'
    try {
      await run(`fs.writeFileSync('seen.json', JSON.stringify(process.env)); ${keepModel}`)
    } finally {
      delete process.env.INPUT_TOKEN
      delete process.env.ACTIONS_RUNTIME_TOKEN
    }
    const seen = await readFile(join(directory, 'seen.json'), 'utf8')
    expect(seen).toContain('"TIDEMARK_SEED":"7"')
    expect(seen).not.toContain('hidden-value')
  })

  test('leaves nothing running behind it, and does not wait for it', async () => {
    const state = await run(
      `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'inherit' }).unref(); ${keepModel} process.exit(0)`,
    )
    expect(state.state).toBe('succeeded')
  })

  test('is shown a bounded part of its output', async () => {
    let shown = ''
    const state = await run(`for (let i = 0; i < 80; i++) fs.writeSync(1, 'x'.repeat(100_000)); ${keepModel}`, {
      onOutput: (text) => (shown += text),
    })
    expect(state.state).toBe('succeeded')
    expect(shown.length).toBeLessThan(4.5e6)
    expect(shown).toMatch(/further output is not shown/)
  })
})

describe('a command that fails', () => {
  test('with code 42 is not tried again', async () => {
    expect(await attemptsMade(42)).toBe(1)
  })

  test('with another code is', async () => {
    expect(await attemptsMade(1)).toBe(3)
  })

  test('says how, with the end of its output', async () => {
    const state = await run(`console.error('no such column: delay'); process.exit(3)`)
    expect(state).toMatchObject({
      state: 'failed',
      error: { code: 'TRAINING_FAILED', message: expect.stringContaining('exit code 3') },
    })
    expect(state.state === 'failed' && state.error.problems[0]?.message).toContain('no such column: delay')
  })

  test('is stopped after its time, even if it will not end', async () => {
    const state = await run(stubborn, { timeoutMs: 300, graceMs: 100 })
    expect(state).toMatchObject({
      state: 'failed',
      isRetryable: false,
      error: { message: expect.stringContaining('stopped after 0.3 s') },
    })
  })

  test('is stopped with its children when its job is cancelled', async () => {
    const socket = join(directory, 'alive')
    const listening = `${stubborn}; require('node:net').createServer().listen(${JSON.stringify(socket)}, () => console.log('ready'))`
    const cancellation = new AbortController()
    let shown = ''
    const state = await run(
      `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(listening)}], { stdio: 'inherit' }); ${stubborn}`,
      {
        graceMs: 100,
        signal: cancellation.signal,
        onOutput: (text) => {
          shown += text
          if (shown.includes('ready')) cancellation.abort()
        },
      },
    )
    expect(state).toMatchObject({ state: 'failed', error: { message: expect.stringContaining('cancelled') } })
    // The socket's file is still there, but nobody listens.
    await expect(once(connect(socket), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('because there is no such program', async () => {
    const state = await run('', { command: ['no-such-program-of-this-name'] })
    expect(state).toMatchObject({
      state: 'failed',
      isRetryable: false,
      error: { code: 'TRAINING_FAILED', message: expect.stringContaining('could not be started') },
    })
  })
})

describe('what a command leaves', () => {
  test.each([
    ['no model', '', 'TRAINING_FAILED', /no model.onnx/],
    ['a pickle', `fs.writeFileSync(out, Buffer.from([0x80, 4, 0x95]))`, 'MODEL_UNREADABLE', /pickle/],
    ['a link', `fs.symlinkSync(process.cwd() + '/trained.onnx', out)`, 'PATH_REFUSED', /plain file/],
    ['a directory', `fs.mkdirSync(out)`, 'PATH_REFUSED', /plain file/],
  ])('is refused: %s', async (_, script, code, message) => {
    const state = await run(`const out = process.env.SM_MODEL_DIR + '/model.onnx'; ${script}`)
    expect(state).toMatchObject({
      state: 'failed',
      isRetryable: false,
      error: { code, message: expect.stringMatching(message) },
    })
  })

  test('is refused: a directory of the model replaced by a link', async () => {
    const state = await run(
      `const dir = process.env.SM_MODEL_DIR; fs.rmdirSync(dir); fs.writeFileSync('model.onnx', fs.readFileSync('trained.onnx')); fs.symlinkSync(process.cwd(), dir)`,
    )
    expect(state).toMatchObject({ state: 'failed', error: { code: 'PATH_REFUSED' } })
  })

  test.each(['[1]', '{"auc": "high"}', '{"auc": null}', 'NaN', '{"a b": 1}'])(
    'is refused: metrics %s',
    async (metrics) => {
      const state = await run(
        `${keepModel} fs.writeFileSync(process.env.TIDEMARK_OUTPUT_DIR + '/metrics.json', ${JSON.stringify(metrics)})`,
      )
      expect(state).toMatchObject({
        state: 'failed',
        error: { code: 'TRAINING_FAILED', message: expect.stringContaining('metrics') },
      })
    },
  )

  test('a model of an earlier attempt is not taken for one of this', async () => {
    expect((await run(keepModel)).state).toBe('succeeded')
    expect((await run('')).state).toBe('failed')
  })
})

describe('executors', () => {
  test('the embedded one trains from the table, with the seed of the job', async () => {
    const result = await runJob(openExecutor('embedded'), { ...job, parameters: { trees: 2 } })
    expect(result).toMatchObject({ rows: 100, parameters: { trees: 2, seed: 7 }, importance: { x: 1 } })
  })

  test('the embedded one reports what cannot be learned', async () => {
    const flat = { ...job, parameters: {}, loadTable: async () => ({ ...table, labels: new Uint8Array(100) }) }
    await expect(runJob(openExecutor('embedded'), flat)).rejects.toMatchObject({ code: 'TRAINING_FAILED' })
  })

  test.each([
    ['kubernetes', /not available yet/],
    ['sagemaker', /unknown/],
    ['command', /no command/],
  ])('%s is refused by name', (kind, message) => {
    expect(() => openExecutor(kind)).toThrow(
      expect.objectContaining({ code: 'POLICY_INVALID', message: expect.stringMatching(message) }),
    )
  })

  test('a submission of another process is not known', async () => {
    expect(await openExecutor('embedded').poll({ executor: 'embedded', id: 'x' })).toMatchObject({ state: 'failed' })
  })
})

const stubborn = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1e6)`
const keepModel = `fs.copyFileSync('trained.onnx', process.env.SM_MODEL_DIR + '/model.onnx');`

function options(script: string, more: Partial<CommandOptions> = {}): CommandOptions {
  const command = [process.execPath, '-e', `const fs = require('node:fs'); ${script}`]
  return { command, workingDirectory: directory, outputDirectory: join(directory, 'out'), timeoutMs: 60_000, ...more }
}

async function run(script: string, more: Partial<CommandOptions> = {}): Promise<JobState> {
  const executor = openExecutor('command', { command: options(script, more) })
  return executor.poll(await executor.submit(job))
}

async function attemptsMade(exitCode: number): Promise<number> {
  const command = options(`fs.appendFileSync('attempts', 'x'); process.exit(${exitCode})`)
  await expect(runJob(openExecutor('command', { command }), job, { attempts: 3 })).rejects.toMatchObject({
    code: 'TRAINING_FAILED',
  })
  return (await readFile(join(directory, 'attempts'), 'utf8')).length
}
