import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api'

export type NumberVector = Float64Array | Int32Array

/** Which items of a vector are there: a bit each, the lowest first; null where all are. */
export type Validity = Uint8Array | null

/** Whether an item is NULL, rather than a number or NaN. */
export const isNull = (validity: Validity, item: number): boolean =>
  validity !== null && ((validity[item >> 3]! >> (item & 7)) & 1) === 0

/** How many items from `from` until before `to` are NULL. */
export function countNulls(validity: Validity, from: number, to: number): number {
  if (validity === null) return 0
  let nulls = 0
  for (let item = from; item < to; ) {
    const isByte = (item & 7) === 0 && item + 8 <= to
    if (isByte) nulls += zeroBits[validity[item >> 3]!]!
    else if (isNull(validity, item)) nulls++
    item += isByte ? 8 : 1
  }
  return nulls
}

const zeroBits = Uint8Array.from({ length: 256 }, (_, byte) => {
  let zeros = 0
  for (let bit = 0; bit < 8; bit++) if (((byte >> bit) & 1) === 0) zeros++
  return zeros
})

/** Called with the parts of a result, of which nothing may be kept: its columns, NaN where one is NULL, and which of their items are there. */
export type VisitNumbers = (columns: readonly NumberVector[], validity: readonly Validity[]) => void

/** Streams a query's DOUBLE and INTEGER columns vector by vector: nothing of the result is kept. Only a DOUBLE may be NULL. */
export async function visitNumbers(connection: DuckDBConnection, sql: string, visit: VisitNumbers): Promise<void> {
  const result = await connection.stream(sql)
  // The next part is asked for before this one is looked at, so that the engine goes on meanwhile.
  let next = result.fetchChunk()
  let part = 0
  try {
    for (let chunk = await next; chunk !== null && chunk.rowCount > 0; chunk = await next) {
      next = result.fetchChunk()
      const columns: NumberVector[] = []
      const validity: Validity[] = []
      for (let i = 0; i < chunk.columnCount; i++) {
        const vector: WholeVector = chunk.getColumnVector(i)
        const own = validityOf(vector)
        columns.push(own === null ? itemsOf(vector) : markNulls(itemsOf(vector), own))
        validity.push(own)
      }
      visit(columns, validity)
      if (part++ % 4 !== 0) for (const column of columns) release(column)
    }
  } finally {
    // Nothing may run on the connection any more when this has failed.
    await next.catch(() => undefined)
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

// The collector comes by the bytes of buffers, and costs a fifth of a scan; a detached buffer has none. One part in four keeps its bytes: only
// the collector frees what the parts hold beside them, so it has to come.
function release({ buffer, byteLength }: NumberVector): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
}

// What stands in a vector where a value is NULL is anybody's guess.
function markNulls(items: NumberVector, validity: Uint8Array): NumberVector {
  let marked: Float64Array | undefined
  for (let byte = 0; byte * 8 < items.length; byte++) {
    if (validity[byte] === 255) continue
    const end = Math.min(items.length, byte * 8 + 8)
    for (let item = byte * 8; item < end; item++) {
      if (!isNull(validity, item)) continue
      if (items instanceof Int32Array) throw new TypeError('an INTEGER of a scan is NULL')
      marked ??= items.slice()
      marked[item] = Number.NaN
    }
  }
  return marked ?? items
}
