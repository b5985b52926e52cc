import type { Registry } from '@tidemark/registry'
import { TidemarkError } from '@tidemark/schemas'
import { connectGitHub, type GitHubClient, sleep, type Wait } from './client.ts'
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
  /** The default branch, where an event of GitHub has told it. */
  defaultBranch?: string | undefined
  /** How retries wait; a test waits not at all. */
  wait?: Wait | undefined
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
    reviews: new GitHubReviews(client, options.defaultBranch),
    issues: new GitHubIssues(client),
    workflows: new GitHubWorkflows(client),
    clock: { now: () => client.now(), pause: (attempt) => pause(client, attempt, options.wait) },
    actor: options.actor,
    policyRoot: options.policyRoot,
    ...(options.runUrl === undefined ? {} : { runUrl: options.runUrl }),
  }
}

/** Answers that a commit waits for, from reading the head to moving it. */
const answersPerCommit = 6
const longestPauseMs = 20_000

/**
 * Full jitter over an exponential limit, as on a shared line: writers that collided do not collide again in step. The first
 * limit is the time that two commits take, so that some are done in between, however slow GitHub is today.
 */
async function pause(client: GitHubClient, attempt: number, wait: Wait = sleep): Promise<void> {
  const commitMs = answersPerCommit * client.latencyMs()
  await wait(Math.min(longestPauseMs, commitMs * 2 ** (attempt + 1)) * Math.random())
}
