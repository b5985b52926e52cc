/** The code of a null in a string column. */
export const nullCode = 0xffffffff

/** One number a row; NaN is null. */
export interface NumberColumn {
  readonly name: string
  readonly kind: 'number'
  readonly values: Float64Array | Float32Array
}

/** One string a row, as a code into the dictionary; `nullCode` is null. */
export interface StringColumn {
  readonly name: string
  readonly kind: 'string'
  readonly codes: Uint32Array
  readonly dictionary: readonly string[]
}

export type Column = NumberColumn | StringColumn

/** Feature columns of equal length, by name: what a model is trained on and scores. */
export interface ColumnTable {
  readonly rows: number
  readonly columns: readonly Column[]
}
