import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import type { LedgerCommit, LedgerReader } from '@tidemark/registry'
import { TidemarkError } from '@tidemark/schemas'

const run = promisify(execFile)

/** Tags of tags are followed so far. */
const deepestTag = 10

/** Reads the registry branch from a plain clone by git, without any network. Close it when done. */
export class CloneLedger implements LedgerReader, Disposable {
  readonly #folder: string
  readonly #branch: string
  #reader: ObjectReader | null = null

  constructor(folder: string, branch: string) {
    this.#folder = folder
    this.#branch = branch
  }

  async head(): Promise<string | null> {
    await this.#git('rev-parse', '--git-dir')
    for (const ref of [`refs/remotes/origin/${this.#branch}`, `refs/heads/${this.#branch}`]) {
      const sha = await this.#git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`).catch(() => '')
      if (sha !== '') return sha.trim()
    }
    return null
  }

  async read(path: string, at: string): Promise<string | null> {
    this.#reader ??= new ObjectReader(this.#folder)
    const object = await this.#reader.read(`${at}:${path}`)
    return object?.type === 'blob' ? object.bytes.toString('utf8') : null
  }

  async list(folder: string, at: string): Promise<string[]> {
    const listed = await this.#git('ls-tree', '-z', `${at}:${folder}`).catch(() => '')
    return splitZero(listed).map((line) => {
      const [facts, name] = line.split('\t') as [string, string]
      return facts.split(' ')[1] === 'tree' ? `${name}/` : name
    })
  }

  async files(at: string): Promise<string[]> {
    return splitZero(await this.#git('ls-tree', '-r', '-z', '--name-only', at))
  }

  async tags(prefix: string): Promise<string[]> {
    const names = await this.#git('for-each-ref', '--format=%(refname)', 'refs/tags')
    return names
      .split('\n')
      .map((name) => name.slice('refs/tags/'.length))
      .filter((name) => name !== '' && name.startsWith(prefix))
  }

  async history(path: string, at: string): Promise<string[]> {
    const commits = await this.#git('log', '--format=%H', '--reverse', at, '--', `:(literal)${path}`)
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
    this.#reader ??= new ObjectReader(this.#folder)
    let target = `refs/tags/${name}`
    for (let depth = 0; depth < deepestTag; depth++) {
      const object = await this.#reader.read(target)
      if (object?.type !== 'tag') return null
      const [, sha, type] = /^object ([0-9a-f]+)\ntype (\w+)\n/.exec(object.bytes.toString('utf8')) ?? []
      if (sha === undefined) return null
      if (type === 'commit') return sha
      target = sha
    }
    return null
  }

  [Symbol.dispose](): void {
    this.#reader?.close()
    this.#reader = null
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
  type: string
  bytes: Buffer
}

/** One `git cat-file --batch` for all reads: a process per file would cost milliseconds each. */
class ObjectReader {
  readonly #process: ChildProcessWithoutNullStreams
  readonly #waiting: ((object: GitObject | null) => void)[] = []
  #buffer: Buffer = Buffer.alloc(0)

  constructor(folder: string) {
    this.#process = spawn('git', ['-C', folder, 'cat-file', '--batch'])
    this.#process.stdout.on('data', (chunk: Buffer) => {
      this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk])
      this.#drain()
    })
    this.#process.on('close', () => {
      for (const resolve of this.#waiting.splice(0)) resolve(null)
    })
  }

  read(name: string): Promise<GitObject | null> {
    if (/[\r\n]/.test(name)) return Promise.resolve(null)
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      this.#process.stdin.write(`${name}\n`)
    })
  }

  close(): void {
    this.#process.kill()
  }

  #drain(): void {
    for (;;) {
      const end = this.#buffer.indexOf(10)
      if (end < 0) return
      const header = this.#buffer.toString('utf8', 0, end)
      const [, type, size] = /^[0-9a-f]+ (\w+) (\d+)$/.exec(header) ?? []
      if (type === undefined || size === undefined) {
        this.#buffer = this.#buffer.subarray(end + 1)
        this.#waiting.shift()?.(null)
        continue
      }
      const last = end + 1 + Number(size)
      if (this.#buffer.length < last + 1) return
      const bytes = Buffer.from(this.#buffer.subarray(end + 1, last))
      this.#buffer = this.#buffer.subarray(last + 1)
      this.#waiting.shift()?.({ type, bytes })
    }
  }
}

function readLog(listed: string): LedgerCommit[] {
  const commits: LedgerCommit[] = []
  const parts = splitZero(listed)
  for (let i = 0; i < parts.length; i++) {
    const part = (parts[i] as string).replace(/^\n/, '')
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

function splitZero(text: string): string[] {
  return text.split('\0').filter((part) => part !== '')
}
