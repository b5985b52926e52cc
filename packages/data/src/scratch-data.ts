import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Engine, openEngine } from './engine/engine.ts'
import { type Dataset, type DatasetOptions, openDataset } from './fingerprint/dataset.ts'
import { fingerprintFiles } from './fingerprint/files.ts'

/** For tests: a temporary folder of data files, and an engine that may read them. */
export interface ScratchData extends AsyncDisposable {
  readonly root: string
  readonly engine: Engine
  readonly dataset: Dataset
}

/** Writes the files (text, bytes, or `{ sql }` for Parquet made by a query) and opens them, or `only` some, as one dataset. */
export async function openScratch(
  contents: Readonly<Record<string, string | Uint8Array | { sql: string }>>,
  {
    outputs = [],
    only,
    ...options
  }: Partial<DatasetOptions> & { outputs?: readonly string[]; only?: readonly string[] } = {},
): Promise<ScratchData> {
  const root = await writeScratch(contents)
  const all = await fingerprintFiles(root, Object.keys(contents))
  const files = { root: all.root, files: all.files.filter(({ path }) => only?.includes(path) ?? true) }
  const engine = await openEngine({
    allowedPaths: all.files.map(({ path }) => join(root, path)),
    outputPaths: outputs.map((path) => join(root, path)),
    root,
    threads: 1,
  })
  const remove = async () => {
    await engine.close()
    await rm(root, { recursive: true, force: true })
  }
  try {
    const dataset = await openDataset(engine, files, { name: 't', ...options })
    return { root, engine, dataset, [Symbol.asyncDispose]: remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Writes files below a new temporary folder and returns it. */
export async function writeScratch(
  contents: Readonly<Record<string, string | Uint8Array | { sql: string }>>,
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'tidemark-data-'))
  for (const [name, content] of Object.entries(contents)) {
    const path = join(root, name)
    await mkdir(dirname(path), { recursive: true })
    if (typeof content === 'string' || content instanceof Uint8Array) await writeFile(path, content)
    else {
      await using engine = await openEngine({ allowedPaths: [], outputPaths: [path], threads: 1 })
      await engine.query(`COPY (${content.sql}) TO '${path}' (FORMAT parquet)`)
    }
  }
  return root
}

/** The error that a promise ends with; fails where there is none. */
export async function errorOf(work: Promise<unknown>): Promise<
  Error & {
    code?: string
    hint?: string
    problems?: readonly { file?: string; line?: number; column?: number; path?: string; message: string }[]
  }
> {
  try {
    await work
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
  throw new Error('expected an error, but there was none')
}
