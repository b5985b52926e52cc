import type { PullRequest, Review, Reviews } from '@tidemark/registry'
import { TidemarkError } from '@tidemark/schemas'
import { type GitHubClient, orNull } from './client.ts'
import { ObjectReader } from './object-reader.ts'
import { readText } from './read-text.ts'
import { messageOf, statusOf } from './retries.ts'

type ApiPullRequest = Awaited<ReturnType<GitHubClient['octokit']['rest']['pulls']['get']>>['data']
type ListedPullRequest = Awaited<ReturnType<GitHubClient['octokit']['rest']['pulls']['list']>>['data'][number]

/** The default branch, pull requests, reviews and statuses by GitHub's REST API. */
export class GitHubReviews implements Reviews {
  readonly #client: GitHubClient
  readonly #objects: ObjectReader
  readonly #texts = new Map<string, Promise<string | null>>()
  #defaultBranch: string | null

  /** `defaultBranch` where it is known already. */
  constructor(client: GitHubClient, defaultBranch: string | null = null) {
    this.#client = client
    this.#objects = new ObjectReader(client)
    this.#defaultBranch = defaultBranch
  }

  async defaultBranch(): Promise<string> {
    const { octokit, repository } = this.#client
    this.#defaultBranch ??= (await octokit.rest.repos.get(repository)).data.default_branch
    return this.#defaultBranch
  }

  async branchHead(branch: string): Promise<string | null> {
    const { octokit, repository } = this.#client
    const ref = await orNull(octokit.rest.git.getRef({ ...repository, ref: `heads/${branch}` }))
    return ref?.data.object.sha ?? null
  }

  async readFile(path: string, ref: string): Promise<string | null> {
    // What a commit holds never changes, and what is asked for together travels in one request.
    if (!/^[0-9a-f]{40}$/.test(ref)) return readText(this.#client, path, ref)
    const key = `${ref}:${path}`
    const known = this.#texts.get(key) ?? this.#objects.file(path, ref)
    this.#texts.set(key, known)
    known.catch(() => this.#texts.delete(key))
    return known
  }

  async listFolder(path: string, ref: string): Promise<string[]> {
    const { octokit, repository } = this.#client
    const response = await orNull(octokit.rest.repos.getContent({ ...repository, path, ref }))
    if (response === null || !Array.isArray(response.data)) return []
    return response.data.map((entry) => (entry.type === 'dir' ? `${entry.name}/` : entry.name))
  }

  async proposeFile(change: {
    branch: string
    base: string
    path: string
    text: string
    beside?: readonly { path: string; text: string }[]
    message: string
  }): Promise<string> {
    const { octokit, repository } = this.#client
    const base = await this.branchHead(change.base)
    if (base === null) {
      throw new TidemarkError('GITHUB_NOT_FOUND', `the branch ${change.base} does not exist`, {
        hint: 'Push the default branch first.',
      })
    }
    const parent = await octokit.rest.git.getCommit({ ...repository, commit_sha: base })
    const tree = await octokit.rest.git.createTree({
      ...repository,
      base_tree: parent.data.tree.sha,
      tree: [change, ...(change.beside ?? [])].map(({ path, text }) => ({
        path,
        mode: '100644' as const,
        type: 'blob' as const,
        content: text,
      })),
    })
    const commit = await octokit.rest.git.createCommit({
      ...repository,
      message: change.message,
      tree: tree.data.sha,
      parents: [base],
    })
    const { sha } = commit.data
    try {
      await octokit.rest.git.createRef({ ...repository, ref: `refs/heads/${change.branch}`, sha })
    } catch (error) {
      if (statusOf(error) !== 422 || !/already exists/i.test(messageOf(error))) throw error
      // The branch is this action's own: nobody else's commits are lost.
      await octokit.rest.git.updateRef({ ...repository, ref: `heads/${change.branch}`, sha, force: true })
    }
    return sha
  }

  async openPullRequest(request: { branch: string; base: string; title: string; body: string }): Promise<PullRequest> {
    const { octokit, repository } = this.#client
    const { branch, base, title, body } = request
    try {
      return toPullRequest((await octokit.rest.pulls.create({ ...repository, head: branch, base, title, body })).data)
    } catch (error) {
      if (statusOf(error) !== 422 || !/already exists/i.test(messageOf(error))) throw error
      const open = (await this.pullRequestsFrom(branch)).find((each) => each.state === 'open')
      if (open === undefined) throw error
      return open
    }
  }

  async updatePullRequest(number: number, change: { title?: string; body?: string; state?: 'closed' }): Promise<void> {
    const { octokit, repository } = this.#client
    await octokit.rest.pulls.update({ ...repository, pull_number: number, ...change })
  }

  async deleteBranch(branch: string): Promise<void> {
    const { octokit, repository } = this.#client
    try {
      await octokit.rest.git.deleteRef({ ...repository, ref: `heads/${branch}` })
    } catch (error) {
      if (statusOf(error) !== 422 && statusOf(error) !== 404) throw error // gone already
    }
  }

  async branches(prefix: string): Promise<{ name: string; sha: string }[]> {
    const { octokit, repository } = this.#client
    // This endpoint has no pages: it answers with all of them.
    const { data: refs } = await octokit.rest.git.listMatchingRefs({ ...repository, ref: `heads/${prefix}` })
    return refs.map(({ ref, object }) => ({ name: ref.slice('refs/heads/'.length), sha: object.sha }))
  }

  async pullRequest(number: number): Promise<PullRequest | null> {
    const { octokit, repository } = this.#client
    const response = await orNull(octokit.rest.pulls.get({ ...repository, pull_number: number }))
    return response && toPullRequest(response.data)
  }

  async openPullRequests(prefix: string): Promise<PullRequest[]> {
    const { octokit, repository } = this.#client
    const listed = await octokit.paginate(octokit.rest.pulls.list, { ...repository, state: 'open', per_page: 100 })
    return listed.filter((each) => each.head.ref.startsWith(prefix)).map(toPullRequest)
  }

  async pullRequestsFrom(branch: string): Promise<PullRequest[]> {
    const { octokit, repository } = this.#client
    const { data } = await octokit.rest.pulls.list({
      ...repository,
      state: 'all',
      head: `${repository.owner}:${branch}`,
      sort: 'created',
      direction: 'desc',
      per_page: 100,
    })
    return data.filter((each) => each.head.ref === branch).map(toPullRequest)
  }

  async changedFiles(number: number): Promise<{ path: string; previousPath: string | null }[]> {
    const { octokit, repository } = this.#client
    const files = await octokit.paginate(octokit.rest.pulls.listFiles, {
      ...repository,
      pull_number: number,
      per_page: 100,
    })
    return files.map(({ filename, previous_filename }) => ({ path: filename, previousPath: previous_filename ?? null }))
  }

  async mergeBase(base: string, head: string): Promise<string> {
    const { octokit, repository } = this.#client
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...repository,
      basehead: `${base}...${head}`,
      per_page: 1,
    })
    return data.merge_base_commit.sha
  }

