import type { Engine } from '../engine/engine.ts'
import { quoteLiteral } from '../engine/quoting.ts'
import { type Dataset, rowColumns } from '../fingerprint/dataset.ts'

interface SelectNode {
  readonly type: string
  readonly select_list: readonly { readonly function_name?: string; readonly distinct?: boolean; filter?: unknown }[]
  readonly from_table: { readonly type: string; readonly alias: string; readonly sample: unknown }
  readonly where_clause: unknown
  readonly modifiers: readonly unknown[]
  readonly cte_map: { readonly map: readonly unknown[] }
  readonly group_expressions: readonly unknown[]
  readonly having: unknown
  readonly sample: unknown
  readonly qualify: unknown
}

// What looks at one row alone. Subqueries and windows see others.
const rowClasses = [
  'COLUMN_REF',
  'CONSTANT',
  'COMPARISON',
  'CONJUNCTION',
  'OPERATOR',
  'BETWEEN',
  'FUNCTION',
  'CAST',
  'CASE',
]

/**
 * The conditions of those queries that only count rows of the dataset, `SELECT count(*) FROM t WHERE …`, by check: they can be
 * counted together with all else, and their rows named. The queries have passed `assertSingleSelect`.
 */
export async function foldCounts(
  engine: Engine,
  written: ReadonlyMap<string, string>,
  dataset: Dataset,
): Promise<ReadonlyMap<string, string>> {
  const folded = new Map<string, string>()
  for (const [id, sql] of written) {
    const condition = await foldCount(engine, sql)
    if (condition !== null && !condition.includes(rowColumns.order)) folded.set(id, condition)
  }
  return dataset.rows === 0 ? new Map() : folded
}

async function foldCount(engine: Engine, sql: string): Promise<string | null> {
  const [row] = await engine.query(`SELECT json_serialize_sql(${quoteLiteral(sql)})::VARCHAR AS tree`)
  const tree = JSON.parse(String(row?.tree)) as { statements?: readonly { node: SelectNode }[] }
  const [statement, second] = tree.statements ?? []
  if (!statement || second || !isPlainCount(statement.node)) return null
  const { where_clause: where } = statement.node
  if (where === null) return 'true'
  if (!looksAtOneRow(where)) return null
  const empty = { type: 'EMPTY', alias: '', sample: null, query_location: 0 }
  const node = { ...statement.node, select_list: [where], where_clause: null, from_table: empty }
  // Locations go to 2^64 − 1, which JavaScript's numbers do not hold.
  const text = JSON.stringify({ ...tree, statements: [{ ...statement, node }] }, (key, value) =>
    key === 'query_location' ? 0 : value,
  )
  const [rendered] = await engine.query(`SELECT json_deserialize_sql(${quoteLiteral(text)}::JSON) AS sql`)
  return /^SELECT (.*)$/s.exec(String(rendered?.sql))?.[1] ?? null
}

function isPlainCount(node: SelectNode): boolean {
  const [only, second] = node.select_list
  return (
    node.type === 'SELECT_NODE' &&
    second === undefined &&
    only?.function_name === 'count_star' &&
    only.filter === null &&
    node.from_table.type === 'BASE_TABLE' &&
    node.from_table.alias === '' &&
    [node.from_table.sample, node.having, node.sample, node.qualify].every((part) => part === null) &&
    [node.modifiers, node.cte_map.map, node.group_expressions].every((list) => list.length === 0)
  )
}

function looksAtOneRow(expression: unknown): boolean {
  let isSimple = true
  JSON.stringify(expression, (key, value: unknown) => {
    if (key === 'class' && typeof value === 'string' && !rowClasses.includes(value)) isSimple = false
    return value
  })
  return isSimple
}
