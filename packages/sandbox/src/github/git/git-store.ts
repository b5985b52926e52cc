import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { CatFile, type GitObject } from './cat-file.ts'
import {
  type Commit,
  isRefName,
  type ObjectType,
  objectId,
  parseCommit,
  parseTag,
  parseTree,
  serializeCommit,
  serializeTag,
  serializeTree,
  type Tag,
  type TreeEntry,
} from './git-objects.ts'
import { runGit } from './run-git.ts'
import { installUpdateHook } from './update-hook.ts'

export interface Ref {
  name: string
  sha: string
  type: ObjectType
}

const compareBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
export const zeroId = '0'.repeat(40)
const compress = promisify(deflate)

/** A real bare repository. Objects are read through one git process and written loose; refs move by `git update-ref`. */
export class GitStore {
  readonly dir: string
  readonly #objects: CatFile
  readonly #remembered = new Map<string, Promise<unknown>>()

  constructor(dir: string) {
    this.dir = dir
    this.#objects = new CatFile(dir)
  }

  static async create(dir: string, defaultBranch: string): Promise<GitStore> {
    await mkdir(dir, { recursive: true })
    await runGit(dir, ['init', '--quiet', '--bare', '--template=', `--initial-branch=${defaultBranch}`, '.'])
    const settings = [
      ['http.receivepack', 'true'],
      ['uploadpack.allowAnySHA1InWant', 'true'],
      ['uploadpack.allowFilter', 'true'],
      ['receive.hideRefs', 'refs/pull'],
      ['receive.autogc', 'false'],
      ['gc.auto', '0'],
      ['core.logAllRefUpdates', 'false'],
      // Time matters here, space does not: data files do not get smaller by another compression or by deltas.
      ['core.compression', '0'],
      ['pack.window', '0'],
    ]
    const lines = settings.map(([key, value]) => {
      const [section, name] = key!.split('.')
      return `[${section}]\n\t${name} = ${value}\n`
    })
    const config = join(dir, 'config')
    await writeFile(config, (await readFile(config, 'utf8')) + lines.join(''))
    await installUpdateHook(dir)
    return new GitStore(dir)
  }

  close(): void {
    this.#objects.close()
  }

  read(sha: string): Promise<GitObject | null> {
    return this.#objects.read(sha)
  }

