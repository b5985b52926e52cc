import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type ResultsService, startResultsService } from './results-service.ts'

let folder: string
let service: ResultsService
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-results-'))
  service = await startResultsService({ folder: join(folder, 'blobs') })
})
beforeEach(() => vi.spyOn(process.stdout, 'write').mockReturnValue(true))
afterAll(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await service.close()
  await rm(folder, { recursive: true, force: true })
})

function enter(runId: number, jobId: number, repository = 'acme/shop'): void {
  const env = {
    ...service.env({ repository, runId, jobId }),
    GITHUB_SERVER_URL: 'http://gh.localhost',
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
  }
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
}

/** One call as the cache's client makes it. */
async function cache(
  method: string,
  message: object,
  token?: string,
): Promise<{ status: number; body: Record<string, string | boolean> }> {
  const response = await fetch(
    `${process.env.ACTIONS_RESULTS_URL}twirp/github.actions.results.api.v1.CacheService/${method}`,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: token ?? `Bearer ${process.env.ACTIONS_RUNTIME_TOKEN}`,
      },
      body: JSON.stringify(message),
    },
  )
  return { status: response.status, body: (await response.json()) as Record<string, string | boolean> }
}

test("GitHub's own client uploads in one job and downloads in another of the same run only", async () => {
  const client = new DefaultArtifactClient()
  await writeFile(join(folder, 'a.txt'), 'artifact')
  enter(7, 1)
  const uploaded = await client.uploadArtifact('model', [join(folder, 'a.txt')], folder)
  await expect(client.uploadArtifact('model', [join(folder, 'a.txt')], folder)).rejects.toThrow()
  enter(7, 2)
  const { artifact } = await client.getArtifact('model')
  expect(artifact).toMatchObject({ id: uploaded.id, digest: `sha256:${uploaded.digest}` })
  await mkdir(join(folder, 'out'))
  await client.downloadArtifact(artifact.id, { path: join(folder, 'out'), expectedHash: `sha256:${uploaded.digest}` })
  expect(await readFile(join(folder, 'out', 'a.txt'), 'utf8')).toBe('artifact')
  enter(8, 1)
  expect((await client.listArtifacts()).artifacts).toEqual([])
})

test('a cache is found by key or prefix, in its repository and version only', async () => {
  enter(1, 1)
  const { body } = await cache('CreateCacheEntry', { key: 'duckdb-1', version: 'v' })
  await fetch(String(body.signed_upload_url), {
    method: 'PUT',
    body: 'bytes',
    headers: { 'x-ms-blob-type': 'BlockBlob' },
  })
  await cache('FinalizeCacheEntryUpload', { key: 'duckdb-1', version: 'v', size_bytes: '5' })
  const find = async (message: object) => (await cache('GetCacheEntryDownloadURL', message)).body
  const hit = await find({ key: 'none', restore_keys: ['duckdb-'], version: 'v' })
  expect(hit).toMatchObject({ ok: true, matched_key: 'duckdb-1' })
  const ranged = await fetch(String(hit.signed_download_url), { headers: { range: 'bytes=1-2' } })
  expect([ranged.status, await ranged.text()]).toEqual([206, 'yt'])
  expect(await find({ key: 'duckdb-1', version: 'w' })).toEqual({ ok: false })
  expect((await cache('CreateCacheEntry', { key: 'duckdb-1', version: 'v' })).body.ok).toBe(false)
  enter(1, 1, 'acme/other')
  expect(await find({ key: 'duckdb-1', version: 'v' })).toEqual({ ok: false })
})

test("needs the job's token", async () => {
  enter(1, 1)
  expect((await cache('GetCacheEntryDownloadURL', { key: 'k', version: 'v' }, 'Bearer x')).status).toBe(401)
})
