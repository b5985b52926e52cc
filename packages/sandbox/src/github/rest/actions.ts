import type { JobRecord, RunRecord } from '../../host.ts'
import { ApiError } from '../api-error.ts'
import { common } from '../events/payloads.ts'
import { renderJob, renderRun, workflowId } from '../render/check.ts'
import { bodyOf, numberOf, param, type RepositoryCall, type Routes, signedIn } from './route.ts'

const read = ['actions', 'read'] as const
const write = ['actions', 'write'] as const

export const actionsRoutes: Routes = {
  'actions/create-workflow-dispatch': {
    needs: write,
    async handle(call) {
      const { world, repository } = call
      const token = signedIn(call)
      const {
        ref: given,
        inputs = {},
        return_run_details: _,
      } = bodyOf<{ ref: string; inputs?: Record<string, unknown>; return_run_details?: boolean }>(call)
      const ref = await fullRef(call, given)
      if (!ref) throw new ApiError(422, `No ref found for: ${given}`)
      const sha = (await repository.git.resolve(ref))!
      const path = await workflowPath(call, sha)
      if (!path) throw ApiError.notFound()
      const text = (await repository.git.read((await repository.git.entryAt(sha, path))!.sha))!.bytes.toString()
      if (!/\bworkflow_dispatch\b/.test(text))
        throw new ApiError(422, "Workflow does not have 'workflow_dispatch' trigger")
      world.emit({
        event: 'workflow_dispatch',
        repository: repository.fullName,
        actor: token.login,
        ref,
        sha,
        workflowPath: path,
        payload: { inputs, ref, workflow: path, ...common(world, repository, token.login) },
      })
      return { status: 204 }
    },
  },
  'repos/create-dispatch-event': {
    needs: ['contents', 'write'],
    async handle(call) {
      const { world, repository } = call
      const token = signedIn(call)
      const body = bodyOf<{ event_type: string; client_payload?: Record<string, unknown> }>(call)
      if (Object.keys(body.client_payload ?? {}).length > 10) {
        throw new ApiError(422, 'Invalid request.\n\nNo more than 10 properties are allowed; 11 were supplied.')
      }
      const ref = `refs/heads/${repository.defaultBranch}`
      const sha = await repository.git.readRef(ref)
      if (!sha) throw new ApiError(409, 'Git Repository is empty.')
      world.emit({
        event: 'repository_dispatch',
        repository: repository.fullName,
        actor: token.login,
        ref,
        sha,
        action: body.event_type,
        payload: {
          action: body.event_type,
          branch: repository.defaultBranch,
          client_payload: body.client_payload ?? {},
          ...common(world, repository, token.login),
        },
      })
      return { status: 204 }
    },
  },
  'actions/list-workflow-runs-for-repo': {
    needs: read,
    handle(call) {
      return listRuns(call, [...call.repository.runs.values()])
    },
  },
  'actions/list-workflow-runs': {
    needs: read,
    handle(call) {
      const id = param(call, 'workflow_id')
      const runs = [...call.repository.runs.values()].filter((run) => isWorkflow(run.workflowPath, id))
      return listRuns(call, runs)
    },
  },
  'actions/get-workflow-run': {
    needs: read,
    async handle(call) {
      return { status: 200, json: await renderRun(call.world, call.repository, runOf(call)) }
    },
  },
  'actions/list-jobs-for-workflow-run': {
    needs: read,
    handle(call) {
      const run = runOf(call)
      return {
        items: run.jobs,
        key: 'jobs',
        render: (job: JobRecord) => renderJob(call.world, call.repository, run, job),
      }
    },
  },
  'actions/get-job-for-workflow-run': {
    needs: read,
    handle(call) {
      const id = numberOf(call, 'job_id')
      for (const run of call.repository.runs.values()) {
        const job = run.jobs.find((one) => one.id === id)
        if (job) return { status: 200, json: renderJob(call.world, call.repository, run, job) }
      }
      throw ApiError.notFound()
    },
  },
  'actions/approve-workflow-run': {
    needs: write,
    role: 'write',
    handle(call) {
      const run = runOf(call)
      if (run.status !== 'waiting' && run.conclusion !== 'action_required') {
        throw new ApiError(403, 'This run is not waiting for approval.')
      }
      if (signedIn(call).kind === 'job') throw new ApiError(403, 'Resource not accessible by integration')
      for (const listener of call.world.approvalListeners) listener(run)
      return { status: 201, json: {} }
    },
  },
}

function listRuns(call: RepositoryCall, all: RunRecord[]) {
  const { query } = call
  const is = (name: string, value: string | null) => !query.has(name) || query.get(name) === value
  const runs = all
    .filter(
      (run) =>
        is('event', run.event) && is('branch', run.headBranch) && is('actor', run.actor) && is('head_sha', run.headSha),
    )
    .filter((run) => is('status', run.status) || is('status', run.conclusion))
    .reverse()
  return { items: runs, key: 'workflow_runs', render: (run: RunRecord) => renderRun(call.world, call.repository, run) }
}

function runOf(call: RepositoryCall): RunRecord {
  const run = call.repository.runs.get(numberOf(call, 'run_id'))
  if (!run) throw ApiError.notFound()
  return run
}

async function fullRef(call: RepositoryCall, given: string): Promise<string | null> {
  const candidates = given.startsWith('refs/') ? [given] : [`refs/heads/${given}`, `refs/tags/${given}`]
  for (const name of candidates) if (await call.repository.git.readRef(name)) return name
  return null
}

async function workflowPath(call: RepositoryCall, sha: string): Promise<string | null> {
  const folder = await call.repository.git.entryAt(sha, '.github/workflows')
  const files = (folder && (await call.repository.git.tree(folder.sha))) ?? []
  const paths = files.map((file) => `.github/workflows/${file.name}`)
  return paths.find((path) => isWorkflow(path, param(call, 'workflow_id'))) ?? null
}

/** A workflow is named by its numeric id or by its file's name. */
function isWorkflow(path: string, id: string): boolean {
  return id === path.slice(path.lastIndexOf('/') + 1) || id === String(workflowId(path))
}