  async write(type: ObjectType, bytes: Uint8Array): Promise<string> {
    const sha = objectId(type, bytes)
    const folder = join(this.dir, 'objects', sha.slice(0, 2))
    const path = join(folder, sha.slice(2))
    if (existsSync(path) || (await this.read(sha))) return sha
    await mkdir(folder, { recursive: true })
    const temporary = join(folder, `tmp_obj_${randomBytes(6).toString('hex')}`)
    await writeFile(temporary, await compress(Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes])), {
      mode: 0o444,
    })
    await rename(temporary, path)
    return sha
  }

  writeTree(entries: readonly TreeEntry[]): Promise<string> {
    return this.write('tree', serializeTree(entries))
  }

  writeCommit(commit: Omit<Commit, 'sha'>): Promise<string> {
    return this.write('commit', serializeCommit(commit))
  }

  writeTag(tag: Omit<Tag, 'sha'>): Promise<string> {
    return this.write('tag', serializeTag(tag))
  }

  async commit(sha: string): Promise<Commit | null> {
    const object = await this.read(sha)
    return object?.type === 'commit' ? parseCommit(sha, object.bytes) : null
  }

  /** A commit that is known to exist, because a ref or a parent names it. */
  async knownCommit(sha: string): Promise<Commit> {
    const commit = await this.commit(sha)
    if (!commit) throw new Error(`${this.dir} has no commit ${sha}`)
    return commit
  }

  async tag(sha: string): Promise<Tag | null> {
    const object = await this.read(sha)
    return object?.type === 'tag' ? parseTag(sha, object.bytes) : null
  }

  /** A tree's entries; a commit's id stands for its tree. Null when there is no such tree. */
  async tree(sha: string): Promise<TreeEntry[] | null> {
    const object = await this.read(sha)
    if (object?.type === 'commit') return this.tree(parseCommit(sha, object.bytes).tree)
    return object?.type === 'tree' ? parseTree(object.bytes) : null
  }

  /** The entry at a path below a tree or commit; the empty path is the tree itself. */
  async entryAt(root: string, path: string): Promise<TreeEntry | null> {
    const commit = await this.commit(root)
    let entry: TreeEntry = { mode: '040000', name: '', sha: commit?.tree ?? root }
    for (const name of path.split('/').filter(Boolean)) {
      if (entry.mode !== '040000') return null
      const next: TreeEntry | undefined = (await this.tree(entry.sha))?.find((child) => child.name === name)
      if (!next) return null
      entry = next
    }
    return entry
  }

  async readRef(name: string): Promise<string | null> {
    if (!isRefName(name)) return null
    return (await this.#looseRef(name)) ?? (await this.#packedRefs()).get(name) ?? null
  }

  /** Refs whose full name starts with `prefix`, which need not end at a slash, in order of name. */
  async refs(prefix: string): Promise<Ref[]> {
    // Read from files: a process for each question costs more than all the rest of an answer.
    const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1)
    const found = await this.#packedRefs()
    const entries = await readdir(join(this.dir, folder), { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      if (!entry.isFile()) continue
      const name = relative(this.dir, join(entry.parentPath, entry.name)).split(sep).join('/')
      const sha = name.startsWith(prefix) && isRefName(name) ? await this.#looseRef(name) : null
      if (sha !== null) found.set(name, sha)
    }
    const names = [...found.keys()].filter((name) => name.startsWith(prefix)).sort(compareBytes)
    return Promise.all(
      names.map(async (name) => {
        const sha = found.get(name)!
        return { name, sha, type: (await this.read(sha))?.type ?? 'commit' }
      }),
    )
  }

  async #looseRef(name: string): Promise<string | null> {
    const text = await readFile(join(this.dir, name), 'utf8').catch(() => '')
    return /^[0-9a-f]{40}\s*$/.test(text) ? text.slice(0, 40) : null
  }

  async #packedRefs(): Promise<Map<string, string>> {
    const text = await readFile(join(this.dir, 'packed-refs'), 'utf8').catch(() => '')
    const lines = text.split('\n').filter((line) => /^[0-9a-f]{40} /.test(line))
    return new Map(lines.map((line) => [line.slice(41), line.slice(0, 40)]))
  }

  /**
   * Moves, creates (`from` null) or deletes (`to` null) a ref if it still is at `from`.
   * Returns false when somebody else was first, or when the name is taken by a folder of refs.
   */
  async updateRef(name: string, to: string | null, from: string | null): Promise<boolean> {
    const args = to === null ? ['-d', name, from ?? zeroId] : [name, to, from ?? zeroId]
    return (await runGit(this.dir, ['update-ref', '--no-deref', ...args])).code === 0
  }

  /** The commit that a branch, tag, full or short id, or ref stands for. */
  async resolve(revision: string): Promise<string | null> {
    if (/^[0-9a-f]{40}$/.test(revision)) return this.peel(revision)
    for (const name of [`refs/heads/${revision}`, `refs/tags/${revision}`, `refs/${revision}`, revision]) {
      const sha = await this.readRef(name)
      if (sha) return this.peel(sha)
    }
    if (revision === 'HEAD') {
      const head = (await readFile(join(this.dir, 'HEAD'), 'utf8')).trim()
      return head.startsWith('ref: ') ? this.resolve(head.slice(5)) : this.peel(head)
    }
    if (!/^[0-9a-f]{7,39}$/.test(revision)) return null
    const { code, stdout } = await runGit(this.dir, ['rev-parse', '--quiet', '--verify', `${revision}^{commit}`])
    return code === 0 ? stdout.toString().trim() : null
  }

  /** Follows annotated tags to their commit. */
  async peel(sha: string): Promise<string | null> {
    const object = await this.read(sha)
    if (object?.type === 'commit') return sha
    return object?.type === 'tag' ? this.peel(parseTag(sha, object.bytes).object) : null
  }

  async isEmpty(): Promise<boolean> {
    if (await this.resolve('HEAD')) return false
    const { stdout } = await runGit(this.dir, ['for-each-ref', '--count=1', 'refs/heads'])
    return stdout.length === 0
  }

  isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    return this.remember(`ancestor ${ancestor} ${descendant}`, async () => {
      if (ancestor === descendant) return true
      // The usual case, a commit on top of the head, needs no process.
      if ((await this.commit(descendant))?.parents.includes(ancestor)) return true
      return (await runGit(this.dir, ['merge-base', '--is-ancestor', ancestor, descendant])).code === 0
    })
  }

  mergeBase(a: string, b: string): Promise<string | null> {
    return this.remember(`base ${a} ${b}`, async () => {
      const { code, stdout } = await runGit(this.dir, ['merge-base', a, b])
      return code === 0 ? stdout.toString().trim() : null
    })
  }

  /** Works `find` out once for a key: for questions about commits by their ids, whose answers cannot change. */
  remember<T>(key: string, find: () => Promise<T>): Promise<T> {
    const known = this.#remembered.get(key) as Promise<T> | undefined
    if (known) return known
    if (this.#remembered.size > 5000) this.#remembered.clear()
    const answer = find()
    this.#remembered.set(key, answer)
    answer.catch(() => this.#remembered.delete(key))
    return answer
  }

  /** Ids of `git rev-list <args>`, newest first unless the arguments say otherwise. */
  async revList(...args: string[]): Promise<string[]> {
    const { code, stdout, stderr } = await runGit(this.dir, ['rev-list', ...args])
    if (code !== 0) throw new Error(`git rev-list ${args.join(' ')}: ${stderr}`)
    return stdout.toString().split('\n').filter(Boolean)
  }
}
