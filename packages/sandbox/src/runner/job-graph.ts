import type { Permissions, WorkflowTrigger } from '../host.ts'
import type { ConcurrencyGroups } from './concurrency.ts'
import { concurrencyOf } from './concurrency.ts'
import { evaluateCondition, evaluateToken, type Scope } from './expression.ts'
import type { GitHubContext } from './github-context.ts'
import { runJob } from './job.ts'
import { completeJob, jobName, queueJob } from './job-record.ts'
import type { Machine } from './machine.ts'
import { expandMatrix, type Leg } from './matrix.ts'
import { defaultPermissions, excess, permissionsOf, readOnly } from './permissions.ts'
import type { Conclusion, JobDetails, RunDetails } from './records.ts'
import { callWorkflow } from './reusable-workflow.ts'
import { Slots } from './slots.ts'
import { find, literal, type Workflow, type WorkflowJob } from './workflow.ts'

/** One workflow's jobs within a run: the run's own workflow, or one that a job calls. */
export interface WorkflowCall {
  machine: Machine
  run: RunDetails
  trigger: WorkflowTrigger
  workflow: Workflow
  /** Where the workflow file is from; `./` calls stay there. */
  source: { repository: string; sha: string }
  github: GitHubContext
  inputs: Readonly<Record<string, unknown>>
  secrets: Readonly<Record<string, string>>
  /** What a caller allows; undefined for the run's own workflow. */
  allowed: Permissions | undefined
  isReadOnly: boolean
  /** `caller / ` in names, `caller/` in keys. */
  prefix: { name: string; key: string }
  groups: ConcurrencyGroups
  slots: Slots
  cancellation: Cancellation
  save(): void
}

/** A run's cancellation: jobs that start after it (by `always()`) are not stopped by it. */
export interface Cancellation {
  isCancelled: boolean
  signal: AbortSignal
}

export interface JobResult {
  result: Conclusion
  outputs: Record<string, string>
  /** Results of everything it depends on, near and far. */
  ancestors: ReadonlyMap<string, Conclusion>
}

/** Runs the jobs of a workflow in the order of their needs; resolves with every job's result. */
export async function runJobs(call: WorkflowCall): Promise<Map<string, JobResult>> {
  const results = new Map<string, Promise<JobResult>>()
  const resultOf = (id: string): Promise<JobResult> => {
    const known = results.get(id)
    if (known) return known
    const definition = call.workflow.jobs.find((job) => job.id === id)
    if (!definition) throw new Error(`unknown job '${id}'`)
    const made = Promise.all(definition.needs.map(async (need) => [need, await resultOf(need)] as const)).then(
      (needs) => startJob(call, definition, new Map(needs)),
    )
    results.set(id, made)
    return made
  }
  const all = await Promise.all(call.workflow.jobs.map(async ({ id }) => [id, await resultOf(id)] as const))
  return new Map(all)
}

async function startJob(
  call: WorkflowCall,
  definition: WorkflowJob,
  needs: ReadonlyMap<string, JobResult>,
): Promise<JobResult> {
  const ancestors = new Map([...needs].flatMap(([id, need]) => [...need.ancestors, [id, need.result] as const]))
  const contexts = contextsOf(call, needs)
  const conclusions = [...ancestors.values()]
  const scope: Scope = {
    contexts,
    status: {
      success: !call.cancellation.isCancelled && conclusions.every((each) => each === 'success'),
      failure: conclusions.includes('failure'),
      cancelled: call.cancellation.isCancelled,
    },
  }
  try {
    if (call.machine.closing.aborted) return finished(call, definition, 'cancelled', ancestors)
    if (!evaluateCondition(find(definition.token, 'if'), scope)) {
      const result = call.cancellation.isCancelled ? 'cancelled' : 'skipped'
      return finished(call, definition, result, ancestors)
    }
    return { ...(await runLegs(call, definition, contexts)), ancestors }
  } catch (error) {
    return finished(call, definition, 'failure', ancestors, error instanceof Error ? error.message : String(error))
  }
}

function contextsOf(call: WorkflowCall, needs: ReadonlyMap<string, JobResult>): Record<string, unknown> {
  return {
    github: { ...call.github, token: '' },
    inputs: call.inputs,
    vars: call.machine.host.variables(call.trigger.repository),
    needs: Object.fromEntries([...needs].map(([id, { result, outputs }]) => [id, { result, outputs }])),
  }
}

type LegResult = Omit<JobResult, 'ancestors'>

