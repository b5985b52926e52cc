import { ApiError } from '../api-error.ts'
import type { Repository, Status } from '../entities.ts'
import { renderStatus } from '../render/check.ts'
import { renderUser, repoUrl } from '../render/identity.ts'
import { renderRepository } from '../render/repository.ts'
import { bodyOf, param, type RepositoryCall, type Routes, signedIn } from './route.ts'

const mostPerContext = 1000

export const statusRoutes: Routes = {
  'repos/create-commit-status': {
    needs: ['statuses', 'write'],
    async handle(call) {
      const { world, repository } = call
      const sha = param(call, 'sha')
      if (!(await repository.git.commit(sha))) throw new ApiError(422, `No commit found for SHA: ${sha}`)
      const body = bodyOf<{
        state: Status['state']
        context?: string
        description?: string | null
        target_url?: string | null
      }>(call)
      const context = body.context ?? 'default'
      if ((body.description?.length ?? 0) > 140) {
        throw ApiError.invalid({
          resource: 'Status',
          field: 'description',
          code: 'custom',
          message: 'description is too long (maximum is 140 characters)',
        })
      }
      if (repository.statuses.filter((one) => one.sha === sha && one.context === context).length >= mostPerContext) {
        throw ApiError.invalid({
          resource: 'Status',
          code: 'custom',
          message: 'This SHA and context has reached the maximum number of statuses.',
        })
      }
      const status: Status = {
        id: world.nextId(),
        sha,
        state: body.state,
        context,
        description: body.description ?? null,
        targetUrl: body.target_url ?? null,
        creator: signedIn(call).login,
        createdAt: world.timestamp(),
      }
      repository.statuses.push(status)
      return { status: 201, json: fullStatus(call, status) }
    },
  },
  'repos/list-commit-statuses-for-ref': {
    needs: ['statuses', 'read'],
    async handle(call) {
      const sha = await commitOf(call)
      const statuses = call.repository.statuses.filter((one) => one.sha === sha).reverse()
      return { items: statuses, render: (one: Status) => fullStatus(call, one) }
    },
  },
  'repos/get-combined-status-for-ref': {
    needs: ['statuses', 'read'],
    async handle(call) {
      const { world, repository } = call
      const sha = await commitOf(call)
      const latest = latestStatuses(repository, sha)
      const states = latest.map((one) => one.state)
      const failed = states.includes('failure') || states.includes('error')
      const state = failed ? 'failure' : states.length === 0 || states.includes('pending') ? 'pending' : 'success'
      const url = `${repoUrl(world, repository)}/commits/${sha}`
      const statuses = latest.map((one) => ({ ...renderStatus(world, repository, one) }))
      const { permissions: _, ...minimal } = renderRepository(world, repository, null)
      return {
        status: 200,
        json: {
          state,
          statuses,
          sha,
          total_count: statuses.length,
          repository: minimal,
          commit_url: url,
          url: `${url}/status`,
        },
      }
    },
  },
}

/** The commit that a call's `ref` names. */
export async function commitOf(call: RepositoryCall): Promise<string> {
  const sha = await call.repository.git.resolve(param(call, 'ref'))
  if (!sha) throw new ApiError(422, `No commit found for SHA: ${param(call, 'ref')}`)
  return sha
}

function latestStatuses(repository: Repository, sha: string): Status[] {
  const latest = new Map<string, Status>()
  for (const status of repository.statuses) if (status.sha === sha) latest.set(status.context, status)
  return [...latest.values()]
}

function fullStatus(call: RepositoryCall, status: Status) {
  return { ...renderStatus(call.world, call.repository, status), creator: renderUser(call.world, status.creator) }
}
