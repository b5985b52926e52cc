import { randomUUID } from 'node:crypto'
import type { DuckDBConnection, DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api'
import { TidemarkError } from '@tidemark/schemas'
import { isNull, type NumberVector, type Validity } from './vectors.ts'

/**
 * Called with some rows of a query, in no order: its columns, NaN where one is NULL, and which of their items are there. The
 * memory is the engine's: nothing may be kept.
 */
export type VisitNumbers = (columns: readonly NumberVector[], validity: readonly Validity[]) => void

/** Holds what a visitor threw, which is no failure of the engine’s. */
export class VisitFailure {
  readonly cause: unknown

  constructor(cause: unknown) {
    this.cause = cause
  }
}

/**
 * Hands rows over where the engine has them: a function of ours stands in the query, which its threads call with each of their vectors.
 * So no result is built, copied or left to the garbage collector, as when it is streamed.
 */
export class RowVisitor {
  readonly #connection: DuckDBConnection
  readonly #name: string
  readonly #marked: Float64Array[] = []
  #visit: VisitNumbers | undefined
  #rows = 0
  #failure: VisitFailure | undefined

  private constructor(connection: DuckDBConnection, name: string) {
    this.#connection = connection
    this.#name = name
  }

  /** Registers a function by a name that no team's SQL can know. */
  static async register(connection: DuckDBConnection): Promise<RowVisitor> {
    const { ANY, BOOLEAN, DuckDBScalarFunction } = await import('@duckdb/node-api')
    const visitor = new RowVisitor(connection, `tidemark_visit_${randomUUID().replaceAll('-', '')}`)
    connection.registerScalarFunction(
      DuckDBScalarFunction.create({
        name: visitor.#name,
        mainFunction: (_, chunk) => visitor.#receive(chunk),
        // Only counted: what it holds is anybody's guess.
        returnType: BOOLEAN,
        varArgsType: ANY,
        // NULLs come too, and no call is taken for another.
        specialHandling: true,
        volatile: true,
      }),
    )
    return visitor
  }

  /** Visits all rows of a query, one query at a time. Throws a `VisitFailure`, what the engine throws, or `SQL_FAILED` where rows were lost. */
  async visit(sql: string, visit: VisitNumbers): Promise<void> {
    if (this.#visit !== undefined) throw new TypeError('a visitor takes one query at a time')
    this.#visit = visit
    this.#rows = 0
    this.#failure = undefined
    try {
      const reader = await this.#connection.runAndReadAll(`SELECT count(${this.#name}(*COLUMNS(*))) FROM (${sql})`)
      assertWhole(Number(reader.getRows()[0]?.[0]), this.#rows)
    } catch (cause) {
      // The engine tells of its words only.
      throw this.#failure ?? cause
    } finally {
      this.#visit = undefined
    }
  }

  #receive(chunk: DuckDBDataChunk): void {
    // Other threads are still under way when one call has failed.
    if (this.#visit === undefined || this.#failure !== undefined) return
    const [items, validity]: [NumberVector[], Validity[]] = [[], []]
    try {
      for (let i = 0; i < chunk.columnCount; i++) {
        const vector: WholeVector = chunk.getColumnVector(i)
        items.push(itemsOf(vector))
        validity.push(validityOf(vector))
      }
      this.#visit(
        items.map((own, i) => this.#mark(own, validity[i]!, i)),
        validity,
      )
      this.#rows += chunk.rowCount
    } catch (cause) {
      this.#failure = new VisitFailure(cause)
      throw cause instanceof Error ? cause : new Error(String(cause))
    } finally {
      for (const own of [...items, ...validity]) release(own)
    }
  }

  // What stands in a vector where a value is NULL is anybody's guess.
  #mark(items: NumberVector, validity: Validity, column: number): NumberVector {
    if (validity === null) return items
    let marked: Float64Array | undefined
    for (let byte = 0; byte * 8 < items.length; byte++) {
      if (validity[byte] === 255) continue
      const end = Math.min(items.length, byte * 8 + 8)
      for (let item = byte * 8; item < end; item++) {
        if (!isNull(validity, item)) continue
        if (items instanceof Int32Array) throw new TypeError('an INTEGER of a scan is NULL')
        marked ??= this.#copy(items, column)
        marked[item] = Number.NaN
      }
    }
    return marked ?? items
  }

  // The engine may use its vector elsewhere too.
  #copy(items: Float64Array, column: number): Float64Array {
    if ((this.#marked[column]?.length ?? 0) < items.length) this.#marked[column] = new Float64Array(items.length)
    const copy = this.#marked[column]!.subarray(0, items.length)
    copy.set(items)
    return copy
  }
}

// `items` and `validity` are the vector's typed arrays; the binding declares them private, but there is no other way to a whole vector at once.
type WholeVector = DuckDBVector & { items?: unknown; validity?: { data?: unknown } }

function itemsOf({ items }: WholeVector): NumberVector {
  if (items instanceof Float64Array || items instanceof Int32Array) return items
  throw changed()
}

function validityOf({ validity }: WholeVector): Validity {
  const data = validity?.data
  if (data === null) return null
  if (!(data instanceof BigUint64Array)) throw changed()
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}

const changed = (): TypeError => new TypeError('the DuckDB binding no longer keeps a vector in a typed array')

// Where the binding does not copy, the memory is the engine's again when the call ends: nothing may look into it later.
function release(view: NumberVector | Validity): void {
  if (view?.buffer instanceof ArrayBuffer && view.byteLength === view.buffer.byteLength) view.buffer.transfer(0)
}

// A count of rows that were not all seen would be a verdict that nobody could explain.
function assertWhole(counted: number, seen: number): void {
  if (counted === seen) return
  throw new TidemarkError('SQL_FAILED', `${seen} of ${counted} rows were handed over`, {
    hint: 'This is a fault of the data engine. Report it with the query’s columns and types.',
  })
}
