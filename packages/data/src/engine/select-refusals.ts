export interface Refusal {
  /** Byte offset in the SQL, where DuckDB's parser gives one. */
  readonly offset: number | undefined
  readonly message: string
}

export interface Permitted {
  readonly tables: readonly string[]
  /** Functions that differ from run to run, in lower case. */
  readonly unstable: ReadonlySet<string>
}

// What DuckDB's catalogue calls consistent and is not: it reads the clock, the session or the environment.
const environment = new Set(
  `getenv getvariable current_setting current_localtimestamp current_localtime current_timestamp current_time current_date
   localtime localtimestamp get_current_timestamp version current_user session_user user current_role current_catalog
   current_database current_schema current_schemas current_query ago reservoir_quantile which_secret json_execute_serialized_sql
   query query_table md5_number_random pg_sleep pg_postmaster_start_time pg_conf_load_time pg_my_temp_schema`.split(
    /\s+/,
  ),
)
const tableFunctions = new Set(['unnest', 'range', 'generate_series'])
// Their answer depends on the order in which threads meet the rows.
const orderDependent = new Set(
  'first last any_value arbitrary list array_agg string_agg group_concat listagg row_number ntile lag lead first_value last_value nth_value'.split(
    ' ',
  ),
)
const tableKinds = new Set(['BASE_TABLE', 'JOIN', 'SUBQUERY', 'EXPRESSION_LIST', 'TABLE_FUNCTION', 'EMPTY'])

type Node = Readonly<Record<string, unknown>>

/** Walks a statement as DuckDB's parser gives it (`json_serialize_sql`) and names everything in it that is not permitted. */
export function findRefusals(statement: unknown, permitted: Permitted): Refusal[] {
  const refusals: Refusal[] = []
  walk(statement, new Set(permitted.tables.map(fold)), permitted.unstable, (node, message) => {
    const offset = node.query_location
    refusals.push({ offset: typeof offset === 'number' && Number.isSafeInteger(offset) ? offset : undefined, message })
  })
  return refusals.slice(0, 100)
}

type Refuse = (node: Node, message: string) => void

function walk(value: unknown, scope: ReadonlySet<string>, unstable: ReadonlySet<string>, refuse: Refuse): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, scope, unstable, refuse)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const node = value as Node
  if ('sample' in node && 'alias' in node) checkTable(node, scope, refuse)
  if (node.sample) refuse(node, 'TABLESAMPLE differs from run to run; filter on a hash of the id instead')
  if (node.class === 'FUNCTION' && node.type === 'FUNCTION') checkFunction(node, unstable, refuse)
  if (node.class === 'WINDOW') checkWindow(node, refuse)
  if (node.class === 'COLUMN_REF') checkColumn(node, refuse)
  if (node.class === 'PARAMETER') refuse(node, 'the query has a parameter, for which there is no value')
  const inner = 'cte_map' in node ? walkCtes(node, scope, unstable, refuse) : scope
  for (const [key, child] of Object.entries(node)) {
    if (key === 'cte_map') continue
    // The call inside a table function is judged by checkTable, which knows the few that are allowed.
    if (key === 'function' && node.type === 'TABLE_FUNCTION') walk((child as Node).children, inner, unstable, refuse)
    else walk(child, inner, unstable, refuse)
  }
}

// A common table expression sees those before it, and itself only when it is recursive.
function walkCtes(
  node: Node,
  scope: ReadonlySet<string>,
  unstable: ReadonlySet<string>,
  refuse: Refuse,
): ReadonlySet<string> {
  const entries = (node.cte_map as { map?: readonly { key: string; value: Node }[] } | null)?.map ?? []
  let seen = scope
  for (const { key, value } of entries) {
    const withItself = new Set([...seen, fold(key)])
    const body = (value.query as { node?: Node } | undefined)?.node
    walk(value, body?.type === 'RECURSIVE_CTE_NODE' ? withItself : seen, unstable, refuse)
    seen = withItself
  }
  return seen
}

function checkTable(node: Node, scope: ReadonlySet<string>, refuse: Refuse): void {
  const kind = String(node.type)
  if (!tableKinds.has(kind))
    refuse(node, `${kind === 'SHOW_REF' ? 'DESCRIBE, SHOW and SUMMARIZE are' : `${kind} is`} not allowed`)
  if (kind === 'BASE_TABLE') {
    const name = [node.catalog_name, node.schema_name, node.table_name].filter(Boolean).join('.')
    if (node.catalog_name || node.schema_name || !scope.has(fold(String(node.table_name)))) {
      refuse(node, `the query reads "${name}", which is not its dataset`)
    }
  }
  if (kind === 'TABLE_FUNCTION') {
    const name = functionName(node.function as Node)
    if (!tableFunctions.has(name)) refuse(node, `the query reads from ${name}(), which is not its dataset`)
  }
}

function checkFunction(node: Node, unstable: ReadonlySet<string>, refuse: Refuse): void {
  const name = functionName(node)
  const schema = String(node.schema ?? '')
  const orders = (node.order_bys as { orders?: readonly unknown[] } | null)?.orders ?? []
  const argumentCount = (node.children as readonly unknown[] | undefined)?.length ?? 0
  if (node.catalog || (schema !== '' && schema !== 'main' && schema !== 'pg_catalog'))
    refuse(node, `${schema}.${name}() is not allowed`)
  if (unstable.has(name) || environment.has(name) || /^(pg_|inet_|has_|duckdb_|pragma_)/.test(name)) {
    refuse(node, `${name}() depends on the clock, chance or the machine, so its rows could not be reproduced`)
  } else if (name === 'age' && argumentCount === 1)
    refuse(node, 'age() with one argument depends on the clock; give it both')
  else if (orderDependent.has(name) && orders.length === 0) {
    refuse(
      node,
      `${name}() without ORDER BY differs from run to run; write ${name}(… ORDER BY …), or use min() or max()`,
    )
  }
}

function checkWindow(node: Node, refuse: Refuse): void {
  const name = functionName(node)
  const orders = [...((node.orders as readonly unknown[]) ?? []), ...((node.arg_orders as readonly unknown[]) ?? [])]
  if (orderDependent.has(name) && orders.length === 0) {
    refuse(node, `${name}() OVER (…) without ORDER BY differs from run to run; order it by a unique column`)
  }
}

// SQL allows CURRENT_DATE and its kin without parentheses; DuckDB's parser gives them as columns.
function checkColumn(node: Node, refuse: Refuse): void {
  const names = (node.column_names as readonly string[] | undefined) ?? []
  const name = fold(names[0] ?? '')
  if (names.length === 1 && environment.has(name)) {
    refuse(node, `${name} depends on the clock or the session, so its rows could not be reproduced`)
  }
}

function functionName(node: Node): string {
  return fold(String(node.function_name))
}

// DuckDB compares identifiers without case, quoted or not.
function fold(name: string): string {
  return name.toLowerCase()
}
