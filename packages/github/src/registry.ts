import type { Registry } from '@tidemark/registry'
import { TidemarkError } from '@tidemark/schemas'
import { connectGitHub } from './client.ts'
import { GitHubIssues } from './github-issues.ts'
import { GitHubLedger } from './github-ledger.ts'
import { GitHubReleases } from './github-releases.ts'
import { GitHubReviews } from './github-reviews.ts'
import { GitHubWorkflows } from './github-workflows.ts'

export interface RegistryOptions {
  token: string
  /** `owner/name` */
  repository: string
  apiUrl: string
  registryBranch: string
  policyRoot: string
  /** The login on whose behalf facts are written. */
  actor: string
  runUrl?: string
}

/**
 * A registry that lives in one GitHub repository, seen through one token. Throws `INPUT_INVALID` where the registry branch is
 * the default branch: facts would be committed past every review.
 */
export async function connectRegistry(options: RegistryOptions): Promise<Registry> {
  const registry = await openRegistry(options)
  if ((await registry.reviews.defaultBranch()) === options.registryBranch) {
    throw new TidemarkError('INPUT_INVALID', `registry-branch is ${options.registryBranch}, the default branch`, {
      hint: 'Facts have a branch of their own, which people do not commit to. Leave the input out, or name another branch.',
    })
  }
  return registry
}

/** The same for those who only read, and want to start while GitHub does not answer: nothing is asked yet. */
export async function openRegistry(options: RegistryOptions): Promise<Registry> {
  const client = await connectGitHub(options)
  return {
    ledger: new GitHubLedger(client, options.registryBranch),
    releases: new GitHubReleases(client),
    reviews: new GitHubReviews(client),
    issues: new GitHubIssues(client),
    workflows: new GitHubWorkflows(client),
    clock: { now: () => client.now(), pause },
    actor: options.actor,
    policyRoot: options.policyRoot,
    ...(options.runUrl === undefined ? {} : { runUrl: options.runUrl }),
  }
}

/** Full jitter over an exponential limit of 50 ms to 2 s: writers that collided do not collide again in step. */
async function pause(attempt: number): Promise<void> {
  const limitMs = Math.min(2000, 50 * 2 ** Math.min(attempt, 6))
  await new Promise((resolve) => setTimeout(resolve, limitMs * Math.random()))
}
