import { TidemarkError } from '@tidemark/schemas'

/** The octokit of @actions/github, with its typed REST methods and pagination. */
export type Octokit = ReturnType<typeof import('@actions/github')['getOctokit']>

/** One repository on one GitHub, with the time that its answers carry. */
export interface GitHubClient {
  readonly octokit: Octokit
  /** Spread into every call. */
  readonly repository: { readonly owner: string; readonly repo: string }
  /** GitHub's time: the `Date` of its newest answer, UTC in whole seconds. */
  now(): Promise<string>
}

const retries = 4
const longestWaitMs = 60_000

/**
 * Connects to GitHub (or GitHub Enterprise by `apiUrl`). Reads are retried on 5xx and broken connections, everything on rate
 * limits; what still fails becomes a `TidemarkError` with a remedy. 404, 409 and 422 stay octokit's errors, for callers to judge.
 */
export async function connectGitHub({
  token,
  repository,
  apiUrl,
}: {
  token: string
  repository: string
  apiUrl: string
}): Promise<GitHubClient> {
  const { getOctokit } = await import('@actions/github')
  const [owner, repo] = repository.split('/') as [string, string]
  const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent: 'tidemark', log: silent })
  let date: string | null = null
  octokit.hook.wrap('request', async (request, options) => {
    const isRead = options.method === 'GET' || options.method === 'HEAD'
    for (let attempt = 0; ; attempt++) {
      try {
        const response = await request(options)
        date = response.headers.date ?? date
        return response
      } catch (error) {
        const waitMs = attempt < retries ? retryDelayMs(error, isRead, attempt) : null
        if (waitMs === null) throw explain(error, options)
        await new Promise((resolve) => setTimeout(resolve, waitMs))
      }
    }
  })
  return {
    octokit,
    repository: { owner, repo },
    async now() {
      if (date === null) await octokit.rest.rateLimit.get()
      return new Date(date ?? Number.NaN).toISOString().replace(/\.\d+Z$/, 'Z')
    },
  }
}

/** The HTTP status of an octokit error, or null for anything else. */
export function statusOf(error: unknown): number | null {
  const status = (error as { name?: string; status?: unknown } | null)?.status
  return typeof status === 'number' ? status : null
}

/** Null instead of a 404. */
export async function orNull<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request
  } catch (error) {
    if (statusOf(error) === 404) return null
    throw error
  }
}

function retryDelayMs(error: unknown, isRead: boolean, attempt: number): number | null {
  const status = statusOf(error)
  const headers = (error as { response?: { headers?: Record<string, string | undefined> } }).response?.headers ?? {}
  const backoffMs = 250 * 2 ** attempt * (0.5 + Math.random())
  const isLimited =
    status === 429 ||
    (status === 403 && (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined))
  if (isLimited) {
    const waitMs = headers['retry-after'] !== undefined ? Number(headers['retry-after']) * 1000 : resetDelayMs(headers)
    return waitMs <= longestWaitMs ? Math.max(waitMs, backoffMs) : null
  }
  // octokit reports a broken connection as status 500 without a response.
  const isBroken = status === null || status >= 500
  return isBroken && isRead ? backoffMs : null
}

function resetDelayMs(headers: Record<string, string | undefined>): number {
  const reset = Number(headers['x-ratelimit-reset']) * 1000
  const now = Date.parse(headers.date ?? '')
  return Number.isFinite(reset - now) ? Math.max(0, reset - now) + 1000 : longestWaitMs
}

function explain(error: unknown, options: { method: string; url: string }): unknown {
  const status = statusOf(error)
  const message = error instanceof Error ? error.message : String(error)
  const what = `${options.method} ${options.url.replace(/\{\?[^}]*\}/, '')}`
  const headers = (error as { response?: { headers?: Record<string, string | undefined> } }).response?.headers
  if (
    status === 429 ||
    (status === 403 && (headers?.['x-ratelimit-remaining'] === '0' || headers?.['retry-after'] !== undefined))
  ) {
    return new TidemarkError('GITHUB_RATE_LIMITED', `GitHub limits the rate of requests (${what})`, {
      hint: 'Wait until the limit resets and run the job again: it goes on where it stopped. An App token has a higher limit.',
      cause: error,
    })
  }
  if (status === 401 || status === 403) {
    const needed = headers?.['x-accepted-github-permissions']
    return new TidemarkError('GITHUB_DENIED', `GitHub refused ${what}: ${message}`, {
      hint: needed
        ? `Give the job the permissions ${inWorkflowWords(needed)} in its workflow file.`
        : 'Check the token’s permissions, branch protection and rulesets, and "Allow GitHub Actions to create and approve pull requests".',
      cause: error,
    })
  }
  if (status === null || status >= 500) {
    return new TidemarkError('GITHUB_UNAVAILABLE', `GitHub did not answer ${what}: ${message}`, {
      hint: 'Run the job again: what was done is found and kept.',
      cause: error,
    })
  }
  return error
}

/** `pull_requests=write; contents=read` as `permissions:` of a workflow says it. */
function inWorkflowWords(accepted: string): string {
  const permissions = accepted.split(/[;,]\s*/).map((each) => each.replaceAll('_', '-').replace('=', ': '))
  return permissions.map((each) => `\`${each}\``).join(' or ')
}

const silent = { debug() {}, info() {}, warn() {}, error() {} }
