/** Numbers of a column, one a row: DOUBLE or INTEGER. */
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
