import { nullCode, type StringColumn } from '@tidemark/models'
import type { EmbeddedParameters } from './parameters.ts'

/** A string column's categories as numbers: the smoothed rate of positive labels. */
export interface CategoryEncoding {
  /** Sorted by UTF-16 code units, so that the model does not depend on the dictionary's order. */
  readonly categories: readonly string[]
  /** Float32 values, in the order of `categories`. */
  readonly values: Float32Array
  /** For nulls, empty strings and categories not seen in training: the overall rate. */
  readonly fallback: number
}

export interface EncodedColumn {
  readonly encoding: CategoryEncoding
  /** What each row is trained on, as an index into `levels`. */
  readonly rowLevels: Uint32Array
  readonly levels: Float32Array
}

/**
 * From this many rows on, a category's rate is in-sample even with folds: a row's own label no longer tells in it, while rates that
 * differ by fold would invite splits between folds. On the 2001 flights this gains .003 AUC over folds for all categories.
 */
const steadyRows = 1000

/**
 * (positives + m · prior) / (rows + m) per category, m = `smoothing` (Micci-Barreca 2001, with the m-estimate's weight).
 * With folds, a row of a rare category is trained on the rate of the other folds' rows, so that its own label does not leak into
 * its feature; the model keeps the rate over all rows. An empty string counts as null, since ONNX strings have no null.
 */
export function encodeCategories(
  { codes, dictionary }: StringColumn,
  labels: ArrayLike<number>,
  prior: number,
  { smoothing, encoding_folds: folds, seed }: Pick<EmbeddedParameters, 'smoothing' | 'encoding_folds' | 'seed'>,
): EncodedColumn {
  const size = dictionary.length
  // Level `size` is for null; each level has one slot a fold.
  const rows = new Float64Array((size + 1) * folds)
  const positives = new Float64Array((size + 1) * folds)
  const isNull = dictionary.map((text) => text === '')
  const rowLevels = new Uint32Array(codes.length)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!
    if (code !== nullCode && code >= size) throw new RangeError(`code ${code} is outside the dictionary of ${size}`)
    const level =
      (code === nullCode || isNull[code] ? size : code) * folds + (folds === 1 ? 0 : foldOf(row, seed, folds))
    rowLevels[row] = level
    rows[level]!++
    positives[level]! += labels[row]!
  }
  const rate = (k: number, n: number) => (n + smoothing > 0 ? (k + smoothing * prior) / (n + smoothing) : prior)
  const levels = new Float32Array(rows.length).fill(prior)
  const seen: { readonly category: string; readonly value: number }[] = []
  for (let code = 0; code < size; code++) {
    const slots = { start: code * folds, end: (code + 1) * folds }
    const allRows = sum(rows, slots)
    const allPositives = sum(positives, slots)
    if (allRows === 0 || isNull[code]) continue
    seen.push({ category: dictionary[code]!, value: rate(allPositives, allRows) })
    const isSteady = folds === 1 || allRows >= steadyRows
    for (let slot = slots.start; slot < slots.end; slot++) {
      levels[slot] = isSteady
        ? rate(allPositives, allRows)
        : rate(allPositives - positives[slot]!, allRows - rows[slot]!)
    }
  }
  seen.sort((a, b) => (a.category < b.category ? -1 : 1))
  const encoding = {
    categories: seen.map(({ category }) => category),
    values: Float32Array.from(seen, ({ value }) => value),
    fallback: Math.fround(prior),
  }
  return { encoding, rowLevels, levels }
}

/** The values a model sees for a column's rows. */
export function applyEncoding(
  { categories, values, fallback }: CategoryEncoding,
  { codes, dictionary }: StringColumn,
): Float32Array {
  const rates = new Map(categories.map((category, i) => [category, values[i]!]))
  const byCode = dictionary.map((category) => rates.get(category) ?? fallback)
  return Float32Array.from(codes, (code) => byCode[code] ?? fallback)
}

function foldOf(row: number, seed: number, folds: number): number {
  // MurmurHash3's finaliser: neighbouring rows land in unrelated folds.
  let hash = Math.imul(row ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % folds
}

function sum(values: Float64Array, { start, end }: { readonly start: number; readonly end: number }): number {
  let total = 0
  for (let i = start; i < end; i++) total += values[i]!
  return total
}
