import { layout } from '@tidemark/schemas'

/** Where a version, a commit or a pull request is on the web; undefined without a repository's address. */
export interface Place {
  readonly commit: (sha: string) => string | undefined
  readonly pullRequest: (number: number) => string | undefined
  readonly issue: (number: number) => string | undefined
  readonly release: (model: string, version: string) => string | undefined
}

/** `repositoryUrl` such as `https://github.com/owner/name`; anything but http(s) gives no links. */
export function placeOf(repositoryUrl: string | undefined): Place {
  const url = repositoryUrl !== undefined && URL.canParse(repositoryUrl) ? new URL(repositoryUrl) : undefined
  const root = url && /^https?:$/.test(url.protocol) ? url.href.replace(/\/+$/, '') : undefined
  const below = (path: string) => (root === undefined ? undefined : `${root}/${path}`)
  return {
    commit: (sha) => below(`commit/${encodeURIComponent(sha)}`),
    pullRequest: (number) => below(`pull/${number}`),
    issue: (number) => below(`issues/${number}`),
    release: (model, version) => below(`releases/tag/${encodeURIComponent(layout.versionTag(model, version))}`),
  }
}
