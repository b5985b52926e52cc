import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloneLedger, fetchLedger, verifyGitHubRegistry } from '@tidemark/github'
import { fileOfBytes, type Ledger, registerModel, type VerificationProblem, verifyRegistry } from '@tidemark/registry'
import { eventId, layout, type RegistryEvent, referTo, storedJson } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { findReplayProblem } from '../../packages/evaluation/src/index.ts'
import { createCandidate } from './candidate.ts'
import { createRegistryWorld, repository } from './sandbox.ts'

const candidate = createCandidate('a')
const { run, evaluation, datasets } = candidate.evidence

/** Writes over a fact as only somebody with access to the branch could. */
async function tamper(ledger: Ledger, path: string, change: (text: string) => string): Promise<VerificationProblem[]> {
  const head = await ledger.head()
  const text = head && (await ledger.read(path, head))
  if (!head || !text) throw new Error(`${path} is not there`)
  expect(change(text)).not.toBe(text)
  await ledger.commit({ parent: head, files: [{ path, text: change(text) }], message: 'tamper' })
  return (await verifyRegistry(ledger)).problems
}

it.each([
  ['a run', layout.run('churn', run.id, run.source.committedAt), '"trees": 10', '"trees": 99'],
  ['an evaluation', layout.evaluation('churn', evaluation.id), '0.69', '0.99'],
  ['a dataset', layout.dataset('churn', datasets.training.digest), '"sizeBytes": 10', '"sizeBytes": 11'],
  ['a manifest', layout.version('churn', '1.0.0'), '"kind": "first"', '"kind": "major"'],
  ['a document’s shape', layout.version('churn', '1.0.0'), '"kind": "onnx"', '"kind": "pickle"'],
])('shows that %s was changed', async (_name, path, from, to) => {
  await using world = await createRegistryWorld()
  const { ledger } = await world.connect()
  await registerModel(await world.connect(), candidate)
  const problems = await tamper(ledger, path, (text) => text.replace(from, to))
  expect(problems.filter((problem) => problem.severity === 'error')).not.toEqual([])
})

