import type { Issue, Pull, Repository, Review } from '../entities.ts'
import { diffTrees } from '../git/tree-diff.ts'
import type { World } from '../world.ts'
import { nodeId, renderUser, repoHtml, repoUrl } from './identity.ts'
import { association, labelsOf } from './issue.ts'
import { renderRepository } from './repository.ts'

/** What GitHub has worked out about merging a pull request now. */
export interface Mergeability {
  mergeable: boolean | null
  state: 'clean' | 'dirty' | 'blocked' | 'draft' | 'behind' | 'unstable' | 'unknown'
  /** The test merge, at `refs/pull/N/merge`. */
  mergeSha: string | null
}

/** `pull-request-simple`. */
export function renderPullSimple(
  world: World,
  repository: Repository,
  issue: Issue & { pull: Pull },
  mergeSha: string | null,
) {
  const url = `${repoUrl(world, repository)}/pulls/${issue.number}`
  const html = `${repoHtml(world, repository)}/pull/${issue.number}`
  const issueUrl = `${repoUrl(world, repository)}/issues/${issue.number}`
  const { pull } = issue
  const side = ({ ref, sha }: { ref: string; sha: string }) => ({
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: renderUser(world, repository.owner),
    repo: renderRepository(world, repository),
  })
  const statusesUrl = `${repoUrl(world, repository)}/statuses/${pull.head.sha}`
  const href = (link: string) => ({ href: link })
  return {
    id: issue.id,
    node_id: nodeId('PR', issue.id),
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issueUrl,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repoUrl(world, repository)}/pulls/comments{/number}`,
    comments_url: `${issueUrl}/comments`,
    statuses_url: statusesUrl,
    number: issue.number,
    state: issue.state,
    locked: false,
    title: issue.title,
    user: renderUser(world, issue.user),
    body: issue.body,
    labels: labelsOf(world, repository, issue),
    milestone: null,
    active_lock_reason: null,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha ?? mergeSha,
    assignee: issue.assignees[0] === undefined ? null : renderUser(world, issue.assignees[0]),
    assignees: issue.assignees.map((login) => renderUser(world, login)),
    requested_reviewers: pull.requestedReviewers.map((login) => renderUser(world, login)),
    requested_teams: [],
    head: side(pull.head),
    base: side(pull.base),
    _links: {
      self: href(url),
      html: href(html),
      issue: href(issueUrl),
      comments: href(`${issueUrl}/comments`),
      review_comments: href(`${url}/comments`),
      review_comment: href(`${repoUrl(world, repository)}/pulls/comments{/number}`),
      commits: href(`${url}/commits`),
      statuses: href(statusesUrl),
    },
    author_association: association(repository, issue.user),
    auto_merge: null,
    draft: pull.draft,
  }
}

/** `pull-request`: with counts and mergeability. */
export async function renderPull(
  world: World,
  repository: Repository,
  issue: Issue & { pull: Pull },
  mergeability: Mergeability,
) {
  const { git } = repository
  const { base, head } = issue.pull
  const from = await git.mergeBase(base.sha, head.sha)
  const files = from ? await diffTrees(git, from, head.sha) : []
  return {
    ...renderPullSimple(world, repository, issue, mergeability.mergeSha),
    merged: issue.pull.mergedAt !== null,
    mergeable: mergeability.mergeable,
    rebaseable: mergeability.mergeable,
    mergeable_state: mergeability.state,
    merged_by: issue.pull.mergedBy === null ? null : renderUser(world, issue.pull.mergedBy),
    comments: issue.comments.length,
    review_comments: 0,
    maintainer_can_modify: issue.pull.maintainerCanModify,
    commits: from
      ? await git.remember(`count ${from} ${head.sha}`, async () => (await git.revList(`${from}..${head.sha}`)).length)
      : 0,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  }
}

/** `pull-request-review`. */
export function renderReview(world: World, repository: Repository, issue: Issue, review: Review) {
  const pullUrl = `${repoUrl(world, repository)}/pulls/${issue.number}`
  const html = `${repoHtml(world, repository)}/pull/${issue.number}#pullrequestreview-${review.id}`
  return {
    id: review.id,
    node_id: nodeId('PRR', review.id),
    user: renderUser(world, review.user),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pullUrl,
    author_association: association(repository, review.user),
    _links: { html: { href: html }, pull_request: { href: pullUrl } },
    submitted_at: review.submittedAt,
    commit_id: review.commitId,
  }
}
