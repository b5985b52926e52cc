import type { WorkflowTrigger } from '../../host.ts'
import type { Issue, Pull, Repository, Token } from '../entities.ts'
import { mergeTrees } from '../git/tree-merge.ts'
import { noreplyEmail } from '../render/identity.ts'
import { type Mergeability, renderPull } from '../render/pull.ts'
import { protectionOf, unmetChecks } from '../rules.ts'
import type { World } from '../world.ts'
import { common } from './payloads.ts'

export type PullRequest = Issue & { pull: Pull }

const testMerges = new WeakMap<PullRequest, { base: string; head: string; mergeSha: string | null }>()

/** Emits `pull_request` and `pull_request_target`. A job's own starts nothing, or runs that wait for approval. */
export async function emitPull(
  world: World,
  repository: Repository,
  token: Token,
  issue: PullRequest,
  action: string,
  extra: Record<string, unknown> = {},
): Promise<void> {
  const waits = token.kind === 'job'
  if (waits && !['opened', 'synchronize', 'reopened'].includes(action)) return
  const state = await mergeability(world, repository, issue)
  const payload = {
    action,
    number: issue.number,
    ...extra,
    pull_request: await renderPull(world, repository, issue, state),
    ...common(world, repository, token.login),
  }
  const trigger: Omit<WorkflowTrigger, 'event' | 'ref' | 'sha'> = {
    repository: repository.fullName,
    actor: token.login,
    action,
    payload,
    ...(waits ? { needsApproval: true } : {}),
  }
  const { pull } = issue
  if (pull.mergeCommitSha) {
    world.emit({ ...trigger, event: 'pull_request', ref: `refs/heads/${pull.base.ref}`, sha: pull.mergeCommitSha })
  } else {
    // None when it conflicts: GitHub starts no pull_request workflow then.
    const ref = `refs/pull/${issue.number}/merge`
    const sha = state.mergeSha ?? (issue.state === 'closed' ? await repository.git.readRef(ref) : null)
    if (sha) world.emit({ ...trigger, event: 'pull_request', ref, sha })
  }
  // Since December 2025 pull_request_target takes its workflow and its ref from the default branch, whatever the base is.
  const target = `refs/heads/${repository.defaultBranch}`
  const sha = await repository.git.readRef(target)
  if (sha) world.emit({ ...trigger, event: 'pull_request_target', ref: target, sha })
}

/** Brings open pull requests into line after a branch moved (`to` null: was deleted). */
export async function pullsAfterMove(
  world: World,
  repository: Repository,
  token: Token,
  branch: string,
  to: string | null,
): Promise<void> {
  for (const issue of repository.issues.values()) {
    if (!isOpenPull(issue)) continue
    const { pull } = issue
    if (to === null && (pull.head.ref === branch || pull.base.ref === branch)) {
      closePull(world, issue, token.login)
      await emitPull(world, repository, token, issue, 'closed')
    } else if (to !== null && pull.head.ref === branch && pull.head.sha !== to) {
      const before = pull.head.sha
      pull.head.sha = to
      pull.base.sha = (await repository.git.readRef(`refs/heads/${pull.base.ref}`)) ?? pull.base.sha
      issue.updatedAt = world.timestamp()
      if (protectionOf(repository, pull.base.ref)?.requiredReviews?.dismissStale) {
        for (const review of pull.reviews) if (review.state === 'APPROVED') review.state = 'DISMISSED'
      }
      await emitPull(world, repository, token, issue, 'synchronize', { before, after: to })
    } else if (to !== null && pull.base.ref === branch) {
      if (await repository.git.isAncestor(pull.head.sha, to)) {
        markMerged(world, issue, token.login, to)
        await emitPull(world, repository, token, issue, 'closed')
      } else {
        await mergeability(world, repository, issue)
      }
    }
  }
}

export function isOpenPull(issue: Issue): issue is PullRequest {
  return issue.pull !== undefined && issue.state === 'open'
}

