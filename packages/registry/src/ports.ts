/** One commit of the registry branch. */
export interface LedgerCommit {
  sha: string
  parents: string[]
  /** What it did to files, seen from its first parent; null where telling would take a request for each commit. */
  changes: { path: string; change: 'added' | 'changed' | 'removed'; blob: string | null }[] | null
}

/** What will be read at the head next: an adapter may bring it along in the same request. */
export interface Along {
  files?: readonly string[]
  folders?: readonly string[]
}

/**
 * The registry branch, or a clone of it: an append-only tree of facts under one moving head. What is asked for at once
 * (`Promise.all`) may travel in one request.
 */
export interface LedgerReader {
  /** How many reads it takes at once; 16 where it does not say, few enough not to be taken for an attack. */
  readonly readsAtOnce?: number
  /** The branch's commit, or null where the branch does not exist yet. */
  head(along?: Along): Promise<string | null>
  /** The text at `path` in commit `at`, or null. */
  read(path: string, at: string): Promise<string | null>
  /** Names of the entries directly below a folder (folders end in `/`), or [] where it does not exist. */
  list(folder: string, at: string): Promise<string[]>
  /** Paths of all files, or of those below some folders, for walks over the registry. */
  files(at: string, folders?: readonly string[]): Promise<string[]>
  /** Names of all tags that start with `prefix`. */
  tags(prefix: string): Promise<string[]>
  /** Commits up to `at` that changed the file at `path`, oldest first. */
  history(path: string, at: string): Promise<string[]>
  /** All commits from `at` back along first parents, newest first; `isWhole` when the last one is where the branch begins. */
  log(at: string): Promise<{ commits: LedgerCommit[]; isWhole: boolean }>
  /** The commit that an annotated tag points at in the end; null where there is none. */
  resolveTag(name: string): Promise<string | null>
}

export interface LedgerFile {
  path: string
  text: string
}

export interface Ledger extends LedgerReader {
  /**
   * Adds files on top of `parent` (null: the branch must not exist) and moves the branch by fast-forward only.
   * Returns the new commit, or `stale` when somebody else moved the branch first; then nothing has changed.
   */
  commit(change: { parent: string | null; files: readonly LedgerFile[]; message: string }): Promise<string | 'stale'>
  /**
   * Creates one file where there is none, whatever the head is: for a fact that follows from nothing else on the branch.
   * `exists` leaves the file there is untouched; at `stale` another writer was faster, and nothing has changed.
   */
  add(file: LedgerFile, message: string): Promise<'added' | 'exists' | 'stale'>
  /** Whether a tag has exactly this name, annotated or not. */
  hasTag(name: string): Promise<boolean>
  /** Creates an annotated tag. `exists` leaves the tag there is untouched. `isNew`: nothing had this name a moment ago. */
  createTag(tag: { name: string; commit: string; message: string; isNew?: boolean }): Promise<'created' | 'exists'>
}

export interface ReleaseAsset {
  id: number
  name: string
  sizeBytes: number
  /** GitHub's own digest, or null where it gives none. */
  sha256: string | null
  state: 'uploaded' | 'starter'
}

export interface Release {
  id: number
  tag: string
  isDraft: boolean
  isPrerelease: boolean
  url: string
  /** The first line of the body marks which model's bytes a draft was made for. */
  body: string
  assets: ReleaseAsset[]
  /** When the release or one of its assets last changed, where GitHub tells. */
  changedAt?: string
}

export interface Releases {
  get(id: number): Promise<Release | null>
  /** Releases, newest first, a hundred a request; GitHub names the newest ten thousand, and drafts only to those who may write. */
  list(): Promise<Release[]>
  /** Drafts among the newest hundred releases: GitHub does not find a draft by its tag. */
  drafts(): Promise<Release[]>
  createDraft(draft: { tag: string; name: string; body: string }): Promise<Release>
  update(
    id: number,
    change: { tag?: string; name?: string; body?: string; isDraft?: boolean; isPrerelease?: boolean },
  ): Promise<Release>
  remove(id: number): Promise<void>
  /**
   * `open` gives the bytes, from their start each time. `exists`: the release has an asset of this name; `gone`: there is no
   * such release.
   */
  upload(
    id: number,
    asset: { name: string; sizeBytes: number; open(): AsyncIterable<Uint8Array> },
  ): Promise<ReleaseAsset | 'exists' | 'gone'>
  removeAsset(id: number): Promise<void>
  download(assetId: number): Promise<Uint8Array>
  /** The SHA-256 of an asset's bytes, downloaded and hashed as they come. */
  digest(assetId: number): Promise<string>
}

export interface PullRequest {
  number: number
  url: string
  state: 'open' | 'closed'
  isMerged: boolean
  mergeSha: string | null
  headBranch: string
  headSha: string
  /** False for forks: their head never counts as ours. */
  isSameRepository: boolean
  baseBranch: string
  author: string
  body: string
}

export interface Review {
  author: string
  /** False for bots and apps, whose approval counts for nothing. */
  isPerson: boolean
  state: 'approved' | 'changes_requested' | 'dismissed' | 'commented' | 'pending'
  commit: string | null
}