it('proves a plain clone offline, with the same counts as online', async () => {
  await using world = await createRegistryWorld()
  await registerModel(await world.connect(), candidate)
  const { ledger } = await world.connect()
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-clone-'))
  try {
    execFileSync('git', ['clone', '--quiet', world.github.gitDir(repository), folder])
    using clone = new CloneLedger(folder, 'model-registry')
    const offline = await verifyRegistry(clone)
    expect(offline).toMatchObject({ verified: true, checked: { commits: 2 } })
    const fetched = await fetchLedger(world.connection)
    if (fetched.ledger === null) throw new Error(fetched.problem)
    await using copy = fetched.ledger
    expect(await verifyRegistry(copy)).toEqual(offline)
    // By the API alone, what each commit changed is not known, and it says so.
    const { 'facts written once': _, ...checked } = offline.checked
    const notChecked = { ...offline.notChecked, 'what each commit changed, which only git tells': 1 }
    expect(await verifyRegistry(ledger)).toEqual({ ...offline, checked, notChecked })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('names an asset that was replaced in the release', async () => {
  await using world = await createRegistryWorld()
  const registry = await world.connect()
  const registration = await registerModel(registry, candidate)
  if (!registration.registered) throw new Error('not registered')
  const { release } = registration
  const asset = release.assets.find((each) => each.name === 'model.onnx')
  await registry.releases.removeAsset(asset?.id ?? 0)
  const other = fileOfBytes(Buffer.from('other bytes'))
  const { sizeBytes } = other
  await registry.releases.upload(release.id, { name: 'model.onnx', sizeBytes, open: () => other.open(0, sizeBytes) })
  const { verified, problems } = await verifyRegistry(registry.ledger, { releases: registry.releases })
  expect(verified).toBe(false)
  expect(problems).toContainEqual(expect.objectContaining({ message: expect.stringContaining('model.onnx') }))
})

it('does not verify a folder that is no clone, and says what to do', async () => {
  using clone = new CloneLedger(tmpdir(), 'model-registry')
  await expect(verifyRegistry(clone)).rejects.toMatchObject({
    code: 'FILE_NOT_FOUND',
    hint: expect.stringContaining('git clone'),
  })
})

it('treats a registry branch that does not exist as unverified', async () => {
  await using world = await createRegistryWorld()
  const { ledger } = await world.connect()
  expect(await verifyRegistry(ledger)).toMatchObject({
    verified: false,
    problems: [{ severity: 'warning', path: 'registry branch', message: 'does not exist' }],
  })
})

type Plain = Record<string, unknown>
type Change = (document: Plain) => void

/** A registry with one version, `forge`d by somebody with access to the branch, who keeps every digest and form in order. */
async function verifyForged(
  forge: (registry: { ledger: Ledger; edit: (path: string, change: Change) => Promise<Plain> }) => Promise<unknown>,
  options: { replay?: { evaluation: typeof findReplayProblem } } = {},
): Promise<VerificationProblem[]> {
  await using world = await createRegistryWorld()
  await registerModel(await world.connect(), candidate)
  const { ledger } = await world.connect()
  expect((await verifyRegistry(ledger)).problems).toEqual([])
  await forge({
    ledger,
    async edit(path, change) {
      const head = await ledger.head()
      const document = JSON.parse((await ledger.read(path, head ?? '')) ?? 'null') as Plain
      change(document)
      await write(ledger, path, document)
      return document
    },
  })
  return (await verifyRegistry((await world.connect()).ledger, options)).problems
}

async function write(ledger: Ledger, path: string, document: unknown): Promise<string> {
  const commit = await ledger.commit({
    parent: await ledger.head(),
    files: [{ path, text: storedJson(document) }],
    message: 'forge',
  })
  if (commit === 'stale') throw new Error('stale')
  return commit
}

const manifestPath = layout.version('churn', '1.0.0')
const runPath = layout.run('churn', run.id, run.source.committedAt)
const evaluationPath = layout.evaluation('churn', evaluation.id)
const { modelDigest } = run.output

function settledEvent(cause: string, change: Partial<RegistryEvent> = {}): { path: string; document: RegistryEvent } {
  const event = {
    type: 'promotion.settled' as const,
    model: 'churn',
    subject: { version: '1.0.0', modelDigest, channel: 'production', seq: 1 },
    cause,
    ...change,
  }
  const id = eventId(event)
  const document: RegistryEvent = {
    schema: 'tidemark/event/v1',
    id,
    ...event,
    at: '2026-03-02T08:00:00Z',
    actor: 'author',
    approvedBy: ['reviewer'],
  }
  return { path: layout.event('churn', id, event.type), document }
}

async function settle(ledger: Ledger): Promise<{ path: string; document: RegistryEvent }> {
  const event = settledEvent('churn#production#1')
  const commit = await write(ledger, event.path, event.document)
  await ledger.createTag({ name: 'churn#production#1', commit, message: 'settled' })
  return event
}

const error = (path: string, ...parts: string[]) =>
  expect.objectContaining({ severity: 'error', path, message: expect.stringMatching(parts.join('.*')) })

describe('a settled event', () => {
  it.each<[string, Partial<RegistryEvent>]>([
    ['approvedBy', { approvedBy: ['owner', 'reviewer'] }],
    ['actor', { actor: 'somebody' }],
    ['at', { at: '2026-03-01T08:00:00Z' }],
  ])('whose %s was altered is found by the commit that its tag points at', async (part, change) => {
    const { path } = settledEvent('churn#production#1')
    const problems = await verifyForged(async ({ ledger, edit }) => {
      await settle(ledger)
      await edit(path, (event) => Object.assign(event, change))
    })
    expect(problems).toEqual([error(path, 'churn#production#1', `: ${part} changed`)])
  })

  it('has no second for the same channel and seq', async () => {
    const second = settledEvent('f'.repeat(40))
    const problems = await verifyForged(async ({ ledger }) => {
      await settle(ledger)
      await write(ledger, second.path, second.document)
    })
    expect(problems.map(({ path }) => path).sort()).toEqual(
      [settledEvent('churn#production#1').path, second.path].sort(),
    )
    expect(problems).toContainEqual(error(second.path, 'one of 2 events', 'churn#production#1'))
  })

  it('speaks of the digest that its version has', async () => {
    const event = settledEvent('x', {
      subject: { version: '1.0.0', modelDigest: 'f'.repeat(64), channel: 'beta', seq: 1 },
    })
    const problems = await verifyForged(({ ledger }) => write(ledger, event.path, event.document))
    expect(problems).toContainEqual(error(event.path, 'f{64}', modelDigest))
  })
})

it('finds the event of a registration that was altered after its tag', async () => {
  let path = ''
  const problems = await verifyForged(async ({ ledger, edit }) => {
    const head = (await ledger.head()) ?? ''
    path = (await ledger.files(head)).find((each) => each.endsWith('version.registered.json')) ?? ''
    await edit(path, (event) => Object.assign(event, { actor: 'somebody' }))
  })
  expect(problems).toEqual([error(path, 'churn@v1.0.0', 'actor changed')])
})

it('finds a digest entry that leads other bytes to a version', async () => {
  const path = layout.byDigest('churn', 'f'.repeat(64))
  const entry = { schema: 'tidemark/by-digest/v1', model: 'churn', modelDigest: 'f'.repeat(64), version: '1.0.0' }
  expect(await verifyForged(({ ledger }) => write(ledger, path, entry))).toEqual([error(path, '1.0.0', modelDigest)])
})

it.each<[string, Change, string]>([
  [
    'metrics',
    (manifest) => Object.assign(manifest.metrics as Plain, { roc_auc: 0.99 }),
    'metrics are not those of its evaluation',
  ],
  [
    'signature',
    (manifest) => Object.assign(manifest.signature as Plain, { inputs: [] }),
    'signature is not that of its run',
  ],
  [
    'source',
    (manifest) => Object.assign(manifest.source as Plain, { sha: 'f'.repeat(40) }),
    'source is not that of its run',
  ],
  ['run', (manifest) => Object.assign(manifest, { run: manifest.evaluation }), 'does not name a run'],
])('finds a version whose %s is not what its evidence says', async (_name, change, message) => {
  expect(await verifyForged(({ edit }) => edit(manifestPath, change))).toContainEqual(error(manifestPath, message))
})

it.each<[string, string, 'run' | 'evaluation', Change, string]>([
  [
    'whose gate did not pass',
    evaluationPath,
    'evaluation',
    (document) => Object.assign(document, { verdict: 'fail' }),
    'verdict is not pass',
  ],
  [
    'judged for another run',
    evaluationPath,
    'evaluation',
    (document) => Object.assign(document, { run: 'f'.repeat(64) }),
    'evaluation.run is f{64}',
  ],
  [
    'with the bytes of another run',
    runPath,
    'run',
    (document) => Object.assign(document.output as Plain, { modelDigest: 'f'.repeat(64) }),
    'model digest is not that of its run',
  ],
])('finds a version %s, also where its manifest was made to fit', async (_name, path, part, change, message) => {
  const problems = await verifyForged(async ({ edit }) => {
    const changed = await edit(path, change)
    await edit(manifestPath, (manifest) => Object.assign(manifest, { [part]: referTo(path, changed) }))
  })
  expect(problems).toContainEqual(error(manifestPath, message))
})

it('finds a decision that does not follow from its statistics', async () => {
  // What these candidates call statistics is empty.
  const problems = await verifyForged(async () => {}, { replay: { evaluation: findReplayProblem } })
  expect(problems).toEqual([error(evaluationPath, 'statistics')])
})

it('replays a decision by the policy of the default branch where that is the one it was made by', async () => {
  await using world = await createRegistryWorld()
  const { ledger, reviews } = await world.connect()
  await registerModel(await world.connect(), candidate)
  const intent = { reviews, policyRoot: 'models' }
  const replay = { evaluation: () => null }
  expect(await verifyRegistry(ledger, { intent, replay })).toMatchObject({
    checked: { 'decisions replayed': 1 },
  })
  for (const options of [{ replay }, { replay, intent: { ...intent, policyRoot: 'elsewhere' } }]) {
    const { checked, notChecked } = await verifyRegistry(ledger, options)
    expect(checked).not.toHaveProperty('decisions replayed')
    expect(Object.keys(notChecked)).toContainEqual(expect.stringContaining('not replayed'))
  }
  const refused = await verifyRegistry(ledger, {
    intent,
    replay: { evaluation: (_, policy) => policy && `confidence ${policy.confidence}` },
  })
  expect(refused).toMatchObject({ verified: false, problems: [{ path: evaluationPath, message: 'confidence 0.95' }] })
})

it('warns of a draft that an interrupted registration left, and takes no other draft for one', async () => {
  await using world = await createRegistryWorld()
  const { ledger, releases } = await world.connect()
  await registerModel(await world.connect(), candidate)
  const body = `<!-- tidemark:release model=churn digest=${'f'.repeat(64)} -->\nRegistered by Tidemark.`
  await releases.createDraft({ tag: 'churn@v1.1.0', name: 'churn 1.1.0', body })
  await releases.createDraft({ tag: 'v2', name: 'notes', body: 'Notes of the team.' })
  const { verified, problems } = await verifyRegistry(ledger, { releases })
  expect(verified).toBe(true)
  expect(problems).toEqual([
    expect.objectContaining({
      severity: 'warning',
      path: expect.stringContaining('churn@v1.1.0'),
      remedy: expect.stringContaining('run register-model'),
    }),
  ])
})

it('says of a release that is not to be seen what it may be, and what helps', async () => {
  await using world = await createRegistryWorld()
  const registry = await world.connect()
  const registration = await registerModel(registry, candidate)
  if (!registration.registered) throw new Error('not registered')
  await registry.releases.remove(registration.release.id)
  const { problems } = await verifyRegistry(registry.ledger, { releases: registry.releases })
  expect(problems).toEqual([
    expect.objectContaining({
      path: manifestPath,
      message: expect.stringContaining('or still a draft that this token cannot see'),
      remedy: expect.stringMatching(/register-model again.*promote another version/),
    }),
  ])
})

it('takes as many requests for many versions as for one, since git fetches facts and history', async () => {
  await using world = await createRegistryWorld()
  const requestsOf = async () => {
    const before = world.github.requests.length
    const { verification, slowBecause } = await verifyGitHubRegistry(world.connection, {})
    expect(verification).toMatchObject({ verified: true, problems: [] })
    expect(slowBecause).toBeNull()
    return world.github.requests.slice(before).map(({ operationId }) => operationId)
  }
  await registerModel(await world.connect(), candidate)
  const one = await requestsOf()
  for (const seed of ['b', 'c']) await registerModel(await world.connect(), createCandidate(seed))
  expect(await requestsOf()).toEqual(one)
  expect(one.length).toBeLessThanOrEqual(14)
})

it('reads by the API where git cannot fetch, finds the same, and says what it did not prove', async () => {
  await using world = await createRegistryWorld()
  await registerModel(await world.connect(), candidate)
  process.env.GIT_ALLOW_PROTOCOL = 'none'
  try {
    const { verification, slowBecause } = await verifyGitHubRegistry(world.connection, {})
    expect(slowBecause).toContain('http')
    expect(verification).toMatchObject({ verified: true, problems: [], checked: { commits: 2 } })
    expect(Object.keys(verification.notChecked)).toContainEqual(expect.stringContaining('what each commit changed'))
  } finally {
    delete process.env.GIT_ALLOW_PROTOCOL
  }
})
