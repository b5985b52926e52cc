import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { SandboxHost, WorkflowTrigger } from '../host.ts'
import type { ActionSources } from './action-reference.ts'
import { ArtifactService } from './artifact-service.ts'
import { ConcurrencyGroups } from './concurrency.ts'
import { isStartedBy, record, text } from './event-filter.ts'
import { commitMessage, commitOf, workflowFiles } from './git.ts'
import type { Machine } from './machine.ts'
import type { RunDetails, RunnerEvent } from './records.ts'
import { Run } from './run.ts'
import { Slots } from './slots.ts'
import { parseWorkflow } from './workflow.ts'

export type { Annotation, JobDetails, RunDetails, RunnerEvent, StepDetails } from './records.ts'

export interface RunnerOptions {
  host: SandboxHost
  /** Published `owner/repo` → the folder that stands for it: `actions/<name>/action.yml` and what its `main` points to. */
  actions: ActionSources
  /** Logs and summaries go to `<workDir>/runs`, workspaces to `<workDir>/jobs`. */
  workDir: string
  /** RUNNER_TOOL_CACHE; `<workDir>/tool-cache` without. */
  toolCache?: string
  /** More variables for every step. */
  env?: Readonly<Record<string, string>>
  onEvent?(event: RunnerEvent): void
  /** Path of node 24; the running one without. */
  node?: string
  /** Jobs at a time, 2 without. */
  parallel?: number
  /** Leaves `<workDir>/jobs` for a look. */
  keepWorkspaces?: boolean
}

export interface Runner {
  /** All runs, oldest first. */
  readonly runs: readonly RunDetails[]
  /** The run with this id; throws when there is none. */
  run(id: number): RunDetails
  /** Resolves when nothing is queued or running; runs that wait for approval do not count. Throws what a bug threw. */
  idle(): Promise<void>
  /** Starts a run that waits for approval. */
  approve(id: number): void
  cancel(id: number): void
  /** What GitHub's clock would do: starts the workflows of the default branch that have this cron line, or any. */
  fireSchedule(repository: string, cron?: string): void
  /** Ends everything at once and waits until it has. */
  close(): Promise<void>
}

const skip = /\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/

