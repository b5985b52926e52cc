import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloneLedger } from '@tidemark/github'
import { type Ledger, registerModel, type VerificationProblem, verifyRegistry } from '@tidemark/registry'
import { layout } from '@tidemark/schemas'
import { expect, it } from 'vitest'
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
    expect(offline).toEqual(await verifyRegistry(ledger))
    expect(offline.verified).toBe(true)
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
  await registry.releases.upload(release.id, { name: 'model.onnx', bytes: Buffer.from('other bytes') })
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
  expect(await verifyRegistry(ledger)).toMatchObject({ verified: false, problems: [{ severity: 'warning' }] })
})
