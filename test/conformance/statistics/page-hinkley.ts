import { pageHinkleyStart, pageHinkleyStep } from '@tidemark/statistics'
import { type Input, number, numbers } from './input.ts'

/**
 * Places (from 0) at which a change is told; each starts the detector anew. River keeps the sum ≥ 0, compares with ≥ and counts one value more
 * than it has seen; frouros does none of these.
 */
export function changeIndices(input: Input, variant: 'river' | 'frouros'): number[] {
  const values = input.digits === undefined ? numbers(input.stream) : [...String(input.digits)].map(Number)
  const isRiver = variant === 'river'
  const minimum = number(input.min_instances ?? input.min_num_instances, 30)
  const threshold = number(input.threshold ?? input.lambda_, 50)
  const options = { delta: number(input.delta, 0.005), alpha: number(input.alpha, 0.9999), isClamped: isRiver }
  const found: number[] = []
  let state = pageHinkleyStart
  values.forEach((value, place) => {
    state = pageHinkleyStep(state, value, options)
    const isReady = state.count + (isRiver ? 1 : 0) >= minimum
    if (!isReady || !(isRiver ? state.sum >= threshold : state.sum > threshold)) return
    found.push(place)
    state = pageHinkleyStart
  })
  return found
}
