import { fileOfBytes, listVersions, readVersion, registerModel, verifyRegistry } from '@tidemark/registry'
import { evaluationId, featuresDigest, modelDigest, runId, sha256 } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { createCandidate } from './candidate.ts'
import { changesSomething, createRegistryWorld, type RegistryWorld } from './sandbox.ts'

/** What a registry holds, without the times and commit ids that differ from run to run. */
async function endState({ connect }: RegistryWorld): Promise<unknown> {
  const { ledger, releases } = await connect()
  const head = await ledger.head()
  if (head === null) return null
  const paths = await ledger.files(head)
  const versions = await Promise.all(
    (await listVersions(ledger, 'churn', head)).map((version) => readVersion(ledger, 'churn', version, head)),
  )
  return {
    paths: paths.sort(),
    versions: await Promise.all(
      versions.map(async (manifest) => {
        const release = manifest && (await releases.get(manifest.release.id))
        return {
          version: manifest?.version,
          digest: manifest?.modelDigest,
          tag: release?.tag,
          isDraft: release?.isDraft,
          assets: release?.assets.map(({ name, sha256, state }) => ({ name, sha256, state })),
        }
      }),
    ),
    tags: (await ledger.tags('')).sort(),
    drafts: (await releases.drafts()).length,
  }
}

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

it('lets registrations at once all succeed: versions are unique and gapless, identical bytes share one', async () => {
  await using world = await createRegistryWorld()
  const seeds = ['a', 'b', 'c', 'a', 'b']
  const done = await Promise.all(seeds.map(async (seed) => registerModel(await world.connect(), createCandidate(seed))))
  const versions = done.map((each) => (each.registered ? each.manifest.version : null))
  expect([...new Set(versions)].sort()).toEqual(['1.0.0', '1.1.0', '1.2.0'])
  expect(versions[3]).toBe(versions[0])
  expect(versions[4]).toBe(versions[1])
  const state = (await endState(world)) as { tags: string[]; drafts: number }
  expect(state.tags).toEqual(['churn@v1.0.0', 'churn@v1.1.0', 'churn@v1.2.0'])
  expect(state.drafts).toBe(0)
}, 120_000)

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

it.each(['before', 'after'] as const)(
  'ends as if nothing had happened when it is killed %s any request and run again',
  async (moment) => {
    await using undisturbed = await createRegistryWorld()
    await registerModel(await undisturbed.connect(), createCandidate('a'))
    const requests = [...undisturbed.github.requests]
    const expected = await endState(undisturbed)
    // What changes nothing needs no kill of its own: it is one before the next change. The first and last request are tried all the same.
    const writes = requests.flatMap(({ method, path }, i) => (changesSomething(method, path) ? [i + 1] : []))
    expect(writes.length).toBeGreaterThan(6)
    for (const n of [1, ...writes, requests.length]) {
      await using world = await createRegistryWorld()
      world.github.faults.killAt(n, moment)
      const killed = async () => registerModel(await world.connect(), createCandidate('a'))
      await killed().catch(() => undefined)
      world.github.faults.clear()
      await registerModel(await world.connect(), createCandidate('a'))
      expect(await endState(world), `killed ${moment} request ${n} of ${requests.length}`).toEqual(expected)
    }
  },
  240_000,
)

it('says what is missing when the token may not write, and writes nothing', async () => {
  await using world = await createRegistryWorld()
  const reader = world.github.issueJobToken({
    repository: 'acme/churn',
    permissions: { contents: 'read' },
    runId: 2,
    jobId: 2,
  })
  await expect(registerModel(await world.connect(reader), createCandidate('a'))).rejects.toMatchObject({
    code: 'GITHUB_DENIED',
    hint: expect.stringContaining('contents'),
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
