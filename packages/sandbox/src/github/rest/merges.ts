import { ApiError } from '../api-error.ts'
import type { Repository, Token } from '../entities.ts'
import {
  approvals,
  emitPull,
  githubSignature,
  markMerged,
  mergeability,
  type PullRequest,
  userSignature,
} from '../events/pull-events.ts'
import { moveRef } from '../events/ref-moves.ts'
import { mergeTrees } from '../git/tree-merge.ts'
import { bypasses, protectionOf, requiredContexts, rulesFor, unmetChecks, wording } from '../rules.ts'
import type { World } from '../world.ts'
import { bodyOf, numberOf, type Routes, signedIn } from './route.ts'

interface Merge {
  sha?: string
  merge_method?: 'merge' | 'squash' | 'rebase'
  commit_title?: string
  commit_message?: string
}

export const mergeRoutes: Routes = {
  'pulls/merge': {
    needs: ['contents', 'write'],
    role: 'write',
    async handle(call) {
      const issue = call.world.pull(call.repository, numberOf(call, 'pull_number'))
      const sha = await mergePull(call.world, call.repository, signedIn(call), issue, bodyOf<Merge>(call))
      return { status: 200, json: { sha, merged: true, message: 'Pull Request successfully merged' } }
    },
  },
  'pulls/check-if-merged': {
    needs: ['pull-requests', 'read'],
    handle(call) {
      return { status: call.world.pull(call.repository, numberOf(call, 'pull_number')).pull.mergedAt ? 204 : 404 }
    },
  },
}

/** Merges as GitHub does, with its refusals; returns the base branch's new tip. */
async function mergePull(
  world: World,
  repository: Repository,
  token: Token,
  issue: PullRequest,
  options: Merge,
): Promise<string> {
  const { git } = repository
  const { pull } = issue
  if (issue.state === 'closed') throw new ApiError(405, 'Pull Request is not mergeable')
  if (pull.draft) throw new ApiError(405, 'Pull Request is still a draft')
  if (options.sha !== undefined && options.sha !== pull.head.sha) {
    throw new ApiError(409, 'Head branch was modified. Review and try the merge again.')
  }
  const ref = `refs/heads/${pull.base.ref}`
  const base = (await git.readRef(ref)) ?? pull.base.sha
  const state = await mergeability(world, repository, issue)
  if (!state.mergeable) throw new ApiError(405, 'Pull Request is not mergeable')
  if (protectionOf(repository, pull.base.ref)?.requiredLinearHistory && (options.merge_method ?? 'merge') === 'merge') {
    throw new ApiError(405, 'This branch must not contain merge commits.')
  }
  const reasons = await refusals(world, repository, token, issue, base)
  if (reasons.length > 0) throw new ApiError(405, reasons.join(' '))
  const sha = await mergedCommit(world, repository, token, issue, base, options)
  if (sha === null) throw new ApiError(405, "This branch can't be rebased")
  // Marked first, so that the move of the base branch does not take it for a merge by push.
  markMerged(world, issue, token.login, sha)
  try {
    await moveRef(world, repository, token, { ref, from: base, to: sha, via: 'merge' })
  } catch (error) {
    Object.assign(issue, { state: 'open', closedAt: null, closedBy: null })
    Object.assign(pull, { mergedAt: null, mergedBy: null, mergeCommitSha: null })
    throw error instanceof ApiError ? new ApiError(405, error.message) : error
  }
  await emitPull(world, repository, token, issue, 'closed')
  return sha
}

async function refusals(
  world: World,
  repository: Repository,
  token: Token,
  issue: PullRequest,
  base: string,
): Promise<string[]> {
  const { pull } = issue
  const { approved, changesRequested } = approvals(world, repository, issue)
  const needsApprovals = (count: number) => {
    if (changesRequested > 0) return ['Changes must be made: a reviewer has requested changes.']
    if (approved >= count) return []
    return [
      `At least ${count} approving review${count === 1 ? ' is' : 's are'} required by reviewers with write access.`,
    ]
  }
  const needsChecks = (contexts: string[]) => {
    const unmet = unmetChecks(repository, pull.head.sha, contexts)
    if (unmet.length === 0) return []
    if (unmet.length === 1) return [`Required status check "${unmet[0]!.context}" is ${wording(unmet[0]!.state)}.`]
    return [
      `${unmet.length} of ${contexts.length} required status checks have not succeeded: ${unmet.map((one) => `${one.context} is ${wording(one.state)}`).join(', ')}.`,
    ]
  }
  const reasons: string[] = []
  const rule = protectionOf(repository, pull.base.ref)
  const admin = token.kind === 'user' && world.role(repository, token.login) === 'admin'
  if (rule && (rule.enforceAdmins || !admin)) {
    if (rule.requiredReviews && !rule.requiredReviews.bypass.includes(token.login)) {
      reasons.push(...needsApprovals(rule.requiredReviews.count))
    }
    if (rule.requiredStatusChecks) {
      reasons.push(...needsChecks(rule.requiredStatusChecks.contexts))
      if (rule.requiredStatusChecks.strict && !(await repository.git.isAncestor(base, pull.head.sha))) {
        reasons.push('The head branch is not up to date with the base branch.')
      }
    }
  }
  for (const { ruleset, rule: one } of rulesFor(repository, `refs/heads/${pull.base.ref}`)) {
    if (bypasses(world, repository, token, ruleset)) continue
    if (one.type === 'pull_request')
      reasons.push(...needsApprovals(Number(one.parameters?.required_approving_review_count ?? 0)))
    if (one.type === 'required_status_checks') reasons.push(...needsChecks(requiredContexts(one)))
  }
  return [...new Set(reasons)]
}

async function mergedCommit(
  world: World,
  repository: Repository,
  token: Token,
  issue: PullRequest,
  base: string,
  options: Merge,
): Promise<string | null> {
  const { git } = repository
  const { head } = issue.pull
  const method = options.merge_method ?? 'merge'
  if (method === 'rebase') return rebased(world, repository, token, base, head.sha)
  const test = await git.knownCommit((await mergeability(world, repository, issue)).mergeSha!)
  const title =
    options.commit_title ??
    (method === 'squash'
      ? `${issue.title} (#${issue.number})`
      : `Merge pull request #${issue.number} from ${repository.owner}/${head.ref}`)
  const text = options.commit_message ?? (method === 'squash' ? (issue.body ?? '') : issue.title)
  const sha = await git.writeCommit({
    tree: test.tree,
    parents: method === 'squash' ? [base] : [base, head.sha],
    author: userSignature(world, method === 'squash' ? issue.user : token.login),
    committer: githubSignature(world),
    message: text === '' ? title : `${title}\n\n${text}`,
  })
  repository.verifiedCommits.add(sha)
  return sha
}

/** Replays the head's own commits on the base; null when one does not apply. */
async function rebased(
  world: World,
  repository: Repository,
  token: Token,
  base: string,
  head: string,
): Promise<string | null> {
  const { git } = repository
  let tip = await git.knownCommit(base)
  for (const sha of (await git.revList('--topo-order', '--no-merges', `${base}..${head}`)).reverse()) {
    const commit = await git.knownCommit(sha)
    const before = commit.parents[0] === undefined ? null : (await git.knownCommit(commit.parents[0])).tree
    const tree = await mergeTrees(git, before, tip.tree, commit.tree)
    if (tree === null) return null
    const { author, message } = commit
    tip = await git.knownCommit(
      await git.writeCommit({
        tree,
        parents: [tip.sha],
        author,
        committer: userSignature(world, token.login),
        message,
      }),
    )
  }
  return tip.sha
}
