/** Sums of gradient, hessian and rows per bin of every feature: `stride` numbers a bin, `binSlots` bins a feature. */
export type Histogram = Float64Array
export const stride = 3
export const binSlots = 256

export interface Gradients {
  readonly gradient: Float64Array
  readonly hessian: Float64Array
  readonly rows: Float64Array
}

/** Adds up the groups `order[start..end)`. Two features are summed at a time, so that their memory latencies overlap. */
export function fillHistogram(
  histogram: Histogram,
  features: readonly Uint8Array[],
  { gradient, hessian, rows }: Gradients,
  order: Uint32Array,
  start: number,
  end: number,
): void {
  histogram.fill(0)
  let f = 0
  for (; f + 1 < features.length; f += 2) {
    addTwo(
      histogram,
      features[f]!,
      f * binSlots * stride,
      features[f + 1]!,
      (f + 1) * binSlots * stride,
      gradient,
      hessian,
      rows,
      order,
      start,
      end,
    )
  }
  if (f < features.length)
    addOne(histogram, features[f]!, f * binSlots * stride, gradient, hessian, rows, order, start, end)
}

/** histogram -= other, which leaves the sibling's. */
export function subtractHistogram(histogram: Histogram, other: Histogram): void {
  for (let i = 0; i < histogram.length; i++) histogram[i]! -= other[i]!
}

function addOne(
  histogram: Histogram,
  bins: Uint8Array,
  base: number,
  gradient: Float64Array,
  hessian: Float64Array,
  rows: Float64Array,
  order: Uint32Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) {
    const group = order[i]!
    const at = base + bins[group]! * stride
    histogram[at]! += gradient[group]!
    histogram[at + 1]! += hessian[group]!
    histogram[at + 2]! += rows[group]!
  }
}

function addTwo(
  histogram: Histogram,
  binsA: Uint8Array,
  baseA: number,
  binsB: Uint8Array,
  baseB: number,
  gradient: Float64Array,
  hessian: Float64Array,
  rows: Float64Array,
  order: Uint32Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) {
    const group = order[i]!
    const g = gradient[group]!
    const h = hessian[group]!
    const n = rows[group]!
    const a = baseA + binsA[group]! * stride
    const b = baseB + binsB[group]! * stride
    histogram[a]! += g
    histogram[a + 1]! += h
    histogram[a + 2]! += n
    histogram[b]! += g
    histogram[b + 1]! += h
    histogram[b + 2]! += n
  }
}
