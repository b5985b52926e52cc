/** What DeLong, DeLong & Clarke-Pearson (1988) call the structural components of an AUC. */
export interface AucComponents {
  /** NaN when a class is absent or a score is NaN. */
  readonly auc: number
  readonly positives: number
  readonly negatives: number
  /**
   * Per row: for a positive the share of negatives it outranks (V10), for a negative the share of positives that
   * outrank it (V01); a tie counts one half. Both kinds have the AUC as their mean.
   */
  readonly placements: Float64Array
}

/**
 * Area under the ROC curve, ties counted one half (midranks), as scikit-learn's `roc_auc_score` gives it.
 * `labels` are 0 or 1. NaN when a class is absent: undefined, never 0.5.
 */
export function rocAuc(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  return aucComponents(labels, scores).auc
}

/** An AUC with the placement value of every row, in O(n log n): each class is sorted once and searched by the other. */
export function aucComponents(labels: ArrayLike<number>, scores: ArrayLike<number>): AucComponents {
  if (labels.length !== scores.length) throw new RangeError(`${labels.length} labels for ${scores.length} scores`)
  const rows = labels.length
  const positiveRanks = ranksOf(1, labels, scores)
  const negativeRanks = ranksOf(0, labels, scores)
  const positives = positiveRanks.count
  const negatives = negativeRanks.count
  const placements = new Float64Array(rows).fill(Number.NaN)
  const undefinedAuc = { auc: Number.NaN, positives, negatives, placements }
  if (positives === 0 || negatives === 0) return undefinedAuc
  // A typed array sorts NaN last.
  if (Number.isNaN(positiveRanks.values.at(-1)) || Number.isNaN(negativeRanks.values.at(-1))) return undefinedAuc

  // Twice the Mann–Whitney count: whole numbers, so exact and independent of the order of rows.
  let doubleWins = 0
  for (let row = 0; row < rows; row++) {
    const score = scores[row]!
    if (labels[row] === 1) {
      const wins = doubleRank(negativeRanks, score)
      doubleWins += wins
      placements[row] = wins / (2 * negatives)
    } else {
      placements[row] = 1 - doubleRank(positiveRanks, score) / (2 * positives)
    }
  }
  return { auc: doubleWins / (2 * positives * negatives), positives, negatives, placements }
}

/** One class's scores, each value once: models give many rows the same, and a short array is searched fast. */
interface Ranks {
  readonly count: number
  /** Ascending. */
  readonly values: Float64Array
  /** How many scores are below each value, and at the end their number. */
  readonly below: Float64Array
}

function ranksOf(label: 0 | 1, labels: ArrayLike<number>, scores: ArrayLike<number>): Ranks {
  const kept = new Float64Array(labels.length)
  let count = 0
  for (let row = 0; row < labels.length; row++) if (labels[row] === label) kept[count++] = scores[row]!
  const sorted = kept.subarray(0, count).sort()
  const below = new Float64Array(count + 1)
  let distinct = 0
  for (let i = 0; i < count; i++) {
    if (i > 0 && sorted[i] === sorted[distinct - 1]) continue
    below[distinct] = i
    sorted[distinct++] = sorted[i]!
  }
  below[distinct] = count
  return { count, values: sorted.subarray(0, distinct), below }
}

/** How many are below `score`, plus how many are not above it. */
function doubleRank({ values, below }: Ranks, score: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! < score) low = middle + 1
    else high = middle
  }
  return values[low] === score ? below[low]! + below[low + 1]! : 2 * below[low]!
}
