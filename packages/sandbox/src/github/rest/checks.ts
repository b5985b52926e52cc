import { ApiError } from '../api-error.ts'
import type { CheckRun } from '../entities.ts'
import { renderCheckRun } from '../render/check.ts'
import { bodyOf, numberOf, type RepositoryCall, type Routes, signedIn } from './route.ts'
import { commitOf } from './statuses.ts'

interface Fields {
  name?: string
  head_sha?: string
  status?: CheckRun['status']
  conclusion?: string
  started_at?: string
  completed_at?: string
  external_id?: string
  details_url?: string
  output?: { title?: string; summary?: string; text?: string; annotations?: unknown[] }
}

const read = ['checks', 'read'] as const
const write = ['checks', 'write'] as const

export const checkRoutes: Routes = {
  'checks/create': {
    needs: write,
    async handle(call) {
      const { world, repository } = call
      const token = signedIn(call)
      if (token.kind === 'user') throw new ApiError(403, 'You must authenticate via a GitHub App.')
      const body = bodyOf<Fields>(call)
      if (!(await repository.git.commit(body.head_sha ?? '')))
        throw new ApiError(422, `No commit found for SHA: ${body.head_sha}`)
      const run: CheckRun = {
        id: world.nextId(),
        name: body.name ?? '',
        headSha: body.head_sha ?? '',
        status: 'queued',
        conclusion: null,
        startedAt: world.timestamp(),
        completedAt: null,
        externalId: '',
        detailsUrl: null,
        output: { title: null, summary: null, text: null, annotations: [] },
        app: token.login,
      }
      applyFields(call, run, body)
      repository.checkRuns.set(run.id, run)
      return { status: 201, json: renderCheckRun(world, repository, run) }
    },
  },
  'checks/update': {
    needs: write,
    handle(call) {
      const run = runOf(call)
      if (run.app !== signedIn(call).login)
        throw new ApiError(403, 'Invalid app_id `check_run` can only be modified by the GitHub App that created it.')
      applyFields(call, run, bodyOf<Fields>(call))
      return { status: 200, json: renderCheckRun(call.world, call.repository, run) }
    },
  },
  'checks/get': {
    needs: read,
    handle(call) {
      return { status: 200, json: renderCheckRun(call.world, call.repository, runOf(call)) }
    },
  },
  'checks/list-for-ref': {
    needs: read,
    async handle(call) {
      const sha = await commitOf(call)
      const { query } = call
      let runs = [...call.repository.checkRuns.values()].filter((run) => run.headSha === sha)
      if (query.has('check_name')) runs = runs.filter((run) => run.name === query.get('check_name'))
      if (query.has('status')) runs = runs.filter((run) => run.status === query.get('status'))
      // By default only the latest run of each name is shown.
      if (query.get('filter') !== 'all')
        runs = [...new Map(runs.map((run) => [`${run.app} ${run.name}`, run])).values()]
      return {
        items: runs,
        key: 'check_runs',
        render: (run: CheckRun) => renderCheckRun(call.world, call.repository, run),
      }
    },
  },
}

function applyFields(call: RepositoryCall, run: CheckRun, body: Fields): void {
  const now = call.world.timestamp()
  if (body.name !== undefined) run.name = body.name
  if (body.external_id !== undefined) run.externalId = body.external_id
  if (body.details_url !== undefined) run.detailsUrl = body.details_url
  if (body.started_at !== undefined) run.startedAt = body.started_at
  if (body.status !== undefined) run.status = body.status
  if (body.conclusion !== undefined) {
    run.conclusion = body.conclusion
    run.status = 'completed'
  }
  if (run.status === 'completed') run.completedAt = body.completed_at ?? run.completedAt ?? now
  if (!body.output) return
  const { title, summary, text, annotations } = body.output
  // Annotations add up over updates; each request may bring 50.
  run.output = {
    title: title ?? run.output.title,
    summary: summary ?? run.output.summary,
    text: text ?? run.output.text,
    annotations: [...run.output.annotations, ...(annotations ?? [])],
  }
}

function runOf(call: RepositoryCall): CheckRun {
  const run = call.repository.checkRuns.get(numberOf(call, 'check_run_id'))
  if (!run) throw ApiError.notFound()
  return run
}