/** Starts a workflow runner on a sandbox: every trigger of the host starts the workflows that GitHub would start. */
export function startRunner(options: RunnerOptions): Runner {
  const { host } = options
  const closing = new AbortController()
  const node = options.node ?? process.execPath
  const machine: Machine = {
    host,
    actions: options.actions,
    workDir: path.resolve(options.workDir),
    toolCache: path.resolve(options.toolCache ?? path.join(options.workDir, 'tool-cache')),
    env: options.env ?? {},
    node,
    path: [path.dirname(node), ...systemPath()].join(path.delimiter),
    artifacts: new ArtifactService(node),
    keepWorkspaces: options.keepWorkspaces ?? false,
    emit: (event) => options.onEvent?.(event),
    closing: closing.signal,
  }
  mkdirSync(machine.workDir, { recursive: true })
  const runs = new Map<number, Run>()
  const groups = new ConcurrencyGroups()
  const slots = new Slots(options.parallel ?? 2)
  const numbers = new Map<string, number>()
  const work = new Set<Promise<void>>()
  const bugs: unknown[] = []
  const track = (promise: Promise<void>) => {
    const tracked = promise.catch((error: unknown) => void bugs.push(error)).finally(() => work.delete(tracked))
    work.add(tracked)
  }
  // Triggers are looked at in their order, so that run numbers and concurrency are those of GitHub.
  let last: Promise<void> = Promise.resolve()
  const handle = (trigger: WorkflowTrigger) => {
    last = last.then(() => (closing.signal.aborted ? undefined : startRuns(trigger)))
    track(last)
    last = last.catch(() => {})
  }

  async function startRuns(trigger: WorkflowTrigger): Promise<void> {
    const gitDir = host.gitDir(trigger.repository)
    // A deleted branch has no commit to read workflows from.
    if (trigger.event === 'push' && trigger.payload.deleted === true) return
    if (await isSkipped(trigger, gitDir)) return
    const workflowSha = await workflowCommit(host, trigger, gitDir)
    for (const [file, content] of await workflowFiles(gitDir, workflowSha)) {
      if (trigger.workflowPath !== undefined && trigger.workflowPath !== file) continue
      const parsed = await parseWorkflow(file, content)
      const isUnreadable = parsed.workflow === undefined || Object.keys(parsed.workflow.on).length === 0
      // A file that cannot be read at all fails at a push, which is when GitHub tells.
      const isWanted = isUnreadable ? trigger.event === 'push' : await isStartedBy(parsed.workflow!.on, trigger, gitDir)
      if (!isWanted || !selectsCron(parsed.workflow?.on.schedule, trigger)) continue
      const key = `${trigger.repository}\n${file}`
      numbers.set(key, (numbers.get(key) ?? 0) + 1)
      const run = new Run(machine, { trigger, path: file, parsed, workflowSha, runNumber: numbers.get(key)! })
      runs.set(run.details.id, run)
      if (trigger.needsApproval) run.askForApproval()
      else await execute(run)
    }
  }

  /** Returns when the run has its place among the others. */
  async function execute(run: Run): Promise<void> {
    const runToEnd = await run.enqueue()
    track(runToEnd(groups, slots))
  }

  const known = (id: number): Run => {
    const run = runs.get(id)
    if (!run) throw new Error(`there is no run ${id}`)
    return run
  }
  const settled = async () => {
    while (work.size > 0) await Promise.all(work)
  }
  host.onTrigger(handle)

  return {
    get runs() {
      return [...runs.values()].map(({ details }) => details)
    },
    run: (id) => known(id).details,
    async idle() {
      await settled()
      if (bugs.length > 0) throw bugs[0]
    },
    approve(id) {
      const run = known(id)
      if (run.details.waitingFor !== 'approval') throw new Error(`run ${id} does not wait for approval`)
      track(execute(run))
    },
    cancel: (id) => known(id).cancel(),
    fireSchedule(repository, cron) {
      const [owner = ''] = repository.split('/')
      const branch = host.defaultBranch(repository)
      const fire = async () =>
        startRuns({
          event: 'schedule',
          repository,
          actor: owner,
          ref: `refs/heads/${branch}`,
          sha: await commitOf(host.gitDir(repository), `refs/heads/${branch}`),
          payload: cron === undefined ? {} : { schedule: cron },
        })
      last = last.then(fire)
      track(last)
      last = last.catch(() => {})
    },
    async close() {
      closing.abort()
      await settled()
      machine.artifacts.close()
      if (!machine.keepWorkspaces) await rm(path.join(machine.workDir, 'jobs'), { recursive: true, force: true })
    },
  }
}

/** Where the workflow files are read: the event's commit, but never a pull request's head for events with its base's rights. */
async function workflowCommit(host: SandboxHost, trigger: WorkflowTrigger, gitDir: string): Promise<string> {
  const fromDefault = ['pull_request_target', 'schedule', 'repository_dispatch'].includes(trigger.event)
  return fromDefault ? commitOf(gitDir, `refs/heads/${host.defaultBranch(trigger.repository)}`) : trigger.sha
}

/** GitHub starts nothing for pushes and pull requests whose head commit says so. */
async function isSkipped(trigger: WorkflowTrigger, gitDir: string): Promise<boolean> {
  if (trigger.event === 'push') {
    return skip.test(await commitMessage(gitDir, trigger.sha))
  }
  if (trigger.event !== 'pull_request') return false
  const head = text(record(record(trigger.payload.pull_request).head).sha)
  return head !== '' && skip.test(await commitMessage(gitDir, head).catch(() => ''))
}

function selectsCron(schedule: unknown, trigger: WorkflowTrigger): boolean {
  const wanted = trigger.payload.schedule
  if (trigger.event !== 'schedule' || wanted === undefined) return true
  return Array.isArray(schedule) && schedule.some((entry) => record(entry).cron === wanted)
}

/** The machine's PATH without this workspace's own tools. */
const systemPath = (): string[] =>
  (process.env.PATH ?? '/usr/bin:/bin').split(path.delimiter).filter((entry) => !entry.includes('node_modules'))
