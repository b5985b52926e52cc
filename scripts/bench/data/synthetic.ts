import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { openBare } from './bare.ts'

export const syntheticRows = 5_000_000
const numbers = Array.from({ length: 15 }, (_, i) => `n${i}`)
const categories = Array.from({ length: 5 }, (_, i) => `c${i}`)

/** A Parquet file of 5,000,000 rows, 15 numbers and 5 categories, seeded and made once. */
export async function syntheticTable(): Promise<{ folder: string; file: string }> {
  const folder = join(import.meta.dirname, '../../../node_modules/.cache/tidemark-bench')
  const file = `synthetic-${syntheticRows}-v1.parquet`
  const path = join(folder, file)
  if (existsSync(path)) return { folder, file }
  mkdirSync(folder, { recursive: true })
  await using bare = await openBare()
  const unit = (column: number) => `((hash(i, ${column}) >> 11) / 9007199254740992.0)`
  const columns = [
    ...numbers.map(
      (name, i) =>
        `CASE WHEN hash(i, ${100 + i}) % 1000 = 0 THEN NULL ELSE round(100 * sqrt(-2 * ln(1e-12 + ${unit(i)})) * cos(6.283185307179586 * ${unit(50 + i)}), 3) END AS ${name}`,
    ),
    ...categories.map((name, i) => `'v' || lpad((hash(i, ${200 + i}) % ${10 * (i + 1)})::VARCHAR, 3, '0') AS ${name}`),
  ]
  await bare.run(
    `COPY (SELECT ${columns.join(', ')} FROM range(${syntheticRows}) r(i)) TO '${path}.part' (FORMAT parquet)`,
  )
  renameSync(`${path}.part`, path)
  return { folder, file }
}

/** Checks on it: types, ranges that a few rows leave, patterns, nulls, and one query. */
export function syntheticContract(): string {
  return `apiVersion: v3.1.0
kind: DataContract
id: urn:contract:synthetic
version: 1.0.0
status: active
schema:
  - name: synthetic
    properties:
      - { name: n0, logicalType: number, logicalTypeOptions: { minimum: -350, maximum: 350 } }
      - { name: n1, logicalType: number, logicalTypeOptions: { minimum: -350, maximum: 350 } }
      - { name: n2, quality: [{ metric: nullValues, mustBeLessThan: 1, unit: percent }] }
      - { name: c0, logicalType: string, required: true, logicalTypeOptions: { pattern: '^v[0-9]{3}$' } }
      - { name: c1, logicalType: string, required: true, logicalTypeOptions: { maxLength: 4 } }
      - { name: c2, required: true, quality: [{ metric: invalidValues, mustBe: 0, arguments: { pattern: '^v' } }] }
    quality:
      - { metric: rowCount, mustBe: ${syntheticRows} }
      - { type: sql, query: 'SELECT count(*) FROM {object} WHERE n3 > 350', mustBeLessThan: 5000 }
`
}

/** The same in SQL. */
export function syntheticSql(path: string): string {
  const range = (name: string) => `
    count(*) FILTER (WHERE NOT isfinite(${name})),
    count(*) FILTER (WHERE ${name} < -350),
    count(*) FILTER (WHERE ${name} > 350),`
  return `SELECT ${range('n0')} ${range('n1')}
    count(*) FILTER (WHERE n2 IS NULL),
    count(*) FILTER (WHERE c0 IS NULL),
    count(*) FILTER (WHERE NOT regexp_full_match(c0, 'v[0-9]{3}')),
    count(*) FILTER (WHERE c1 IS NULL),
    count(*) FILTER (WHERE length(c1) > 4),
    count(*) FILTER (WHERE c2 IS NULL),
    count(*) FILTER (WHERE NOT starts_with(c2, 'v')),
    count(*) FILTER (WHERE n3 > 350),
    count(*)
  FROM '${path}'`
}
