import { TidemarkError, type VersionManifest } from '@tidemark/schemas'
import type { Lookup, LookupQuery } from '../features/lookups.ts'

/** What a registered version is scored with: its own bytes and query, whatever the checkout has now. */
export interface VersionModel {
  readonly bytes: Uint8Array
  /** Of the ONNX file. */
  readonly sha256: string
  readonly query: LookupQuery
}

/**
 * The model and the query among a version’s verified files, with the lookups that travelled along. Throws `REGISTRY_CORRUPT`, and
 * `MODEL_REFUSED` for an opaque one.
 */
export function readVersionModel(
  { model, version, kind, files: listed }: Pick<VersionManifest, 'model' | 'version' | 'kind' | 'files'>,
  files: ReadonlyMap<string, Uint8Array>,
  lookups: readonly Lookup[],
): VersionModel {
  if (kind === 'opaque') {
    throw new TidemarkError('MODEL_REFUSED', `${model} ${version} is an opaque model, which only its owners can run`, {
      hint: 'Register an ONNX model where rows are to be scored here: for the monitor and tidemark serve.',
    })
  }
  const bytes = files.get('model.onnx')
  const query = readVersionQuery({ version }, files, lookups)
  const sha256 = listed.find(({ path }) => path === 'model.onnx')?.sha256
  if (bytes && query && sha256 !== undefined) return { bytes, sha256, query }
  throw new TidemarkError('REGISTRY_CORRUPT', `${model} ${version} has no model.onnx or no features.sql`, {
    hint: 'It was not registered by register-model. Run verify-registry.',
  })
}

/** The query among a version’s verified files; undefined where none travels, as with a container image. */
export function readVersionQuery(
  { version }: Pick<VersionManifest, 'version'>,
  files: ReadonlyMap<string, Uint8Array>,
  lookups: readonly Lookup[],
): LookupQuery | undefined {
  const query = files.get('features.sql')
  return query && { text: Buffer.from(query).toString('utf8'), file: `features.sql of ${version}`, lookups }
}
