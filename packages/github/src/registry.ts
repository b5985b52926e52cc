import type { Registry } from '@tidemark/registry'
import { connectGitHub } from './client.ts'
import { GitHubLedger } from './github-ledger.ts'
import { GitHubReleases } from './github-releases.ts'
import { GitHubReviews } from './github-reviews.ts'

/** A registry that lives in one GitHub repository, seen through one token. */
export async function connectRegistry(options: {
  token: string
  /** `owner/name` */
  repository: string
  apiUrl: string
  registryBranch: string
  policyRoot: string
  /** The login on whose behalf facts are written. */
  actor: string
  runUrl?: string
}): Promise<Registry> {
  const client = await connectGitHub(options)
  return {
    ledger: new GitHubLedger(client, options.registryBranch),
    releases: new GitHubReleases(client),
    reviews: new GitHubReviews(client),
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
