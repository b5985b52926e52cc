import type { Comment, Comments } from '@tidemark/registry'
import type { GitHubClient } from './client.ts'
import { statusOf } from './retries.ts'

/** Comments on pull requests by GitHub's REST API. */
export class GitHubComments implements Comments {
  readonly #client: GitHubClient

  constructor(client: GitHubClient) {
    this.#client = client
  }

  async list(pullRequest: number): Promise<Comment[]> {
    const { octokit, repository } = this.#client
    const login = await this.#login()
    const all = await octokit.paginate(octokit.rest.issues.listComments, {
      ...repository,
      issue_number: pullRequest,
      per_page: 100,
    })
    return all.map(({ id, body, user }) => ({
      id,
      body: body ?? '',
      isOwn: login === null ? user?.type === 'Bot' : user?.login === login,
    }))
  }

  async create(pullRequest: number, body: string): Promise<void> {
    const { octokit, repository } = this.#client
    await octokit.rest.issues.createComment({ ...repository, issue_number: pullRequest, body })
  }

  async update(id: number, body: string): Promise<void> {
    const { octokit, repository } = this.#client
    await octokit.rest.issues.updateComment({ ...repository, comment_id: id, body })
  }

  /** The person of a personal token; null for a job's or an App's, which GitHub does not tell who they are: they write as bots. */
  async #login(): Promise<string | null> {
    const { octokit } = this.#client
    try {
      return (await octokit.rest.users.getAuthenticated()).data.login
    } catch (error) {
      const status = statusOf(error) ?? statusOf((error as Error).cause)
      if (status === 401 || status === 403) return null
      throw error
    }
  }
}
