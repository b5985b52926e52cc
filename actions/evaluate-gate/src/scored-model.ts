import type { LookupQuery } from '@tidemark/data'
import type { ScoredOpaqueModel } from '@tidemark/training'

/** A model to be scored, and the query that makes its features. */
export interface ScoredModel {
  /** For messages: `the candidate`, `1.4.0`. */
  name: string
  source: OnnxSource | ScoredOpaqueModel
  query: LookupQuery
}

/** Verified bytes, which run here. */
export interface OnnxSource {
  bytes: Uint8Array
  sha256: string
}

export const isOnnx = (source: ScoredModel['source']): source is OnnxSource => 'bytes' in source
