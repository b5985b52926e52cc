/**
 * The border between the sandbox's two halves: the GitHub (REST, git, results service) and the workflow runner.
 * The GitHub emits a `WorkflowTrigger` after an effect is stored; the runner decides which workflows it starts.
 */
export type WorkflowEventName =
  | 'push'
  | 'pull_request'
  | 'pull_request_target'
  | 'merge_group'
  | 'schedule'
  | 'workflow_dispatch'
  | 'repository_dispatch'

export interface WorkflowTrigger {
  event: WorkflowEventName
  /** `owner/name` */
  repository: string
  /** Login of the user who caused it. */
  actor: string
  /** What GITHUB_REF will be. */
  ref: string
  /** What GITHUB_SHA will be; workflow files are read at this commit. */
  sha: string
  /** The webhook payload, as GITHUB_EVENT_PATH will hold it. */
  payload: Record<string, unknown>
  /** `opened`, `synchronize`, `closed`, a dispatch's `event_type`… where the event has activity types. */
  action?: string
  /** For workflow_dispatch: the one workflow file's path. */
  workflowPath?: string
  /** Pull requests by GITHUB_TOKEN: runs are created but wait for a person's approval. */
  needsApproval?: boolean
}

export type Access = 'none' | 'read' | 'write'
/** Keys are GitHub's own permission scopes: `contents`, `pull-requests`, `statuses`, `checks`, `actions`, `issues`, … */
export type Permissions = Readonly<Record<string, Access>>

export interface JobRecord {
  id: number
  name: string
  status: 'queued' | 'in_progress' | 'completed'
  conclusion: string | null
  startedAt: string | null
  completedAt: string | null
}

export interface RunRecord {
  id: number
  repository: string
  name: string
  workflowPath: string
  event: WorkflowEventName
  actor: string
  headBranch: string | null
  headSha: string
  runNumber: number
  runAttempt: number
  status: 'queued' | 'in_progress' | 'completed' | 'waiting'
  conclusion: string | null
  createdAt: string
  updatedAt: string
  jobs: JobRecord[]
}

/** What the runner needs of the GitHub. */
export interface SandboxHost {
  /** GITHUB_API_URL, without a trailing slash. */
  readonly apiUrl: string
  /** GITHUB_SERVER_URL: not `localhost`, which the toolkit takes for GitHub Enterprise. */
  readonly serverUrl: string
  /** Where git can clone `owner/name` from on this machine, without credentials in it. */
  gitUrl(repository: string): string
  /** The bare repository's folder. */
  gitDir(repository: string): string
  /** The default branch's name. */
  defaultBranch(repository: string): string
  onTrigger(listener: (trigger: WorkflowTrigger) => void): void
  /** A GITHUB_TOKEN that has only these permissions and belongs to `github-actions[bot]`. */
  issueJobToken(job: { repository: string; permissions: Permissions; runId: number; jobId: number }): string
  revokeToken(token: string): void
  /** ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN, ACTIONS_CACHE_SERVICE_V2 for one job. */
  resultsEnv(job: { repository: string; runId: number; jobId: number }): Record<string, string>
  variables(repository: string): Record<string, string>
  secrets(repository: string): Record<string, string>
  /** Stores or replaces a run, so that `GET /repos/{owner}/{repo}/actions/runs` lists it. */
  saveRun(run: RunRecord): void
  nextRunId(): number
  now(): Date
}