export function closePull(world: World, issue: Issue, login: string): void {
  issue.state = 'closed'
  issue.closedAt = issue.updatedAt = world.timestamp()
  issue.closedBy = login
}

export function markMerged(world: World, issue: PullRequest, login: string, sha: string): void {
  closePull(world, issue, login)
  issue.pull.mergedAt = issue.closedAt
  issue.pull.mergedBy = login
  issue.pull.mergeCommitSha = sha
}

/** Keeps `refs/pull/N/head` and `refs/pull/N/merge`, and says whether and why not the pull request can be merged. */
export async function mergeability(world: World, repository: Repository, issue: PullRequest): Promise<Mergeability> {
  const { git } = repository
  const { pull } = issue
  if (issue.state === 'closed') return { mergeable: null, state: 'unknown', mergeSha: pull.mergeCommitSha }
  const base = (await git.readRef(`refs/heads/${pull.base.ref}`)) ?? pull.base.sha
  const mergeSha = await testMerge(world, repository, issue, base)
  if (mergeSha === null) return { mergeable: false, state: 'dirty', mergeSha }
  const rule = protectionOf(repository, pull.base.ref)
  const required = rule?.requiredStatusChecks
  const blocked =
    (rule?.requiredReviews && approvals(world, repository, issue).approved < rule.requiredReviews.count) ||
    (required && unmetChecks(repository, pull.head.sha, required.contexts).length > 0)
  const behind = required?.strict === true && !(await git.isAncestor(base, pull.head.sha))
  const state = pull.draft ? 'draft' : blocked ? 'blocked' : behind ? 'behind' : 'clean'
  return { mergeable: true, state, mergeSha }
}

/** The latest opinion of each reviewer with write access. */
export function approvals(
  world: World,
  repository: Repository,
  issue: PullRequest,
): { approved: number; changesRequested: number } {
  const opinions = new Map<string, string>()
  for (const review of issue.pull.reviews) {
    if (!world.hasRole(repository, review.user, 'write') && world.user(review.user).type !== 'Bot') continue
    if (review.state === 'COMMENTED' || review.state === 'PENDING') continue
    opinions.set(review.user, review.state)
  }
  const count = (state: string) => [...opinions.values()].filter((one) => one === state).length
  return { approved: count('APPROVED'), changesRequested: count('CHANGES_REQUESTED') }
}

/** GitHub's own signature, on commits it makes itself. */
export function githubSignature(world: World) {
  return { name: 'GitHub', email: 'noreply@github.com', date: world.timestamp() }
}

export function userSignature(world: World, login: string) {
  const user = world.user(login)
  return { name: user.name, email: noreplyEmail(user), date: world.timestamp() }
}

async function testMerge(
  world: World,
  repository: Repository,
  issue: PullRequest,
  base: string,
): Promise<string | null> {
  const { git } = repository
  const head = issue.pull.head.sha
  const known = testMerges.get(issue)
  if (known?.base === base && known.head === head) return known.mergeSha
  const headRef = `refs/pull/${issue.number}/head`
  await git.updateRef(headRef, head, await git.readRef(headRef))
  const ancestor = await git.mergeBase(base, head)
  const [baseTree, headTree, ancestorTree] = await Promise.all(
    [base, head, ancestor].map(async (sha) => (sha ? (await git.knownCommit(sha)).tree : null)),
  )
  const tree = await mergeTrees(git, ancestorTree ?? null, baseTree!, headTree!)
  const mergeSha =
    tree &&
    (await git.writeCommit({
      tree,
      parents: [base, head],
      author: userSignature(world, issue.user),
      committer: githubSignature(world),
      message: `Merge ${head} into ${base}`,
    }))
  const mergeRef = `refs/pull/${issue.number}/merge`
  const present = await git.readRef(mergeRef)
  if (mergeSha || present) await git.updateRef(mergeRef, mergeSha, present)
  testMerges.set(issue, { base, head, mergeSha })
  return mergeSha
}
