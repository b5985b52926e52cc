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

export const isLogicalType = (text: string): text is LogicalType => (logicalTypes as readonly string[]).includes(text)
