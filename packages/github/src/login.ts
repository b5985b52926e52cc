import { connectGitHub } from './client.ts'

/** Whose token it is, for the events that are written with it; null for an app's, which has no login of its own. */
export async function readLogin(options: {
  token: string
  /** `owner/name` */
  repository: string
  apiUrl: string
}): Promise<string | null> {
  const { octokit } = await connectGitHub(options)
  try {
    return (await octokit.rest.users.getAuthenticated()).data.login
  } catch {
    return null
  }
}
