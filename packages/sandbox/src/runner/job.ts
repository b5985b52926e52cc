import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Permissions, WorkflowTrigger } from '../host.ts'
import { endOrphans } from './child.ts'
import { evaluateText, evaluateTexts, evaluateToken } from './expression.ts'
import type { GitHubContext } from './github-context.ts'
import { type JobState, stepScope } from './job-state.ts'
import { type Machine, runnerContext } from './machine.ts'
import { Masks } from './masks.ts'
import type { JobDetails, RunDetails } from './records.ts'
import { runStep } from './step.ts'
import { planSteps, type StepPlan } from './step-plan.ts'
import { refusedLabel } from './unsupported.ts'
import { find, type Workflow, type WorkflowJob } from './workflow.ts'

export interface JobAssignment {
  run: RunDetails
  details: JobDetails
  trigger: WorkflowTrigger
  workflow: Workflow
  definition: WorkflowJob
  github: GitHubContext
  permissions: Permissions
  secrets: Readonly<Record<string, string>>
  /** `vars`, `needs`, `matrix`, `strategy`, `inputs`. */
  contexts: Readonly<Record<string, unknown>>
  /** Aborted when the run, the matrix or the concurrency group cancels this job. */
  stop: AbortSignal
}

const defaultMinutes = 360
const never = new AbortController().signal

/** Runs a job's steps on a fresh workspace and fills in its record but for the end. Rejects only by a bug. */
export async function runJob(machine: Machine, assignment: JobAssignment): Promise<JobState['status']> {
  const { run, details, trigger, permissions, stop } = assignment
  const token = machine.host.issueJobToken({
    repository: trigger.repository,
    permissions,
    runId: run.id,
    jobId: details.id,
  })
  const started = performance.now()
  details.status = 'in_progress'
  details.startedAt = machine.host.now().toISOString()
  machine.emit({ type: 'job-started', run, job: details })
  const job = await createState(machine, assignment, token)
  const timeout = new AbortController()
  const ending = AbortSignal.any([stop, timeout.signal])
  let timer: NodeJS.Timeout | undefined
  try {
    const scope = stepScope(job, {})
    const refused = refusedLabel(evaluateToken(find(assignment.definition.token, 'runs-on'), scope))
    if (refused) throw new Error(refused)
    job.env = {
      ...evaluateTexts(find(assignment.workflow.root, 'env'), scope),
      ...evaluateTexts(find(assignment.definition.token, 'env'), scope),
    }
    const minutes = Number(evaluateText(find(assignment.definition.token, 'timeout-minutes'), scope) || defaultMinutes)
    timer = setTimeout(
      () => {
        const message = `The job has exceeded the maximum execution time of ${minutes} minutes.`
        details.annotations.push({ level: 'error', message })
        timeout.abort()
      },
      Math.min(minutes * 60_000, 2 ** 31 - 1),
    )
    await runSteps(machine, assignment, job, ending)
    details.outputs = outputsOf(assignment, job)
  } catch (error) {
    job.status = 'failure'
    details.annotations.push({
      level: 'error',
      message: job.masks.hide(error instanceof Error ? error.message : String(error)),
    })
  }
  clearTimeout(timer)
  await endOrphans(job.trackingId)
  machine.host.revokeToken(token)
  if (!machine.keepWorkspaces) await rm(path.dirname(job.home), { recursive: true, force: true })
  details.completedAt = machine.host.now().toISOString()
  details.ms = performance.now() - started
  return job.status
}

async function runSteps(
  machine: Machine,
  assignment: JobAssignment,
  job: JobState,
  ending: AbortSignal,
): Promise<void> {
  const { run, details, trigger, workflow, definition } = assignment
  const resultsEnv = machine.host.resultsEnv({ repository: trigger.repository, runId: run.id, jobId: details.id })
  const plans = await planSteps({ machine, job, workflow, definition, resultsEnv })
  const posts: StepPlan[] = []
  const step = async (plan: StepPlan) => {
    if (machine.closing.aborted) {
      job.status = 'cancelled'
      return
    }
    // After a cancellation `always()` and `cancelled()` steps still run, and nothing stops them a second time.
    const stop = ending.aborted ? never : ending
    if (ending.aborted) job.status = 'cancelled'
    await runStep(plan, { machine, run, job, stop, onPost: (post) => posts.unshift(post) })
    if (ending.aborted) job.status = 'cancelled'
  }
  for (const plan of plans) await step(plan)
  // An action's `post` may not register another one.
  for (const post of [...posts]) await step(post)
}

async function createState(machine: Machine, assignment: JobAssignment, token: string): Promise<JobState> {
  const { run, details, trigger, github } = assignment
  const slug = `${details.id}-${details.name.replace(/[^\w-]+/g, '-').slice(0, 60)}`
  const folder = path.join(run.folder, slug)
  const base = path.join(machine.workDir, 'jobs', String(details.id))
  const repositoryName = trigger.repository.split('/')[1] ?? 'repository'
  const parent = path.join(base, 'work', repositoryName)
  const [workspace, temp, home] = [path.join(parent, repositoryName), path.join(base, '_temp'), path.join(base, 'home')]
  const eventPath = path.join(temp, '_github_workflow', 'event.json')
  for (const each of [
    folder,
    workspace,
    home,
    path.dirname(eventPath),
    path.join(temp, '_runner_file_commands'),
    machine.toolCache,
  ]) {
    await mkdir(each, { recursive: true })
  }
  await writeFile(eventPath, JSON.stringify(trigger.payload, null, 2))
  const masks = new Masks()
  for (const secret of [
    token,
    Buffer.from(`x-access-token:${token}`).toString('base64'),
    ...Object.values(assignment.secrets),
  ]) {
    masks.add(secret)
  }
  return {
    details,
    masks,
    folder,
    workspace,
    temp,
    home,
    trackingId: `github_${randomUUID()}`,
    contexts: {
      ...assignment.contexts,
      github: { ...github, token, workspace, job: assignment.definition.id, event_path: eventPath },
      secrets: { ...assignment.secrets, GITHUB_TOKEN: token },
      runner: runnerContext(machine, { temp, workspace: parent }),
    },
    env: {},
    path: [],
    steps: {},
    status: 'success',
  }
}

function outputsOf({ definition, details }: JobAssignment, job: JobState): Record<string, string> {
  const outputs = evaluateTexts(find(definition.token, 'outputs'), stepScope(job, job.env))
  return Object.fromEntries(
    Object.entries(outputs).filter(([name, value]) => {
      if (job.masks.hide(value) === value) return true
      details.annotations.push({ level: 'warning', message: `Skip output '${name}' since it may contain secret.` })
      return false
    }),
  )
}