/** The default branch and the people who decide on it. */
export interface Reviews {
  defaultBranch(): Promise<string>
  /** The commit at the head of a branch, or null. */
  branchHead(branch: string): Promise<string | null>
  /** A file's text at a commit or branch of the code repository, or null. */
  readFile(path: string, ref: string): Promise<string | null>
  /** Names directly below a folder at a commit or branch (folders end in `/`). */
  listFolder(path: string, ref: string): Promise<string[]>
  /** A branch with one more commit that holds exactly these files' change on top of `base`; an existing branch of ours is moved. */
  proposeFile(change: {
    branch: string
    base: string
    path: string
    text: string
    /** Further files of the same commit. */
    beside?: readonly { path: string; text: string }[]
    message: string
  }): Promise<string>
  openPullRequest(request: { branch: string; base: string; title: string; body: string }): Promise<PullRequest>
  updatePullRequest(number: number, change: { title?: string; body?: string; state?: 'closed' }): Promise<void>
  deleteBranch(branch: string): Promise<void>
  /** Branches whose name starts with `prefix`, with the commit at their head. */
  branches(prefix: string): Promise<{ name: string; sha: string }[]>
  pullRequest(number: number): Promise<PullRequest | null>
  /** Open pull requests whose branch starts with `prefix`. */
  openPullRequests(prefix: string): Promise<PullRequest[]>
  /** Pull requests with exactly this head branch, in any state, newest first. */
  pullRequestsFrom(branch: string): Promise<PullRequest[]>
  /** GitHub names at most 3,000. `previousPath` is where a renamed file was. */
  changedFiles(number: number): Promise<{ path: string; previousPath: string | null }[]>
  /** The newest commit that both have. */
  mergeBase(base: string, head: string): Promise<string>
  reviews(number: number): Promise<Review[]>
  /** GitHub's effective permission of a user. */
  permission(login: string): Promise<'admin' | 'write' | 'read' | 'none'>
  setStatus(
    sha: string,
    status: { context: string; state: 'success' | 'failure' | 'pending' | 'error'; description: string; url?: string },
  ): Promise<void>
}

export interface Issue {
  number: number
  url: string
  state: 'open' | 'closed'
  title: string
  body: string
  /** Whether a bot or somebody with a role in the repository opened it: what strangers write is not taken for ours. */
  isTrusted: boolean
}

/** Issues of the code repository. */
export interface Issues {
  /** Open ones among the newest hundred, newest first. */
  newestOpen(): Promise<Issue[]>
  get(number: number): Promise<Issue | null>
  /** Labels that the token may not set are left out by GitHub. */
  open(issue: { title: string; body: string; labels: readonly string[] }): Promise<Issue>
  /** `state` closes it, as done or as not planned. */
  update(number: number, change: { title?: string; body?: string; state?: 'completed' | 'not_planned' }): Promise<void>
  /** Bodies of an issue's comments, oldest first. */
  comments(number: number): Promise<string[]>
  comment(number: number, body: string): Promise<void>
}

export interface Comment {
  readonly id: number
  readonly body: string
  /** Whether the token that is used wrote it, as far as GitHub tells. */
  readonly isOwn: boolean
}

/** Comments on pull requests. */
export interface Comments {
  /** All of them, oldest first, however many pages they fill. */
  list(pullRequest: number): Promise<Comment[]>
  create(pullRequest: number, body: string): Promise<void>
  update(id: number, body: string): Promise<void>
}

/** A run of a workflow that has not ended. */
export interface ActiveRun {
  readonly number: number
  /** GitHub's word for it: `queued`, `in_progress`, `waiting` and others. */
  readonly status: string
  readonly url: string
}

/** Workflows of the code repository. */
export interface Workflows {
  /**
   * Runs of a workflow, by its file's name, on a branch that have not ended, newest first, among the newest hundred; none where there is no such
   * workflow. Throws `GITHUB_DENIED`.
   */
  activeRuns(of: { workflow: string; branch: string }): Promise<ActiveRun[]>
  /** Starts a workflow by its file's name at a branch. Throws `GITHUB_NOT_FOUND` and `GITHUB_DENIED`, saying what to do. */
  dispatch(start: { workflow: string; branch: string; inputs: Readonly<Record<string, string>> }): Promise<void>
}

/** What people are to know at once. Its texts are plain: whoever sends it escapes them. */
export interface Alert {
  /** The same for all that is told of one matter, so that its end closes what its beginning opened. */
  readonly key: string
  readonly state: 'open' | 'resolved'
  readonly severity: 'warning' | 'error'
  readonly title: string
  /** Who tells: the repository. */
  readonly source: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly links: readonly { readonly title: string; readonly url: string }[]
}

/** A chat or a pager. */
export interface Alerts {
  /** As a person calls it, for the log. */
  readonly name: string
  /** Throws `NOTIFICATION_FAILED`, which never tells a secret. */
  send(alert: Alert): Promise<void>
}

/** What an adapter needs to say who acts and when: the time is GitHub's, never the runner's. */
export interface Clock {
  /** UTC in whole seconds. */
  now(): Promise<string>
  /** Waits a while, longer and by chance, before a write that lost a race is tried again. */
  pause(attempt: number): Promise<void>
}

export interface Registry {
  ledger: Ledger
  releases: Releases
  reviews: Reviews
  issues: Issues
  workflows: Workflows
  clock: Clock
  actor: string
  /** Below which intent lies on the default branch. */
  policyRoot: string
  /** Where a person can read the run that acts. */
  runUrl?: string
}

/** A file wherever its bytes are: it may be larger than memory. Size and digest were verified on arrival. */
export interface ModelFile {
  readonly sizeBytes: number
  readonly sha256: string
  /** The bytes from `start` up to, and without, `end`. Can be opened again. */
  open(start: number, end: number): AsyncIterable<Uint8Array>
}

/** A model's files by path. */
export type ModelFiles = ReadonlyMap<string, ModelFile>
