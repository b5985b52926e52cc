import type { GitHubClient } from './client.ts'
import { askRepository } from './graphql.ts'
import { readText } from './read-text.ts'

/** Paths and refs of one query: far below what GitHub's limits on nodes and time allow. */
const mostAtOnce = 50

/** Where a commit is to be found: by its id, or at the head of a branch. */
export type CommitPlace = { readonly id: string } | { readonly branch: string }

/** What a commit holds: texts of files, names in folders (folders end in `/`, [] where there is none). */
export interface CommitContent {
  readonly id: string
  readonly tree: string
  readonly texts: ReadonlyMap<string, string | null>
  readonly folders: ReadonlyMap<string, string[]>
}

interface Question {
  readonly kind: 'file' | 'folder' | 'tag'
  readonly name: string
  /** The commit; empty for a tag. */
  readonly at: string
  resolve(answer: never): void
  reject(error: unknown): void
}

/**
 * Reads of Git objects by GitHub's GraphQL API. What is asked for in one turn of the event loop travels in one request, so
 * that ten facts cost what one does; a file asked for alone is read by REST, which has no bound on its size.
 */
export class ObjectReader {
  readonly #client: GitHubClient
  #waiting: Question[] = []

  constructor(client: GitHubClient) {
    this.#client = client
  }

  /** A file's text at a commit, or null. */
  file(name: string, at: string): Promise<string | null> {
    return this.#ask('file', name, at)
  }

  /** Names directly below a folder at a commit. */
  folder(name: string, at: string): Promise<string[]> {
    return this.#ask('folder', name, at)
  }

  hasTag(name: string): Promise<boolean> {
    return this.#ask('tag', name, '')
  }

  /** A commit with some of its content, all of the same moment; null where the branch does not exist. */
  async commit(
    place: CommitPlace,
    { files = [], folders = [] }: { files?: readonly string[]; folders?: readonly string[] },
  ): Promise<CommitContent | null> {
    const { commit } = await this.#query(place, { files, folders, tags: [] })
    return commit
  }

  #ask<T>(kind: Question['kind'], name: string, at: string): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ kind, name, at, resolve, reject })
      if (this.#waiting.length === 1) setImmediate(() => this.#flush())
    })
  }

  #flush(): void {
    const waiting = this.#waiting.splice(0)
    const commits = new Set(waiting.filter(({ at }) => at !== '').map(({ at }) => at))
    for (const at of commits.size === 0 ? [''] : commits) {
      // Tags belong to no commit; they travel with the first.
      const together = waiting.filter((each) => each.at === at || (each.at === '' && at === [...commits][0]))
      for (let i = 0; i < together.length; i += mostAtOnce) void this.#answer(at, together.slice(i, i + mostAtOnce))
    }
  }

  async #answer(at: string, questions: readonly Question[]): Promise<void> {
    const namesOf = (kind: Question['kind']) => [
      ...new Set(questions.filter((each) => each.kind === kind).map(({ name }) => name)),
    ]
    const [files, folders, tags] = [namesOf('file'), namesOf('folder'), namesOf('tag')]
    try {
      const isOneFile = files.length === 1 && folders.length === 0 && tags.length === 0
      const { commit, present } = isOneFile
        ? { commit: null, present: new Set<string>() }
        : await this.#query(at === '' ? null : { id: at }, { files, folders, tags })
      const alone = isOneFile ? await readText(this.#client, files[0] as string, at) : null
      for (const { kind, name, resolve } of questions) {
        const answer = {
          file: () => (isOneFile ? alone : (commit?.texts.get(name) ?? null)),
          folder: () => commit?.folders.get(name) ?? [],
          tag: () => present.has(name),
        }[kind]()
        resolve(answer as never)
      }
    } catch (error) {
      for (const { reject } of questions) reject(error)
    }
  }

  async #query(
    place: CommitPlace | null,
    { files, folders, tags }: Record<'files' | 'folders' | 'tags', readonly string[]>,
  ): Promise<{ commit: CommitContent | null; present: Set<string> }> {
    const paths = [...new Set([...files, ...folders])]
    const content = `... on Commit { oid tree { oid } ${paths.map((_, i) => `p${i}: file(path: $p${i}) { ...entry }`).join(' ')} }`
    const variables: Record<string, string> = {}
    const types: Record<string, string> = {}
    const declare = (name: string, value: string, type = 'String!') => {
      variables[name] = value
      types[name] = type
    }
    if (place !== null) {
      if ('id' in place) declare('at', place.id, 'GitObjectID!')
      else declare('at', `refs/heads/${place.branch}`)
    }
    for (const [i, path] of paths.entries()) declare(`p${i}`, path)
    for (const [i, tag] of tags.entries()) declare(`t${i}`, `refs/tags/${tag}`)
    const commitField =
      place === null
        ? ''
        : 'id' in place
          ? `commit: object(oid: $at) { ${content} }`
          : `branch: ref(qualifiedName: $at) { target { ${content} } }`
    const answer = await askRepository<RepositoryAnswer>(this.#client, {
      declared: Object.entries(types)
        .map(([name, type]) => `$${name}: ${type}`)
        .join(', '),
      fields: `${commitField} ${tags.map((_, i) => `t${i}: ref(qualifiedName: $t${i}) { name }`).join(' ')}`,
      fragments: paths.length > 0 ? entryFragment : '',
      variables,
    })
    const present = new Set(tags.filter((_, i) => answer[`t${i}`] != null))
    const found = answer.commit ?? answer.branch?.target ?? null
    if (found === null) return { commit: null, present }
    const texts = new Map<string, string | null>()
    const listed = new Map<string, string[]>()
    for (const [i, path] of paths.entries()) {
      const object = (found[`p${i}`] as EntryAnswer | null)?.object ?? null
      if (folders.includes(path))
        listed.set(
          path,
          (object?.entries ?? []).map(({ name, type }) => (type === 'tree' ? `${name}/` : name)),
        )
      if (!files.includes(path)) continue
      const isWhole = object === null || object.__typename !== 'Blob' || (object.text != null && !object.isTruncated)
      texts.set(path, isWhole ? (object?.text ?? null) : await readText(this.#client, path, found.oid))
    }
    return { commit: { id: found.oid, tree: found.tree.oid, texts, folders: listed }, present }
  }
}

const entryFragment = `fragment entry on TreeEntry {
  object { __typename ... on Blob { text isTruncated } ... on Tree { entries { name type } } }
}`

interface EntryAnswer {
  object: {
    __typename: string
    text?: string | null
    isTruncated?: boolean
    entries?: { name: string; type: string }[]
  } | null
}

interface CommitAnswer {
  oid: string
  tree: { oid: string }
  [path: `p${number}`]: EntryAnswer | null
}

interface RepositoryAnswer {
  commit?: CommitAnswer | null
  branch?: { target: CommitAnswer | null } | null
  [tag: `t${number}`]: { name: string } | null
}
