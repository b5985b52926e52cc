import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRollout } from '@tidemark/rollout'
import {
  type ChannelIntent,
  layout,
  modelDigest,
  type RolloutState,
  rolloutLayout,
  sha256,
  storedJson,
  type VersionManifest,
} from '@tidemark/schemas'
import { expect, test } from 'vitest'
import { type RepositoryReader, repositorySource } from '../index.ts'
import { ask, inferUrl, plan, post, sigmoidModel, startScratchServer } from '../small-models.fixture.ts'

const model = 'flights'
const channel = 'production'
const at = '2001-05-01T00:00:00Z'
const hex = (digit: string) => digit.repeat(64)

/** A repository in memory, counting what is asked of it. */
class ScratchRepository implements RepositoryReader {
  readonly files = new Map<string, string>()
  readonly assets = new Map<number, Uint8Array>()
  readonly asked: string[] = []
  readonly policyRoot = 'models'
  tagNames: string[] = []
  now = at
  revision = 1
  failure: Error | undefined

  readonly ledger: RepositoryReader['ledger'] = {
    head: async () => this.#ask('head', `registry-${this.revision}`),
    read: async (path) => this.#ask('read', this.files.get(path) ?? null),
    tags: async (prefix) =>
      this.#ask(
        'tags',
        this.tagNames.filter((tag) => tag.startsWith(prefix)),
      ),
  }
  readonly reviews: RepositoryReader['reviews'] = {
    defaultBranch: async () => this.#ask('defaultBranch', 'main'),
    branchHead: async () => this.#ask('branchHead', `main-${this.revision}`),
    readFile: async (path) => this.#ask('readFile', this.files.get(path) ?? null),
  }
  readonly releases: RepositoryReader['releases'] = {
    get: async (id) => {
      const bytes = this.#ask('release', this.assets.get(id))
      if (!bytes) return null
      const asset = { id, name: 'model.onnx', sizeBytes: bytes.length, sha256: null, state: 'uploaded' as const }
      return { id, tag: '', isDraft: false, isPrerelease: false, url: '', body: '', assets: [asset] }
    },
    download: async (id) => this.#ask('download', this.assets.get(id)!),
  }
  readonly clock = { now: async () => this.now }

  register(version: string, bytes: Uint8Array): VersionManifest {
    const digest = sha256(bytes)
    const id = this.assets.size + 1
    this.assets.set(id, bytes)
    const fact = { path: 'models/flights/x.json', sha256: hex('a') }
    const manifest: VersionManifest = {
      schema: 'tidemark/version/v1',
      model,
      version,
      kind: 'onnx',
      modelDigest: modelDigest([{ path: 'model.onnx', sha256: digest }]),
      bump: { kind: 'first', reasons: ['first registered version'] },
      parent: null,
      signature: { inputs: [], outputs: [] },
      files: [
        {
          path: 'model.onnx',
          sizeBytes: bytes.length,
          sha256: digest,
          parts: [{ asset: 'model.onnx', sizeBytes: bytes.length, sha256: digest }],
        },
      ],
      release: { id, tag: layout.versionTag(model, version) },
      source: { repository: 'o/r', sha: 'b'.repeat(40), ref: 'refs/heads/main', committedAt: at },
      run: fact,
      evaluation: fact,
      datasets: [],
      validations: [],
      metrics: {},
      registeredAt: at,
      registeredBy: 'someone',
    }
    this.files.set(layout.version(model, version), storedJson(manifest))
    return manifest
  }

  intend(
    seq: number,
    { version, modelDigest: digest }: VersionManifest,
    previous: ChannelIntent['previous'] = null,
  ): ChannelIntent {
    const manifest = { path: layout.version(model, version), sha256: hex('c') }
    const intent: ChannelIntent = {
      schema: 'tidemark/channel/v1',
      model,
      channel,
      seq,
      version,
      modelDigest: digest,
      manifest,
      run: { path: `models/${model}/runs/2026/03/${hex('d')}.json`, sha256: hex('d') },
      evaluation: { path: layout.evaluation(model, hex('e')), sha256: hex('e') },
      previous,
    }
    this.files.set(layout.channel('models', model, channel), storedJson(intent))
    this.revision++
    return intent
  }

  roll(seq: number, champion: VersionManifest, canary: VersionManifest, change: Partial<RolloutState>): void {
    const name = ({ version, modelDigest: digest }: VersionManifest) => ({ version, modelDigest: digest })
    const { state } = openRollout(
      { model, channel, seq, champion: name(champion), canary: name(canary), plan: plan() },
      null,
      at,
    )
    this.files.set(rolloutLayout.state(channel, model), storedJson({ ...state, ...change }))
    this.revision++
  }

  tag(seq: number): void {
    this.tagNames.push(layout.channelTag(model, channel, seq))
    this.revision++
  }

  #ask<T>(what: string, answer: T): T {
    if (this.failure) throw this.failure
    this.asked.push(what)
    return answer
  }
}

