import { TidemarkError } from '@tidemark/schemas'
import type { GitHubClient } from './client.ts'

interface Answer<T> {
  data?: T | null
  errors?: readonly { type?: string; message: string; path?: readonly (string | number)[] }[]
}

/**
 * Asks GitHub's GraphQL API about the repository: `fields` stand inside `repository { … }`, and use the variables that
 * `declared` declares. What GitHub does not find is null. Throws `GITHUB_DENIED` and `GITHUB_NOT_FOUND`.
 */
export async function askRepository<T>(
  { octokit, repository }: GitHubClient,
  {
    declared,
    fields,
    fragments,
    variables,
  }: { declared: string; fields: string; fragments: string; variables: Record<string, string> },
): Promise<T> {
  const query = `query ($owner: String!, $repo: String!, ${declared}) { repository(owner: $owner, name: $repo) { ${fields} } } ${fragments}`
  let answer: Answer<{ repository: T | null }>
  try {
    answer = { data: await octokit.graphql(query, { ...repository, ...variables }) }
  } catch (error) {
    if ((error as Error).name !== 'GraphqlResponseError') throw error
    answer = error as Answer<{ repository: T | null }>
  }
  // GitHub tells of every file that is not there beside the data.
  const refused = answer.errors?.find(({ type, path }) => type !== 'NOT_FOUND' || (path?.length ?? 0) < 2)
  if (answer.data?.repository && refused === undefined) return answer.data.repository
  const isDenied = refused?.type === 'FORBIDDEN' || refused?.type === 'INSUFFICIENT_SCOPES'
  const code = isDenied ? 'GITHUB_DENIED' : refused?.type === 'NOT_FOUND' ? 'GITHUB_NOT_FOUND' : 'GITHUB_UNEXPECTED'
  throw new TidemarkError(code, `GitHub did not read the registry: ${refused?.message ?? 'the answer is empty'}`, {
    hint: 'Give the job `contents: read` in its workflow file, and check that the token is for this repository.',
  })
}

/** GraphQL says with status 200 that a limit is reached or that the query was given up; as REST would say it, it is thrown. */
export function assertAnswered(response: { url: string; data: unknown; headers: object }): void {
  if (!response.url.endsWith('/graphql')) return
  for (const { type, message } of (response.data as Answer<unknown> | null)?.errors ?? []) {
    const isLimited = type === 'RATE_LIMITED' || /secondary rate limit/i.test(message)
    if (!isLimited && !/something went wrong|timeout/i.test(message)) continue
    throw Object.assign(new Error(message), { status: isLimited ? 429 : 502, response })
  }
}
