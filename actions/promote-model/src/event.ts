import type { GitHubFacts } from '@tidemark/action-kit'
import type { ProposedChange } from '@tidemark/registry'
import { GitSha, TidemarkError } from '@tidemark/schemas'

interface Payload {
  repository?: { default_branch?: unknown }
  pull_request?: { number?: unknown }
  merge_group?: { base_sha?: unknown; head_sha?: unknown }
}

/** The default branch as the event tells it: one request less. */
export function readDefaultBranch(github: GitHubFacts): string | undefined {
  const branch = (github.event as Payload).repository?.default_branch
  return typeof branch === 'string' && branch !== '' ? branch : undefined
}

/** Reads from the event which change is proposed; nothing else of the payload is used. */
export function readProposal(github: GitHubFacts): ProposedChange {
  const { pull_request: pullRequest, merge_group: mergeGroup } = github.event as Payload
  const head = GitSha.safeParse(mergeGroup?.head_sha)
  const base = GitSha.safeParse(mergeGroup?.base_sha)
  const number = pullRequest?.number
  if (typeof number === 'number') return { pullRequest: number }
  if (head.success && base.success) return { head: head.data, base: base.data }
  throw new TidemarkError('INPUT_INVALID', `the event ${github.eventName} has no pull request and no merge group`, {
    hint: 'Run mode check on pull_request_target and merge_group only.',
  })
}