function inProduction() {
  const repository = new ScratchRepository()
  const first = repository.register('1.0.0', sigmoidModel(0))
  const second = repository.register('1.1.0', sigmoidModel(1))
  repository.intend(1, first)
  repository.tag(1)
  const source = repositorySource(repository, { model, channel })
  const next = () => repository.intend(2, second, { version: first.version, modelDigest: first.modelDigest, seq: 1 })
  return { repository, source, first, second, next }
}

const running = { phase: 'running', weight: 0.5, step: 1, leaseUntil: '2001-05-01T03:00:00Z', slowMs: 20 } as const

test('the champion is what the newest production tag means; a merged intent alone changes nothing', async () => {
  const { source, next, repository } = inProduction()
  expect(await source.current()).toMatchObject({ champion: { version: '1.0.0' } })
  next()
  repository.tagNames.push('flights#production#x', 'flights#staging#9')
  expect(await source.current()).toMatchObject({ champion: { version: '1.0.0' } })
  expect((await source.current()).canary).toBeUndefined()
})

test('a running rollout of the merged intent names the canary, its weight and its lease', async () => {
  const { repository, source, first, second, next } = inProduction()
  next()
  repository.roll(2, first, second, { phase: 'pending' })
  expect((await source.current()).canary).toMatchObject({ version: '1.1.0', weight: 0, seq: 2 })
  repository.roll(2, first, second, running)
  repository.now = '2001-05-01T01:00:00Z'
  expect((await source.current()).canary).toMatchObject({
    version: '1.1.0',
    weight: 0.5,
    slowMs: 20,
    lease: { expiresAt: '2001-05-01T03:00:00Z', now: '2001-05-01T01:00:00Z' },
  })
})

test('promotion makes the canary the champion, also before its tag is there', async () => {
  const { repository, source, first, second, next } = inProduction()
  next()
  repository.roll(2, first, second, { phase: 'promoted', weight: 1 })
  expect(await source.current()).toMatchObject({ champion: { version: '1.1.0' } })
  repository.tag(2)
  const assignment = await source.current()
  expect(assignment.champion.version).toBe('1.1.0')
  expect(assignment.canary).toBeUndefined()
})

test('a channel that went back at once is followed by its tag, before the channel file says so', async () => {
  const { repository, source, first, next } = inProduction()
  next()
  repository.tag(2)
  expect(await source.current()).toMatchObject({ champion: { version: '1.1.0' } })
  repository.roll(3, first, first, {})
  expect(await source.current()).toMatchObject({ champion: { version: '1.1.0' } })
  repository.tag(3)
  expect(await source.current()).toMatchObject({ champion: { version: '1.0.0' } })
})

