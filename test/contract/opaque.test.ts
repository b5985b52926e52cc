import {
  checkProposedChannels,
  downloadModel,
  proposePromotion,
  registerModel,
  verifyRegistry,
} from '@tidemark/registry'
import { sha256 } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { createCandidate } from './candidate.ts'
import { createRegistryWorld } from './sandbox.ts'

const image = (seed: string) => ({ name: 'ghcr.io/acme/churn', digest: sha256(seed) })
const signature = (...inputs: string[]) => ({
  inputs: inputs.map((name) => ({ name, type: 'string', shape: ['N'] })),
  outputs: [{ name: 'churns', type: 'float', shape: ['N'] }],
})

it('registers any files, downloads them as they were, and verifies', async () => {
  await using world = await createRegistryWorld()
  const files = { 'model.joblib': 'pickled', 'vocabulary/words.txt': 'a\nb\n', 'Model Card.md': '# card' }
  const registration = await registerModel(await world.connect(), createCandidate('a', { opaque: { files } }))
  expect(registration).toMatchObject({ isNew: true, manifest: { kind: 'opaque', version: '1.0.0' } })
  if (!registration.registered) return
  expect(registration.release.assets.map(({ name }) => name).sort()).toEqual([
    'model-card.md',
    'model.joblib',
    'vocabulary-words.txt',
  ])
  const { ledger, releases } = await world.connect()
  const downloaded = await downloadModel(releases, registration.manifest)
  expect(Object.fromEntries([...downloaded].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]))).toEqual(
    files,
  )
  expect((await verifyRegistry(ledger, { releases, assets: true })).problems).toEqual([])
})

it('registers a container image by its digest, with a release that has no files', async () => {
  await using world = await createRegistryWorld()
  const candidate = createCandidate('a', { opaque: { image: image('one') } })
  const registration = await registerModel(await world.connect(), candidate)
  expect(registration).toMatchObject({
    manifest: { kind: 'opaque', image: image('one'), modelDigest: image('one').digest, files: [] },
    release: {
      isDraft: false,
      assets: [],
      body: expect.stringContaining(`ghcr.io/acme/churn@sha256:${sha256('one')}`),
    },
  })
  expect(await registerModel(await world.connect(), candidate)).toMatchObject({ isNew: false })
  const other = createCandidate('b', { opaque: { image: image('two') } })
  expect(await registerModel(await world.connect(), other)).toMatchObject({ manifest: { version: '1.1.0' } })
  const { ledger, releases } = await world.connect()
  expect((await verifyRegistry(ledger, { releases, assets: true })).problems).toEqual([])
})

it('raises the major version when the declared signature breaks callers, is withdrawn, or the kind changes', async () => {
  await using world = await createRegistryWorld()
  const register = async (seed: string, opaque?: Parameters<typeof createCandidate>[1] & object) =>
    registerModel(await world.connect(), createCandidate(seed, opaque))
  const files = (seed: string) => ({ 'model.bin': seed })
  await register('a', { opaque: { files: files('a'), signature: signature('plan') } })
  const same = await register('b', { opaque: { files: files('b'), signature: signature('plan') } })
  const broken = await register('c', { opaque: { files: files('c'), signature: signature('plan', 'age') } })
  const unknown = await register('d', { opaque: { files: files('d') } })
  const onnx = await register('e')
  expect([same, broken, unknown, onnx]).toMatchObject([
    { manifest: { version: '1.1.0' } },
    { manifest: { version: '2.0.0', bump: { reasons: ['input age is new'] } } },
    { manifest: { version: '3.0.0' } },
    { manifest: { version: '4.0.0', bump: { reasons: ['kind: opaque → onnx'] } } },
  ])
})

it('refuses another kind or signature than the default branch’s policy declares', async () => {
  await using world = await createRegistryWorld()
  const opaque = createCandidate('a', { opaque: { files: { 'model.bin': 'a' }, signature: signature('plan') } })
  const { signature: _, ...undeclared } = opaque.policy
  const { kind: __, ...onnx } = opaque.policy
  for (const [policy, path] of [
    [undeclared, 'run.output.signature (the default branch declares it)'],
    [onnx, 'run.output.kind (the default branch decides it)'],
  ] as const) {
    await expect(registerModel(await world.connect(), { ...opaque, policy })).rejects.toMatchObject({
      code: 'DIGEST_MISMATCH',
      problems: [expect.objectContaining({ path })],
    })
  }
})

it('refuses a query among the files that is not the one its evidence is about', async () => {
  await using world = await createRegistryWorld()
  const files = (query: string) => ({ 'model.bin': 'a', 'features.sql': query })
  const own = createCandidate('a', { opaque: { files: files('SELECT * FROM customers') } })
  expect(await registerModel(await world.connect(), own)).toMatchObject({ isNew: true })
  const other = createCandidate('b', { opaque: { files: files('SELECT 1') } })
  await expect(registerModel(await world.connect(), other)).rejects.toMatchObject({
    code: 'DIGEST_MISMATCH',
    problems: [expect.objectContaining({ path: 'run.data.features (its query and lookups)' })],
  })
})

it('proposes an image for a channel, and the check looks at what there is', async () => {
  await using world = await createRegistryWorld()
  const registry = await world.connect()
  const registration = await registerModel(registry, createCandidate('a', { opaque: { image: image('one') } }))
  if (!registration.registered) throw new Error('not registered')
  const { manifest, evidence } = registration
  const describe = async () => ({ title: 'Promote', body: 'body' })
  const proposal = await proposePromotion(registry, { manifest, evidence, channel: 'production', describe })
  if (proposal.outcome !== 'open') throw new Error(proposal.outcome)
  const { channels } = await checkProposedChannels(registry, { pullRequest: proposal.pullRequest.number })
  expect(channels.flatMap(({ checks }) => checks)).toContainEqual({
    name: 'release',
    verdict: 'pass',
    detail: `the image ghcr.io/acme/churn@sha256:${sha256('one')}`,
  })
})
