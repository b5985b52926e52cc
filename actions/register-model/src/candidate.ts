import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type InputsOf, readHandover } from '@tidemark/action-kit'
import type { Evidence, ModelFiles } from '@tidemark/registry'
import {
  Dataset,
  type DocumentSchema,
  Evaluation,
  parseJsonDocument,
  Run,
  storedJson,
  Validation,
} from '@tidemark/schemas'
import type { definition } from './definition.ts'

/** Reads what the earlier jobs handed over; every digest is checked on arrival, every document against its schema. */
export async function readCandidate(
  inputs: InputsOf<typeof definition>,
): Promise<{ evidence: Evidence; files: ModelFiles }> {
  const [validation, training, evaluation] = await Promise.all([
    readHandover(inputs.validation, { kind: 'validation', expectedDigest: inputs.validationHandover }),
    readHandover(inputs.training, { kind: 'training', expectedDigest: inputs.trainingHandover }),
    readHandover(inputs.evaluation, { kind: 'evaluation', expectedDigest: inputs.evaluationHandover }),
  ])
  const run = part(Run, training.facts, 'run', inputs.training)
  const both = <T>(schema: DocumentSchema<T>, kind: string) => ({
    training: part(schema, validation.facts, `training-${kind}`, inputs.validation),
    holdout: part(schema, validation.facts, `holdout-${kind}`, inputs.validation),
  })
  const files = new Map<string, Uint8Array>()
  for (const { path } of training.files) files.set(path, await readFile(join(inputs.training, path)))
  return {
    evidence: {
      run,
      evaluation: part(Evaluation, evaluation.facts, 'evaluation', inputs.evaluation),
      datasets: both(Dataset, 'dataset'),
      validations: both(Validation, 'validation'),
    },
    files,
  }
}

function part<T>(schema: DocumentSchema<T>, facts: unknown, name: string, folder: string): T {
  const document = (facts as Record<string, unknown> | null)?.[name] ?? null
  return parseJsonDocument(schema, storedJson(document), `${folder}/handover.json (${name})`)
}
