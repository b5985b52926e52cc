import type { JobRecord, Permissions, RunRecord } from '../host.ts'

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped'

export interface Annotation {
  level: 'error' | 'warning' | 'notice'
  message: string
  title?: string
  file?: string
  line?: number
  endLine?: number
  column?: number
  endColumn?: number
}

export interface StepDetails {
  /** From 1, in the order of the job's log. */
  number: number
  /** As the workflow or GitHub names it; masked. */
  name: string
  id: string | null
  phase: 'pre' | 'main' | 'post'
  status: 'queued' | 'in_progress' | 'completed'
  /** Before `continue-on-error` is applied. */
  outcome: Conclusion | null
  conclusion: Conclusion | null
  outputs: Record<string, string>
  /** At most 10 of each level, as GitHub shows. */
  annotations: Annotation[]
  /** How many annotations GitHub would have dropped. */
  droppedAnnotations: number
  /** A Markdown file, where the step wrote one. */
  summaryPath: string | null
  logPath: string
  startedAt: string | null
  ms: number
}

export interface JobDetails extends JobRecord {
  /** The job's key in the workflow file; `caller/callee` in a reusable workflow. */
  key: string
  matrix: Readonly<Record<string, unknown>> | null
  /** What the job's token may do. */
  permissions: Permissions
  outputs: Record<string, string>
  steps: StepDetails[]
  /** Of the job itself, such as a time-out. */
  annotations: Annotation[]
  ms: number
}

export interface RunDetails extends RunRecord {
  jobs: JobDetails[]
  /** Why a run failed before any job: unsupported or invalid workflow, with `path:line:column`. */
  problems: string[]
  /** The folder that holds the logs and summaries. */
  folder: string
  /** Where the run stands: `approval` until `approve`, `concurrency` behind another run of its group. */
  waitingFor: 'approval' | 'concurrency' | null
}

/** One moment of a live timeline; `run`, `job` and `step` are the live records, to be read and not kept. */
export type RunnerEvent =
  | { type: 'run-queued' | 'run-started' | 'run-completed'; run: RunDetails }
  | { type: 'job-started' | 'job-completed'; run: RunDetails; job: JobDetails }
  | { type: 'step-started' | 'step-completed'; run: RunDetails; job: JobDetails; step: StepDetails }