  async reviews(number: number): Promise<Review[]> {
    const { octokit, repository } = this.#client
    const reviews = await octokit.paginate(octokit.rest.pulls.listReviews, {
      ...repository,
      pull_number: number,
      per_page: 100,
    })
    return reviews.map((review) => ({
      author: review.user?.login ?? '',
      isPerson: review.user?.type === 'User',
      state: review.state.toLowerCase() as Review['state'],
      commit: review.commit_id ?? null,
    }))
  }

  async permission(login: string): Promise<'admin' | 'write' | 'read' | 'none'> {
    const { octokit, repository } = this.#client
    const response = await orNull(octokit.rest.repos.getCollaboratorPermissionLevel({ ...repository, username: login }))
    return (response?.data.permission ?? 'none') as 'admin' | 'write' | 'read' | 'none'
  }

  async comment(number: number, body: string): Promise<void> {
    const { octokit, repository } = this.#client
    await octokit.rest.issues.createComment({ ...repository, issue_number: number, body })
  }

  async setStatus(
    sha: string,
    status: { context: string; state: 'success' | 'failure' | 'pending' | 'error'; description: string; url?: string },
  ): Promise<void> {
    const { octokit, repository } = this.#client
    const { context, state, description, url } = status
    await octokit.rest.repos.createCommitStatus({
      ...repository,
      sha,
      context,
      state,
      description,
      ...(url === undefined ? {} : { target_url: url }),
    })
  }
}

function toPullRequest(data: ApiPullRequest | ListedPullRequest): PullRequest {
  return {
    number: data.number,
    url: data.html_url,
    state: data.state === 'open' ? 'open' : 'closed',
    isMerged: data.merged_at !== null,
    mergeSha: data.merged_at === null ? null : data.merge_commit_sha,
    headBranch: data.head.ref,
    headSha: data.head.sha,
    isSameRepository: data.head.repo !== null && data.head.repo.full_name === data.base.repo.full_name,
    baseBranch: data.base.ref,
    author: data.user?.login ?? '',
    body: data.body ?? '',
  }
}
