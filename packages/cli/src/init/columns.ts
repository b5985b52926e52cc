/** A column as a contract declares it. */
export interface LogicalColumn {
  readonly name: string
  /** Null for what no logical type of the standard says, such as bytes. */
  readonly type: LogicalType | null
  readonly isRequired: boolean
  /** About how many different values it has; null where nobody counted. */
  readonly distinct: number | null
}

export const logicalTypes = ['string', 'number', 'integer', 'boolean', 'date', 'timestamp', 'time'] as const
export type LogicalType = (typeof logicalTypes)[number]

/** A table’s column type, in DuckDB’s words, as the Open Data Contract Standard says it. */
export function logicalType(type: string): LogicalType | null {
  if (/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/.test(type)) return 'integer'
  if (/^(FLOAT|DOUBLE|DECIMAL\()/.test(type)) return 'number'
  if (type === 'BOOLEAN') return 'boolean'
  if (type === 'DATE') return 'date'
  if (type.startsWith('TIMESTAMP')) return 'timestamp'
  if (type.startsWith('TIME')) return 'time'
  return /^(VARCHAR|UUID|ENUM\()/.test(type) ? 'string' : null
}
