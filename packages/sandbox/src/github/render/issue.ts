import type { Comment, Issue, Label, Repository } from '../entities.ts'
import type { World } from '../world.ts'
import { nodeId, renderUser, repoHtml, repoUrl } from './identity.ts'

/** `issue`; pull requests are issues with `pull_request`. */
export function renderIssue(world: World, repository: Repository, issue: Issue) {
  const url = `${repoUrl(world, repository)}/issues/${issue.number}`
  const html = `${repoHtml(world, repository)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`
  const pullUrl = `${repoUrl(world, repository)}/pulls/${issue.number}`
  return {
    id: issue.id,
    node_id: nodeId('I', issue.id),
    url,
    repository_url: repoUrl(world, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: renderUser(world, issue.user),
    labels: labelsOf(world, repository, issue),
    assignee: issue.assignees[0] === undefined ? null : renderUser(world, issue.assignees[0]),
    assignees: issue.assignees.map((login) => renderUser(world, login)),
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments: issue.comments.length,
    closed_at: issue.closedAt,
    closed_by: issue.closedBy === null ? null : renderUser(world, issue.closedBy),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    author_association: association(repository, issue.user),
    ...(issue.pull
      ? {
          draft: issue.pull.draft,
          pull_request: {
            url: pullUrl,
            html_url: html,
            diff_url: `${html}.diff`,
            patch_url: `${html}.patch`,
            merged_at: issue.pull.mergedAt,
          },
        }
      : {}),
  }
}

export function renderComment(world: World, repository: Repository, issue: Issue, comment: Comment) {
  const url = repoUrl(world, repository)
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${url}/issues/comments/${comment.id}`,
    html_url: `${repoHtml(world, repository)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}#issuecomment-${comment.id}`,
    issue_url: `${url}/issues/${issue.number}`,
    body: comment.body,
    user: renderUser(world, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(repository, comment.user),
  }
}

export function renderLabel(world: World, repository: Repository, label: Label) {
  return {
    id: label.id,
    node_id: nodeId('LA', label.id),
    url: `${repoUrl(world, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    description: label.description ?? '',
    color: label.color,
    default: false,
  }
}

export function labelsOf(world: World, repository: Repository, issue: Issue) {
  return issue.labels.flatMap((name) => {
    const label = repository.labels.get(name.toLowerCase())
    return label ? [renderLabel(world, repository, label)] : []
  })
}

export function association(repository: Repository, login: string) {
  if (login === repository.owner) return 'OWNER'
  return repository.collaborators.has(login.toLowerCase()) ? 'COLLABORATOR' : 'NONE'
}
