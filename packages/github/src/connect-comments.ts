import type { Comments } from '@tidemark/registry'
import { connectGitHub } from './client.ts'
import { GitHubComments } from './github-comments.ts'

/** Comments on the pull requests of one repository, by one token. */
export async function connectComments(options: {
  token: string
  /** `owner/name` */
  repository: string
  apiUrl: string
}): Promise<Comments> {
  return new GitHubComments(await connectGitHub(options))
}
