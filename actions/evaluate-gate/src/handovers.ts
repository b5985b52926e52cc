import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type ActionContext, handoverPart, readHandover } from '@tidemark/action-kit'
import { Dataset, featuresDigest, lookupFiles, Run, TidemarkError, Validation } from '@tidemark/schemas'
import type { definition } from './definition.ts'
import type { ScoredModel } from './scoring.ts'

export interface Candidate {
  run: Run
  /** The holdout as it was validated. */
  validated: { dataset: Dataset; validation: Validation }
  model: Omit<ScoredModel, 'query'>
  /** Digest of the query and lookups that came with it. */
  features: string
}

/** Reads what validate-data and train handed over; digests are checked on arrival, documents against their schemas. */
export async function readCandidate({ inputs, github }: ActionContext<typeof definition>): Promise<Candidate> {
  const folder = resolve(github.workspace, inputs.training)
  const validation = await readHandover(resolve(github.workspace, inputs.validation), {
    kind: 'validation',
    expectedDigest: inputs.validationHandover,
  })
  const training = await readHandover(folder, { kind: 'training', expectedDigest: inputs.trainingHandover })
  const run = handoverPart(Run, training, 'run')
  const validated = {
    dataset: handoverPart(Dataset, validation, 'holdout-dataset'),
    validation: handoverPart(Validation, validation, 'holdout-validation'),
  }
  if (validated.validation.verdict !== 'pass') {
    throw new TidemarkError('CONTRACT_FAILED', `the holdout’s verdict is ${validated.validation.verdict}`, {
      hint: 'Only data that passes its contract can judge a model. See the summary of validate-data.',
    })
  }
  if (run.output.kind === 'opaque') {
    throw new TidemarkError(
      'MODEL_REFUSED',
      'the candidate is an opaque model, whose scores this action cannot compute',
      {
        hint: 'evaluate-gate scores ONNX models. Train one, or set kind: onnx in model.yaml.',
      },
    )
  }
  const model = {
    name: 'the candidate',
    bytes: await readFile(join(folder, 'model.onnx')),
    sha256: run.output.files.find((file) => file.path === 'model.onnx')?.sha256 ?? '',
  }
  const lookups = lookupFiles(training.files).map(({ name, file }) => ({ name, sha256: file.sha256 }))
  const query = training.files.find((file) => file.path === 'features.sql')?.sha256 ?? ''
  return { run, validated, model, features: featuresDigest(query, lookups) }
}
