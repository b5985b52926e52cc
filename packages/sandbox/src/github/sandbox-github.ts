import type { Permissions, RunRecord, SandboxHost } from '../host.ts'
import type { RequestRecord, Unexpected } from './api.ts'
import type { ActionsPolicy, Protection, Role, Ruleset, User } from './entities.ts'
import type { Faults } from './faults.ts'

export interface RepositoryOptions {
  owner: string
  name: string
  /** Public unless told. Tokens can read public repositories whatever their permissions. */
  private?: boolean
  description?: string
  /** `main` unless told. */
  defaultBranch?: string
  /** The first commit's files, by path. Without any the repository is empty. */
  files?: Readonly<Record<string, string | Uint8Array>>
  /** Roles of other users than the owner, by login. */
  collaborators?: Readonly<Record<string, Role>>
  /** Protection by branch; parts left out are not required. */
  protection?: Readonly<Record<string, Partial<Protection>>>
  rulesets?: readonly (Pick<Ruleset, 'name' | 'target' | 'include' | 'rules'> & Partial<Ruleset>)[]
  immutableReleases?: boolean
  /** "Allow GitHub Actions to create and approve pull requests": off unless told, as on GitHub. */
  actionsMayCreatePulls?: boolean
  defaultWorkflowPermissions?: 'read' | 'write'
  /** Everything is allowed unless told. */
  actions?: Partial<ActionsPolicy>
  environments?: readonly string[]
  /** Workflow files that are said to be switched off, by path; the runner does not mind. */
  disabledWorkflows?: Readonly<Record<string, 'disabled_inactivity' | 'disabled_manually'>>
}

export interface MergeGroup {
  headSha: string
  headRef: string
  baseSha: string
}

/** A GitHub on loopback, and the controls over its world that GitHub itself does not have. */
export interface SandboxGitHub extends SandboxHost {
  /** Every REST request so far, in order of arrival. */
  readonly requests: readonly RequestRecord[]
  /** What GitHub's description does not allow, or the sandbox does not have. A test expects it empty. */
  readonly unexpected: readonly Unexpected[]
  readonly faults: Faults
  /** Number of requests by operation id. */
  requestCounts(): Record<string, number>
  createUser(login: string): User
  /** Seeds a repository; this starts no workflow. Owner and collaborators become users if they are not. */
  createRepository(options: RepositoryOptions): Promise<void>
  /**
   * A token. For a login that ends in `[bot]` it is a GitHub App's. `repository` (`owner/name`) restricts it.
   * Permission `workflows: write` is needed to bring workflow files.
   */
  createToken(login: string, permissions: Permissions | 'all', repository?: string): string
  setVariable(repository: string, name: string, value: string): void
  setSecret(repository: string, name: string, value: string): void
  setProtection(repository: string, branch: string, protection: Partial<Protection>): void
  /** The object a full ref name points at, or null. */
  ref(repository: string, name: string): Promise<string | null>
  /** Puts a pull request into the merge queue: makes the queue's branch and emits `merge_group`. */
  enqueue(repository: string, number: number, login: string): Promise<MergeGroup>
  /** Merges what `enqueue` built; fails as a merge would. */
  finishMergeGroup(repository: string, number: number, login: string): Promise<string>
  /** Called when somebody approves a waiting run. */
  onRunApproved(listener: (run: RunRecord) => void): void
  /** Moves the clock forward. */
  advance(ms: number): void
  /** Writes all that git does not hold to `<root>/state.json`, without tokens and secrets. */
  save(): Promise<void>
  close(): Promise<void>
}
