import type { Along, Ledger, LedgerCommit, LedgerFile } from '@tidemark/registry'
import { TidemarkError } from '@tidemark/schemas'
import { type GitHubClient, orNull } from './client.ts'
import { ObjectReader } from './object-reader.ts'
import { messageOf, statusOf } from './retries.ts'

/** Texts, folders and trees that are remembered, each. */
const mostKept = 20_000
/** Commits of a walk through the branch's history, at a hundred a request. */
const mostCommits = 10_000

/**
 * The registry branch by GitHub's Git data API. The compare-and-swap is GitHub's own: tree and commit on top of the parent
 * that was read, then a ref update that is fast-forward only. What is read at a commit never changes, so it is kept.
 */
export class GitHubLedger implements Ledger {
  readonly #client: GitHubClient
  readonly #branch: string
  readonly #objects: ObjectReader
  readonly #texts = new Map<string, string | null>()
  readonly #folders = new Map<string, string[]>()
  /** The tree of each commit that was seen as a head, on which a commit on top of it builds. */
  readonly #trees = new Map<string, string>()
  /** Tags as they were listed last. */
  #listed = new Map<string, { type: string; sha: string }>()

  constructor(client: GitHubClient, branch: string) {
    this.#client = client
    this.#branch = branch
    this.#objects = new ObjectReader(client)
  }

  async head(along?: Along): Promise<string | null> {
    if (along !== undefined) return this.#headWith(along)
    const { octokit, repository } = this.#client
    try {
      const ref = await orNull(octokit.rest.git.getRef({ ...repository, ref: `heads/${this.#branch}` }))
      return ref?.data.object.sha ?? null
    } catch (error) {
      if (statusOf(error) === 409) return null // an empty repository
      throw error
    }
  }

