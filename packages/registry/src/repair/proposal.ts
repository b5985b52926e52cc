import type { Registry } from '../ports.ts'
import { supersededMarker } from '../proposal.ts'
import { done, type StepResult, unneeded } from './result.ts'
import type { RepairStep } from './step.ts'

/**
 * Closes a pull request that has nothing left to do and removes its branch. Marked like a superseded one, so that its version can
 * be proposed again; the reason stands in its body, which is written in one request with the closing, so that a kill doubles nothing.
 */
export async function closeProposal(
  { reviews }: Pick<Registry, 'reviews'>,
  { pullRequest: number, branch, sha, because }: Extract<RepairStep, { kind: 'close-proposal' }>,
): Promise<StepResult> {
  const pullRequest = await reviews.pullRequest(number)
  if (pullRequest === null || pullRequest.isMerged) return unneeded('it was merged')
  if (pullRequest.headSha !== sha) return unneeded('it was refreshed meanwhile')
  if (pullRequest.state === 'open') {
    const body = `${supersededMarker}\n> Closed by verify-registry: it proposes a version, ${because}.\n\n${pullRequest.body}`
    await reviews.updatePullRequest(number, { body, state: 'closed' })
  }
  await reviews.deleteBranch(branch)
  return done(`#${number} is closed`)
}

/** Removes a promotion branch that nothing waits for, unless somebody moved it. */
export async function deleteBranch(
  { reviews }: Pick<Registry, 'reviews'>,
  { branch, sha }: Extract<RepairStep, { kind: 'delete-branch' }>,
): Promise<StepResult> {
  const head = await reviews.branchHead(branch)
  if (head !== sha) return unneeded(head === null ? 'it is gone' : 'it was moved meanwhile')
  await reviews.deleteBranch(branch)
  return done(`${branch} is removed`)
}
