/** Counts by upper edge, as Prometheus and telemetry have them. The last count is of values above all edges. */
export class Histogram {
  readonly edges: readonly number[]
  readonly counts: number[]
  sum = 0
  count = 0

  constructor(edges: readonly number[]) {
    this.edges = edges
    this.counts = new Array<number>(edges.length + 1).fill(0)
  }

  /** A value on an edge belongs below it. NaN is not counted. */
  add(value: number): void {
    if (Number.isNaN(value)) return
    let low = 0
    let high = this.edges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (value <= this.edges[middle]!) high = middle
      else low = middle + 1
    }
    this.counts[low]!++
    this.sum += value
    this.count++
  }
}
