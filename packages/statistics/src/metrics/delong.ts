import { aucComponents } from './roc-auc.ts'

export interface AucComparison {
  readonly first: number
  readonly second: number
  /** first − second */
  readonly difference: number
  readonly varianceFirst: number
  readonly varianceSecond: number
  readonly covariance: number
  readonly standardError: number
}

/**
 * Two correlated AUCs on the same rows with their covariance, rows taken as independent: DeLong et al. 1988, by
 * placement values (the same numbers as pROC's `roc.test`). For rows that come in clusters see `estimateAuc`.
 * NaN when a class has fewer than two rows.
 */
export function compareAucs(
  labels: ArrayLike<number>,
  firstScores: ArrayLike<number>,
  secondScores: ArrayLike<number>,
): AucComparison {
  const first = aucComponents(labels, firstScores)
  const second = aucComponents(labels, secondScores)
  const { positives: m, negatives: n } = first
  const covarianceOf = (a: typeof first, b: typeof first): number => {
    let amongPositives = 0
    let amongNegatives = 0
    for (let row = 0; row < labels.length; row++) {
      const product = (a.placements[row]! - a.auc) * (b.placements[row]! - b.auc)
      if (labels[row] === 1) amongPositives += product
      else amongNegatives += product
    }
    return amongPositives / (m * (m - 1)) + amongNegatives / (n * (n - 1))
  }
  const varianceFirst = covarianceOf(first, first)
  const varianceSecond = covarianceOf(second, second)
  const covariance = covarianceOf(first, second)
  return {
    first: first.auc,
    second: second.auc,
    difference: first.auc - second.auc,
    varianceFirst,
    varianceSecond,
    covariance,
    // Rounding can leave a tiny negative number for two models that rank alike.
    standardError: Math.sqrt(Math.max(varianceFirst + varianceSecond - 2 * covariance, 0)),
  }
}
