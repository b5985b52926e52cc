import { type GitHubClient, orNull } from './client.ts'

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
