import type { Ledger, LedgerCommit, LedgerFile } from '@tidemark/registry'
import { TidemarkError } from '@tidemark/schemas'
import { type GitHubClient, orNull, statusOf } from './client.ts'

/** Texts and trees that are remembered, each. */
const mostKept = 20_000
/** Commits of a walk through the branch's history, at a hundred a request. */
const mostCommits = 10_000

interface TreeEntry {
  path: string
  type: string
  sha: string
}

/**
 * The registry branch by GitHub's Git data API. The compare-and-swap is GitHub's own: tree and commit on top of the parent
 * that was read, then a ref update that is fast-forward only. What is read at a commit never changes, so it is kept.
 */
export class GitHubLedger implements Ledger {
  readonly #client: GitHubClient
  readonly #branch: string
  readonly #texts = new Map<string, string | null>()
  readonly #trees = new Map<string, TreeEntry[]>()

  constructor(client: GitHubClient, branch: string) {
    this.#client = client
    this.#branch = branch
  }

  async head(): Promise<string | null> {
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
    const key = `${at}:${path}`
    const kept = this.#texts.get(key)
    if (kept !== undefined) return kept
    const text = await readText(this.#client, path, at)
    this.#keep(key, text)
    return text
  }

  async list(folder: string, at: string): Promise<string[]> {
    let entries = await this.#tree(at)
    for (const part of folder.split('/')) {
      const entry = entries.find((each) => each.path === part && each.type === 'tree')
      if (entry === undefined) return []
      entries = await this.#tree(entry.sha)
    }
    return entries.map((entry) => (entry.type === 'tree' ? `${entry.path}/` : entry.path))
  }

  async files(at: string): Promise<string[]> {
    const { octokit, repository } = this.#client
    const { data } = await octokit.rest.git.getTree({ ...repository, tree_sha: at, recursive: '1' })
    if (data.truncated) return this.#walk(at, '')
    return data.tree.filter((entry) => entry.type === 'blob').map((entry) => entry.path)
  }

  async tags(prefix: string): Promise<string[]> {
    const { octokit, repository } = this.#client
    // This endpoint has no pages: it answers with all of them.
    const { data: refs } = await octokit.rest.git.listMatchingRefs({ ...repository, ref: `tags/${prefix}` })
    return refs.map((each) => each.ref.slice('refs/tags/'.length))
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
    const ref = await orNull(octokit.rest.git.getRef({ ...repository, ref: `tags/${name}` }))
    if (ref === null || ref.data.object.type !== 'tag') return null
    const tag = await orNull(octokit.rest.git.getTag({ ...repository, tag_sha: ref.data.object.sha }))
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
    const base =
      parent === null ? null : (await octokit.rest.git.getCommit({ ...repository, commit_sha: parent })).data.tree.sha
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
    for (const { path, text } of files) this.#keep(`${sha}:${path}`, text)
    return sha
  }

  async createTag({
    name,
    commit,
    message,
  }: {
    name: string
    commit: string
    message: string
  }): Promise<'created' | 'exists'> {
    const { octokit, repository } = this.#client
    const known = await orNull(octokit.rest.git.getRef({ ...repository, ref: `tags/${name}` }))
    if (known !== null) return 'exists'
    const tag = await octokit.rest.git.createTag({ ...repository, tag: name, message, object: commit, type: 'commit' })
    try {
      await octokit.rest.git.createRef({ ...repository, ref: `refs/tags/${name}`, sha: tag.data.sha })
      return 'created'
    } catch (error) {
      if (statusOf(error) === 422 && /already exists/i.test(messageOf(error))) return 'exists'
      throw explainRefused(error, name)
    }
  }

  /** The oldest go first: a server asks for new commits for months. */
  #keep(key: string, text: string | null): void {
    this.#texts.set(key, text)
    if (this.#texts.size <= mostKept) return
    for (const oldest of this.#texts.keys()) {
      this.#texts.delete(oldest)
      return
    }
  }

  async #tree(sha: string): Promise<TreeEntry[]> {
    const kept = this.#trees.get(sha)
    if (kept) return kept
    const { octokit, repository } = this.#client
    const { data } = await octokit.rest.git.getTree({ ...repository, tree_sha: sha })
    const entries = data.tree.map(({ path, type, sha }) => ({ path, type, sha }))
    if (this.#trees.size >= mostKept) this.#trees.clear()
    this.#trees.set(sha, entries)
    return entries
  }

  async #walk(sha: string, prefix: string): Promise<string[]> {
    const paths: string[] = []
    for (const entry of await this.#tree(sha)) {
      if (entry.type === 'tree') paths.push(...(await this.#walk(entry.sha, `${prefix}${entry.path}/`)))
      else if (entry.type === 'blob') paths.push(prefix + entry.path)
    }
    return paths
  }
}

/** A file's text at a commit or branch; null where it does not exist. */
export async function readText(
  { octokit, repository }: GitHubClient,
  path: string,
  ref: string,
): Promise<string | null> {
  const response = await orNull(
    octokit.rest.repos.getContent({ ...repository, path, ref, mediaType: { format: 'raw' } }),
  )
  if (response === null) return null
  // With the raw media type the body is the file's text; octokit's types describe the JSON form only.
  const body: unknown = response.data
  return typeof body === 'string' ? body : null
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Nothing more than GitHub's two wordings: a ruleset's "Required status check … is expected" is a refusal, not a race. */
function isLostRace(error: unknown): boolean {
  return /not a fast forward|already exists/i.test(messageOf(error))
}

function explainRefused(error: unknown, name: string): unknown {
  if (statusOf(error) !== 422) return error
  return new TidemarkError('GITHUB_DENIED', `GitHub does not let this token write ${name}: ${messageOf(error)}`, {
    hint: 'A ruleset or branch protection covers it. Allow the workflow’s app to bypass it for the registry branch and its tags.',
    cause: error,
  })
}
