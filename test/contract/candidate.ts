import { type Evidence, type Expected, fileOfBytes, type ModelFile, type ModelFiles } from '@tidemark/registry'
import {
  type Dataset,
  datasetDigest,
  digestOf,
  type Evaluation,
  evaluationId,
  type ImageReference,
  type MetricValue,
  ModelPolicy,
  modelDigest,
  parseYamlDocument,
  type Run,
  runId,
  type Signature,
  sha256,
  type Validation,
  validationId,
} from '@tidemark/schemas'

export const policyText = `schema: tidemark/model/v1
model: churn
owners: [owner]
task: binary
data:
  files: data/*.parquet
  columns: { id: id, label: churned, cluster: day }
train: {}
gate:
  cluster: day
  metrics:
    - { id: roc_auc, mode: non_inferior, margin: 0.01, min: 0.6 }
`

export const contractText = 'the contract'

const policy = parseYamlDocument(ModelPolicy, policyText, 'models/churn/model.yaml')

const value = (number: number): MetricValue => ({
  value: number,
  lower: number - 0.01,
  upper: number + 0.01,
  standardError: 0.005,
})

/** A candidate whose evidence fits together; `seed` makes other bytes unless they are given, `inputs` another signature. */
export function createCandidate(
  seed: string,
  options: {
    champion?: Evaluation['champion']
    verdict?: Evaluation['verdict']
    inputs?: string[]
    bytes?: Uint8Array
    /** Instead of `bytes`. */
    onnx?: ModelFile
    model?: string
    /** An opaque model of these files, or of an image. */
    opaque?: { files?: Record<string, string>; image?: ImageReference; signature?: Signature }
    parameters?: Run['parameters']
    /** Instead of two files of other bytes. */
    datasets?: Evidence['datasets']
  } = {},
): { evidence: Evidence; files: ModelFiles } & Expected {
  const model = options.model ?? 'churn'
  const { opaque } = options
  const onnxFiles = new Map([
    ['features.sql', fileOfBytes(Buffer.from('SELECT * FROM customers'))],
    ['model.onnx', options.onnx ?? fileOfBytes(options.bytes ?? Buffer.from(`model ${seed}`))],
  ])
  const files = opaque
    ? new Map(Object.entries(opaque.files ?? {}).map(([path, text]) => [path, fileOfBytes(Buffer.from(text))]))
    : onnxFiles
  const digests = [...files].map(([path, { sizeBytes, sha256 }]) => ({ path, sizeBytes, sha256 }))
  const datasets = options.datasets ?? {
    training: createDataset(model, 'january', seed),
    holdout: createDataset(model, 'february', 'holdout'),
  }
  const validations = { training: createValidation(datasets.training), holdout: createValidation(datasets.holdout) }
  const features = sha256('SELECT * FROM customers')
  const run: Omit<Run, 'id'> = {
    schema: 'tidemark/run/v1',
    model,
    source: {
      repository: 'acme/churn',
      sha: sha256(seed).slice(0, 40),
      ref: 'refs/heads/main',
      committedAt: '2026-03-01T09:30:00Z',
    },
    executor: 'embedded',
    trainer: { name: 'tidemark-boosted-trees', version: '1' },
    seed: 7,
    parameters: options.parameters ?? { trees: 10 },
    data: {
      dataset: datasets.training.digest,
      validation: validations.training.id,
      trainingFeatures: features,
      features,
      rows: 1000,
      acceptedRows: 1000,
    },
    output: {
      modelDigest: opaque?.image?.digest ?? modelDigest(digests),
      files: digests,
      ...(opaque ? { kind: 'opaque' as const } : {}),
      ...(opaque?.image ? { image: opaque.image } : {}),
      signature: opaque
        ? (opaque.signature ?? { inputs: [], outputs: [] })
        : {
            inputs: (options.inputs ?? ['age']).map((name) => ({ name, type: 'float', shape: ['N', 1] })),
            outputs: [{ name: 'probability', type: 'float', shape: ['N', 1] }],
          },
    },
    metrics: { log_loss: 0.4 },
    importance: { age: 1 },
    trainingSeconds: 1.5,
  }
  const recorded: Run = { ...run, id: runId(run) }
  const verdict = options.verdict ?? 'pass'
  const evaluation: Omit<Evaluation, 'id'> = {
    schema: 'tidemark/evaluation/v1',
    model,
    run: recorded.id,
    challenger: { modelDigest: run.output.modelDigest, sizeBytes: 30, latencyP95Ms: 0.2 },
    champion: options.champion ?? null,
    holdout: {
      dataset: datasets.holdout.digest,
      validation: validations.holdout.id,
      features,
      rows: 1000,
      acceptedRows: 1000,
    },
    policyDigest: digestOf(policy.gate),
    verdict,
    reason: `the gate says ${verdict}`,
    rules: [
      {
        id: 'roc_auc.min',
        metric: 'roc_auc',
        mode: 'absolute',
        verdict,
        challenger: 0.7,
        champion: null,
        difference: null,
        bounds: { lower: 0.69, upper: 0.71, level: 0.95 },
        standardError: 0.005,
        limit: 0.6,
        rows: 1000,
        clusters: 30,
        clustersNeeded: null,
        reason: `ROC AUC .7000 → ${verdict}`,
      },
    ],
    notJudged: [],
    metrics: {
      roc_auc: { challenger: value(0.7), champion: null },
      log_loss: { challenger: value(0.4), champion: null },
      brier: { challenger: value(0.2), champion: null },
      ece: { challenger: value(0.02), champion: null },
    },
    statistics: {},
  }
  return {
    evidence: { run: recorded, evaluation: { ...evaluation, id: evaluationId(evaluation) }, datasets, validations },
    files,
    policy: {
      ...policy,
      model,
      ...(opaque ? { kind: 'opaque' as const } : {}),
      ...(opaque?.signature ? { signature: opaque.signature } : {}),
    },
    contractSha256: sha256(contractText),
  }
}

function createDataset(model: string, name: string, seed: string): Dataset {
  const files = [{ path: `data/${name}.parquet`, sizeBytes: 10, sha256: sha256(name + seed), rows: 1000 }]
  return {
    schema: 'tidemark/dataset/v1',
    model,
    name: 'customers',
    digest: datasetDigest({ files }),
    files,
    rows: 1000,
    columns: [{ name: 'age', type: 'DOUBLE' }],
  }
}

function createValidation(dataset: Dataset): Validation {
  const validation: Omit<Validation, 'id'> = {
    schema: 'tidemark/validation/v1',
    model: dataset.model,
    dataset: dataset.digest,
    contract: { id: 'urn:contract:customers', version: '1.0.0', sha256: sha256(contractText) },
    violations: { action: 'fail', maxShare: 0 },
    verdict: 'pass',
    rows: 1000,
    rejectedRows: 0,
    checks: [],
  }
  return { ...validation, id: validationId(validation) }
}
