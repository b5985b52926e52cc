/** What a binary classifier is expected to achieve if its calibrated probabilities are right. */
export interface ExpectedPerformance {
  readonly accuracy: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly specificity: number
  readonly auroc: number
}

/**
 * Confidence-based performance estimation: a row predicted 1 is a true positive with its calibrated probability p and a false one
 * with 1 − p. Exact from Σ p per predicted class. AUROC takes rows by `scores` (the probabilities where left out) as a positive of weight p
 * and a negative of weight 1 − p each, ties counted half. It assumes that P(y|x) did not change: a gap to what came is not by itself proof
 * that it did. NaN where a denominator is 0, and an AUROC of scores that NaN is among, which has no rank.
 */
export function expectedPerformance(
  probabilities: ArrayLike<number>,
  predicted: ArrayLike<number>,
  scores: ArrayLike<number> = probabilities,
): ExpectedPerformance {
  let [tp, fp, tn, fn] = [0, 0, 0, 0]
  for (let row = 0; row < probabilities.length; row++) {
    const p = probabilities[row]!
    if (predicted[row] === 1) {
      tp += p
      fp += 1 - p
    } else {
      fn += p
      tn += 1 - p
    }
  }
  return {
    accuracy: (tp + tn) / probabilities.length,
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
    f1: (2 * tp) / (2 * tp + fp + fn),
    specificity: tn / (tn + fp),
    auroc: expectedAuroc(probabilities, scores),
  }
}

function expectedAuroc(probabilities: ArrayLike<number>, scores: ArrayLike<number>): number {
  if (Array.from(scores).some(Number.isNaN)) return Number.NaN
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!)
  let [positives, negatives, wins] = [0, 0, 0]
  for (let start = 0; start < order.length; ) {
    let [own, against] = [0, 0]
    let end = start
    for (; end < order.length && scores[order[end]!] === scores[order[start]!]; end++) {
      own += probabilities[order[end]!]!
      against += 1 - probabilities[order[end]!]!
    }
    wins += own * (negatives + against / 2)
    positives += own
    negatives += against
    start = end
  }
  return wins / (positives * negatives)
}
