import type { Permissions, RunRecord } from '../host.ts'
import type { GitStore } from './git/git-store.ts'

export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none'

export interface User {
  id: number
  login: string
  name: string
  type: 'User' | 'Bot' | 'Organization'
  createdAt: string
}

/** `user`: a person's fine-grained token; `app`: a GitHub App's; `job`: a GITHUB_TOKEN, whose effects start no workflows. */
export interface Token {
  secret: string
  login: string
  kind: 'user' | 'app' | 'job'
  permissions: Permissions | 'all'
  /** The only repository the token reaches; absent: all its user reaches. */
  repository?: string
}

export interface Label {
  id: number
  name: string
  color: string
  description: string | null
}

export interface Comment {
  id: number
  user: string
  body: string
  createdAt: string
  updatedAt: string
}

export interface Review {
  id: number
  user: string
  body: string
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'
  commitId: string
  submittedAt: string
}

export interface Pull {
  head: { ref: string; sha: string }
  base: { ref: string; sha: string }
  draft: boolean
  mergedAt: string | null
  mergedBy: string | null
  mergeCommitSha: string | null
  reviews: Review[]
  requestedReviewers: string[]
  maintainerCanModify: boolean
}

/** An issue; with `pull` it is a pull request. Both share one number series, as on GitHub. */
export interface Issue {
  id: number
  number: number
  title: string
  body: string | null
  user: string
  state: 'open' | 'closed'
  stateReason: 'completed' | 'reopened' | 'not_planned' | 'duplicate' | null
  labels: string[]
  assignees: string[]
  comments: Comment[]
  createdAt: string
  updatedAt: string
  closedAt: string | null
  closedBy: string | null
  pull?: Pull
}

export interface Asset {
  id: number
  name: string
  label: string | null
  contentType: string
  size: number
  digest: string | null
  state: 'starter' | 'uploaded'
  uploader: string
  downloads: number
  createdAt: string
  updatedAt: string
}

export interface Release {
  id: number
  tagName: string
  target: string
  name: string | null
  body: string | null
  draft: boolean
  prerelease: boolean
  immutable: boolean
  makeLatest: 'true' | 'false' | 'legacy'
  author: string
  createdAt: string
  publishedAt: string | null
  assets: Asset[]
}

export interface Status {
  id: number
  sha: string
  state: 'error' | 'failure' | 'pending' | 'success'
  context: string
  description: string | null
  targetUrl: string | null
  creator: string
  createdAt: string
}

export interface CheckRun {
  id: number
  name: string
  headSha: string
  status: 'queued' | 'in_progress' | 'completed' | 'waiting'
  conclusion: string | null
  startedAt: string | null
  completedAt: string | null
  externalId: string
  detailsUrl: string | null
  output: { title: string | null; summary: string | null; text: string | null; annotations: unknown[] }
  app: string
}

/** A branch's protection. `null` parts are not required. */
export interface Protection {
  requiredStatusChecks: { strict: boolean; contexts: string[] } | null
  requiredReviews: { count: number; dismissStale: boolean; bypass: string[] } | null
  enforceAdmins: boolean
  allowForcePushes: boolean
  allowDeletions: boolean
  requiredLinearHistory: boolean
}

export interface Ruleset {
  id: number
  name: string
  target: 'branch' | 'tag' | 'push'
  enforcement: 'active' | 'disabled' | 'evaluate'
  include: string[]
  exclude: string[]
  rules: { type: string; parameters?: Record<string, unknown> }[]
  bypassActors: { actor_id?: number | null; actor_type: string; bypass_mode?: string }[]
  createdAt: string
  updatedAt: string
}

/** What of Actions a repository lets run. */
export interface ActionsPolicy {
  enabled: boolean
  allowed: 'all' | 'local_only' | 'selected'
  shaPinningRequired: boolean
  /** With `selected`: the actions that may run. */
  selected: { githubOwned: boolean; verified: boolean; patterns: string[] }
}

export interface Repository {
  id: number
  owner: string
  name: string
  fullName: string
  private: boolean
  description: string | null
  defaultBranch: string
  createdAt: string
  updatedAt: string
  pushedAt: string
  git: GitStore
  collaborators: Map<string, Role>
  nextNumber: number
  issues: Map<number, Issue>
  labels: Map<string, Label>
  releases: Map<number, Release>
  immutableReleases: boolean
  /** Tag names of immutable releases: never to be used again, even after the release is deleted. */
  burnedTags: Set<string>
  statuses: Status[]
  checkRuns: Map<number, CheckRun>
  protections: Map<string, Protection>
  rulesets: Map<number, Ruleset>
  actionsMayCreatePulls: boolean
  defaultWorkflowPermissions: 'read' | 'write'
  actions: ActionsPolicy
  /** Names of environments. */
  environments: string[]
  /** Workflow files that somebody or GitHub switched off, by path. */
  disabledWorkflows: Map<string, 'disabled_inactivity' | 'disabled_manually'>
  variables: Record<string, string>
  secrets: Record<string, string>
  runs: Map<number, RunRecord>
  /** Commits GitHub made and signed itself. */
  verifiedCommits: Set<string>
  /** Tail of the queue of changes: one change to a repository at a time, as a ref lock gives on GitHub. */
  turn: Promise<unknown>
}
