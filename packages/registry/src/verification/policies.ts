import { type ModelPolicy, TidemarkError } from '@tidemark/schemas'
import { readPolicy } from '../policy.ts'
import type { Reviews } from '../ports.ts'

/** The default branch's policies; a model without one that can be read is left out, which is no fault of the registry. */
export async function readPolicies(
  intent: { reviews: Reviews; policyRoot: string },
  models: ReadonlySet<string>,
): Promise<Map<string, ModelPolicy>> {
  const policies = new Map<string, ModelPolicy>()
  const ref = await intent.reviews.branchHead(await intent.reviews.defaultBranch())
  if (ref === null) return policies
  for (const model of models) {
    try {
      policies.set(model, (await readPolicy(intent, model, ref)).policy)
    } catch (error) {
      if (!(error instanceof TidemarkError) || error.code.startsWith('GITHUB_')) throw error
    }
  }
  return policies
}
