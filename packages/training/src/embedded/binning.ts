import type { NumberColumn } from '@tidemark/models'
import type { EncodedColumn } from './encoding.ts'
import type { EmbeddedParameters } from './parameters.ts'

/** A feature's rows by quantile bin. */
export interface BinnedFeature {
  readonly name: string
  /** Bin b holds the values in (thresholds[b-1], thresholds[b]]; the last one has no upper end. Float32, as the model compares. */
  readonly thresholds: Float32Array
  /** One a row; `thresholds.length + 1` is the missing values' bin. */
  readonly bins: Uint8Array
  /** One value, or missing, in all rows. */
  readonly isConstant: boolean
}

const quantileSample = 200_000

/** Bins numbers as float32, since that is what the model is fed; NaN is missing. */
export function binNumbers(
  { name, values }: NumberColumn,
  { max_bins: maxBins, seed }: Pick<EmbeddedParameters, 'max_bins' | 'seed'>,
): BinnedFeature {
  const narrow = values instanceof Float32Array ? values : new Float32Array(values)
  const present = sampleRows(narrow, seed).filter((value) => !Number.isNaN(value))
  const thresholds = chooseThresholds(countDistinct(present.sort()), maxBins)
  const bins = findBins(narrow, thresholds)
  return { name, thresholds, bins, isConstant: isConstant(bins) }
}

/** Values mostly come again: what was found for some is kept by their bits, which is faster than a search for each. */
function findBins(values: Float32Array, thresholds: Float32Array): Uint8Array {
  const missing = thresholds.length + 1
  const bitsOf = new Uint32Array(values.buffer, values.byteOffset, values.length)
  const keptBits = new Uint32Array(4096)
  const keptBins = new Uint8Array(4096).fill(findBin(thresholds, 0)) // bits of 0 are 0
  const bins = new Uint8Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const bits = bitsOf[row]!
    const slot = Math.imul(bits, 0x9e3779b1) >>> 20
    if (keptBits[slot] !== bits) {
      const value = values[row]!
      keptBits[slot] = bits
      keptBins[slot] = Number.isNaN(value) ? missing : findBin(thresholds, value)
    }
    bins[row] = keptBins[slot]!
  }
  return bins
}

/** Bins a string column by its encoded values. There are no missing ones: null has the fallback's value. */
export function binCategories(name: string, { rowLevels, levels }: EncodedColumn, maxBins: number): BinnedFeature {
  const counts = new Float64Array(levels.length)
  for (const level of rowLevels) counts[level]!++
  const used = [...counts.keys()].filter((level) => counts[level]! > 0).sort((a, b) => levels[a]! - levels[b]!)
  const distinct: Distinct = { values: [], counts: [] }
  for (const level of used) addDistinct(distinct, levels[level]!, counts[level]!)
  const thresholds = chooseThresholds(distinct, maxBins)
  const levelBins = Uint8Array.from(levels, (value) => findBin(thresholds, value))
  const bins = new Uint8Array(rowLevels.length)
  for (let row = 0; row < bins.length; row++) bins[row] = levelBins[rowLevels[row]!]!
  return { name, thresholds, bins, isConstant: isConstant(bins) }
}

interface Distinct {
  readonly values: number[]
  readonly counts: number[]
}

/** Ends of bins: between every two distinct values if they are few, else after about equal numbers of rows. */
function chooseThresholds({ values, counts }: Distinct, maxBins: number): Float32Array {
  if (values.length <= maxBins) return Float32Array.from(values.slice(1), (value, i) => between(values[i]!, value))
  const total = counts.reduce((sum, count) => sum + count, 0)
  const thresholds: number[] = []
  let below = 0
  for (let i = 0; i + 1 < values.length && thresholds.length + 1 < maxBins; i++) {
    below += counts[i]!
    if (below * maxBins >= total * (thresholds.length + 1)) thresholds.push(between(values[i]!, values[i + 1]!))
  }
  return Float32Array.from(thresholds)
}

/** A float32 t with low <= t < high: the middle where it can be had. */
function between(low: number, high: number): number {
  const middle = Math.fround(low / 2 + high / 2)
  return middle >= low && middle < high && Number.isFinite(middle) ? middle : low
}

function isConstant(bins: Uint8Array): boolean {
  return bins.every((bin) => bin === bins[0])
}

/** The number of thresholds below the value. */
function findBin(thresholds: Float32Array, value: number): number {
  let low = 0
  let high = thresholds.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (value <= thresholds[middle]!) high = middle
    else low = middle + 1
  }
  return low
}

function countDistinct(sorted: Float32Array): Distinct {
  const distinct: Distinct = { values: [], counts: [] }
  for (const value of sorted) addDistinct(distinct, value, 1)
  return distinct
}

function addDistinct({ values, counts }: Distinct, value: number, count: number): void {
  const last = values.length - 1
  if (last >= 0 && values[last] === value) counts[last]! += count
  else {
    values.push(value)
    counts.push(count)
  }
}

/** A row of every stride, at a place the seed chooses; all rows when they are few. */
function sampleRows(values: Float32Array, seed: number): Float32Array {
  if (values.length <= quantileSample) return values.slice()
  const stride = values.length / quantileSample
  const sample = new Float32Array(quantileSample)
  let state = seed >>> 0
  for (let i = 0; i < quantileSample; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0 // Numerical Recipes' LCG
    sample[i] = values[Math.floor((i + state / 2 ** 32) * stride)]!
  }
  return sample
}
