export interface PageHinkleyOptions {
  /** Values seen before anything is told. */
  readonly minimum: number
  /** By how much a value may lie above the mean so far at no cost. */
  readonly delta: number
  /** What the sum must reach. */
  readonly threshold: number
  /** What the sum keeps of itself at each value. */
  readonly alpha: number
  /** Whether the sum stays ≥ 0, so that a long good time is not a credit that hides a change for as long. */
  readonly isClamped: boolean
}

/** All that the next value needs: commit it, and go on where it stopped. */
export interface PageHinkleyState {
  readonly count: number
  readonly mean: number
  readonly sum: number
}

export const pageHinkleyStart: PageHinkleyState = { count: 0, mean: 0, sum: 0 }

/**
 * One step of Page's (1954) test of a rise of the mean, with Hinkley's running mean and a forgetting factor:
 * sum ← α·sum + x − mean − δ. The caller tells a change where `sum` has reached the threshold and starts again.
 */
export function pageHinkleyStep(
  state: PageHinkleyState,
  value: number,
  { delta, alpha, isClamped }: Pick<PageHinkleyOptions, 'delta' | 'alpha' | 'isClamped'>,
): PageHinkleyState {
  const count = state.count + 1
  const mean = state.mean + (value - state.mean) / count
  const sum = alpha * state.sum + (value - mean - delta)
  return { count, mean, sum: isClamped ? Math.max(0, sum) : sum }
}
