import { TidemarkError } from '@tidemark/schemas'
import { assertAnswered } from './graphql.ts'
import { headersOf, isRepeatable, limitOf, messageOf, retryDelayMs, statusOf } from './retries.ts'

/** The octokit of @actions/github, with its typed REST methods and pagination. */
export type Octokit = ReturnType<typeof import('@actions/github')['getOctokit']>

/** One repository on one GitHub, with the time that its answers carry. */
export interface GitHubClient {
  readonly octokit: Octokit
  /** Spread into every call. */
  readonly repository: { readonly owner: string; readonly repo: string }
  /** GitHub's time: the `Date` of its newest answer, UTC in whole seconds. */
  now(): Promise<string>
  /** How long an answer takes, over the last few. */
  latencyMs(): number
}

/** Waits between tries; tests do not wait. */
export type Wait = (ms: number) => Promise<void>

/**
 * Connects to GitHub (or GitHub Enterprise by `apiUrl`). What can be repeated without harm is retried on 5xx and broken
 * connections, everything on rate limits; what still fails becomes a `TidemarkError` with a remedy. 404, 409 and 422 stay
 * octokit's errors, for callers to judge.
 */
export async function connectGitHub({
  token,
  repository,
  apiUrl,
  wait = sleep,
}: {
  token: string
  repository: string
  apiUrl: string
  wait?: Wait | undefined
}): Promise<GitHubClient> {
  const { getOctokit } = await import('@actions/github')
  const [owner, repo] = repository.split('/') as [string, string]
  const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent: 'tidemark', log: silent })
  let date: string | null = null
  let latencyMs = 100
  octokit.hook.wrap('request', async (request, options) => {
    for (let attempt = 0; ; attempt++) {
      const started = performance.now()
      try {
        const response = await request(options)
        latencyMs += (performance.now() - started - latencyMs) / 4
        date = response.headers.date ?? date
        assertAnswered(response)
        return response
      } catch (error) {
        const waitMs = retryDelayMs(error, { isRepeatable: isRepeatable(options), attempt })
        if (waitMs === null) throw explain(error, options)
        await wait(waitMs)
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
    latencyMs: () => latencyMs,
  }
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

function explain(error: unknown, options: { method: string; url: string }): unknown {
  const status = statusOf(error)
  const message = messageOf(error)
  const what = `${options.method} ${options.url.replace(/\{\?[^}]*\}/, '')}`
  if (limitOf(error) !== null) {
    return new TidemarkError('GITHUB_RATE_LIMITED', `GitHub limits the rate of requests (${what})`, {
      hint: 'Wait until the limit resets and run the job again: it goes on where it stopped. An App token has a higher limit.',
      cause: error,
    })
  }
  if (status === 401 || status === 403) {
    const needed = /not permitted to create or approve pull requests/i.test(message)
      ? undefined
      : headersOf(error)['x-accepted-github-permissions']
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

export const sleep: Wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const silent = { debug() {}, info() {}, warn() {}, error() {} }
