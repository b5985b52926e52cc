/** Log loss (natural logarithm) of each row's probability of label 1, clipped at float64's ε as scikit-learn does. */
export function logLosses(labels: ArrayLike<number>, probabilities: ArrayLike<number>): Float64Array {
  return lossPerRow(labels, probabilities, (label, probability) => {
    const clipped = Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON)
    return -Math.log(label === 1 ? clipped : 1 - clipped)
  })
}

/** Squared error (y − p)² of each row: its mean is the Brier score. */
export function squaredErrors(labels: ArrayLike<number>, probabilities: ArrayLike<number>): Float64Array {
  return lossPerRow(labels, probabilities, (label, probability) => (label - probability) * (label - probability))
}

/** Mean log loss in nats, as scikit-learn's `log_loss(…, labels=[0, 1])`; defined for a single class. NaN without rows. */
export function logLoss(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  return weightedMean(logLosses(labels, probabilities), weights)
}

/** Brier score: the mean of (y − p)², not doubled, as scikit-learn's `brier_score_loss` for two classes. */
export function brierScore(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  return weightedMean(squaredErrors(labels, probabilities), weights)
}

/** Share of label 1. NaN without rows. */
export function baseRate(labels: ArrayLike<number>, weights?: ArrayLike<number>): number {
  return weightedMean(labels, weights)
}

function lossPerRow(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  loss: (label: number, probability: number) => number,
): Float64Array {
  if (labels.length !== probabilities.length)
    throw new RangeError(`${labels.length} labels for ${probabilities.length} probabilities`)
  const losses = new Float64Array(labels.length)
  for (let row = 0; row < losses.length; row++) losses[row] = loss(labels[row]!, probabilities[row]!)
  return losses
}

function weightedMean(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  if (weights && weights.length !== values.length)
    throw new RangeError(`${weights.length} weights for ${values.length} rows`)
  let sum = 0
  let total = 0
  for (let row = 0; row < values.length; row++) {
    const weight = weights ? weights[row]! : 1
    sum += weight * values[row]!
    total += weight
  }
  return sum / total
}
