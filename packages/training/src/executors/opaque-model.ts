import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileDigest, ImageReference, type Problem, RelativePath, TidemarkError } from '@tidemark/schemas'
import { readOutput } from './command-outputs.ts'
import type { CommandDirectories } from './environment.ts'

/** A model that Tidemark cannot look into: files below a directory in path order, or a container image. */
export type OpaqueModel =
  | { readonly directory: string; readonly files: readonly FileDigest[] }
  | { readonly image: ImageReference }

/** A version's release has room for 1,000 assets, among them the query, its lookups and the parts of large files. */
const mostFiles = 900
const mostBytes = 32 * 1024 ** 3
const mostProblems = 20
const imageFile = 'image.txt'
/** Names that Tidemark gives to files beside the model's own. */
const reserved = /^(features\.sql|handover\.json|lookups(\/.*)?)$/i

/**
 * What a command left as its model: any plain files in the model's directory, or `image.txt` in the output directory with one
 * `name@sha256:<64 hex digits>`. Throws `TRAINING_FAILED` where there is neither or both, `PATH_REFUSED` for links, special files and
 * reserved or unusable names, `FILE_TOO_LARGE` for more than 900 files or 32 GiB.
 */
export async function readOpaqueModel(
  { model, output }: CommandDirectories,
  limits: { readonly files: number; readonly bytes: number } = { files: mostFiles, bytes: mostBytes },
): Promise<OpaqueModel> {
  const image = await readOutput(output, imageFile, 1024)
  const found = await listFiles(model, limits)
  if (image === undefined && found.length === 0) {
    throw new TidemarkError('TRAINING_FAILED', 'The training command ended well but left no model.', {
      hint: `Write the model's files to SM_MODEL_DIR, or a container image as name@sha256:… to ${imageFile} in TIDEMARK_OUTPUT_DIR.`,
    })
  }
  if (image === undefined) {
    const files: FileDigest[] = []
    for (const { path, sizeBytes } of found)
      files.push({ path, sizeBytes, sha256: await digestFile(join(model, path)) })
    return { directory: model, files }
  }
  if (found.length === 0) return { image: parseImage(Buffer.from(image).toString('utf8')) }
  throw new TidemarkError('TRAINING_FAILED', `The training command left both files and ${imageFile}.`, {
    hint: 'A model is files, or an image and nothing else. Put into the image what it needs.',
    problems: found.slice(0, 10).map(({ path }) => ({ path, message: `is in SM_MODEL_DIR beside ${imageFile}` })),
  })
}

function parseImage(text: string): ImageReference {
  const [name, digest, ...more] = text.trim().split('@sha256:')
  const parsed = ImageReference.safeParse({ name, digest })
  if (parsed.success && more.length === 0) return parsed.data
  throw new TidemarkError(
    'TRAINING_FAILED',
    `${imageFile} holds no image reference: ${JSON.stringify(text.slice(0, 100))}`,
    {
      hint: 'Write one line such as ghcr.io/acme/churn@sha256:<64 hex digits>: what the registry answered to the push, without a tag.',
    },
  )
}

async function listFiles(
  directory: string,
  limits: { readonly files: number; readonly bytes: number },
): Promise<{ path: string; sizeBytes: number }[]> {
  if (!(await lstat(directory)).isDirectory())
    throw refused([{ path: '.', message: 'SM_MODEL_DIR is no folder any more' }])
  const files: { path: string; sizeBytes: number }[] = []
  const problems: Problem[] = []
  let bytes = 0
  const visit = async (below: string): Promise<void> => {
    for (const { name } of await readdir(join(directory, below), { withFileTypes: true })) {
      const path = below === '' ? name : `${below}/${name}`
      const status = await lstat(join(directory, path))
      if (!RelativePath.safeParse(path).success)
        problems.push({ path: path.slice(0, 200), message: 'is no path that every system can have' })
      else if (reserved.test(path)) problems.push({ path, message: 'is a name that Tidemark uses for its own files' })
      else if (status.isDirectory()) await visit(path)
      else if (!status.isFile()) problems.push({ path, message: 'is a link or a special file' })
      else {
        files.push({ path, sizeBytes: status.size })
        bytes += status.size
      }
      if (problems.length >= mostProblems) throw refused(problems)
      if (files.length > limits.files || bytes > limits.bytes) throw tooLarge(files.length, bytes, limits)
    }
  }
  await visit('')
  if (problems.length > 0) throw refused(problems)
  return files.sort((a, b) => (a.path < b.path ? -1 : 1)) // as a version's manifest lists them
}

function tooLarge(files: number, bytes: number, limits: { files: number; bytes: number }): TidemarkError {
  const message =
    files > limits.files
      ? `The model has more than ${limits.files} files.`
      : `The model has ${bytes} bytes or more, at most ${limits.bytes} are taken.`
  return new TidemarkError('FILE_TOO_LARGE', message, {
    hint: 'Write fewer files, such as one archive, or register a container image.',
  })
}

function refused(problems: readonly Problem[]): TidemarkError {
  return new TidemarkError('PATH_REFUSED', 'The model’s files cannot be taken as they are.', {
    hint: 'Write plain files with other names to SM_MODEL_DIR, not links to them.',
    problems,
  })
}

/** Read as it comes: a file may be larger than memory. */
async function digestFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
