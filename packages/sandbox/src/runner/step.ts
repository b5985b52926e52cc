import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { runChild } from './child.ts'
import { evaluateCondition, evaluateText, evaluateTexts, evaluateToken, type Scope } from './expression.ts'
import { type JobState, stepScope } from './job-state.ts'
import type { Machine } from './machine.ts'
import type { Conclusion, RunDetails, StepDetails } from './records.ts'
import { createStepFiles } from './step-files.ts'
import { StepLog } from './step-log.ts'
import type { StepPlan } from './step-plan.ts'
import { find } from './workflow.ts'

export interface StepSurroundings {
  machine: Machine
  run: RunDetails
  job: JobState
  /** Asks the step to stop: cancelled, or the job's time is over. */
  stop: AbortSignal
  onPost(post: StepPlan): void
}

/** Runs one step and records it. Never rejects: what goes wrong is the step's failure. */
export async function runStep(plan: StepPlan, surroundings: StepSurroundings): Promise<void> {
  const { machine, run, job } = surroundings
  const details = recordOf(plan, job)
  job.details.steps.push(details)
  const log = new StepLog(details, job.masks, plan.state)
  const started = performance.now()
  details.startedAt = machine.host.now().toISOString()
  details.status = 'in_progress'
  let outcome: Conclusion = 'failure'
  let isTolerated = false
  try {
    const github = { action: plan.action }
    const before = stepScope(job, job.env, github)
    details.name = attemptName(plan, before, job)
    // As on GitHub, an `if` sees the job's variables and not yet the step's own.
    if (!evaluateCondition(plan.condition, before)) {
      outcome = 'skipped'
    } else {
      machine.emit({ type: 'step-started', run, job: job.details, step: details })
      const scope = stepScope(job, { ...job.env, ...evaluateTexts(find(plan.token, 'env'), before) }, github)
      details.name = attemptName(plan, scope, job)
      isTolerated = evaluateToken(find(plan.token, 'continue-on-error'), scope) === true
      outcome = await execute(plan, scope, details, log, surroundings)
    }
  } catch (error) {
    log.error(error instanceof Error ? error.message : String(error))
  }
  log.close()
  details.outcome = outcome
  details.conclusion = outcome === 'failure' && isTolerated ? 'success' : outcome
  details.status = 'completed'
  details.ms = performance.now() - started
  if (plan.id !== null && plan.phase === 'main') {
    job.steps[plan.id] = { outputs: details.outputs, outcome, conclusion: details.conclusion }
  }
  if (details.conclusion === 'failure' && job.status === 'success') job.status = 'failure'
  machine.emit({ type: 'step-completed', run, job: job.details, step: details })
}

async function execute(
  plan: StepPlan,
  scope: Scope,
  details: StepDetails,
  log: StepLog,
  { machine, job, stop, onPost }: StepSurroundings,
): Promise<Conclusion> {
  const minutes = evaluateText(find(plan.token, 'timeout-minutes'), scope)
  const files = await createStepFiles(job, details)
  const launch = await plan.launch(scope, files.variables)
  for (const message of launch.warnings ?? []) log.annotate({ level: 'warning', message })
  if (launch.post) onPost(launch.post)
  const control = {
    onLine: (line: string) => log.line(line),
    stop,
    kill: machine.closing,
    timeoutMs: minutes === '' ? undefined : Number(minutes) * 60_000,
  }
  const result = await (launch.service
    ? machine.artifacts.run(launch.service, launch, control)
    : runChild(launch, control))
  const isWellFormed = await files.process(details, plan.state, log)
  if (result.timedOut) {
    log.error(`The action '${details.name}' has timed out after ${minutes} minutes.`)
    return 'failure'
  }
  if (result.stopped) {
    log.error('The operation was canceled.')
    return 'cancelled'
  }
  if (result.code !== 0) {
    // An action says itself what went wrong; of a script only the exit code is known.
    if (find(plan.token, 'run') !== undefined || details.annotations.every(({ level }) => level !== 'error')) {
      log.error(`Process completed with exit code ${result.code ?? 'by a signal'}.`)
    }
    return 'failure'
  }
  return isWellFormed && !log.failed ? 'success' : 'failure'
}

function attemptName(plan: StepPlan, scope: Scope, job: JobState): string {
  try {
    return job.masks.hide(plan.name(scope))
  } catch {
    return plan.action
  }
}

function recordOf(plan: StepPlan, job: JobState): StepDetails {
  const number = job.details.steps.length + 1
  const label = `${plan.phase === 'main' ? '' : `${plan.phase}-`}${plan.action}`.replace(/[^\w-]+/g, '_').slice(0, 60)
  return {
    number,
    name: plan.action,
    id: plan.id,
    phase: plan.phase,
    status: 'queued',
    outcome: null,
    conclusion: null,
    outputs: {},
    annotations: [],
    droppedAnnotations: 0,
    summaryPath: null,
    logPath: path.join(job.folder, `${String(number).padStart(2, '0')}-${label}.log`),
    startedAt: null,
    ms: 0,
  }
}
