import { ApiError } from '../api-error.ts'
import type { Repository } from '../entities.ts'
import { closePull, emitPull, mergeability, type PullRequest } from '../events/pull-events.ts'
import { diffTrees, type FileChange } from '../git/tree-diff.ts'
import { renderCommit, renderFileChange } from '../render/commit.ts'
import { renderPull, renderPullSimple } from '../render/pull.ts'
import type { World } from '../world.ts'
import { bodyOf, numberOf, type RepositoryCall, type Routes, signedIn } from './route.ts'

const read = ['pull-requests', 'read'] as const
const write = ['pull-requests', 'write'] as const

interface Creation {
  title?: string
  head: string
  base: string
  body?: string | null
  draft?: boolean
  maintainer_can_modify?: boolean
}

export const pullRoutes: Routes = {
  'pulls/create': {
    needs: write,
    role: 'read',
    async handle(call) {
      const { world, repository } = call
      const token = signedIn(call)
      if (token.kind === 'job' && !repository.actionsMayCreatePulls) {
        throw new ApiError(403, 'GitHub Actions is not permitted to create or approve pull requests.')
      }
      const body = bodyOf<Creation>(call)
      const { head, base } = await checkedBranches(call, body)
      const now = world.timestamp()
      const issue: PullRequest = {
        id: world.nextId(),
        number: repository.nextNumber++,
        title: body.title ?? '',
        body: body.body ?? null,
        user: token.login,
        state: 'open',
        stateReason: null,
        labels: [],
        assignees: [],
        comments: [],
        createdAt: now,
        updatedAt: now,
        closedAt: null,
        closedBy: null,
        pull: {
          head,
          base,
          draft: body.draft ?? false,
          mergedAt: null,
          mergedBy: null,
          mergeCommitSha: null,
          reviews: [],
          requestedReviewers: [],
          maintainerCanModify: body.maintainer_can_modify ?? false,
        },
      }
      repository.issues.set(issue.number, issue)
      await emitPull(world, repository, token, issue, 'opened')
      return { status: 201, json: await fullPull(world, repository, issue) }
    },
  },
  'pulls/list': {
    needs: read,
    handle({ world, repository, query }) {
      const state = query.get('state') ?? 'open'
      const head = query.get('head')
      const base = query.get('base')
      const oldestFirst = query.get('direction') === 'asc'
      const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt'
      const pulls = [...repository.issues.values()]
        .filter((issue): issue is PullRequest => issue.pull !== undefined)
        .filter((issue) => state === 'all' || issue.state === state)
        .filter(
          (issue) => head === null || !head.includes(':') || head === `${repository.owner}:${issue.pull.head.ref}`,
        )
        .filter((issue) => base === null || issue.pull.base.ref === base)
        .sort((a, b) => (a[key] === b[key] ? a.number - b.number : a[key] < b[key] ? -1 : 1))
      if (!oldestFirst) pulls.reverse()
      return { items: pulls, render: (issue: PullRequest) => simplePull(world, repository, issue) }
    },
  },
  'pulls/get': {
    needs: read,
    async handle(call) {
      const issue = call.world.pull(call.repository, numberOf(call, 'pull_number'))
      return { status: 200, json: await fullPull(call.world, call.repository, issue) }
    },
  },
  'pulls/update': {
    needs: write,
    role: 'read',
    async handle(call) {
      const { world, repository } = call
      const token = signedIn(call)
      const issue = world.pull(repository, numberOf(call, 'pull_number'))
      const body = bodyOf<{
        title?: string
        body?: string | null
        state?: 'open' | 'closed'
        base?: string
        maintainer_can_modify?: boolean
      }>(call)
      const edited = body.title !== undefined || body.body !== undefined || body.base !== undefined
      if (body.base !== undefined && body.base !== issue.pull.base.ref) {
        const sha = await repository.git.readRef(`refs/heads/${body.base}`)
        if (!sha) throw ApiError.invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' })
        issue.pull.base = { ref: body.base, sha }
      }
      issue.title = body.title ?? issue.title
      if (body.body !== undefined) issue.body = body.body
      issue.pull.maintainerCanModify = body.maintainer_can_modify ?? issue.pull.maintainerCanModify
      issue.updatedAt = world.timestamp()
      if (edited) await emitPull(world, repository, token, issue, 'edited')
      if (body.state === 'closed' && issue.state === 'open') {
        closePull(world, issue, token.login)
        await emitPull(world, repository, token, issue, 'closed')
      }
      if (body.state === 'open' && issue.state === 'closed') await reopen(call, issue)
      return { status: 200, json: await fullPull(world, repository, issue) }
    },
  },
  'pulls/list-files': {
    needs: read,
    async handle(call) {
      const { head, base } = call.world.pull(call.repository, numberOf(call, 'pull_number')).pull
      const from = await call.repository.git.mergeBase(base.sha, head.sha)
      const files = await diffTrees(call.repository.git, from, head.sha)
      return {
        items: files,
        render: (file: FileChange) => renderFileChange(call.world, call.repository, head.sha, file),
      }
    },
  },
  'pulls/list-commits': {
    needs: read,
    async handle(call) {
      const { head, base } = call.world.pull(call.repository, numberOf(call, 'pull_number')).pull
      const { git } = call.repository
      const shas = (await git.revList('--topo-order', `${base.sha}..${head.sha}`)).reverse()
      return {
        items: shas,
        render: async (sha: string) => renderCommit(call.world, call.repository, await git.knownCommit(sha)),
      }
    },
  },
}

