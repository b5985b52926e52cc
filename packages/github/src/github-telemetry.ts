import { connectGitHub, type GitHubClient, orNull, statusOf } from './client.ts'
import { messageOf, readText } from './github-ledger.ts'

/** A document as a server publishes it: the schema's `Telemetry`, of which only the address matters here. */
interface Published {
  readonly model: string
  readonly channel: string
  readonly instance: string
}

const mostInstances = 500

/**
 * Servers' telemetry by GitHub's Git data API: one commit without parents under refs/tidemark/telemetry/<channel>/<instance>,
 * replaced each time, so that no history grows. Publishing takes three requests; reading one, and one more for each server that
 * published since.
 */
export class GitHubTelemetry {
  readonly #client: GitHubClient
  readonly #published = new Map<string, Map<string, string>>()
  readonly #known = new Set<string>()
  readonly #texts = new Map<string, { sha: string; text: string | null }>()

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

  /** Every server's document about the model in the channel. */
  async read(model: string, channel: string): Promise<{ source: string; text: string }[]> {
    const { octokit, repository } = this.#client
    const { data: refs } = await octokit.rest.git.listMatchingRefs({
      ...repository,
      ref: `tidemark/telemetry/${channel}/`,
    })
    const found: { source: string; text: string }[] = []
    for (const { ref, object } of refs.slice(0, mostInstances)) {
      const key = `${ref}:${model}`
      let kept = this.#texts.get(key)
      if (kept?.sha !== object.sha) {
        kept = { sha: object.sha, text: await readText(this.#client, `${model}.json`, object.sha) }
        this.#texts.set(key, kept)
      }
      if (kept.text !== null) found.push({ source: ref, text: kept.text })
    }
    return found
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
