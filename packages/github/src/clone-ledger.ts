import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import type { LedgerCommit, LedgerReader } from '@tidemark/registry'
import { TidemarkError } from '@tidemark/schemas'

const run = promisify(execFile)

/** Of more folders than a command line should have, everything is listed. */
const mostFolders = 500

/** Reads the registry branch from a plain clone by git, without any network. Close it when done. */
export class CloneLedger implements LedgerReader, Disposable {
  readonly #folder: string
  readonly #branch: string
  #reader: ObjectReader | null = null
  /** A pipe, not a network: enough names to keep git busy. */
  readonly readsAtOnce = 256
  /** git's line for each path at the commit that was listed: it would look for each through all its trees again, large ones too. */
  #listed: { readonly at: string; readonly lines: Map<string, string> } | null = null

  constructor(folder: string, branch: string) {
    this.#folder = folder
    this.#branch = branch
  }

  async head(): Promise<string | null> {
    const refs = [`refs/remotes/origin/${this.#branch}`, `refs/heads/${this.#branch}`]
    const found = await this.#git('for-each-ref', '--format=%(refname) %(objectname)', ...refs)
    const heads = new Map(found.split('\n').map((line) => line.split(' ', 2) as [string, string]))
    return refs.map((ref) => heads.get(ref)).find((sha) => sha !== undefined) ?? null
  }

  async read(path: string, at: string): Promise<string | null> {
    const line = this.#listed?.at === at ? this.#listed.lines.get(path) : undefined
    const object = await this.#object(line === undefined ? `${at}:${path}` : blobOf(line))
    return object?.type === 'blob' ? object.bytes.toString('utf8') : null
  }

  async list(folder: string, at: string): Promise<string[]> {
    const listed = await this.#git('ls-tree', '-z', '--full-tree', `${at}:${folder}`).catch(() => '')
    return splitZero(listed).map((line) => {
      const [facts, name] = line.split('\t') as [string, string]
      return facts.split(' ')[1] === 'tree' ? `${name}/` : name
    })
  }

