import { connectGitHub, type GitHubClient, orNull } from './client.ts'
import { messageOf, statusOf } from './retries.ts'

/** A document as a server publishes it: the schema's `Telemetry`, of which only the address matters here. */
interface Published {
  readonly model: string
  readonly channel: string
  readonly instance: string
}

/** As a source gives it to the tick. */
interface Found {
  source: string
  text: string
  /** Why there is no text to be read. */
  problem?: string
}

const mostInstances = 500
const largestBytes = 1024 * 1024

/**
 * Servers' telemetry by GitHub's Git data API: one commit without parents under refs/tidemark/telemetry/<channel>/<instance>,
 * replaced each time, so that no history grows. Publishing takes three requests; reading one, and one more for each server that
 * published since.
 */
export class GitHubTelemetry {
  readonly #client: GitHubClient
  readonly #published = new Map<string, Map<string, string>>()
  readonly #known = new Set<string>()
  readonly #commits = new Map<string, string>()
  readonly #read = new Map<string, { sha: string; found: Found | null }>()

  constructor(client: GitHubClient) {
    this.#client = client
  }

  /** Replaces the document of the same channel, instance and model; the instance's other models stay. */
  async publish(telemetry: Published): Promise<void> {
    const { octokit, repository } = this.#client
    const ref = `tidemark/telemetry/${telemetry.channel}/${telemetry.instance}`
    const documents = this.#published.get(ref) ?? new Map<string, string>()
    documents.set(`${telemetry.model}.json`, JSON.stringify(telemetry))
    this.#published.set(ref, documents)
    const tree = await octokit.rest.git.createTree({
      ...repository,
      tree: [...documents].map(([path, content]) => ({
        path,
        mode: '100644' as const,
        type: 'blob' as const,
        content,
      })),
    })
    const { data: commit } = await octokit.rest.git.createCommit({
      ...repository,
      message: `Telemetry of ${telemetry.instance}`,
      tree: tree.data.sha,
      parents: [],
    })
    await this.#point(ref, commit.sha)
  }

  /**
   * Every server's document about the model in the channel. What cannot be read is told with the reason, also that there are
   * more servers than are read: nobody is left out in silence.
   */
  async read(model: string, channel: string): Promise<Found[]> {
    const { octokit, repository } = this.#client
    const prefix = `tidemark/telemetry/${channel}/`
    const { data: refs } = await octokit.rest.git.listMatchingRefs({ ...repository, ref: prefix })
    const documents: Found[] = []
    for (const { ref, object } of refs.slice(0, mostInstances)) {
      const key = `${ref}:${model}`
      let kept = this.#read.get(key)
      if (kept?.sha !== object.sha) {
        kept = { sha: object.sha, found: await this.#readDocument(ref, object.sha, model) }
        this.#read.set(key, kept)
        this.#commits.set(ref, object.sha)
      }
      if (kept.found !== null) documents.push(kept.found)
    }
    if (refs.length > mostInstances) {
      const problem = `holds ${refs.length} servers, of which ${mostInstances} are read`
      documents.push({ source: `refs/${prefix}`, text: '', problem })
    }
    return documents
  }

  /** When a document that was read was stored, by GitHub's clock; null where that is not known. */
  async writtenAt(source: string): Promise<string | null> {
    const { octokit, repository } = this.#client
    const sha = this.#commits.get(source)
    if (sha === undefined) return null
    const commit = await orNull(octokit.rest.git.getCommit({ ...repository, commit_sha: sha }))
    return commit?.data.committer.date ?? null
  }

  /** Removes a server's documents, by the `source` that `read` gave; it is no error when they are gone. */
  async remove(source: string): Promise<void> {
    const { octokit, repository } = this.#client
    try {
      await octokit.rest.git.deleteRef({ ...repository, ref: source.replace(/^refs\//, '') })
    } catch (error) {
      if (statusOf(error) !== 404 && statusOf(error) !== 422) throw error
    }
  }

  /** Null where the server says nothing about the model. GitHub itself leaves the content out above 1 MB. */
  async #readDocument(ref: string, sha: string, model: string): Promise<Found | null> {
    const { octokit, repository } = this.#client
    const path = `${model}.json`
    const unread = (problem: string): Found => ({ source: ref, text: '', problem })
    try {
      const response = await orNull(octokit.rest.repos.getContent({ ...repository, path, ref: sha }))
      if (response === null) return null
      const { data } = response
      if (Array.isArray(data) || data.type !== 'file') return unread('holds no file')
      if (data.size > largestBytes) return unread(`holds ${data.size} bytes, more than ${largestBytes}`)
      return { source: ref, text: Buffer.from(data.content, 'base64').toString('utf8') }
    } catch (error) {
      // A ref that points at something odd is that server's trouble; a GitHub that does not answer is everybody's.
      if (statusOf(error) === null) throw error
      return unread(`cannot be read: ${messageOf(error)}`)
    }
  }

  async #point(ref: string, sha: string): Promise<void> {
    const { octokit, repository } = this.#client
    const move = async () => octokit.rest.git.updateRef({ ...repository, ref, sha, force: true })
    if (!this.#known.has(ref)) {
      const present = await orNull(octokit.rest.git.getRef({ ...repository, ref }))
      if (present !== null) await move()
      else await octokit.rest.git.createRef({ ...repository, ref: `refs/${ref}`, sha })
      this.#known.add(ref)
      return
    }
    try {
      await move()
    } catch (error) {
      // Somebody tidied up: refs of servers that are thought dead are removed.
      if (statusOf(error) !== 422 || !/does not exist/i.test(messageOf(error))) throw error
      await octokit.rest.git.createRef({ ...repository, ref: `refs/${ref}`, sha })
    }
  }
}

/** Telemetry of one GitHub repository, seen through one token. Publishing needs `contents: write`. */
export async function connectTelemetry(options: {
  token: string
  /** `owner/name` */
  repository: string
  apiUrl: string
}): Promise<GitHubTelemetry> {
  return new GitHubTelemetry(await connectGitHub(options))
}
