/** Where a search for a number's bin begins, by the number in whole units: 8,192 even steps of 2^shift units from `low` on. */
export interface Guide {
  readonly low: number
  readonly shift: number
  /** By step: the first edge that is not below all numbers of the step. */
  readonly places: Uint16Array
}

const steps = 8192 // as many as count-numbers.wat knows
/** Edges farther out are beyond all numbers that are guided. */
const nearest = 2 ** 20

/** Lays steps over the edges, in whole units, without the outermost, which would leave too many of the others in one step. */
export function layGuide(edges: readonly number[]): Guide {
  const outermost = edges.length > 40 ? Math.floor(edges.length / 64) : 0
  const bounded = edges.map((edge) => Math.max(-nearest, Math.min(nearest, edge)))
  const [first, last] = [bounded[outermost] ?? 0, bounded[edges.length - 1 - outermost] ?? 0]
  let shift = 0
  while ((last - first) >> shift > steps - 3) shift++
  const low = first - 2 ** shift
  const stepOf = (edge: number): number => Math.max(0, Math.min(steps - 1, (edge - low) >> shift))
  // Whole units grow with the number: an edge of an earlier step is below every number of a later one.
  const places = new Uint16Array(steps)
  for (let step = 0, edge = 0; step < steps; step++) {
    while (edge < bounded.length && stepOf(bounded[edge]!) < step) edge++
    places[step] = edge
  }
  return { low, shift, places }
}
