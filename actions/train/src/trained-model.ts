import { constants } from 'node:fs'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Lookup, LookupQuery } from '@tidemark/data'
import { inspectModel } from '@tidemark/models'
import { lookupPath, modelDigest, type Run, type Signature, sha256, TidemarkError } from '@tidemark/schemas'
import type { OpaqueModel } from '@tidemark/training'

/** ONNX bytes, or what a command left that is none. */
export type TrainedModel = Uint8Array | OpaqueModel

/**
 * Writes a model's files to the folder that is handed over, its query and lookups among them, and says what they are. An image has
 * no files: its query stays in the commit.
 */
export async function writeTrainedModel(
  model: TrainedModel,
  { output, query, declared }: { output: string; query: LookupQuery; declared: Signature | undefined },
): Promise<Run['output']> {
  const opaque = { kind: 'opaque' as const, signature: declared ?? { inputs: [], outputs: [] } }
  if ('image' in model) {
    await mkdir(output, { recursive: true })
    return { modelDigest: model.image.digest, files: [], image: model.image, ...opaque }
  }
  const contents = new Map<string, Uint8Array>([['features.sql', Buffer.from(query.text)]])
  if (model instanceof Uint8Array) contents.set('model.onnx', model)
  for (const lookup of query.lookups) contents.set(lookupPath(lookup), await readSameBytes(lookup))
  for (const [path, bytes] of contents) {
    await mkdir(dirname(join(output, path)), { recursive: true })
    await writeFile(join(output, path), bytes)
  }
  const moved = model instanceof Uint8Array ? [] : model.files
  if (!(model instanceof Uint8Array)) await moveFiles(model, output)
  const files = [...contents]
    .map(([path, bytes]) => ({ path, sizeBytes: bytes.length, sha256: sha256(bytes) }))
    .concat(moved)
    .sort((a, b) => (a.path < b.path ? -1 : 1)) // as a version's manifest lists them
  const described = model instanceof Uint8Array ? { signature: toSignature(inspectModel(model).signature) } : opaque
  return { modelDigest: modelDigest(files), files, ...described }
}

/** One after the other, each gone where it was: the disk need not hold a large model twice. */
async function moveFiles(
  { directory, files }: Exclude<OpaqueModel, { image: unknown }>,
  output: string,
): Promise<void> {
  for (const { path } of files) {
    await mkdir(dirname(join(output, path)), { recursive: true })
    await copyFile(join(directory, path), join(output, path), constants.COPYFILE_FICLONE)
    await rm(join(directory, path))
  }
}

/** A training command runs in the checkout: what it made of a lookup is not what it was trained on. */
async function readSameBytes({ file, path, sha256: expected }: Lookup): Promise<Uint8Array> {
  const bytes = await readFile(path)
  if (sha256(bytes) === expected) return bytes
  throw new TidemarkError('DIGEST_MISMATCH', `${file} changed while the model was trained`, {
    hint: 'Training reads lookups; change them in a commit of their own.',
  })
}

function toSignature({ inputs, outputs }: ReturnType<typeof inspectModel>['signature']): Signature {
  const plain = (values: typeof inputs) =>
    values.map(({ shape, ...value }) => ({ ...value, shape: shape && [...shape] }))
  return { inputs: plain(inputs), outputs: plain(outputs) }
}
