import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type DocumentSchema,
  type Json,
  type Problem,
  parseJsonDocument,
  RelativePath,
  Sha256,
  sha256,
  storedJson,
  TidemarkError,
} from '@tidemark/schemas'
import { z } from 'zod'

/** What travels between two jobs: files below a folder, and facts about them. The digest travels as a job's output. */
export interface Handover {
  readonly schema: 'tidemark/handover/v1'
  /** What it is, such as `training-run`; the reader says what it expects. */
  readonly kind: string
  readonly facts: Json
  readonly files: readonly { readonly path: string; readonly sizeBytes: number; readonly sha256: string }[]
}

const manifestName = 'handover.json'
const maxFiles = 10_000
const maxManifestBytes = 16 * 1024 * 1024
const hint = 'Pass the whole folder as the artifact that the earlier job uploaded, and its digest as that job’s output.'

const Manifest = z.strictObject({
  schema: z.literal('tidemark/handover/v1'),
  kind: z.string().max(100),
  facts: z.json(),
  files: z
    .array(
      z.strictObject({
        path: RelativePath,
        sizeBytes: z.int().nonnegative(),
        sha256: Sha256,
      }),
    )
    .max(maxFiles),
})

/**
 * Writes `handover.json` over all files below `dir` and returns its sha256, which names all of them.
 * Throws `HANDOVER_INVALID` on symbolic links, special files, and more than 10,000 files.
 */
export async function writeHandover(dir: string, { kind, facts }: { kind: string; facts: Json }): Promise<string> {
  const files = []
  for (const path of await listFiles(dir)) files.push({ path, ...(await measure(join(dir, path))) })
  const text = storedJson({ schema: 'tidemark/handover/v1', kind, facts, files } satisfies Handover)
  await writeFile(join(dir, manifestName), text)
  return sha256(text)
}

/**
 * Reads and verifies what another job handed over: the manifest's digest (where expected), every file's size and digest, and
 * that no other file is there. Throws `DIGEST_MISMATCH` where bytes differ, `HANDOVER_INVALID` where the folder is not what it says.
 */
export async function readHandover(
  dir: string,
  { kind, expectedDigest }: { kind: string; expectedDigest?: string | undefined },
): Promise<Handover & { readonly digest: string }> {
  const text = await readManifest(dir)
  const digest = sha256(text)
  if (expectedDigest !== undefined && expectedDigest !== digest) {
    throw new TidemarkError('DIGEST_MISMATCH', `${join(dir, manifestName)} is not the one the earlier job wrote.`, {
      hint: 'Start the run again from the job that wrote it; if it happens again, someone changes the artifact in between.',
      problems: [{ file: join(dir, manifestName), message: `expected sha256 ${expectedDigest}, got ${digest}` }],
    })
  }
  const manifest = parseManifest(dir, text)
  if (manifest.kind !== kind) {
    throw new TidemarkError(
      'HANDOVER_INVALID',
      `${dir} holds a ${JSON.stringify(manifest.kind)}, not a ${JSON.stringify(kind)}.`,
      { hint },
    )
  }
  await verifyFiles(dir, manifest)
  return { ...manifest, digest }
}

/** One of the documents that a handover's facts hold, by its name there. Throws `DOCUMENT_INVALID` also where it is absent. */
export function handoverPart<T>(
  schema: DocumentSchema<T>,
  { kind, facts }: Pick<Handover, 'kind' | 'facts'>,
  name: string,
): T {
  const document =
    facts !== null && typeof facts === 'object' && Object.hasOwn(facts, name)
      ? (facts as Record<string, Json>)[name]
      : null
  return parseJsonDocument(schema, storedJson(document ?? null), `handover.json of the ${kind} (${name})`)
}

async function verifyFiles(dir: string, manifest: Handover): Promise<void> {
  const present = new Set(await listFiles(dir))
  const missing: Problem[] = []
  const changed: Problem[] = []
  for (const { path, sizeBytes, sha256 } of manifest.files) {
    if (!present.delete(path)) {
      missing.push({ file: join(dir, path), message: 'is missing' })
      continue
    }
    const actual = await measure(join(dir, path))
    if (actual.sha256 !== sha256 || actual.sizeBytes !== sizeBytes) {
      const message = `expected ${sizeBytes} bytes of sha256 ${sha256}, got ${actual.sizeBytes} of ${actual.sha256}`
      changed.push({ file: join(dir, path), message })
    }
  }
  for (const path of present) missing.push({ file: join(dir, path), message: 'is not in the manifest' })
  if (changed.length > 0) {
    const count = `${changed.length} of ${manifest.files.length} files`
    throw new TidemarkError('DIGEST_MISMATCH', `${count} changed between the jobs.`, {
      hint,
      problems: [...changed, ...missing],
    })
  }
  if (missing.length > 0) {
    throw new TidemarkError('HANDOVER_INVALID', `The files below ${dir} are not those of its manifest.`, {
      hint,
      problems: missing,
    })
  }
}

async function readManifest(dir: string): Promise<string> {
  const file = join(dir, manifestName)
  try {
    const { size } = await lstat(file)
    if (size <= maxManifestBytes) return await readFile(file, 'utf8')
  } catch (cause) {
    throw new TidemarkError('HANDOVER_INVALID', `${file} cannot be read.`, { hint, cause })
  }
  throw new TidemarkError('HANDOVER_INVALID', `${file} is larger than ${maxManifestBytes} bytes.`, { hint })
}

function parseManifest(dir: string, text: string): Handover {
  const file = join(dir, manifestName)
  let parsed: ReturnType<typeof Manifest.safeParse>
  try {
    parsed = Manifest.safeParse(JSON.parse(text))
  } catch (cause) {
    // Not JSON, or nested so deeply that no stack holds it.
    throw new TidemarkError('HANDOVER_INVALID', `${file} cannot be parsed.`, { hint, cause })
  }
  if (parsed.success) return parsed.data as Handover
  throw new TidemarkError('HANDOVER_INVALID', `${file} is not a handover manifest.`, {
    hint,
    problems: parsed.error.issues
      .slice(0, 20)
      .map((issue) => ({ file, path: issue.path.join('.'), message: issue.message })),
  })
}

/** Paths of all regular files below `dir` but the manifest, with forward slashes, in UTF-16 order. */
async function listFiles(dir: string): Promise<string[]> {
  const found: string[] = []
  const visit = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(dir, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) await visit(path)
      else if (!entry.isFile()) {
        throw new TidemarkError('HANDOVER_INVALID', `${join(dir, path)} is a link or a special file.`, {
          hint: 'Hand over regular files only.',
        })
      } else if (path !== manifestName) found.push(path)
      if (found.length > maxFiles) {
        throw new TidemarkError('HANDOVER_INVALID', `${dir} holds more than ${maxFiles} files.`, {
          hint: 'Hand over fewer files, such as one archive.',
        })
      }
    }
  }
  try {
    await visit('')
  } catch (cause) {
    if (cause instanceof TidemarkError) throw cause
    throw new TidemarkError('HANDOVER_INVALID', `The folder ${dir} cannot be read.`, { hint, cause })
  }
  return found.sort((a, b) => (a < b ? -1 : 1))
}

async function measure(file: string): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer)
    sizeBytes += (chunk as Buffer).length
  }
  return { sizeBytes, sha256: hash.digest('hex') }
}
