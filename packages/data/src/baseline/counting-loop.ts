import { countNumbersWasm } from './count-numbers.generated.ts'

/** What of WebAssembly is used here; the compiler's library has it with browsers only. */
interface Wasm {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object) => { readonly exports: { readonly memory: Memory; readonly count: Count } }
}
interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}
type Count = (...args: readonly number[]) => void

/** A place in the loop's memory. */
export type Place = number

/** What one column is counted by. */
export interface LoopColumn {
  readonly edges: Place
  readonly places: Place
  readonly centre: number
  readonly inverse: number
  readonly low: number
  readonly shift: number
}

/** What is known of some rows at once. */
export interface LoopSums {
  readonly minimum: number
  readonly maximum: number
  readonly sum: number
  readonly squares: number
  /** Values that were not counted: too far from the centre, or no finite number. */
  readonly left: number
}

/** Most rows that are counted at once: the squares of so many whole numbers below 2^20 add up exactly. */
export const mostRowsAtOnce = 2 ** 13

/** The loop of `count-numbers.wat` with a memory of its own, which goes with it. One is shared by the columns of a scan. */
export class CountingLoop {
  readonly #memory: Memory
  readonly #count: Count
  readonly #values: Place
  readonly #out: Place
  #end = 0
  #views: { values: Float64Array; sums: Float64Array; left: Int32Array }

  constructor() {
    const { exports } = new wasm.Instance(compile())
    this.#memory = exports.memory
    this.#count = exports.count
    this.#values = this.#take(mostRowsAtOnce * 8)
    this.#out = this.#take(40)
    this.#views = this.#look()
  }

  /** Makes room for a column: the ends of its bins, infinity the last, and where a search begins. */
  addColumn(
    edges: Float64Array,
    places: Uint16Array,
    { centre, inverse, low, shift }: Omit<LoopColumn, 'edges' | 'places'>,
  ): LoopColumn {
    const [edgesAt, placesAt] = [this.#take(edges.byteLength), this.#take(places.byteLength)]
    new Float64Array(this.#memory.buffer, edgesAt, edges.length).set(edges)
    new Uint16Array(this.#memory.buffer, placesAt, places.length).set(places)
    return { edges: edgesAt, places: placesAt, centre, inverse, low, shift }
  }

  /** Makes room for a day of a column: two counts by bin, of numbers and of numbers at its end. */
  addCounts(bins: number): Place {
    return this.#take(bins * 8)
  }

  /** Counts at most `mostRowsAtOnce` values. */
  count(values: Float64Array, { edges, places, centre, inverse, low, shift }: LoopColumn, into: Place): LoopSums {
    // A memory that grew is another buffer.
    if (this.#views.values.buffer !== this.#memory.buffer) this.#views = this.#look()
    const { values: own, sums, left } = this.#views
    own.set(values)
    this.#count(this.#values, values.length, edges, places, into, this.#out, centre, inverse, low, shift)
    return { minimum: sums[0]!, maximum: sums[1]!, sum: sums[2]!, squares: sums[3]!, left: left[0]! }
  }

  #look() {
    const { buffer } = this.#memory
    return {
      values: new Float64Array(buffer, this.#values, mostRowsAtOnce),
      sums: new Float64Array(buffer, this.#out, 4),
      left: new Int32Array(buffer, this.#out + 32, 1),
    }
  }

  /** The two counts of each bin, one after the other, to be read or added to until the loop's next call. */
  read(place: Place, bins: number): Uint32Array {
    return new Uint32Array(this.#memory.buffer, place, bins * 2)
  }

  #take(bytes: number): Place {
    const place = this.#end
    this.#end += Math.ceil(bytes / 8) * 8
    const missing = this.#end - this.#memory.buffer.byteLength
    // In large steps: each moves the memory.
    if (missing > 0) this.#memory.grow(Math.max(Math.ceil(missing / page), this.#memory.buffer.byteLength / page))
    return place
  }
}

const page = 65_536
const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: Wasm }
let compiled: object | undefined
const compile = (): object => (compiled ??= new wasm.Module(Buffer.from(countNumbersWasm, 'base64')))
