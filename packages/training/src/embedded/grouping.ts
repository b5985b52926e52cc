import type { BinnedFeature } from './binning.ts'

/** Training rows with the same bins everywhere, merged: they get the same scores throughout, so this changes nothing but speed. */
export interface RowGroups {
  readonly count: number
  /** By feature, one bin a group. Groups are sorted by bins, the first feature first. */
  readonly bins: readonly Uint8Array[]
  readonly rows: Float64Array
  readonly positives: Float64Array
}

/** Radix-sorts the rows by their bins and merges equal neighbours. The result does not depend on the rows' order. */
export function groupRows(features: readonly BinnedFeature[], labels: ArrayLike<number>): RowGroups {
  const order = sortRows(features, labels.length)
  const starts = startsOf(features, order)
  const count = starts.length
  const rows = new Float64Array(count)
  const positives = new Float64Array(count)
  for (let group = 0; group < count; group++) {
    const end = starts[group + 1] ?? order.length
    for (let i = starts[group]!; i < end; i++) positives[group]! += labels[order[i]!]!
    rows[group] = end - starts[group]!
  }
  const bins = features.map((feature) => new Uint8Array(count).map((_, group) => feature.bins[order[starts[group]!]!]!))
  return { count, bins, rows, positives }
}

/** Where rows differ from those before them. */
function startsOf(features: readonly BinnedFeature[], order: Uint32Array): Uint32Array {
  const isStart = new Uint8Array(order.length).fill(1, 0, 1)
  for (const { bins } of features) {
    let before = bins[order[0]!]!
    for (let i = 1; i < order.length; i++) {
      const bin = bins[order[i]!]!
      if (bin !== before) isStart[i] = 1
      before = bin
    }
  }
  const starts = new Uint32Array(isStart.reduce((sum, mark) => sum + mark, 0))
  let count = 0
  for (let i = 0; i < order.length; i++) if (isStart[i] === 1) starts[count++] = i
  return starts
}

function sortRows(features: readonly BinnedFeature[], rows: number): Uint32Array {
  let order = new Uint32Array(rows).map((_, i) => i)
  let sorted = new Uint32Array(rows)
  for (const { bins } of [...features].reverse()) {
    const place = new Uint32Array(257)
    for (const bin of bins) place[bin + 1]!++
    for (let bin = 1; bin < 257; bin++) place[bin]! += place[bin - 1]!
    for (const row of order) sorted[place[bins[row]!]!++] = row
    ;[order, sorted] = [sorted, order]
  }
  return order
}