  async files(at: string, folders: readonly string[] = []): Promise<string[]> {
    const asked = folders.length > mostFolders ? [] : folders.map((folder) => `${folder}/`)
    const lines = splitZero(await this.#git('ls-tree', '-r', '-z', '--full-tree', at, '--', ...asked))
    if (this.#listed?.at !== at) this.#listed = { at, lines: new Map() }
    const listed = this.#listed.lines
    const paths = lines.map((line) => {
      const path = line.slice(line.indexOf('\t') + 1)
      listed.set(path, line)
      return path
    })
    return asked.length === folders.length
      ? paths
      : paths.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)))
  }

  async tags(prefix: string): Promise<string[]> {
    const names = await this.#git('for-each-ref', '--format=%(refname)', 'refs/tags')
    return names
      .split('\n')
      .map((name) => name.slice('refs/tags/'.length))
      .filter((name) => name !== '' && name.startsWith(prefix))
  }

  async history(path: string, at: string): Promise<string[]> {
    const commits = await this.#git('log', '--format=%H', '--reverse', at, '--', `:(top,literal)${path}`)
    return commits.split('\n').filter((sha) => sha !== '')
  }

  async log(at: string): Promise<{ commits: LedgerCommit[]; isWhole: boolean }> {
    const shallow = await this.#git('rev-parse', '--is-shallow-repository')
    // Each part ends in a zero byte: a commit's line starts with byte 1, what it did to a file is two parts.
    const listed = await this.#git(
      '--no-replace-objects',
      '-c',
      'log.showRoot=true',
      'log',
      '--first-parent',
      '--diff-merges=first-parent',
      '--raw',
      '--no-abbrev',
      '--no-renames',
      '-z',
      '--format=%x01%H %P',
      at,
    )
    return { commits: readLog(listed), isWhole: shallow.trim() === 'false' }
  }

  async resolveTag(name: string): Promise<string | null> {
    const tag = await this.#object(`refs/tags/${name}`)
    if (tag?.type !== 'tag') return null
    return (await this.#object(`refs/tags/${name}^{commit}`))?.id ?? null
  }

  [Symbol.dispose](): void {
    this.#reader?.close()
    this.#reader = null
  }

  #object(name: string): Promise<GitObject | null> {
    this.#reader ??= new ObjectReader(this.#folder)
    return this.#reader.read(name)
  }

  async #git(...args: string[]): Promise<string> {
    try {
      return (await run('git', ['-C', this.#folder, ...args], { maxBuffer: 1 << 30 })).stdout
    } catch (cause) {
      const { code, stderr } = cause as { code?: string | number; stderr?: string }
      if (code === 'ENOENT' || /not a git repository/.test(stderr ?? '')) {
        throw new TidemarkError('FILE_NOT_FOUND', `${this.#folder} is not a clone that git can read`, {
          hint: 'Give the folder of a clone that has the registry branch: git clone <url>, then git fetch origin <registry-branch>.',
          cause,
        })
      }
      throw cause
    }
  }
}

interface GitObject {
  id: string
  type: string
  bytes: Buffer
}

/** One `git cat-file --batch` for all reads: a process per file would cost milliseconds each. */
class ObjectReader {
  readonly #process: ChildProcessWithoutNullStreams
  readonly #waiting: ((object: GitObject | null) => void)[] = []
  #buffer: Buffer = Buffer.alloc(0)
  #asked: string[] = []

  constructor(folder: string) {
    this.#process = spawn('git', ['-C', folder, 'cat-file', '--batch'])
    this.#process.stdout.on('data', (chunk: Buffer) => {
      this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk])
      this.#drain()
    })
    // Closed while something was asked: `close` answers it.
    this.#process.stdin.on('error', () => undefined)
    this.#process.on('close', () => {
      for (const resolve of this.#waiting.splice(0)) resolve(null)
    })
  }

  read(name: string): Promise<GitObject | null> {
    if (/[\r\n]/.test(name)) return Promise.resolve(null)
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      // What is asked at the same time goes out in one write.
      if (this.#asked.push(name) === 1) setImmediate(() => this.#ask())
    })
  }

  #ask(): void {
    this.#process.stdin.write(`${this.#asked.join('\n')}\n`)
    this.#asked = []
  }

  close(): void {
    this.#process.kill()
  }

  #drain(): void {
    for (;;) {
      const end = this.#buffer.indexOf(10)
      if (end < 0) return
      const header = this.#buffer.toString('utf8', 0, end)
      const [, id, type, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(header) ?? []
      if (id === undefined || type === undefined || size === undefined) {
        this.#buffer = this.#buffer.subarray(end + 1)
        this.#waiting.shift()?.(null)
        continue
      }
      const last = end + 1 + Number(size)
      if (this.#buffer.length < last + 1) return
      const bytes = this.#buffer.subarray(end + 1, last)
      this.#buffer = this.#buffer.subarray(last + 1)
      this.#waiting.shift()?.({ id, type, bytes })
    }
  }
}

/** `<mode> SP <type> SP <object> TAB <path>`. */
const blobOf = (line: string): string => line.slice(line.lastIndexOf(' ', line.indexOf('\t')) + 1, line.indexOf('\t'))

/** Each part has a zero after it. */
const splitZero = (text: string): string[] => text.split('\0').slice(0, -1)

function readLog(listed: string): LedgerCommit[] {
  const commits: LedgerCommit[] = []
  const parts = splitZero(listed)
  for (let i = 0; i < parts.length; i++) {
    const part = (parts[i] as string).replace(/^\n/, '')
    if (part === '') continue
    if (part.startsWith('\x01')) {
      const [sha = '', ...parents] = part.slice(1).trim().split(' ')
      commits.push({ sha, parents, changes: [] })
      continue
    }
    const [, , , blob = '', status] = part.split(' ')
    const path = parts[++i] ?? ''
    const change = status === 'A' ? 'added' : status === 'D' ? 'removed' : 'changed'
    commits.at(-1)?.changes?.push({ path, change, blob: change === 'removed' ? null : blob })
  }
  return commits
}
