import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { RunRecord, WorkflowTrigger } from '../host.ts'
import { type ConcurrencyGroups, type ConcurrencySetting, concurrencyOf } from './concurrency.ts'
import { evaluateText } from './expression.ts'
import { type GitHubContext, githubContext } from './github-context.ts'
import { type Cancellation, type JobResult, runJobs } from './job-graph.ts'
import type { Machine } from './machine.ts'
import { headBranchOf, headShaOf, isFromFork } from './pull-request.ts'
import type { RunDetails } from './records.ts'
import { problemsOfCalls } from './reusable-workflow.ts'
import type { Slots } from './slots.ts'
import { dispatchInputs } from './typed-inputs.ts'
import { unsupportedIn } from './unsupported.ts'
import { find, type ParsedWorkflow, type Workflow } from './workflow.ts'

export interface RunStart {
  trigger: WorkflowTrigger
  path: string
  parsed: ParsedWorkflow
  /** The commit the workflow file was read at. */
  workflowSha: string
  runNumber: number
}

interface Prepared {
  workflow: Workflow
  github: GitHubContext
  inputs: Readonly<Record<string, unknown>>
  setting: ConcurrencySetting | undefined
}

/** One run of a workflow, from its record to its conclusion. */
export class Run {
  readonly details: RunDetails
  readonly #machine: Machine
  readonly #start: RunStart
  #abort = new AbortController()
  readonly #cancellation: Cancellation

  constructor(machine: Machine, start: RunStart) {
    const { trigger, parsed } = start
    const id = machine.host.nextRunId()
    const now = machine.host.now().toISOString()
    this.#machine = machine
    this.#start = start
    this.#cancellation = { isCancelled: false, signal: this.#abort.signal }
    this.details = {
      id,
      repository: trigger.repository,
      name: parsed.workflow?.name ?? start.path,
      workflowPath: start.path,
      event: trigger.event,
      actor: trigger.actor,
      headBranch: headBranchOf(trigger),
      headSha: headShaOf(trigger),
      runNumber: start.runNumber,
      runAttempt: 1,
      status: 'queued',
      conclusion: null,
      createdAt: now,
      updatedAt: now,
      jobs: [],
      problems: [],
      folder: path.join(machine.workDir, 'runs', String(id)),
      waitingFor: null,
    }
  }

  /** As GitHub does with pull requests of its own token: completed, until a person approves. */
  askForApproval(): void {
    Object.assign(this.details, { status: 'completed', conclusion: 'action_required', waitingFor: 'approval' })
    this.#save()
    this.#machine.emit({ type: 'run-queued', run: this.details })
  }

  /** Reads what the run is. Returns what runs it to the end, which takes its place in a concurrency group at once and rejects only by a bug. */
  async enqueue(): Promise<(groups: ConcurrencyGroups, slots: Slots) => Promise<void>> {
    Object.assign(this.details, { status: 'queued', conclusion: null, waitingFor: null })
    this.#save()
    this.#machine.emit({ type: 'run-queued', run: this.details })
    await mkdir(this.details.folder, { recursive: true })
    const prepared = await this.#prepare()
    return async (groups, slots) => {
      try {
        if (prepared) await this.#runWithin(prepared, groups, slots)
      } finally {
        this.#complete()
      }
    }
  }

  #complete(): void {
    this.details.status = 'completed'
    this.details.conclusion ??= 'cancelled'
    this.details.waitingFor = null
    this.#save()
    this.#machine.emit({ type: 'run-completed', run: this.details })
  }

  cancel(): void {
    if (this.details.waitingFor === 'approval') {
      Object.assign(this.details, { conclusion: 'cancelled', waitingFor: null })
      this.#save()
    }
    this.#cancellation.isCancelled = true
    const running = this.#abort
    // Jobs that start from now on do so on purpose, by `always()` or `cancelled()`.
    this.#abort = new AbortController()
    this.#cancellation.signal = this.#abort.signal
    running.abort()
  }

  /** What the run's own part of the workflow says; undefined, with the problems noted, when it cannot start. */
  async #prepare(): Promise<Prepared | undefined> {
    const { parsed, trigger, workflowSha } = this.#start
    const { workflow } = parsed
    const { host, actions } = this.#machine
    const problems = [...parsed.problems]
    if (workflow && problems.length === 0) {
      const source = { repository: trigger.repository, sha: workflowSha }
      problems.push(...unsupportedIn(workflow, actions), ...(await problemsOfCalls(this.#machine, workflow, source)))
    }
    try {
      if (workflow && problems.length === 0) {
        const github = githubContext(this.#machine, this.details, trigger, workflow, workflowSha)
        const inputs = dispatchInputs(workflow.on, trigger)
        const scope = { contexts: { github, inputs, vars: host.variables(trigger.repository) } }
        const title = evaluateText(find(workflow.root, 'run-name'), scope)
        if (title !== '') this.details.name = title
        return { workflow, github, inputs, setting: concurrencyOf(find(workflow.root, 'concurrency'), scope) }
      }
    } catch (error) {
      // A dispatch input, or an expression of the workflow itself.
      problems.push(`${this.details.workflowPath}: ${error instanceof Error ? error.message : String(error)}`)
    }
    this.details.problems.push(...problems)
    this.details.conclusion = 'startup_failure'
    return undefined
  }

  async #runWithin(prepared: Prepared, groups: ConcurrencyGroups, slots: Slots): Promise<void> {
    const { workflow, github, inputs, setting } = prepared
    const { trigger, workflowSha } = this.#start
    const machine = this.#machine
    const isFork = isFromFork(trigger)
    const hooks = {
      stop: AbortSignal.any([this.#abort.signal, machine.closing]),
      onCancel: () => this.cancel(),
      onWait: () => {
        this.details.waitingFor = 'concurrency'
        this.#save()
      },
    }
    await groups.within(trigger.repository, setting, hooks, async () => {
      this.details.status = 'in_progress'
      this.details.waitingFor = null
      this.#save()
      machine.emit({ type: 'run-started', run: this.details })
      const results = await runJobs({
        machine,
        run: this.details,
        trigger,
        workflow,
        source: { repository: trigger.repository, sha: workflowSha },
        github,
        inputs,
        secrets: isFork ? {} : machine.host.secrets(trigger.repository),
        allowed: undefined,
        isReadOnly: isFork,
        prefix: { name: '', key: '' },
        groups,
        slots,
        cancellation: this.#cancellation,
        save: () => this.#save(),
      })
      this.details.conclusion = this.#conclude(results)
    })
  }

  #conclude(results: ReadonlyMap<string, JobResult>): string {
    const all = [...results.values()].map(({ result }) => result)
    if (this.#cancellation.isCancelled || this.#machine.closing.aborted) return 'cancelled'
    return (['failure', 'cancelled', 'success'] as const).find((each) => all.includes(each)) ?? 'skipped'
  }

  #save(): void {
    this.details.updatedAt = this.#machine.host.now().toISOString()
    this.#machine.host.saveRun(publicRecord(this.details))
  }
}

/** Without what only the runner knows. */
function publicRecord({ problems: _, folder: __, waitingFor: ___, jobs, ...run }: RunDetails): RunRecord {
  return {
    ...run,
    jobs: jobs.map(({ id, name, status, conclusion, startedAt, completedAt }) => ({
      id,
      name,
      status,
      conclusion,
      startedAt,
      completedAt,
    })),
  }
}