/** `pull-request`, with what can be said about merging it now. */
async function fullPull(world: World, repository: Repository, issue: PullRequest) {
  return renderPull(world, repository, issue, await mergeability(world, repository, issue))
}

/** `pull-request-simple`. */
export async function simplePull(world: World, repository: Repository, issue: PullRequest) {
  return renderPullSimple(world, repository, issue, (await mergeability(world, repository, issue)).mergeSha)
}

async function checkedBranches(call: RepositoryCall, body: Creation) {
  const { git } = call.repository
  const owner = call.repository.owner
  const headRef = body.head.startsWith(`${owner}:`) ? body.head.slice(owner.length + 1) : body.head
  const [headSha, baseSha] = await Promise.all([headRef, body.base].map((ref) => git.readRef(`refs/heads/${ref}`)))
  const invalid = (field: string) => ({ resource: 'PullRequest', field, code: 'invalid' as const })
  const wrong = [...(baseSha ? [] : [invalid('base')]), ...(headSha ? [] : [invalid('head')])]
  if (!headSha || !baseSha) throw ApiError.invalid(...wrong)
  const refuse = (message: string) => ApiError.invalid({ resource: 'PullRequest', code: 'custom', message })
  const rival = [...call.repository.issues.values()].find(
    (issue) => issue.state === 'open' && issue.pull?.head.ref === headRef && issue.pull.base.ref === body.base,
  )
  if (rival) throw refuse(`A pull request already exists for ${owner}:${headRef}.`)
  if (!(await git.mergeBase(baseSha, headSha)))
    throw refuse(`The ${headRef} branch has no history in common with ${body.base}`)
  if (await git.isAncestor(headSha, baseSha)) throw refuse(`No commits between ${body.base} and ${headRef}`)
  return { head: { ref: headRef, sha: headSha }, base: { ref: body.base, sha: baseSha } }
}

async function reopen(call: RepositoryCall, issue: PullRequest): Promise<void> {
  const { world, repository } = call
  const refuse = (message: string) =>
    ApiError.invalid({ resource: 'PullRequest', field: 'state', code: 'invalid', message })
  if (issue.pull.mergedAt) throw refuse('state cannot be changed. The pull request cannot be reopened.')
  const head = await repository.git.readRef(`refs/heads/${issue.pull.head.ref}`)
  if (!head) throw refuse(`state cannot be changed. The ${issue.pull.head.ref} branch has been deleted.`)
  issue.state = 'open'
  issue.closedAt = issue.closedBy = null
  issue.pull.head.sha = head
  await emitPull(world, repository, signedIn(call), issue, 'reopened')
}
