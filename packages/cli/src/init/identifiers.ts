/** Words that SQL keeps for itself, so that a column of that name has to be quoted: DuckDB’s `duckdb_keywords()`, `reserved`. */
export const reserved: ReadonlySet<string> = new Set(
  `all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default deferrable
   desc describe distinct do else end except false fetch for foreign from group having in initially intersect into lambda lateral
   leading limit not null offset on only or order pivot pivot_longer pivot_wider placing primary qualify references returning
   select show some summarize symmetric table then to trailing true union unique unpivot using variadic when where window with`
    .split(/\s+/)
    .filter(Boolean),
)

/** A column or table for SQL, quoted where it must be. */
export function sqlName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`
}

/** A text for YAML, quoted where it would be read as something else: `on`, `1e5`, `a: b`. */
export function yamlText(text: string): string {
  const isPlain =
    /^[a-z][a-z0-9_]*([ ./*-]+[a-z0-9_*]+)*\??$/i.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
  return isPlain ? text : JSON.stringify(text)
}

/** A name of the contract’s object, which queries read: `flight-delay` → `flight_delay`. */
export function tableName(model: string): string {
  const name = model.replaceAll('-', '_')
  return /^[a-z]/.test(name) && !reserved.has(name) ? name : `rows_${name}`.slice(0, 63)
}
