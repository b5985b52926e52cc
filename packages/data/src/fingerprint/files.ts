import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { glob, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type FilePartition, type Problem, TidemarkError } from '@tidemark/schemas'
import type { DigestCache } from './digest-cache.ts'

export interface DataFile {
  /** Relative to the root, with `/`. */
  readonly path: string
  readonly sizeBytes: number
  /** Lower-case hex. */
  readonly sha256: string
  /** Texts that the folders give as columns, once it was said which: `partitionFiles`. */
  readonly partition?: FilePartition | undefined
}

export interface DatasetFiles {
  /** Absolute, symbolic links resolved. */
  readonly root: string
  /** Sorted by path, each once. */
  readonly files: readonly DataFile[]
}

const maximumFiles = 100_000

/**
 * Files below `root` that the paths or globs name, sorted by path (UTF-16 code units), each once.
 * Throws `PATH_REFUSED` where one leads outside the root and `FILE_NOT_FOUND` for every pattern without a file.
 */
export async function resolveFiles(root: string, patterns: readonly string[]): Promise<string[]> {
  const refused = patterns.filter(leadsOutside)
  if (refused.length > 0) throw outside(refused)
  const base = await realpath(root).catch(() => undefined)
  if (base === undefined) {
    throw new TidemarkError('FILE_NOT_FOUND', `The data folder ${root} does not exist`, {
      hint: 'Check the folder and the checkout.',
    })
  }
  const found = new Set<string>()
  const unmatched: string[] = []
  for (const pattern of patterns) {
    const matches = await match(base, pattern)
    if (matches.length === 0) unmatched.push(pattern)
    for (const path of matches) found.add(path)
    if (found.size > maximumFiles) {
      throw new TidemarkError('FILE_TOO_LARGE', `More than ${maximumFiles} files match`, {
        hint: 'Name fewer or larger files.',
      })
    }
  }
  if (unmatched.length > 0 || patterns.length === 0) {
    throw new TidemarkError(
      'FILE_NOT_FOUND',
      `No data file matches ${unmatched.map((p) => JSON.stringify(p)).join(', ') || 'an empty list'}`,
      {
        hint: 'Check the names and globs of the data files, and that they are checked out or downloaded before this step.',
        problems: unmatched.map((path) => ({ path, message: 'no file matches' })),
      },
    )
  }
  return [...found].sort()
}

/** Size and SHA-256 of each file, read as a stream, or known to a cache. Throws as `resolveFiles` does. */
export async function fingerprintFiles(
  root: string,
  patterns: readonly string[],
  cache?: DigestCache,
): Promise<DatasetFiles> {
  const paths = await resolveFiles(root, patterns)
  const base = await realpath(root)
  const files: DataFile[] = []
  for (const path of paths) {
    const file = join(base, path)
    const digest = cache === undefined ? await digestFile(file) : await cache.digest(file, () => digestFile(file))
    files.push({ path, ...digest })
  }
  return { root: base, files }
}

async function digestFile(path: string): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      sizeBytes += chunk.length
      hash.update(chunk)
    }
  })
  return { sizeBytes, sha256: hash.digest('hex') }
}

async function match(base: string, pattern: string): Promise<string[]> {
  const paths: string[] = []
  // A name that exists is that file, whatever characters it holds; only then is it a glob.
  const names = (await isFile(join(base, pattern))) ? [pattern] : glob(pattern, { cwd: base })
  for await (const name of names) {
    const path = relative(base, join(base, name)).split(sep).join('/')
    if (!(await isFile(join(base, path)))) continue
    const target = relative(base, await realpath(join(base, path)))
    if (leadsOutside(target)) throw outside([path])
    paths.push(path)
  }
  return paths
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false
}

function leadsOutside(path: string): boolean {
  return path === '' || path.includes('\0') || isAbsolute(path) || path.split(/[\\/]/).includes('..')
}

function outside(paths: readonly string[]): TidemarkError {
  return new TidemarkError(
    'PATH_REFUSED',
    `Data files must lie below the data folder: ${paths.map((p) => JSON.stringify(p)).join(', ')}`,
    {
      hint: 'Use relative paths without "..", and no symbolic links that lead out of the folder.',
      problems: paths.map((path): Problem => ({ path, message: 'leads outside the data folder' })),
    },
  )
}
