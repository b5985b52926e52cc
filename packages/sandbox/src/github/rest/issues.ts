import { ApiError } from '../api-error.ts'
import type { Comment, Issue, Repository } from '../entities.ts'
import { closePull, emitPull, type PullRequest } from '../events/pull-events.ts'
import { renderComment, renderIssue } from '../render/issue.ts'
import { applyLabels, labelNames } from './labels.ts'
import { bodyOf, numberOf, param, type RepositoryCall, type Routes, signedIn } from './route.ts'

const read = ['issues', 'read'] as const
const write = ['issues', 'write'] as const
/** GitHub's limit on a body, in characters. */
const longestBody = 65_536

interface Fields {
  title?: string | number
  body?: string | null
  state?: 'open' | 'closed'
  state_reason?: Issue['stateReason']
  labels?: (string | { name?: string })[]
  assignees?: string[]
}

export const issueRoutes: Routes = {
  'issues/create': {
    needs: write,
    role: 'read',
    handle(call) {
      const { world, repository } = call
      const token = signedIn(call)
      const body = bodyOf<Fields>(call)
      checkLength(body.body, 'Issue')
      const now = world.timestamp()
      const issue: Issue = {
        id: world.nextId(),
        number: repository.nextNumber++,
        title: String(body.title),
        body: body.body ?? null,
        user: token.login,
        state: 'open',
        stateReason: null,
        labels: [],
        assignees: body.assignees ?? [],
        comments: [],
        createdAt: now,
        updatedAt: now,
        closedAt: null,
        closedBy: null,
      }
      // Labels and assignees from people without write access are dropped silently, as on GitHub.
      if (body.labels && world.tokenAccess(token, 'issues') === 'write')
        applyLabels(call, issue, labelNames(body.labels))
      repository.issues.set(issue.number, issue)
      return { status: 201, json: renderIssue(world, repository, issue) }
    },
  },
  'issues/list-for-repo': {
    needs: read,
    handle({ world, repository, query }) {
      const state = query.get('state') ?? 'open'
      const labels = (query.get('labels') ?? '').split(',').filter(Boolean)
      const creator = query.get('creator')
      const since = query.get('since')
      const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt'
      const issues = [...repository.issues.values()]
        .filter((issue) => state === 'all' || issue.state === state)
        .filter((issue) => labels.every((label) => issue.labels.includes(label)))
        .filter((issue) => creator === null || issue.user === creator)
        .filter((issue) => since === null || new Date(issue.updatedAt) >= new Date(since))
        .sort((a, b) => (a[key] === b[key] ? a.number - b.number : a[key] < b[key] ? -1 : 1))
      if (query.get('direction') !== 'asc') issues.reverse()
      return { items: issues, render: (issue: Issue) => renderIssue(world, repository, issue) }
    },
  },
  'issues/get': {
    needs: read,
    handle(call) {
      return { status: 200, json: renderIssue(call.world, call.repository, issueOf(call)) }
    },
  },
  'issues/update': {
    needs: write,
    role: 'triage',
    async handle(call) {
      const { world, repository } = call
      const issue = issueOf(call)
      const body = bodyOf<Fields>(call)
      checkLength(body.body, 'Issue')
      if (body.title !== undefined) issue.title = String(body.title)
      if (body.body !== undefined) issue.body = body.body
      if (body.assignees) issue.assignees = body.assignees
      if (body.labels) applyLabels(call, issue, labelNames(body.labels))
      issue.updatedAt = world.timestamp()
      if (body.state === 'closed' && issue.state === 'open') {
        closePull(world, issue, signedIn(call).login)
        issue.stateReason = body.state_reason ?? (issue.pull ? null : 'completed')
        if (issue.pull) await emitPull(world, repository, signedIn(call), issue as PullRequest, 'closed')
      }
      if (body.state === 'open' && issue.state === 'closed' && !issue.pull?.mergedAt) {
        Object.assign(issue, { state: 'open', stateReason: 'reopened', closedAt: null, closedBy: null })
        if (issue.pull) await emitPull(world, repository, signedIn(call), issue as PullRequest, 'reopened')
      }
      return { status: 200, json: renderIssue(world, repository, issue) }
    },
  },
  'issues/create-comment': {
    needs: write,
    role: 'read',
    handle(call) {
      const issue = issueOf(call)
      const { body } = bodyOf<{ body: string }>(call)
      if (body === '')
        throw ApiError.invalid({
          resource: 'IssueComment',
          field: 'data',
          code: 'unprocessable',
          message: "Body can't be blank",
        })
      checkLength(body, 'IssueComment')
      const now = call.world.timestamp()
      const comment = { id: call.world.nextId(), user: signedIn(call).login, body, createdAt: now, updatedAt: now }
      issue.comments.push(comment)
      issue.updatedAt = now
      return { status: 201, json: renderComment(call.world, call.repository, issue, comment) }
    },
  },
  'issues/list-comments': {
    needs: read,
    handle(call) {
      const issue = issueOf(call)
      const since = call.query.get('since')
      const comments = issue.comments.filter((one) => since === null || new Date(one.updatedAt) >= new Date(since))
      return { items: comments, render: (one: Comment) => renderComment(call.world, call.repository, issue, one) }
    },
  },
  'issues/get-comment': {
    needs: read,
    handle(call) {
      const { issue, comment } = commentOf(call)
      return { status: 200, json: renderComment(call.world, call.repository, issue, comment) }
    },
  },
  'issues/update-comment': {
    needs: write,
    role: 'read',
    handle(call) {
      const { issue, comment } = commentOf(call)
      mayEdit(call, comment)
      const { body } = bodyOf<{ body: string }>(call)
      checkLength(body, 'IssueComment')
      comment.body = body
      comment.updatedAt = issue.updatedAt = call.world.timestamp()
      return { status: 200, json: renderComment(call.world, call.repository, issue, comment) }
    },
  },
  'issues/delete-comment': {
    needs: write,
    role: 'read',
    handle(call) {
      const { issue, comment } = commentOf(call)
      mayEdit(call, comment)
      issue.comments.splice(issue.comments.indexOf(comment), 1)
      return { status: 204 }
    },
  },
}

export function issueOf(call: RepositoryCall): Issue {
  return call.world.issue(call.repository, numberOf(call, 'issue_number'))
}

function commentOf(call: RepositoryCall): { issue: Issue; comment: Comment } {
  const id = Number(param(call, 'comment_id'))
  for (const issue of (call.repository as Repository).issues.values()) {
    const comment = issue.comments.find((one) => one.id === id)
    if (comment) return { issue, comment }
  }
  throw ApiError.notFound()
}

function mayEdit(call: RepositoryCall, comment: Comment): void {
  const { login } = signedIn(call)
  if (comment.user !== login && !call.world.hasRole(call.repository, login, 'write')) {
    throw new ApiError(403, 'Must have admin rights to Repository.')
  }
}

function checkLength(body: string | null | undefined, resource: string): void {
  if ((body?.length ?? 0) > longestBody) {
    throw ApiError.invalid({
      resource,
      field: 'body',
      code: 'custom',
      message: `body is too long (maximum is ${longestBody} characters)`,
    })
  }
}
