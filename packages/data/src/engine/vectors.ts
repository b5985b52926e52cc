import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api'

export type NumberVector = Float64Array | Int32Array

/** Streams a query's DOUBLE and INTEGER columns, without NULL, vector by vector: nothing of the result is kept. */
export async function visitNumbers(
  connection: DuckDBConnection,
  sql: string,
  visit: (columns: readonly NumberVector[]) => void,
): Promise<void> {
  const result = await connection.stream(sql)
  for await (const chunk of result) {
    visit(Array.from({ length: chunk.columnCount }, (_, i) => itemsOf(chunk.getColumnVector(i))))
  }
}

// `items` is the vector's typed array; the binding declares it private, but there is no other way to a whole vector at once.
function itemsOf(vector: DuckDBVector & { items?: unknown }): NumberVector {
  const { items } = vector
  if (items instanceof Float64Array || items instanceof Int32Array) return items
  throw new TypeError('the DuckDB binding no longer keeps a vector in a typed array')
}