async function runLegs(
  call: WorkflowCall,
  definition: WorkflowJob,
  contexts: Record<string, unknown>,
): Promise<LegResult> {
  const scope: Scope = { contexts }
  const strategy = find(definition.token, 'strategy')
  const declared = (evaluateToken(find(strategy, 'matrix'), scope) ?? undefined) as Record<string, unknown> | undefined
  const legs: (Leg | null)[] = declared ? expandMatrix(declared) : [null]
  const isFailFast = evaluateToken(find(strategy, 'fail-fast'), scope) !== false
  const atOnce = Number(evaluateToken(find(strategy, 'max-parallel'), scope) ?? legs.length) || legs.length
  const slots = new Slots(atOnce)
  const abandon = new AbortController()
  const stop = AbortSignal.any([call.cancellation.signal, call.machine.closing, abandon.signal])
  const results = await Promise.all(
    legs.map(async (matrix, index): Promise<LegResult> => {
      const own = {
        ...contexts,
        matrix,
        strategy: { 'fail-fast': isFailFast, 'job-index': index, 'job-total': legs.length, 'max-parallel': atOnce },
      }
      const details = find(definition.token, 'uses') ? undefined : queueJob(call, definition, own, matrix)
      const leg = { contexts: own, matrix, details, stop }
      const result = await slots.within(stop, () => runLeg(call, definition, leg))
      if (result === undefined && details) completeJob(call, details, 'cancelled')
      if (result?.result === 'failure' && isFailFast) abandon.abort()
      return result ?? { result: 'cancelled', outputs: {} }
    }),
  )
  const all = results.map(({ result }) => result)
  const result = (['failure', 'cancelled', 'success'] as const).find((each) => all.includes(each)) ?? 'skipped'
  return { result, outputs: Object.assign({}, ...results.map(({ outputs }) => outputs)) as Record<string, string> }
}

interface LegStart {
  contexts: Record<string, unknown>
  matrix: Leg | null
  /** A job that calls a workflow has no record of its own. */
  details: JobDetails | undefined
  stop: AbortSignal
}

/** Never rejects: other legs of the matrix may still be running. */
async function runLeg(call: WorkflowCall, definition: WorkflowJob, leg: LegStart): Promise<LegResult> {
  const pushedOut = new AbortController()
  const stop = AbortSignal.any([leg.stop, pushedOut.signal])
  const hooks = { stop, onCancel: () => pushedOut.abort(), onWait: () => {} }
  try {
    const setting = concurrencyOf(find(definition.token, 'concurrency'), { contexts: leg.contexts })
    const permissions = permissionsFor(call, definition)
    const result = await call.groups.within(call.trigger.repository, setting, hooks, async () => {
      const { details } = leg
      if (details)
        return call.slots.within(stop, () => runOwnJob(call, definition, { ...leg, details, stop }, permissions))
      const name = jobName(call, definition, leg.contexts, leg.matrix)
      return callWorkflow(call, definition, leg.contexts, { name, permissions, run: runJobs })
    })
    if (result !== undefined) return result
    if (leg.details) completeJob(call, leg.details, 'cancelled')
    return { result: 'cancelled', outputs: {} }
  } catch (error) {
    const details = leg.details ?? queueJob(call, definition, leg.contexts, leg.matrix)
    details.annotations.push({ level: 'error', message: error instanceof Error ? error.message : String(error) })
    completeJob(call, details, 'failure')
    return { result: 'failure', outputs: {} }
  }
}

async function runOwnJob(
  call: WorkflowCall,
  definition: WorkflowJob,
  { contexts, details, stop }: LegStart & { details: JobDetails },
  permissions: Permissions,
): Promise<LegResult> {
  const { machine, run, trigger, workflow, github, secrets } = call
  details.permissions = permissions
  const conclusion = await runJob(machine, {
    run,
    details,
    trigger,
    workflow,
    definition,
    github,
    permissions,
    secrets,
    contexts,
    stop,
  })
  completeJob(call, details, conclusion)
  const isTolerated = evaluateToken(find(definition.token, 'continue-on-error'), { contexts }) === true
  return { result: conclusion === 'failure' && isTolerated ? 'success' : conclusion, outputs: details.outputs }
}

function permissionsFor(call: WorkflowCall, definition: WorkflowJob): Permissions {
  const declared = literal(find(definition.token, 'permissions')) ?? literal(find(call.workflow.root, 'permissions'))
  const asked = permissionsOf(declared ?? undefined) ?? call.allowed ?? defaultPermissions
  const beyond = call.allowed ? excess(asked, call.allowed) : []
  if (beyond.length > 0) {
    throw new Error(
      `The nested job '${definition.id}' is requesting '${beyond.join(', ')}', but is not allowed it by its caller`,
    )
  }
  return call.isReadOnly ? readOnly(asked) : asked
}

function finished(
  call: WorkflowCall,
  definition: WorkflowJob,
  result: Conclusion,
  ancestors: JobResult['ancestors'],
  problem?: string,
): JobResult {
  const details = queueJob(call, definition, {}, null)
  if (problem !== undefined) details.annotations.push({ level: 'error', message: problem })
  completeJob(call, details, result)
  return { result, outputs: {}, ancestors }
}
