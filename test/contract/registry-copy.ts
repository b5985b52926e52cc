import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloneLedger } from '@tidemark/github'
import { type Verification, verifyRegistry } from '@tidemark/registry'

const branch = 'refs/heads/model-registry'
const person = { GIT_AUTHOR_NAME: 'x', GIT_AUTHOR_EMAIL: 'x@x', GIT_COMMITTER_NAME: 'x', GIT_COMMITTER_EMAIL: 'x@x' }

/** A copy of a bare repository (or `inPlace` the repository itself), to be damaged as somebody with access to it could. */
export class RegistryCopy implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tidemark-copy-'))
  readonly #dir: string

  constructor(bare: string, { inPlace = false }: { inPlace?: boolean } = {}) {
    this.#dir = inPlace ? bare : join(this.#folder, 'copy.git')
    if (!inPlace) cpSync(bare, this.#dir, { recursive: true })
  }

  git(args: readonly string[], input = ''): string {
    const index = { GIT_INDEX_FILE: join(this.#folder, 'index') }
    return execFileSync('git', ['-C', this.#dir, ...args], {
      input,
      encoding: 'utf8',
      env: { ...process.env, ...person, ...index },
      stdio: ['pipe', 'pipe', 'ignore'],
    }).trim()
  }

  head = (): string => this.git(['rev-parse', branch])
  paths = (): string[] => this.git(['ls-tree', '-r', '--name-only', branch]).split('\n')
  read = (path: string): string => `${this.git(['show', `${branch}:${path}`])}\n`

  /** The one path that matches. */
  find(pattern: RegExp): string {
    const [path, ...more] = this.paths().filter((each) => pattern.test(each))
    if (path === undefined || more.length > 0) throw new Error(`${pattern} fits ${more.length + (path ? 1 : 0)} paths`)
    return path
  }

  /** One more commit on the registry branch; null removes a file. Without parents it starts anew. */
  commit(files: Readonly<Record<string, string | null>>, parents = [this.head()]): string {
    this.git(['read-tree', this.head()])
    for (const [path, text] of Object.entries(files)) {
      if (text === null) this.git(['update-index', '--index-info'], `0 ${'0'.repeat(40)}\t${path}\n`)
      else {
        const blob = this.git(['hash-object', '-w', '--stdin'], text)
        this.git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`])
      }
    }
    const tree = this.git(['write-tree'])
    const commit = this.git(['commit-tree', tree, '-m', 'by hand', ...parents.flatMap((each) => ['-p', each])])
    this.git(['update-ref', branch, commit])
    return commit
  }

  edit(path: string, from: string | RegExp, to: string): void {
    const text = this.read(path)
    if (text.replace(from, to) === text) throw new Error(`${path} does not hold ${from}`)
    this.commit({ [path]: text.replace(from, to) })
  }

  tag(name: string, commit: string): void {
    this.git(['tag', '--force', '--annotate', '--message', 'by hand', name, commit])
  }

  async verify(options: { since?: string } = {}): Promise<Verification> {
    using ledger = new CloneLedger(this.#dir, 'model-registry')
    return await verifyRegistry(ledger, options)
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
