import type { TextMeasure } from '@tidemark/schemas'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import { letterClass } from './letters.ts'

export const dialects = ['duckdb', 'postgres'] as const
export type DialectName = (typeof dialects)[number]

/** What databases write differently. */
export interface Dialect {
  identifier(name: string): string
  literal(text: string): string
  readonly double: string
  readonly text: string
  /** A column of numbers or truth values as doubles. */
  number(column: string): string
  /** Whether a double is a finite number. */
  isFinite(value: string): string
  /** How many of the sorted edges are below a finite double. */
  edgesBelow(value: string, edges: readonly number[]): string
  /** The n-th of some doubles, from 1; NULL beyond them. */
  nth(edges: readonly number[], index: string): string
  /** The first 16 hex digits of a text's SHA-256. */
  digest(text: string): string
  /** A whole double as an exact number. */
  whole(value: string): string
  /** A relation of texts with their codes. */
  levels(levels: readonly string[]): string
  /** All rows of a relation as one JSON array. */
  jsonRows(relation: string): string
  /** The numbers `x` of a relation at shares of them, from below, as a JSON array: NULL where it has none. One sort. */
  quantiles(relation: string, shares: readonly number[]): string
  /** A text's length in characters, or its pattern: `a` for letters, `9` for digits. */
  measure(text: string, measure: TextMeasure['measure']): string
  /** A text in an order that is that of its bytes. */
  bytes(text: string): string
  /** A whole number from 0 to 2^32 − 1 that looks random and is the same for a text in every database. */
  hash(text: string): string
  /** Columns of a table with their types, `name` and `type`, in their order. */
  columnsOf(table: readonly string[]): string
}

// With an exponent: DuckDB takes a literal without one for a decimal, whose cast to a double loses its last bit.
const list = (numbers: readonly number[]): string =>
  numbers.map((number) => (/e/.test(String(number)) ? String(number) : `${number}e0`)).join(', ')

export const dialect: Readonly<Record<DialectName, Dialect>> = {
  duckdb: {
    identifier: quoteIdentifier,
    literal: quoteLiteral,
    double: 'DOUBLE',
    text: 'VARCHAR',
    number: (column) => `CAST(${column} AS DOUBLE)`,
    isFinite: (value) => `isfinite(${value})`,
    edgesBelow: (value, edges) => `len(list_filter([${list(edges)}]::DOUBLE[], edge -> edge < ${value}))`,
    nth: (edges, index) => `([${list(edges)}]::DOUBLE[])[${index}]`,
    digest: (text) => `left(sha256(${text}), 16)`,
    whole: (value) => `CAST(${value} AS HUGEINT)`,
    levels: (levels) =>
      `SELECT unnest([${levels.map(quoteLiteral).join(', ')}]::VARCHAR[]) AS level, unnest(range(${levels.length})) AS code`,
    jsonRows: (relation) => `(SELECT to_json(list(r)) FROM (${relation}) AS r)`,
    // quantile_disc of as many shares looks for each anew.
    quantiles: (relation, shares) =>
      `(SELECT to_json(list_select(s, list_transform([${list(shares)}]::DOUBLE[], share -> ceil(share * len(s))::BIGINT))) FROM (SELECT list_sort(list(x)) AS s FROM ${relation}) AS q)`,
    measure: (text, measure) => (measure === 'length' ? `length(${text})` : pattern(text, quoteLiteral('\\p{L}+'))),
    bytes: (text) => text,
    hash: (text) => `CAST('0x' || left(md5(${text}), 8) AS BIGINT)`,
    columnsOf: (table) => informationSchema(table, quoteLiteral),
  },
  postgres: {
    identifier: quoteIdentifier,
    // Backslashes mean the same here whatever standard_conforming_strings says.
    literal: escapedLiteral,
    double: 'double precision',
    text: 'text',
    // There is no cast from boolean to double; every number's text reads back as the same one.
    number: (column) =>
      `CAST(CASE CAST(${column} AS text) WHEN 'true' THEN '1' WHEN 'false' THEN '0' ELSE CAST(${column} AS text) END AS double precision)`,
    isFinite: (value) => `(${value} > '-Infinity'::double precision AND ${value} < 'Infinity'::double precision)`,
    // width_bucket counts the edges up to a value; turned around, it leaves those below it.
    edgesBelow: (value, edges) =>
      edges.length === 0
        ? '0'
        : `${edges.length} - width_bucket(-(${value}), ARRAY[${list(edges.map((edge) => -edge).reverse())}]::double precision[])`,
    nth: (edges, index) => `(ARRAY[${list(edges)}]::double precision[])[${index}]`,
    digest: (text) => `left(encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), 16)`,
    whole: (value) => `CAST(${value} AS numeric)`,
    levels: (levels) =>
      levels.length === 0
        ? 'SELECT NULL::text AS level, 0 AS code WHERE false'
        : `SELECT * FROM (VALUES ${levels.map((level, code) => `(${escapedLiteral(level)}, ${code})`).join(', ')}) AS v (level, code)`,
    jsonRows: (relation) => `(SELECT json_agg(r) FROM (${relation}) AS r)`,
    quantiles: (relation, shares) =>
      `(SELECT to_json(percentile_disc(ARRAY[${list(shares)}]::double precision[]) WITHIN GROUP (ORDER BY x)) FROM ${relation})`,
    // Its classes go by the database's locale, or know no letters of other alphabets.
    measure: (text, measure) => (measure === 'length' ? `length(${text})` : pattern(text, `'${letterClass()}+'`)),
    bytes: (text) => `${text} COLLATE "C"`,
    hash: (text) => `CAST(CAST('x' || left(md5(${text}), 8) AS bit(32)) AS bigint)`,
    columnsOf: (table) => informationSchema(table, escapedLiteral),
  },
}

const pattern = (text: string, letters: string): string =>
  `left(regexp_replace(regexp_replace(${text}, ${letters}, 'a', 'g'), '[0-9]+', '9', 'g'), 100)`

function informationSchema(table: readonly string[], literal: (text: string) => string): string {
  const named = ['table_name', 'table_schema', 'table_catalog'].flatMap((column, i) => {
    const name = table.at(-1 - i)
    return name === undefined ? [] : [`${column} = ${literal(name)}`]
  })
  return `SELECT column_name AS name, data_type AS type, ordinal_position AS place FROM information_schema.columns WHERE ${named.join(' AND ')}`
}

function escapedLiteral(text: string): string {
  const quoted = quoteLiteral(text)
  return quoted.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted
}
