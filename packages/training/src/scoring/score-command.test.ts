import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256 } from '@tidemark/schemas'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CommandOptions } from '../executors/command-executor.ts'
import { type ScoredOpaqueModel, scoreByCommand } from './score-command.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tidemark-score-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const rows = {
  idName: 'order',
  ids: ['10', 'a,"b"', 'c'],
  rows: 3,
  columns: [
    { name: 'x', kind: 'number' as const, values: Float64Array.of(0.25, Number.NaN, 1) },
    { name: 'plan', kind: 'string' as const, codes: Uint32Array.of(0, 1, 0), dictionary: ['monthly', 'a\nb'] },
  ],
}
const files: ScoredOpaqueModel = { fill: (folder) => writeFile(join(folder, 'model.json'), '{"bias": 0.5}') }

/** Scores with a Node script; `write` stands ready to write predictions. */
function score(
  script: string,
  { model = files, ...more }: Partial<CommandOptions> & { model?: ScoredOpaqueModel } = {},
) {
  const ready = `const fs = require('node:fs'); const write = (text) => fs.writeFileSync(process.env.TIDEMARK_PREDICTIONS, text);`
  return scoreByCommand(model, rows, {
    command: [process.execPath, '-e', `${ready} ${script}`],
    workingDirectory: directory,
    outputDirectory: join(directory, 'scoring'),
    timeoutMs: 60_000,
    ...more,
  })
}
const predict = (text: string) => score(`write(${JSON.stringify(text)})`)

describe('a score command', () => {
  test('gets rows without labels and the model, and gives a score for each in any order', async () => {
    const scores = await score(`
      const { bias } = JSON.parse(fs.readFileSync(process.env.SM_MODEL_DIR + '/model.json'))
      fs.writeFileSync('seen.csv', fs.readFileSync(process.env.TIDEMARK_ROWS))
      write('order,probability\\r\\nc,1e-3\\r\\n"a,""b""",' + bias + '\\r\\n10,1\\r\\n')`)
    expect(scores).toEqual(Float64Array.of(1, 0.5, 0.001))
    expect(await readFile(join(directory, 'seen.csv'), 'utf8')).toBe(
      'order,x,plan\n10,0.25,monthly\n"a,""b""",,"a\nb"\nc,1,monthly\n',
    )
    expect(existsSync(join(directory, 'scoring'))).toBe(false)
  })

  test('gets an image by name, and neither a secret nor a word about whose model it is', async () => {
    const image = { name: 'ghcr.io/acme/churn', digest: sha256('image') }
    await score(
      `fs.writeFileSync('seen.json', JSON.stringify(process.env)); write('order,probability\\n10,0\\n"a,""b""",0\\nc,0')`,
      {
        model: { image },
        hostEnvironment: { PATH: process.env.PATH, INPUT_TOKEN: 'hidden-value', GITHUB_TOKEN: 'hidden-value' },
      },
    )
    const seen = JSON.parse(await readFile(join(directory, 'seen.json'), 'utf8')) as Record<string, string>
    expect(
      Object.keys(seen)
        .filter((name) => /^(SM|TIDEMARK|INPUT|GITHUB)_/.test(name))
        .sort(),
    ).toEqual(['TIDEMARK_IMAGE', 'TIDEMARK_PREDICTIONS', 'TIDEMARK_ROWS'])
    expect(seen.TIDEMARK_IMAGE).toBe(`${image.name}@sha256:${image.digest}`)
    expect(JSON.stringify(seen)).not.toMatch(/hidden-value|champion|candidate/)
  })
})

describe('predictions are refused', () => {
  const all = (value: string) => `order,probability\n10,.5\n"a,""b""",${value}\nc,.5\n`
  test.each([
    ['when a row has none', 'order,probability\n10,.5\nc,.5\n', 'ROWS_MISMATCH', /1 are missing, 0 unknown, 0 rep/],
    ['with another row', `${all('.5')}d,.5\n`, 'ROWS_MISMATCH', /0 are missing, 1 unknown, 0 repeated/],
    ['with a row twice', `${all('.5')}c,.5\n`, 'ROWS_MISMATCH', /0 are missing, 0 unknown, 1 repeated/],
    ['with ids that were made numbers', all('.5').replace('10,', '10.0,'), 'ROWS_MISMATCH', /1 are missing, 1 unknown/],
    ['with NaN', all('NaN'), 'SCORE_INVALID', /^1 of 3/],
    ['with an empty value, which is no zero', all(''), 'SCORE_INVALID', /^1 of 3/],
    ['with a margin instead', all('1.01'), 'SCORE_INVALID', /^1 of 3/],
    ['below zero', all('-0.1'), 'SCORE_INVALID', /^1 of 3/],
    ['with infinity', all('Infinity'), 'SCORE_INVALID', /^1 of 3/],
    ['with hexadecimal digits', all('0x1'), 'SCORE_INVALID', /^1 of 3/],
    ['without a header', '10,.5\n', 'SCORING_FAILED', /cannot be read/],
    ['when empty', '', 'SCORING_FAILED', /cannot be read/],
    ['with three fields', `${all('.5')}1,2,3\n`, 'SCORING_FAILED', /cannot be read/],
    ['as JSON', '[{"order": 10}]', 'SCORING_FAILED', /cannot be read/],
    ['when far too large', `order,probability\n${'x'.repeat(10_000)}`, 'FILE_TOO_LARGE', /10018 bytes/],
  ])('%s', async (_, text, code, message) => {
    await expect(predict(text)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })

  test('and the rows are named by id', async () => {
    await expect(predict(all('2'))).rejects.toMatchObject({ problems: [{ path: 'row a,"b"', message: 'score 2' }] })
  })

  test('as a link', async () => {
    await writeFile(join(directory, 'elsewhere.csv'), all('.5'))
    await expect(
      score(`fs.symlinkSync(process.cwd() + '/elsewhere.csv', process.env.TIDEMARK_PREDICTIONS)`),
    ).rejects.toMatchObject({ code: 'PATH_REFUSED' })
  })
})

describe('a score command that fails', () => {
  test.each([
    ['by its exit code', `console.error('no such column'); process.exit(3)`, /score command failed with exit code 3/],
    ['without predictions', '', /left no predictions/],
  ])('%s says so', async (_, script, message) => {
    await expect(score(script)).rejects.toMatchObject({
      code: 'SCORING_FAILED',
      message: expect.stringMatching(message),
    })
  })

  test('shows the end of its output', async () => {
    await expect(score(`console.error('no such column'); process.exit(1)`)).rejects.toMatchObject({
      problems: [{ message: 'no such column' }],
    })
  })

  test('by hanging is stopped, even if it will not end', async () => {
    const hanging = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1e6)`
    await expect(score(hanging, { timeoutMs: 300, graceMs: 100 })).rejects.toMatchObject({
      code: 'SCORING_FAILED',
      message: 'The score command was stopped after 0.3 s.',
      hint: expect.stringContaining('score.timeoutMinutes'),
    })
  })

  test('because there is no such program', async () => {
    await expect(score('', { command: ['no-such-program-of-this-name'] })).rejects.toMatchObject({
      code: 'SCORING_FAILED',
      hint: expect.stringContaining('score.command'),
    })
  })
})
