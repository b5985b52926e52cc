import { constants } from 'node:fs'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type ActionContext, handoverPart, readHandover } from '@tidemark/action-kit'
import {
  Dataset,
  type FileDigest,
  featuresDigest,
  lookupFiles,
  modelDigest,
  Run,
  TidemarkError,
  Validation,
} from '@tidemark/schemas'
import type { definition } from './definition.ts'
import type { ScoredModel } from './scored-model.ts'

export interface Candidate {
  run: Run
  /** The holdout as it was validated. */
  validated: { dataset: Dataset; validation: Validation }
  source: ScoredModel['source']
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
  // An ONNX file is compared as it is loaded.
  if (run.output.kind === 'opaque' && modelDigestOf(training.files, run) !== run.output.modelDigest) {
    throw new TidemarkError('DIGEST_MISMATCH', 'the model that was handed over is not the one that its run names', {
      hint: 'Run train again; do not edit what travels between jobs.',
    })
  }
  const lookups = lookupFiles(training.files).map(({ name, file }) => ({ name, sha256: file.sha256 }))
  const query = training.files.find((file) => file.path === 'features.sql')?.sha256
  // With an image no query travels: the run says which one it was.
  const features = run.output.image && query === undefined ? run.data.features : featuresDigest(query ?? '', lookups)
  return { run, validated, source: await readSource(folder, run), features }
}

function modelDigestOf(files: readonly FileDigest[], { output }: Run): string {
  return output.image && files.length === 0 ? output.image.digest : modelDigest(files)
}

async function readSource(folder: string, { output }: Run): Promise<ScoredModel['source']> {
  if (output.image) return { image: output.image }
  if (output.kind === 'opaque') {
    return {
      fill: async (directory) => {
        for (const { path } of output.files) {
          await mkdir(dirname(join(directory, path)), { recursive: true })
          await copyFile(join(folder, path), join(directory, path), constants.COPYFILE_FICLONE)
        }
      },
    }
  }
  return {
    bytes: await readFile(join(folder, 'model.onnx')),
    sha256: output.files.find((file) => file.path === 'model.onnx')?.sha256 ?? '',
  }
}
