export interface RegistryPlace {
  readonly serverUrl: string
  /** `owner/name`. */
  readonly repository: string
  readonly registryBranch: string
}

/** Where people find facts and releases on the web. */
export function registryAddresses({ serverUrl, repository, registryBranch }: RegistryPlace) {
  const root = `${serverUrl.replace(/\/+$/, '')}/${encodePath(repository)}`
  const branch = encodePath(registryBranch)
  return {
    branch: `${root}/tree/${branch}`,
    /** Facts are written once, so a path on the branch stays true. */
    fact: (path: string) => `${root}/blob/${branch}/${encodePath(path)}`,
    release: (tag: string) => `${root}/releases/tag/${encodePath(tag)}`,
    commit: (sha: string) => `${root}/commit/${encodePath(sha)}`,
    pullRequest: (number: number) => `${root}/pull/${number}`,
  }
}

const encodePath = (path: string): string => path.toWellFormed().split('/').map(encodeURIComponent).join('/')
