import type { LogicalColumn } from './columns.ts'

/** What a repository is set up for, every part checked. */
export interface Plan {
  readonly model: string
  readonly description: string | null
  readonly owners: readonly string[]
  /** Glob below the repository’s root. */
  readonly data: string
  readonly columns: readonly LogicalColumn[]
  /** The contract that the data keep; null where there are none yet, and the columns are all that is known. */
  readonly contract: string | null
  /** Of the data; null makes one from file and row number. */
  readonly id: string | null
  readonly label: string
  /** Rows that belong together: a day, a customer. */
  readonly cluster: string
  /** Columns that are no features. */
  readonly left: readonly string[]
  readonly defaultBranch: string
  /** `owner/name@ref` of the actions. */
  readonly actions: string
}
