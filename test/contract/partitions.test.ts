// Data whose folders are columns: what is handed over proves the digest that the data have, in every room that asks for it.
import { rm } from 'node:fs/promises'
import { assertDriftEvidence, readReferenceFiles, recordDrift, registerModel, verifyRegistry } from '@tidemark/registry'
import { Dataset, datasetDigest, layout, parseJsonDocument, storedJson } from '@tidemark/schemas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findDriftReplayProblem, openModelFolder, openSplit } from '../../packages/data/src/index.ts'
import { writeScratch } from '../../packages/data/src/scratch-data.ts'
import { createCandidate, policyText } from './candidate.ts'
import { createEvidence, monitor } from './drift-evidence.ts'
import { createRegistryWorld } from './sandbox.ts'

const contract = `apiVersion: v3.1.0
kind: DataContract
id: churn
version: 1.0.0
status: active
schema:
  - name: customers
    properties: [{ name: age }, { name: year }, { name: month }]
`
const files = {
  'data/year=2001/month=01/a.csv': 'age\n31\n',
  'data/year=2001/month=02/a.csv': 'age\n32\n',
  'data/year=2002/month=__HIVE_DEFAULT_PARTITION__/a.csv': 'age\n33\n',
}
let root: string
beforeAll(async () => {
  root = await writeScratch({ 'models/churn/model.yaml': policyText, 'models/churn/contract.yaml': contract, ...files })
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** What validate-data hands over of files: the document as it is parsed again. */
async function handOver(...patterns: string[]): Promise<Dataset> {
  const folder = await openModelFolder(root, { policyRoot: 'models', model: 'churn' })
  await using split = await openSplit(folder, patterns)
  const dataset = parseJsonDocument(Dataset, storedJson(split.document), 'dataset.json')
  return dataset
}

it('a handed-over dataset says what its folders add, and proves its digest by itself', async () => {
  const dataset = await handOver('data/**/*.csv')
  expect(dataset.files.map(({ partition }) => partition)).toEqual([
    { year: '2001', month: '01' },
    { year: '2001', month: '02' },
    { year: '2002', month: null },
  ])
  expect(datasetDigest(dataset)).toBe(dataset.digest)
  const moved = dataset.files.map((file) => ({ ...file, partition: { ...file.partition, year: '2003' } }))
  expect(datasetDigest({ files: moved })).not.toBe(dataset.digest)
})

it('a version of such data is registered, its drift recorded, and all of it verified', async () => {
  const datasets = { training: await handOver('data/year=2001/**/*.csv'), holdout: await handOver('data/year=2002/**') }
  const candidate = createCandidate('partitions', { datasets })
  await using world = await createRegistryWorld()
  const registry = await world.connect()
  const registration = await registerModel(registry, candidate)
  if (!registration.registered) throw new Error('not registered')
  const { manifest } = registration
  const own = await readReferenceFiles(registry.ledger, manifest, (await registry.ledger.head()) ?? '')
  const evidence = await createEvidence(['normal'], { modelDigest: manifest.modelDigest, files: own })
  const latest = '2026-03-03'
  const expected = { manifest, referenceFiles: own, policy: monitor, replay: findDriftReplayProblem, latest }
  expect(evidence.reference.digest).toBe((await handOver('data/**/*.csv')).digest)
  assertDriftEvidence(evidence, expected)
  const at = await recordDrift(registry, { manifest, policy: monitor, evidence })
  const replay = { drift: findDriftReplayProblem }
  expect((await verifyRegistry(registry.ledger, { replay })).problems).toEqual([])

  // The same bytes in another month are other rows.
  const moved = own.map((file, i) => (i === 0 ? { ...file, partition: { ...file.partition, month: '07' } } : file))
  const other = await createEvidence(['normal'], { modelDigest: manifest.modelDigest, files: moved })
  expect(() => assertDriftEvidence(other, expected)).toThrow(expect.objectContaining({ code: 'DIGEST_MISMATCH' }))
  const path = layout.dataset('churn', datasets.training.digest)
  const text = ((await registry.ledger.read(path, at)) ?? '').replace('"month": "01"', '"month": "07"')
  await registry.ledger.commit({ parent: at, files: [{ path, text }], message: 'tamper' })
  const { problems } = await verifyRegistry(registry.ledger, { replay })
  expect(problems).toContainEqual(
    expect.objectContaining({ path, message: expect.stringContaining('its files give the digest') }),
  )
})
