import { RepositoryName, TidemarkError } from '@tidemark/schemas'
import type { Request } from './client.ts'
import { words } from './site.ts'

/**
 * The default branch of a repository that the token may write to. Throws `GITHUB_UNAVAILABLE`, `GITHUB_DENIED`,
 * `GITHUB_NOT_FOUND` or `INPUT_INVALID`, each with what to do.
 */
export async function checkAccess({
  request,
  repository,
  apiUrl,
}: {
  readonly request: Request
  readonly repository: string
  readonly apiUrl: string
}): Promise<string> {
  if (!RepositoryName.safeParse(repository).success) {
    throw new TidemarkError('INPUT_INVALID', `${JSON.stringify(repository)} is not owner/name`, {
      hint: 'Name the repository as in acme/flights.',
    })
  }
  const answer = await request('GET', `/repos/${repository}`).catch((cause: Error) => {
    const reason = (cause.cause as Error | undefined)?.message ?? cause.message
    throw new TidemarkError('GITHUB_UNAVAILABLE', `${apiUrl} does not answer: ${reason}`, {
      hint: 'Check the address; GitHub Enterprise Server has its API at https://<host>/api/v3.',
      cause,
    })
  })
  const { status, json } = answer
  if (status === 401) {
    throw new TidemarkError('GITHUB_DENIED', 'GitHub does not know this token', {
      hint: 'Set GITHUB_TOKEN to a token that has not expired: GITHUB_TOKEN=$(gh auth token).',
    })
  }
  if (status === 404) {
    throw new TidemarkError('GITHUB_NOT_FOUND', `${repository} is not there, or not for this token`, {
      hint: 'Check the name, and that the token may read it: a fine-grained token names its repositories.',
    })
  }
  if (status !== 200) {
    throw new TidemarkError('GITHUB_UNEXPECTED', `${repository} was answered ${words(answer)}`, {
      hint: 'Run it again later, or check the token.',
    })
  }
  if (typeof json?.default_branch !== 'string') {
    throw new TidemarkError('INPUT_INVALID', `${apiUrl} answers, but not as GitHub’s API does`, {
      hint: 'GitHub Enterprise Server has its API at https://<host>/api/v3.',
    })
  }
  if (json.permissions?.push === false || json.archived === true) {
    const why = json.archived === true ? `${repository} is archived` : `this token may only read ${repository}`
    throw new TidemarkError('GITHUB_DENIED', why, {
      hint: 'The probe makes refs, statuses and releases and removes them again: it needs contents: write, statuses: write and pull requests: read.',
    })
  }
  return json.default_branch
}