test('a state that says promoted is not believed where nobody asked for that version', async () => {
  const { repository, source, first, second, next } = inProduction()
  // Written by hand, without a merged intent, or beside one for another version.
  repository.roll(2, first, second, { phase: 'promoted', weight: 1 })
  expect(await source.current()).toMatchObject({ champion: { version: '1.0.0' } })
  const third = repository.register('1.2.0', sigmoidModel(2))
  next()
  repository.roll(2, first, third, { phase: 'promoted', weight: 1 })
  const assignment = await source.current()
  expect(assignment.champion.version).toBe('1.0.0')
  expect(assignment.canary).toBeUndefined()
})

test('without its channel file a rollout has no canary, and the champion stays', async () => {
  const { repository, source, first, second, next } = inProduction()
  next()
  repository.roll(2, first, second, running)
  expect((await source.current()).canary).toBeDefined()
  repository.files.delete(layout.channel('models', model, channel))
  repository.revision++
  const assignment = await source.current()
  expect(assignment.champion.version).toBe('1.0.0')
  expect(assignment.canary).toBeUndefined()
})

test('a rollout that was rolled back has no canary, also after the channel was returned', async () => {
  const { repository, source, first, second, next } = inProduction()
  next()
  repository.roll(2, first, second, { phase: 'rolled-back', weight: 0 })
  expect((await source.current()).canary).toBeUndefined()
  repository.intend(3, first, { version: '1.1.0', modelDigest: second.modelDigest, seq: 2 })
  expect(await source.current()).toMatchObject({ champion: { version: '1.0.0' } })
})

test('a rollout of an intent that was replaced, or against another champion, has no canary', async () => {
  const { repository, source, first, second, next } = inProduction()
  const third = repository.register('1.2.0', sigmoidModel(2))
  next()
  repository.roll(2, first, second, running)
  repository.intend(3, third, { version: '1.1.0', modelDigest: second.modelDigest, seq: 2 })
  expect((await source.current()).canary).toBeUndefined()
  next()
  repository.roll(2, third, second, running)
  expect((await source.current()).canary).toBeUndefined()
})

test('while nothing changes a look is three requests, and reads nothing else', async () => {
  const { repository, source } = inProduction()
  await source.current()
  repository.asked.length = 0
  await source.current()
  expect(repository.asked.sort()).toEqual(['branchHead', 'head', 'tags'])
})

test('a manifest that is missing or about other bytes, and a repository without production, are errors', async () => {
  const { repository, source, first } = inProduction()
  const path = layout.version(model, '1.0.0')
  repository.files.set(path, storedJson({ ...first, modelDigest: hex('d') }))
  await expect(source.current()).rejects.toMatchObject({
    code: 'REGISTRY_CORRUPT',
    message: expect.stringContaining('model digest'),
  })
  repository.files.delete(path)
  await expect(source.current()).rejects.toMatchObject({
    code: 'REGISTRY_CORRUPT',
    message: expect.stringContaining('is not there'),
  })
  await expect(repositorySource(new ScratchRepository(), { model, channel }).current()).rejects.toMatchObject({
    message: expect.stringContaining('no version in production yet'),
  })
})

test('a server follows the repository through a damaged asset, a lost release and an outage, and never stops answering', async () => {
  const cacheFolder = await mkdtemp(join(tmpdir(), 'tidemark-follow-'))
  try {
    const { repository, source, second, next } = inProduction()
    await using server = await startScratchServer(source, { cacheFolder, pollMs: 10 })
    const version = async () => (await post(inferUrl(server), ask(0))).body.model_version
    expect(await version()).toBe('1.0.0')
    next()
    repository.assets.set(second.release.id, sigmoidModel(7))
    repository.tag(2)
    await server.refresh()
    expect(await version()).toBe('1.0.0')
    repository.assets.delete(second.release.id)
    await server.refresh()
    expect(await version()).toBe('1.0.0')
    repository.failure = new Error('502')
    await server.refresh()
    expect(await version()).toBe('1.0.0')
    repository.failure = undefined
    repository.assets.set(second.release.id, sigmoidModel(1))
    await expect.poll(version).toBe('1.1.0')
  } finally {
    await rm(cacheFolder, { recursive: true })
  }
})
