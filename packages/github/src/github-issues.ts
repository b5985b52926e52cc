import type { Issue, Issues } from '@tidemark/registry'
import { type GitHubClient, orNull } from './client.ts'

type ApiIssue = Awaited<ReturnType<GitHubClient['octokit']['rest']['issues']['get']>>['data']
type ListedIssue = Awaited<ReturnType<GitHubClient['octokit']['rest']['issues']['listForRepo']>>['data'][number]

/** Who has a role in the repository, as GitHub calls it. */
const associations = new Set(['OWNER', 'MEMBER', 'COLLABORATOR'])

/** Issues by GitHub's REST API. */
export class GitHubIssues implements Issues {
  readonly #client: GitHubClient

  constructor(client: GitHubClient) {
    this.#client = client
  }

  async newestOpen(): Promise<Issue[]> {
    const { octokit, repository } = this.#client
    const { data } = await octokit.rest.issues.listForRepo({
      ...repository,
      state: 'open',
      sort: 'created',
      direction: 'desc',
      per_page: 100,
    })
    // Pull requests are issues to GitHub.
    return data.filter((each) => each.pull_request === undefined).map(toIssue)
  }

  async get(number: number): Promise<Issue | null> {
    const { octokit, repository } = this.#client
    const response = await orNull(octokit.rest.issues.get({ ...repository, issue_number: number }))
    return response && toIssue(response.data)
  }

  async open({ title, body, labels }: { title: string; body: string; labels: readonly string[] }): Promise<Issue> {
    const { octokit, repository } = this.#client
    return toIssue((await octokit.rest.issues.create({ ...repository, title, body, labels: [...labels] })).data)
  }

  async update(
    number: number,
    { state, ...change }: { title?: string; body?: string; state?: 'completed' | 'not_planned' },
  ): Promise<void> {
    const { octokit, repository } = this.#client
    const closing = state === undefined ? {} : { state: 'closed' as const, state_reason: state }
    await octokit.rest.issues.update({ ...repository, issue_number: number, ...change, ...closing })
  }

  async comments(number: number): Promise<string[]> {
    const { octokit, repository } = this.#client
    const comments = await octokit.paginate(octokit.rest.issues.listComments, {
      ...repository,
      issue_number: number,
      per_page: 100,
    })
    return comments.map(({ body }) => body ?? '')
  }

  async comment(number: number, body: string): Promise<void> {
    const { octokit, repository } = this.#client
    await octokit.rest.issues.createComment({ ...repository, issue_number: number, body })
  }
}

function toIssue(data: ApiIssue | ListedIssue): Issue {
  return {
    number: data.number,
    url: data.html_url,
    state: data.state === 'open' ? 'open' : 'closed',
    title: data.title,
    body: data.body ?? '',
    isTrusted: data.user?.type === 'Bot' || associations.has(data.author_association ?? ''),
  }
}
