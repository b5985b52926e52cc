import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, sep } from 'node:path'
import { featuresDigest, lookupFiles, sha256, TidemarkError } from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier } from '../engine/quoting.ts'
import { openFile } from '../fingerprint/reader.ts'

/** A small table that a features query may join by name, as its bytes were when it was read. */
export interface Lookup {
  readonly name: string
  /** Where it comes from, for messages; its ending says what it holds. */
  readonly file: string
  /** Absolute, links resolved: the engine must have been opened with it. */
  readonly path: string
  readonly sizeBytes: number
  readonly sha256: string
}

/** A query with the tables that it may join. */
export interface LookupQuery {
  readonly text: string
  /** Where the text comes from, for messages. */
  readonly file: string
  readonly lookups: readonly Lookup[]
}

const largestLookupBytes = 64 * 1024 * 1024

/** The digest that runs and evaluations record for a query: other bytes in a lookup are another query. */
export function digestQuery({ text, lookups }: Pick<LookupQuery, 'text' | 'lookups'>): string {
  return featuresDigest(sha256(text), lookups)
}

/** Reads what a lookup's file is. Throws `FILE_NOT_FOUND`, `PATH_REFUSED` outside `root`, and `FILE_TOO_LARGE` above 64 MiB. */
export async function describeLookup(root: string, { name, file }: { name: string; file: string }): Promise<Lookup> {
  const path = await realpath(join(root, file)).catch((cause: unknown) => {
    throw new TidemarkError('FILE_NOT_FOUND', `${file} does not exist`, {
      hint: `Commit the lookup ${name} beside model.yaml, or take it out of data.lookups.`,
      problems: [{ file, message: 'is named by data.lookups' }],
      cause,
    })
  })
  const found = await stat(path)
  if (relative(root, path).split(sep)[0] === '..' || !found.isFile()) {
    throw new TidemarkError('PATH_REFUSED', `${file} is not a file of the checkout`, {
      hint: 'A lookup is a plain file beside model.yaml, not a folder or a link that leads out.',
    })
  }
  if (found.size > largestLookupBytes) {
    throw new TidemarkError('FILE_TOO_LARGE', `${file} has ${found.size} bytes, more than ${largestLookupBytes}`, {
      hint: 'Lookups are small tables that travel with the model; larger ones are data: join them where the data is made.',
    })
  }
  const bytes = await readFile(path)
  const digest = createHash('sha256').update(bytes).digest('hex')
  return { name, file, path, sizeBytes: bytes.length, sha256: digest }
}

/** The lookups among a model's files, in a temporary folder that goes when disposed: for a version whose files came from a release. */
export async function unpackLookups(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<AsyncDisposable & { readonly lookups: readonly Lookup[] }> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tidemark-lookups-')))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const lookups: Lookup[] = []
    for (const { name, file } of lookupFiles([...files.keys()].map((path) => ({ path })))) {
      await mkdir(dirname(join(folder, file.path)), { recursive: true })
      await writeFile(join(folder, file.path), files.get(file.path) ?? new Uint8Array())
      lookups.push(await describeLookup(folder, { name, file: file.path }))
    }
    return { lookups, [Symbol.asyncDispose]: remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/**
 * Makes the tables that a query names and returns their names. Throws `POLICY_INVALID` where a lookup is called like the
 * dataset, and `DATA_UNREADABLE` or `DATA_EMPTY` where its file is no table.
 */
export async function openLookups(engine: Engine, lookups: readonly Lookup[], view: string): Promise<string[]> {
  assertLookupNames(lookups, view)
  for (const { name, file, path, sizeBytes, sha256 } of lookups) {
    const own = { path: basename(path), sizeBytes, sha256 }
    try {
      const { source } = await openFile(engine, dirname(path), own, new Map())
      await engine.query(`CREATE OR REPLACE TABLE ${quoteIdentifier(name)} AS SELECT * FROM ${source}`)
    } catch (cause) {
      throw unreadable(file, cause)
    }
  }
  return lookups.map(({ name }) => name)
}

/** Names tell a query's tables apart, whatever their case. Throws `POLICY_INVALID`. */
export function assertLookupNames(lookups: readonly { readonly name: string }[], dataset: string): void {
  const taken = lookups.find(({ name }) => name.toLowerCase() === dataset.toLowerCase())
  if (taken === undefined) return
  throw new TidemarkError('POLICY_INVALID', `the lookup ${taken.name} is called like the contract's object`, {
    hint: 'Give the lookup another name in data.lookups; the queries use that name.',
    problems: [{ path: 'data.lookups', message: `${taken.name} names the dataset already` }],
  })
}

function unreadable(file: string, cause: unknown): unknown {
  if (!(cause instanceof TidemarkError) && !(cause instanceof TypeError)) return cause
  const code = cause instanceof TidemarkError && cause.code === 'DATA_EMPTY' ? 'DATA_EMPTY' : 'DATA_UNREADABLE'
  return new TidemarkError(code, `the lookup ${file} is not a table that can be read`, {
    hint: 'Write a header and rows as CSV, or a Parquet file, under the ending that says which.',
    problems: [{ file, message: cause.message }],
    cause,
  })
}
