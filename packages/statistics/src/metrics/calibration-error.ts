export interface CalibrationBin {
  /** Right end of the bin, which belongs to it. */
  readonly upper: number
  /** Sum of weights: the number of rows when there are none. */
  readonly weight: number
  readonly meanProbability: number
  readonly eventRate: number
}

export interface Binning {
  /** At least 1; 15 unless told. */
  readonly bins?: number
  /** `width`: equal parts of [0, 1]. `mass`: about equal numbers of rows, equal probabilities kept together. */
  readonly by?: 'width' | 'mass'
}

/**
 * Expected calibration error Σ_b (w_b / w) |event rate_b − mean probability_b| over right-closed bins
 * (Naeini et al. 2015; scikit-learn has none, its #18268). Biased upward when bins hold few rows, so compare two
 * models on the same rows rather than reading one value alone.
 */
export function expectedCalibrationError(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: Binning & { weights?: ArrayLike<number> } = {},
): number {
  const table = calibrationTable(labels, probabilities, options)
  const total = table.reduce((sum, bin) => sum + bin.weight, 0)
  return table.reduce((sum, bin) => sum + bin.weight * Math.abs(bin.eventRate - bin.meanProbability), 0) / total
}

/** The reliability diagram's numbers: non-empty bins in ascending order. */
export function calibrationTable(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: Binning & { weights?: ArrayLike<number> } = {},
): CalibrationBin[] {
  const edges = binEdges(probabilities, options)
  const weight = new Float64Array(edges.length)
  const probability = new Float64Array(edges.length)
  const events = new Float64Array(edges.length)
  for (let row = 0; row < labels.length; row++) {
    const bin = binOf(probabilities[row]!, edges)
    const w = options.weights ? options.weights[row]! : 1
    weight[bin]! += w
    probability[bin]! += w * probabilities[row]!
    events[bin]! += w * labels[row]!
  }
  return Array.from(edges, (upper, bin) => ({
    upper,
    weight: weight[bin]!,
    meanProbability: probability[bin]! / weight[bin]!,
    eventRate: events[bin]! / weight[bin]!,
  })).filter((bin) => bin.weight > 0)
}

/** Right ends of the bins, ascending; the last is 1 or the largest probability. */
export function binEdges(probabilities: ArrayLike<number>, { bins = 15, by = 'width' }: Binning = {}): Float64Array {
  if (!(Number.isInteger(bins) && bins >= 1)) throw new RangeError(`bins must be a whole number from 1: ${bins}`)
  if (by === 'width') return Float64Array.from({ length: bins }, (_, bin) => (bin + 1) / bins)
  const sorted = Float64Array.from(probabilities).sort()
  const ends = Array.from({ length: bins }, (_, bin) => sorted[Math.ceil(((bin + 1) * sorted.length) / bins) - 1]!)
  return Float64Array.from(new Set(ends))
}

/** Index of the first bin whose right end is not below `probability`; beyond the last end, the last bin. */
export function binOf(probability: number, edges: Float64Array): number {
  let low = 0
  let high = edges.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (edges[middle]! < probability) low = middle + 1
    else high = middle
  }
  return low
}
