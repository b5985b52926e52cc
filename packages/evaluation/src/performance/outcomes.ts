import type { Period } from '@tidemark/schemas'

/** One version's predictions of one week, with the labels that came. Rows are in order of time. */
export interface Outcomes {
  readonly version: string
  readonly period: Period
  /** Different predictions with a usable score, labelled or not. */
  readonly predictions: number
  readonly repeated: number
  readonly unusable: number
  readonly contradicted: number
  /** Of rows with a label. */
  readonly scores: Float64Array
  /** 0 or 1. */
  readonly labels: Uint8Array
  /** Each row's day as `YYYY-MM-DD`. */
  readonly days: { readonly codes: ArrayLike<number>; readonly dictionary: readonly string[] }
}
