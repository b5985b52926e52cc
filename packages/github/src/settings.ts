/** What GitHub said of one thing, or why it was not said. */
export type Answer<T> = { readonly value: T } | { readonly refused: string }

/** A rule that is in force on a branch, by whichever ruleset. */
export interface BranchRule {
  readonly type: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly rulesetId: number | null
}

/** A ruleset as a whole; `bypassActors` is null where only administrators are told. */
export interface RulesetSettings {
  readonly id: number
  readonly name: string
  readonly target: string
  readonly isActive: boolean
  /** False for one of the organization's or the enterprise's. */
  readonly isOwn: boolean
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly rules: readonly { readonly type: string }[]
  readonly bypassActors: readonly { readonly type: string; readonly id: number | null }[] | null
}

/** Protection of a branch in the older way; null parts are not required. */
export interface ProtectionSettings {
  readonly requiredChecks: readonly string[]
  readonly approvals: number | null
  readonly dismissesStale: boolean
}

/** A file of the repository. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** How a repository is set up, as far as its workflows and its registry depend on it. */
export interface RepositorySettings {
  /** `owner/name`, as GitHub writes it. */
  readonly repository: string
  /** Of the repository's page, such as https://github.com/acme/flights. */
  readonly webUrl: string
  readonly defaultBranch: string
  readonly isPrivate: boolean
  readonly isArchived: boolean
  readonly isFork: boolean
  /** What the token's user may do; null where GitHub does not say. */
  readonly role: 'admin' | 'maintain' | 'write' | 'triage' | 'read' | null
  /** Scopes of a classic token; null for other kinds. */
  readonly scopes: readonly string[] | null
  /** The user of the token; refused for GITHUB_TOKEN and for apps. */
  readonly login: Answer<string>
  /** GitHub's clock less this machine's, in milliseconds; both when its answer came. */
  readonly clockApartMs: number
  readonly actions: Answer<{
    readonly isEnabled: boolean
    readonly allowed: 'all' | 'local_only' | 'selected'
    readonly needsFullSha: boolean
    /** With `selected`. */
    readonly selected: { readonly githubOwned: boolean; readonly patterns: readonly string[] } | null
  }>
  readonly workflowToken: Answer<{ readonly access: 'read' | 'write'; readonly mayCreatePullRequests: boolean }>
  readonly rulesets: Answer<readonly RulesetSettings[]>
  readonly defaultBranchRules: Answer<readonly BranchRule[]>
  readonly registryBranchRules: Answer<readonly BranchRule[]>
  /** Null where the default branch has none of this kind. */
  readonly protection: Answer<ProtectionSettings | null>
  /** People who may write; whoever approves a promotion is one of them. */
  readonly writers: Answer<readonly string[]>
  readonly environments: Answer<readonly string[]>
  readonly workflows: Answer<readonly (TextFile & { readonly id: number; readonly state: string })[]>
  /** Everything below the policy root that people write: YAML, SQL, JSON. */
  readonly policies: Answer<readonly TextFile[]>
  /** What lies on top of the registry branch; null where there is none yet. */
  readonly registryBranch: Answer<readonly string[] | null>
  readonly immutableReleases: Answer<boolean>
}
