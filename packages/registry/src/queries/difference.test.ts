import { readFileSync } from 'node:fs'
import { Dataset, Evaluation, parseJsonDocument, Run, VersionManifest } from '@tidemark/schemas'
import { expect, test } from 'vitest'
import { type Compared, compareLineages } from './difference.ts'

const read = (kind: string) =>
  readFileSync(new URL(`../../../../registry-schema/examples/${kind}/valid/flight-delay.json`, import.meta.url), 'utf8')
const example = {
  manifest: parseJsonDocument(VersionManifest, read('version'), 'version'),
  run: parseJsonDocument(Run, read('run'), 'run'),
  evaluation: parseJsonDocument(Evaluation, read('evaluation'), 'evaluation'),
  dataset: parseJsonDocument(Dataset, read('dataset'), 'dataset'),
}
const [january, february] = example.dataset.files as [Dataset['files'][0], Dataset['files'][0]]
const march = { ...january, path: 'data/march.parquet', sha256: 'c'.repeat(64) }

function compared(
  change: {
    manifest?: Partial<VersionManifest>
    run?: Partial<Run>
    evaluation?: Partial<Evaluation>
    files?: Dataset['files']
    columns?: Dataset['columns']
  } = {},
): Compared {
  const run = { ...example.run, ...change.run }
  const dataset: Dataset = {
    ...example.dataset,
    digest: run.data.dataset,
    files: change.files ?? example.dataset.files,
    columns: change.columns ?? example.dataset.columns,
  }
  return {
    manifest: { ...example.manifest, ...change.manifest },
    lineage: { run, evaluation: { ...example.evaluation, ...change.evaluation }, datasets: [dataset], validations: [] },
  }
}

test('a version and itself differ in nothing', () => {
  const difference = compareLineages(compared(), compared())
  expect(difference).toMatchObject({
    isSameHoldout: true,
    isSameFeatures: true,
    parameters: [],
    signature: { verdict: 'identical' },
    training: { files: { added: [], removed: [], changed: [], renamed: [] }, columns: { added: [], removed: [] } },
  })
  expect(difference.metrics.every((metric) => metric.difference === 0)).toBe(true)
})

test('a metric that one side does not have, or that is undefined, differs by nothing known: null, never 0', () => {
  const a = compared({ manifest: { metrics: { roc_auc: 0.6, lift: 2 } } })
  const b = compared({ manifest: { metrics: { roc_auc: null } } })
  const { metrics } = compareLineages(a, b)
  expect(metrics.map(({ name, difference }) => [name, difference])).toEqual([
    ['roc_auc', null],
    ['lift', null],
  ])
  expect(metrics[1]).toMatchObject({ a: { value: 2, lower: null, upper: null }, b: null })
})

test('files are added, removed, changed, or the same bytes under another name', () => {
  const moved = { ...january, path: 'data/2001/01.parquet' }
  const rewritten = { ...february, sha256: 'd'.repeat(64) }
  const b = compared({ files: [moved, rewritten, march], columns: [{ name: 'date', type: 'DATE' }] })
  const { training } = compareLineages(compared({ files: [january, february] }), b)
  expect(training.files).toEqual({
    added: ['data/march.parquet'],
    removed: [],
    changed: [february.path],
    renamed: [{ from: january.path, to: moved.path }],
    unchanged: 0,
  })
  expect(training.columns.added).toEqual(['date DATE'])
  expect(training.columns.removed).toContain('date TIMESTAMP')
})

test('parameters that differ are listed with both values, one that is not given as null', () => {
  const a = compared({ run: { parameters: { trees: 100, l2: 1 } } })
  const b = compared({ run: { parameters: { trees: 200, l2: 1, depth: 3 }, seed: 8 } })
  expect(compareLineages(a, b)).toMatchObject({
    parameters: [
      { name: 'depth', a: null, b: 3 },
      { name: 'trees', a: 100, b: 200 },
    ],
    unchangedParameters: 1,
    seed: { a: example.run.seed, b: 8 },
  })
})

test('what the champion had on the other’s rows is compared where it was the champion, and nowhere else', () => {
  const judged = { value: 0.7, lower: 0.69, upper: 0.71, standardError: 0.01 }
  const metrics = { roc_auc: { challenger: judged, champion: { ...judged, value: 0.6 } } } as Evaluation['metrics']
  const champion = { version: '1.0.0', modelDigest: example.manifest.modelDigest }
  const b = compared({ evaluation: { champion, metrics } })
  const [paired] = compareLineages(compared(), b).paired
  expect(paired).toMatchObject({ name: 'roc_auc', a: 0.6, b: 0.7 })
  expect(paired!.difference).toBeCloseTo(0.1)
  const other = compared({ manifest: { modelDigest: 'f'.repeat(64) } })
  expect(compareLineages(other, b).paired).toEqual([])
})

test('what could not be read is null', () => {
  const lost = { ...compared(), lineage: { run: null, evaluation: null, datasets: [], validations: [] } }
  expect(compareLineages(lost, compared())).toMatchObject({
    isSameHoldout: false,
    isSameFeatures: null,
    seed: { a: null },
    latencyP95Ms: { a: null },
    training: { digest: { a: null }, rows: { a: null } },
  })
})