  async read(path: string, at: string): Promise<string | null> {
    const kept = this.#texts.get(`${at}:${path}`)
    if (kept !== undefined) return kept
    const slash = path.lastIndexOf('/')
    const siblings = this.#folders.get(`${at}:${path.slice(0, Math.max(0, slash))}`)
    if (siblings !== undefined && !siblings.includes(path.slice(slash + 1))) return null
    const text = await this.#objects.file(path, at)
    keep(this.#texts, `${at}:${path}`, text)
    return text
  }

  async list(folder: string, at: string): Promise<string[]> {
    const kept = this.#folders.get(`${at}:${folder}`)
    if (kept !== undefined) return kept
    const names = await this.#objects.folder(folder, at)
    keep(this.#folders, `${at}:${folder}`, names)
    return names
  }

  async files(at: string, folders: readonly string[] = ['']): Promise<string[]> {
    const { octokit, repository } = this.#client
    const isAsked = (path: string) => folders.some((folder) => folder === '' || path.startsWith(`${folder}/`))
    const { data } = await octokit.rest.git.getTree({ ...repository, tree_sha: at, recursive: '1' })
    if (!data.truncated)
      return data.tree.filter(({ type, path }) => type === 'blob' && isAsked(path)).map(({ path }) => path)
    return (await Promise.all(folders.map((folder) => this.#walk(folder, at)))).flat()
  }

  async tags(prefix: string): Promise<string[]> {
    const { octokit, repository } = this.#client
    // This endpoint has no pages: it answers with all of them.
    const { data: refs } = await octokit.rest.git.listMatchingRefs({ ...repository, ref: `tags/${prefix}` })
    this.#listed = new Map(refs.map(({ ref, object }) => [ref.slice('refs/tags/'.length), object]))
    return [...this.#listed.keys()]
  }

  async history(path: string, at: string): Promise<string[]> {
    const { octokit, repository } = this.#client
    const commits = await octokit.paginate(octokit.rest.repos.listCommits, {
      ...repository,
      sha: at,
      path,
      per_page: 100,
    })
    return commits.map(({ sha }) => sha).reverse()
  }

  /** What each commit changed would take a request for each: `CloneLedger` and `fetchLedger` tell it. */
  async log(at: string): Promise<{ commits: LedgerCommit[]; isWhole: boolean }> {
    const { octokit, repository } = this.#client
    const commits: LedgerCommit[] = []
    const known = new Map<string, string[]>()
    const pages = octokit.paginate.iterator(octokit.rest.repos.listCommits, { ...repository, sha: at, per_page: 100 })
    for await (const { data } of pages) {
      for (const { sha, parents } of data)
        known.set(
          sha,
          parents.map((parent) => parent.sha),
        )
      if (known.size >= mostCommits) break
    }
    let sha: string | undefined = at
    for (let parents = known.get(at); sha !== undefined && parents !== undefined; ) {
      commits.push({ sha, parents, changes: null })
      sha = parents[0]
      parents = sha === undefined ? undefined : known.get(sha)
    }
    return { commits, isWhole: sha === undefined }
  }

  async resolveTag(name: string): Promise<string | null> {
    const { octokit, repository } = this.#client
    // What the listing before has just said is as new as asking again, once.
    const listed = this.#listed.get(name)
    this.#listed.clear()
    const object =
      listed ?? (await orNull(octokit.rest.git.getRef({ ...repository, ref: `tags/${name}` })))?.data.object
    if (object?.type !== 'tag') return null
    const tag = await orNull(octokit.rest.git.getTag({ ...repository, tag_sha: object.sha }))
    return tag?.data.object.type === 'commit' ? tag.data.object.sha : null
  }

  async commit({
    parent,
    files,
    message,
  }: {
    parent: string | null
    files: readonly LedgerFile[]
    message: string
  }): Promise<string | 'stale'> {
    const { octokit, repository } = this.#client
    const base = parent === null ? null : await this.#treeOf(parent)
    const tree = await octokit.rest.git.createTree({
      ...repository,
      ...(base === null ? {} : { base_tree: base }),
      tree: files.map(({ path, text }) => ({ path, mode: '100644' as const, type: 'blob' as const, content: text })),
    })
    const commit = await octokit.rest.git.createCommit({
      ...repository,
      message,
      tree: tree.data.sha,
      parents: parent === null ? [] : [parent],
    })
    const { sha } = commit.data
    try {
      if (parent === null) await octokit.rest.git.createRef({ ...repository, ref: `refs/heads/${this.#branch}`, sha })
      else await octokit.rest.git.updateRef({ ...repository, ref: `heads/${this.#branch}`, sha, force: false })
    } catch (error) {
      if (statusOf(error) === 409 || (statusOf(error) === 422 && isLostRace(error))) return 'stale'
      throw explainRefused(error, this.#branch)
    }
    for (const { path, text } of files) keep(this.#texts, `${sha}:${path}`, text)
    keep(this.#trees, sha, tree.data.sha)
    return sha
  }

  async add({ path, text }: LedgerFile, message: string): Promise<'added' | 'exists' | 'stale'> {
    const { octokit, repository } = this.#client
    try {
      await octokit.rest.repos.createOrUpdateFileContents({
        ...repository,
        path,
        branch: this.#branch,
        message,
        content: Buffer.from(text).toString('base64'),
      })
      return 'added'
    } catch (error) {
      const said = messageOf(error)
      if (statusOf(error) === 422 && /"?sha"? wasn't supplied/i.test(said)) return 'exists'
      if (statusOf(error) === 409 && /does not match|is at \S+ but expected|not a fast forward/i.test(said))
        return 'stale'
      if (statusOf(error) === 404) {
        throw new TidemarkError('GITHUB_NOT_FOUND', `the branch ${this.#branch} is gone`, {
          hint: 'Somebody deleted the registry branch. Restore it from a clone, then run the job again.',
          cause: error,
        })
      }
      throw explainRefused(error, this.#branch)
    }
  }

  hasTag(name: string): Promise<boolean> {
    return this.#objects.hasTag(name)
  }

  async createTag({
    name,
    commit,
    message,
    isNew = false,
  }: {
    name: string
    commit: string
    message: string
    isNew?: boolean
  }): Promise<'created' | 'exists'> {
    const { octokit, repository } = this.#client
    if (!isNew && (await this.hasTag(name))) return 'exists'
    const tag = await octokit.rest.git.createTag({ ...repository, tag: name, message, object: commit, type: 'commit' })
    try {
      await octokit.rest.git.createRef({ ...repository, ref: `refs/tags/${name}`, sha: tag.data.sha })
      return 'created'
    } catch (error) {
      if (statusOf(error) === 422 && /already exists/i.test(messageOf(error))) return 'exists'
      throw explainRefused(error, name)
    }
  }

  async #headWith({ files = [], folders = [] }: Along): Promise<string | null> {
    const head = await this.#objects.commit({ branch: this.#branch }, { files, folders })
    if (head === null) return null
    for (const [path, text] of head.texts) keep(this.#texts, `${head.id}:${path}`, text)
    for (const [path, names] of head.folders) keep(this.#folders, `${head.id}:${path}`, names)
    keep(this.#trees, head.id, head.tree)
    return head.id
  }

  async #treeOf(commit: string): Promise<string> {
    const kept = this.#trees.get(commit)
    if (kept !== undefined) return kept
    const { octokit, repository } = this.#client
    return (await octokit.rest.git.getCommit({ ...repository, commit_sha: commit })).data.tree.sha
  }

  /** For a registry too large for one answer: folder by folder. */
  async #walk(folder: string, at: string): Promise<string[]> {
    const paths: string[] = []
    const names = await this.list(folder, at)
    for (const name of names) if (!name.endsWith('/')) paths.push(below(folder, name))
    const folders = names.filter((name) => name.endsWith('/')).map((name) => below(folder, name.slice(0, -1)))
    // Some at a time, so that they are asked for together.
    for (let i = 0; i < folders.length; i += 50) {
      const walked = await Promise.all(folders.slice(i, i + 50).map((each) => this.#walk(each, at)))
      for (const more of walked) for (const path of more) paths.push(path)
    }
    return paths
  }
}

/** The oldest go first: a server asks for new commits for months. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value)
  if (map.size <= mostKept) return
  for (const oldest of map.keys()) {
    map.delete(oldest)
    return
  }
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

/** Nothing more than GitHub's two wordings: a ruleset's "Required status check … is expected" is a refusal, not a race. */
function isLostRace(error: unknown): boolean {
  return /not a fast forward|already exists/i.test(messageOf(error))
}

function explainRefused(error: unknown, name: string): unknown {
  // The contents API says 409 where a rule refuses.
  if (statusOf(error) !== 422 && statusOf(error) !== 409) return error
  return new TidemarkError('GITHUB_DENIED', `GitHub does not let this token write ${name}: ${messageOf(error)}`, {
    hint: 'A ruleset or branch protection covers it. Allow the workflow’s app to bypass it for the registry branch and its tags.',
    cause: error,
  })
}
