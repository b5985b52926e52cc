import type { Column } from './column-table.ts'

/** Rows that are equal in every column, taken together. */
export interface RepeatedRows {
  /** The first row of each combination of values, ascending. */
  readonly firstRows: Uint32Array
  /** Each row's combination, as an index into `firstRows`. */
  readonly combinations: Uint32Array
}

/** Below this the search costs more than it can save. */
const fewestRows = 4096

/**
 * Finds rows that repeat one another, so that each combination of values need be scored only once. Undefined where that would
 * not halve the work: the search ends as soon as it knows. Values are compared bit by bit; hashes only say where to look.
 */
export function findRepeatedRows(columns: readonly Column[], rows: number): RepeatedRows | undefined {
  if (rows < fewestRows) return undefined
  const search = createSearch(rows)
  for (const { bits, offset, step } of columns.flatMap(wordsOf)) {
    if (!splitGroups(search, bits, offset, step)) return undefined
  }
  return { firstRows: search.firstRows.slice(0, search.count), combinations: search.groups }
}

/** The same column with the given rows only. */
export function pickRows(column: Column, rows: Uint32Array): Column {
  if (column.kind === 'string') {
    const codes = new Uint32Array(rows.length)
    for (let i = 0; i < rows.length; i++) codes[i] = column.codes[rows[i]!]!
    return { ...column, codes }
  }
  const values = column.values instanceof Float32Array ? new Float32Array(rows.length) : new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) values[i] = column.values[rows[i]!]!
  return { ...column, values }
}

/** 32 bits of each row's value: those of row r stand at `offset + r * step`. */
interface Words {
  readonly bits: Uint32Array
  readonly offset: number
  readonly step: number
}

function wordsOf(column: Column): Words[] {
  if (column.kind === 'string') return [{ bits: column.codes, offset: 0, step: 1 }]
  const { values } = column
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.byteLength / 4)
  if (values instanceof Float32Array) return [{ bits, offset: 0, step: 1 }]
  return [
    { bits, offset: 0, step: 2 },
    { bits, offset: 1, step: 2 },
  ]
}

/** Rows in groups that are equal as far as has been looked; groups are numbered by their first row. */
interface Search {
  readonly groups: Uint32Array
  count: number
  readonly firstRows: Uint32Array
  /** Of each group, the one that it was part of, and the word that parted it. */
  readonly parents: Uint32Array
  readonly words: Uint32Array
  /** A hash table with open addressing: groups, from 1. At most half of it is taken. */
  readonly slots: Uint32Array
}

function createSearch(rows: number): Search {
  const most = rows >>> 1
  const [firstRows, parents, words] = [new Uint32Array(most), new Uint32Array(most), new Uint32Array(most)]
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(rows)))
  return { groups: new Uint32Array(rows), count: 1, firstRows, parents, words, slots }
}

/** Parts groups whose rows differ in a word. False where there are too many. */
function splitGroups(search: Search, bits: Uint32Array, offset: number, step: number): boolean {
  const { groups, firstRows, parents, words, slots } = search
  const mask = slots.length - 1
  slots.fill(0)
  let count = 0
  for (let row = 0; row < groups.length; row++) {
    const parent = groups[row]!
    const word = bits[offset + row * step]!
    // Numbers differ in their upper bits mostly: they are brought down, as MurmurHash3's finaliser does.
    let hash = Math.imul(parent, 0x9e3779b1) ^ word
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    let slot = (hash ^ (hash >>> 16)) & mask
    let group = slots[slot]!
    while (group !== 0 && (parents[group - 1] !== parent || words[group - 1] !== word)) {
      slot = (slot + 1) & mask
      group = slots[slot]!
    }
    if (group === 0) {
      if (count === firstRows.length) return false
      firstRows[count] = row
      parents[count] = parent
      words[count] = word
      group = slots[slot] = ++count
    }
    groups[row] = group - 1
  }
  search.count = count
  return true
}
