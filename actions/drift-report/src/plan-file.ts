import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Baseline, digestOf, parseJsonDocument, storedJson, TidemarkError } from '@tidemark/schemas'

/** Writes the plan that shards are counted by: a baseline, or a laid one into which nothing was counted yet. */
export async function writePlan(file: string, plan: Baseline): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, storedJson(plan))
}

/** Throws `FILE_NOT_FOUND`, `DOCUMENT_INVALID`, and `DIGEST_MISMATCH` where it is not what its id says or is of another version. */
export async function readPlan(
  file: string,
  { model, modelDigest }: { model: string; modelDigest: string },
): Promise<Baseline> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new TidemarkError('FILE_NOT_FOUND', `${file}, the plan, cannot be read`, {
      hint: 'Download the artifact of the job with mode `plan` to the path that `plan` names.',
      cause,
    })
  })
  const plan = parseJsonDocument(Baseline, text, file)
  const { id, ...rest } = plan
  if (digestOf(rest) === id && plan.model === model && plan.modelDigest === modelDigest) return plan
  throw new TidemarkError(
    'DIGEST_MISMATCH',
    `${file} is not a plan of ${model}’s version that drift is measured against`,
    {
      hint: 'The version changed since, or the file did. Run the workflow again from the planning job.',
    },
  )
}

/** Whether nothing was counted into it yet. */
export const isLaid = ({ rows }: Pick<Baseline, 'rows'>): boolean => rows === 0
