import type { Answer, Request } from './client.ts'

export const everyProbe = 'tidemark-probe-'

/** A repository to try things in, with names that are this probe's own and objects that several assumptions need. */
export interface Site {
  /** Below `/repos/<owner>/<name>`; a path without the leading part of the repository. */
  readonly ask: Request
  /** Any path of the API. */
  readonly request: Request
  /** `owner/name` */
  readonly repository: string
  readonly owner: string
  readonly defaultBranch: string
  /** Every name that the probe makes starts with it, so that all of it can be found and removed. */
  readonly prefix: string
  /** Another repository, without any commit. */
  readonly empty?: string
  /** A chain of three commits that no branch holds: it begins anew, so that no workflow file of the repository is in it. */
  readonly commits: () => Promise<readonly [first: string, second: string, third: string]>
  /** A ref at an object; the answer of GitHub. */
  readonly createRef: (ref: string, sha: string) => Promise<Answer>
}

/** The site of one probe. Nothing is asked yet. */
export function openSite({
  request,
  repository,
  defaultBranch,
  prefix,
  empty,
}: Pick<Site, 'request' | 'repository' | 'defaultBranch' | 'prefix'> & { readonly empty?: string | undefined }): Site {
  const ask: Request = (method, path, options) => request(method, `/repos/${repository}${path}`, options)
  let commits: ReturnType<Site['commits']> | undefined
  return {
    ask,
    request,
    repository,
    owner: repository.split('/')[0]!,
    defaultBranch,
    prefix,
    ...(empty === undefined ? {} : { empty }),
    commits: () => (commits ??= makeCommits(ask)),
    createRef: (ref, sha) => ask('POST', '/git/refs', { body: { ref, sha } }),
  }
}

/** `422 Reference already exists`: the status, and the message of an error with what it details. */
export function words({ status, json }: Answer): string {
  if (status < 400) return String(status)
  const details = ((json?.errors ?? []) as unknown[]).map((error) =>
    typeof error === 'string'
      ? error
      : ['field', 'code', 'message'].flatMap((key) => (error as Record<string, unknown>)[key] ?? []).join(' '),
  )
  return [status, json?.message, ...(details.length > 0 ? [`(${details.join('; ')})`] : [])].join(' ').trim()
}

/** The body of an answer that must have succeeded for the assumption to be tried at all. */
// biome-ignore lint/suspicious/noExplicitAny: as in Answer
export function must(answer: Answer): any {
  if (answer.status < 300) return answer.json
  throw new Error(`a step before it was answered ${words(answer)}`)
}

async function makeCommits(ask: Request): Promise<[string, string, string]> {
  const commit = async (parent: { sha: string; tree: string } | null, path: string, content: string) => {
    const tree = must(
      await ask('POST', '/git/trees', {
        body: {
          ...(parent === null ? {} : { base_tree: parent.tree }),
          tree: [{ path, mode: '100644', type: 'blob', content }],
        },
      }),
    ).sha as string
    const body = { message: `Probe: ${path}`, tree, parents: parent === null ? [] : [parent.sha] }
    return { sha: must(await ask('POST', '/git/commits', { body })).sha as string, tree }
  }
  const first = await commit(null, 'facts/one.json', '{"n": 1}\n')
  const second = await commit(first, 'facts/two.json', '{"n": 2}\n')
  const third = await commit(second, 'facts/one.json', '{"n": 3}\n')
  return [first.sha, second.sha, third.sha]
}
