import {
  type Dataset,
  datasetDigest,
  digestOf,
  digestOfModel,
  type Evaluation,
  evaluationId,
  featuresDigest,
  layout,
  lookupFiles,
  type ModelPolicy,
  type Problem,
  type Run,
  runId,
  TidemarkError,
  type Validation,
  validationId,
} from '@tidemark/schemas'
import type { Fact } from './facts.ts'
import type { ModelFiles } from './ports.ts'

/** Everything that a candidate's verdict rests on. */
export interface Evidence {
  run: Run
  evaluation: Evaluation
  datasets: { training: Dataset; holdout: Dataset }
  validations: { training: Validation; holdout: Validation }
}

/**
 * Recomputes every digest and checks that each fact names the next one: dataset → validation → run → evaluation → bytes.
 * Throws one `DIGEST_MISMATCH` with all that does not fit.
 */
export function assertEvidence(evidence: Evidence, files: ModelFiles, expected: Expected): void {
  const problems = [...findEvidenceProblems(evidence, expected), ...findFileProblems(evidence.run, files)]
  if (problems.length === 0) return
  throw new TidemarkError('DIGEST_MISMATCH', 'the evidence does not fit together', {
    hint: 'Run the workflow again from validate-data, without editing what travels between its jobs.',
    problems,
  })
}

/** What the default branch says, whatever the candidate's branch had. */
export interface Expected {
  policy: ModelPolicy
  contractSha256: string
  /** The commit and repository that the job runs for, where it is known. */
  source?: { repository: string; sha: string } | undefined
}

/** What does not fit between the facts of one candidate; empty when all does. */
export function findEvidenceProblems(
  { run, evaluation, datasets, validations }: Evidence,
  { policy, contractSha256, source }: Expected,
): Problem[] {
  const problems: Problem[] = []
  const expect = (what: string, actual: unknown, expected: unknown) => {
    if (actual !== expected)
      problems.push({ path: what, message: `is ${String(actual)}, expected ${String(expected)}` })
  }
  for (const document of [run, evaluation, ...Object.values(datasets), ...Object.values(validations)]) {
    expect(`${document.schema} model`, document.model, policy.model)
  }
  for (const split of ['training', 'holdout'] as const) {
    expect(`datasets.${split}.digest`, datasets[split].digest, datasetDigest(datasets[split]))
    expect(`validations.${split}.id`, validations[split].id, validationId(validations[split]))
    expect(`validations.${split}.dataset`, validations[split].dataset, datasets[split].digest)
    expect(`validations.${split}.verdict`, validations[split].verdict, 'pass')
    expect(
      `validations.${split}.contract (the default branch decides it)`,
      validations[split].contract.sha256,
      contractSha256,
    )
    expect(`validations.${split}.violations`, digestOf(validations[split].violations), digestOf(policy.data.violations))
  }
  expect('run.id', run.id, runId(run))
  if (source) {
    expect('run.source.repository', run.source.repository, source.repository)
    expect('run.source.sha', run.source.sha, source.sha)
  }
  expect('run.data.dataset', run.data.dataset, datasets.training.digest)
  expect('run.data.validation', run.data.validation, validations.training.id)
  expect('evaluation.id', evaluation.id, evaluationId(evaluation))
  expect('evaluation.run', evaluation.run, run.id)
  expect('evaluation.challenger.modelDigest', evaluation.challenger.modelDigest, run.output.modelDigest)
  expect('evaluation.holdout.dataset', evaluation.holdout.dataset, datasets.holdout.digest)
  expect('evaluation.holdout.validation', evaluation.holdout.validation, validations.holdout.id)
  const kind = run.output.kind ?? 'onnx'
  expect('run.output.kind (the default branch decides it)', kind, policy.kind ?? 'onnx')
  const bringsQuery = run.output.files.some(({ path }) => path === 'features.sql')
  if (kind === 'onnx' || bringsQuery)
    expect('run.data.features (its query and lookups)', run.data.features, featuresOf(run))
  if (kind === 'opaque') {
    const declared = policy.signature ?? { inputs: [], outputs: [] }
    expect('run.output.signature (the default branch declares it)', digestOf(run.output.signature), digestOf(declared))
  }
  expect('evaluation.holdout.features', evaluation.holdout.features, run.data.features)
  expect(
    'evaluation.policyDigest (the default branch decides the gate)',
    evaluation.policyDigest,
    digestOf(policy.gate),
  )
  const trained = new Set(datasets.training.files.map((file) => file.sha256))
  for (const file of datasets.holdout.files) {
    if (trained.has(file.sha256))
      problems.push({ path: `datasets.holdout ${file.path}`, message: 'was also trained on' })
  }
  return problems
}

/** The digest of the query and lookups that travel with a run's model. */
function featuresOf({ output }: Run): string {
  const query = output.files.find((file) => file.path === 'features.sql')
  const lookups = lookupFiles(output.files).map(({ name, file }) => ({ name, sha256: file.sha256 }))
  return featuresDigest(query?.sha256 ?? 'of no query', lookups)
}

/** The facts of one candidate with their paths. */
export function evidenceFacts({ run, evaluation, datasets, validations }: Evidence): Fact[] {
  const { model } = run
  return [
    ...Object.values(datasets).map((document) => ({ path: layout.dataset(model, document.digest), document })),
    ...Object.values(validations).map((document) => ({ path: layout.validation(model, document.id), document })),
    { path: layout.run(model, run.id, run.source.committedAt), document: run },
    { path: layout.evaluation(model, evaluation.id), document: evaluation },
  ]
}

function findFileProblems(run: Run, files: ModelFiles): Problem[] {
  const problems: Problem[] = []
  const named = new Set(run.output.files.map((file) => file.path))
  for (const path of files.keys())
    if (!named.has(path)) problems.push({ file: path, message: 'is not named by the run' })
  for (const file of run.output.files) {
    const arrived = files.get(file.path)
    if (arrived === undefined) problems.push({ file: file.path, message: 'is named by the run but did not arrive' })
    else if (arrived.sha256 !== file.sha256 || arrived.sizeBytes !== file.sizeBytes) {
      problems.push({
        file: file.path,
        message: `has ${arrived.sizeBytes} bytes of sha256 ${arrived.sha256}, expected ${file.sizeBytes} of ${file.sha256}`,
      })
    }
  }
  const digest = digestOfModel(run.output)
  if (digest !== run.output.modelDigest) {
    problems.push({ path: 'run.output.modelDigest', message: `is ${run.output.modelDigest}, it is ${digest}` })
  }
  return problems
}
