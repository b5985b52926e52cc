import { fileOfBytes, registerModel, verifyRegistry } from '@tidemark/registry'
import { evaluationId, featuresDigest, modelDigest, runId, sha256 } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { createCandidate } from './candidate.ts'
import { endState } from './end-state.ts'
import { createRegistryWorld } from './sandbox.ts'

it('creates the registry branch, the facts, a published prerelease, the tag and the events', async () => {
  await using world = await createRegistryWorld()
  const registration = await registerModel(await world.connect(), createCandidate('a'))
  if (!registration.registered) throw new Error('not registered')
  expect(registration.manifest.version).toBe('1.0.0')
  expect(registration.release).toMatchObject({ tag: 'churn@v1.0.0', isDraft: false, isPrerelease: true })
  const { ledger, releases } = await world.connect()
  const verification = await verifyRegistry(ledger, { releases, assets: true })
  expect(verification.problems).toEqual([])
  expect(verification.checked).toMatchObject({
    versions: 1,
    runs: 1,
    evaluations: 1,
    datasets: 2,
    validations: 2,
    events: 2,
    releases: 1,
    tags: 1,
  })
  expect(world.github.unexpected).toEqual([])
})

it('gives identical bytes the same version and changes nothing the second time', async () => {
  await using world = await createRegistryWorld()
  await registerModel(await world.connect(), createCandidate('a'))
  const before = await endState(world)
  const again = await registerModel(await world.connect(), createCandidate('a'))
  expect(again).toMatchObject({ registered: true, isNew: false, manifest: { version: '1.0.0' } })
  expect(await endState(world)).toEqual(before)
})

it('raises the minor version for new bytes and the major one for a signature that breaks callers', async () => {
  await using world = await createRegistryWorld()
  await registerModel(await world.connect(), createCandidate('a'))
  const minor = await registerModel(await world.connect(), createCandidate('b'))
  const major = await registerModel(await world.connect(), createCandidate('c', { inputs: ['age', 'plan'] }))
  expect(minor).toMatchObject({ manifest: { version: '1.1.0', bump: { kind: 'minor' }, parent: { version: '1.0.0' } } })
  expect(major).toMatchObject({
    manifest: { version: '2.0.0', bump: { kind: 'major', reasons: ['input plan is new'] } },
  })
})

it('records a refused candidate with its reasons, and makes no version, tag or release', async () => {
  await using world = await createRegistryWorld()
  const registration = await registerModel(await world.connect(), createCandidate('bad', { verdict: 'fail' }))
  expect(registration).toMatchObject({
    registered: false,
    event: { type: 'gate.failed', reasons: ['ROC AUC .7000 → fail'] },
  })
  expect(await endState(world)).toMatchObject({ versions: [], tags: [], drafts: 0 })
  const { ledger } = await world.connect()
  expect((await verifyRegistry(ledger)).checked).toMatchObject({ runs: 1, evaluations: 1, events: 1 })
})

it('refuses evidence that was edited on its way, naming every part, before anything is written', async () => {
  await using world = await createRegistryWorld()
  const candidate = createCandidate('a')
  candidate.evidence.datasets.training.files[0]!.sha256 = 'f'.repeat(64)
  candidate.evidence.run.parameters.trees = 11
  const failure = registerModel(await world.connect(), candidate)
  await expect(failure).rejects.toMatchObject({
    code: 'DIGEST_MISMATCH',
    problems: expect.arrayContaining([
      expect.objectContaining({ path: 'datasets.training.digest' }),
      expect.objectContaining({ path: 'run.id' }),
    ]),
  })
  expect(await endState(world)).toBeNull()
})

it('refuses a run that names another query, or other lookups, than its model’s files are', async () => {
  await using world = await createRegistryWorld()
  const plain = createCandidate('a')
  const lookup = Buffer.from('plan,price\nmonthly,9.5\n')
  const files = new Map([...plain.files, ['lookups/plans.csv', fileOfBytes(lookup)]])
  const { run, evaluation, ...facts } = plain.evidence
  const digests = [...files].map(([path, { sizeBytes, sha256 }]) => ({ path, sizeBytes, sha256 }))
  const remade = (features: string): typeof plain => {
    const output = { ...run.output, files: digests, modelDigest: modelDigest(digests) }
    const other = { ...run, output, data: { ...run.data, features } }
    const recorded = { ...other, id: runId(other) }
    const judged = {
      ...evaluation,
      run: recorded.id,
      challenger: { ...evaluation.challenger, modelDigest: output.modelDigest },
      holdout: { ...evaluation.holdout, features },
    }
    return {
      ...plain,
      files,
      evidence: { run: recorded, evaluation: { ...judged, id: evaluationId(judged) }, ...facts },
    }
  }
  await expect(registerModel(await world.connect(), remade(run.data.features))).rejects.toMatchObject({
    code: 'DIGEST_MISMATCH',
    problems: [{ path: 'run.data.features (its query and lookups)' }],
  })
  const features = featuresDigest(run.data.features, [{ name: 'plans', sha256: sha256(lookup) }])
  expect(await registerModel(await world.connect(), remade(features))).toMatchObject({ registered: true })
})
