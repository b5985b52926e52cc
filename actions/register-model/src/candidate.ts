import { join } from 'node:path'
import { handoverPart, type InputsOf, readHandover } from '@tidemark/action-kit'
import type { Evidence, ModelFile, ModelFiles } from '@tidemark/registry'
import { Dataset, type DocumentSchema, Evaluation, Run, Validation } from '@tidemark/schemas'
import type { definition } from './definition.ts'
import { fileOnDisk } from './file-on-disk.ts'

/** Reads what the earlier jobs handed over; every digest is checked on arrival, every document against its schema. */
export async function readCandidate(
  inputs: InputsOf<typeof definition>,
): Promise<{ evidence: Evidence; files: ModelFiles }> {
  const [validation, training, evaluation] = await Promise.all([
    readHandover(inputs.validation, { kind: 'validation', expectedDigest: inputs.validationHandover }),
    readHandover(inputs.training, { kind: 'training', expectedDigest: inputs.trainingHandover }),
    readHandover(inputs.evaluation, { kind: 'evaluation', expectedDigest: inputs.evaluationHandover }),
  ])
  const run = handoverPart(Run, training, 'run')
  const both = <T>(schema: DocumentSchema<T>, kind: string) => ({
    training: handoverPart(schema, validation, `training-${kind}`),
    holdout: handoverPart(schema, validation, `holdout-${kind}`),
  })
  const files = new Map(
    training.files.map(({ path, sizeBytes, sha256 }): [string, ModelFile] => [
      path,
      fileOnDisk(join(inputs.training, path), { sizeBytes, sha256 }),
    ]),
  )
  return {
    evidence: {
      run,
      evaluation: handoverPart(Evaluation, evaluation, 'evaluation'),
      datasets: both(Dataset, 'dataset'),
      validations: both(Validation, 'validation'),
    },
    files,
  }
}
