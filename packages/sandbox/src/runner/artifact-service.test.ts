import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ResultsService, startResultsService } from '../results/results-service.ts'
import { type ArtifactScript, ArtifactService } from './artifact-service.ts'

const never = new AbortController().signal
let folder = ''
let results: ResultsService
const service = new ArtifactService(process.execPath)

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'artifact-service-'))
  mkdirSync(path.join(folder, 'out'))
  writeFileSync(path.join(folder, 'out/model.txt'), 'model')
  results = await startResultsService({ folder: path.join(folder, 'results') })
})
afterAll(async () => {
  service.close()
  await results.close()
  rmSync(folder, { recursive: true, force: true })
})

async function step(script: ArtifactScript, inputs: Record<string, string>, stop = never) {
  const lines: string[] = []
  const defaults = {
    NAME: 'built',
    PATH: 'out',
    OVERWRITE: 'false',
    'INCLUDE-HIDDEN-FILES': 'false',
    'MERGE-MULTIPLE': 'false',
    'IF-NO-FILES-FOUND': 'warn',
    'COMPRESSION-LEVEL': '6',
  }
  const given = Object.entries({ ...defaults, ...inputs }).map(([name, value]) => [`INPUT_${name}`, value])
  const env = {
    ...(Object.fromEntries(given) as Record<string, string>),
    ...results.env({ repository: 'acme/flights', runId: 1, jobId: 2 }),
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: path.join(folder, 'output'),
    GITHUB_SERVER_URL: 'http://gh.localhost',
  }
  const launch = { command: '', args: [], cwd: folder, env }
  const result = await service.run(script, launch, {
    onLine: (line) => void lines.push(line),
    stop,
    kill: never,
    timeoutMs: undefined,
  })
  return { ...result, errors: lines.filter((line) => line.startsWith('::error') || line.startsWith('::warning')) }
}

test('what was uploaded comes back, a second name without overwrite is refused, missing files warn', async () => {
  expect(await step('upload-artifact', {})).toMatchObject({ code: 0, errors: [] })
  expect(await step('download-artifact', { PATH: 'in' })).toMatchObject({ code: 0 })
  expect(readFileSync(path.join(folder, 'in/model.txt'), 'utf8')).toBe('model')
  expect((await step('upload-artifact', {})).code).toBe(1)
  expect((await step('upload-artifact', { OVERWRITE: 'true' })).code).toBe(0)
  const missing = await step('upload-artifact', { NAME: 'other', PATH: 'nowhere' })
  expect(missing.code).toBe(0)
  expect(missing.errors[0]).toContain('::warning::No files were found')
})

test('bytes that changed on the way are refused', async () => {
  await step('upload-artifact', { NAME: 'tampered' })
  writeFileSync(path.join(folder, 'out/model.txt'), 'another model')
  await step('upload-artifact', { NAME: 'changed' })
  // Another artifact's bytes: a zip in good order, but not the one that was uploaded under this name.
  const fileOf = (wanted: string) => {
    const { blob = '' } = results.artifacts.find(({ name }) => name === wanted) ?? {}
    const files = readdirSync(path.join(folder, 'results'), { recursive: true, encoding: 'utf8' })
    return path.join(folder, 'results', files.find((name) => name.includes(blob)) ?? '')
  }
  writeFileSync(fileOf('tampered'), readFileSync(fileOf('changed')))
  const { code, errors } = await step('download-artifact', { NAME: 'tampered', PATH: 'bad' })
  expect(code).toBe(1)
  expect(errors[0]).toContain("artifact 'tampered' does not have the digest it was uploaded with")
})

test('a step that is stopped takes its process along, and the next step has a new one', async () => {
  const stop = new AbortController()
  const stopped = step('download-artifact', { PATH: 'in' }, stop.signal)
  setImmediate(() => stop.abort())
  expect(await stopped).toMatchObject({ stopped: true, code: null })
  expect((await step('download-artifact', { PATH: 'again' })).code).toBe(0)
})
