import { ApiError } from '../api-error.ts'
import type { Review } from '../entities.ts'
import { emitPull, type PullRequest } from '../events/pull-events.ts'
import { renderUser } from '../render/identity.ts'
import { renderReview } from '../render/pull.ts'
import { simplePull } from './pulls.ts'
import { bodyOf, numberOf, type RepositoryCall, type Routes, signedIn } from './route.ts'

const read = ['pull-requests', 'read'] as const
const write = ['pull-requests', 'write'] as const
const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const

export const reviewRoutes: Routes = {
  'pulls/create-review': {
    needs: write,
    role: 'read',
    async handle(call) {
      const { world, repository } = call
      const token = signedIn(call)
      const issue = pullOf(call)
      const body = bodyOf<{ event?: keyof typeof states; body?: string; commit_id?: string }>(call)
      const opinion = body.event === 'APPROVE' || body.event === 'REQUEST_CHANGES'
      if (opinion && issue.user === token.login) {
        throw new ApiError(422, 'Unprocessable Entity', [
          `Review Can not ${body.event === 'APPROVE' ? 'approve' : 'request changes on'} your own pull request`,
        ])
      }
      if (body.event === 'APPROVE' && token.kind === 'job' && !repository.actionsMayCreatePulls) {
        throw new ApiError(422, 'Unprocessable Entity', ['GitHub Actions is not permitted to approve pull requests.'])
      }
      if (body.event !== 'APPROVE' && body.event !== undefined && !body.body) {
        throw new ApiError(422, 'Unprocessable Entity', ["Body can't be blank"])
      }
      const review: Review = {
        id: world.nextId(),
        user: token.login,
        body: body.body ?? '',
        state: body.event ? states[body.event] : 'PENDING',
        commitId: body.commit_id ?? issue.pull.head.sha,
        submittedAt: world.timestamp(),
      }
      issue.pull.reviews.push(review)
      issue.pull.requestedReviewers = issue.pull.requestedReviewers.filter((login) => login !== token.login)
      return { status: 200, json: renderReview(world, repository, issue, review) }
    },
  },
  'pulls/list-reviews': {
    needs: read,
    handle(call) {
      const issue = pullOf(call)
      // A pending review is seen by its author only.
      const seen = issue.pull.reviews.filter((one) => one.state !== 'PENDING' || one.user === call.token?.login)
      return { items: seen, render: (review: Review) => renderReview(call.world, call.repository, issue, review) }
    },
  },
  'pulls/get-review': {
    needs: read,
    handle(call) {
      const issue = pullOf(call)
      return { status: 200, json: renderReview(call.world, call.repository, issue, reviewOf(call, issue)) }
    },
  },
  'pulls/dismiss-review': {
    needs: write,
    role: 'write',
    handle(call) {
      const issue = pullOf(call)
      const review = reviewOf(call, issue)
      if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
        throw new ApiError(422, 'Unprocessable Entity', ['Can not dismiss a commented pull request review'])
      }
      review.state = 'DISMISSED'
      return { status: 200, json: renderReview(call.world, call.repository, issue, review) }
    },
  },
  'pulls/request-reviewers': {
    needs: write,
    role: 'write',
    async handle(call) {
      const { world, repository } = call
      const issue = pullOf(call)
      for (const login of bodyOf<{ reviewers?: string[] }>(call).reviewers ?? []) {
        if (login === issue.user) throw new ApiError(422, 'Review cannot be requested from pull request author.')
        if (!world.users.has(login.toLowerCase()) || !world.hasRole(repository, login, 'read')) {
          throw new ApiError(
            422,
            'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.',
          )
        }
        if (!issue.pull.requestedReviewers.includes(login)) issue.pull.requestedReviewers.push(login)
        await emitPull(world, repository, signedIn(call), issue, 'review_requested', {
          requested_reviewer: renderUser(world, login),
        })
      }
      return { status: 201, json: await simplePull(world, repository, issue) }
    },
  },
  'pulls/list-requested-reviewers': {
    needs: read,
    handle(call) {
      const users = pullOf(call).pull.requestedReviewers.map((login) => renderUser(call.world, login))
      return { status: 200, json: { users, teams: [] } }
    },
  },
  'pulls/remove-requested-reviewers': {
    needs: write,
    role: 'write',
    async handle(call) {
      const issue = pullOf(call)
      const gone = new Set(bodyOf<{ reviewers?: string[] }>(call).reviewers ?? [])
      issue.pull.requestedReviewers = issue.pull.requestedReviewers.filter((login) => !gone.has(login))
      return { status: 200, json: await simplePull(call.world, call.repository, issue) }
    },
  },
}

function pullOf(call: RepositoryCall): PullRequest {
  return call.world.pull(call.repository, numberOf(call, 'pull_number'))
}

function reviewOf(call: RepositoryCall, issue: PullRequest): Review {
  const review = issue.pull.reviews.find((one) => one.id === numberOf(call, 'review_id'))
  if (!review) throw ApiError.notFound()
  return review
}
