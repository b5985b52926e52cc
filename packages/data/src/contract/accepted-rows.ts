import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import { type Dataset, rowColumns } from '../fingerprint/dataset.ts'
import { compileContract } from './compile.ts'
import type { Contract } from './contract.ts'
import type { ViolationPolicy } from './validate.ts'

export interface ViewOptions {
  readonly contract?: Contract
  /** Default: nothing is rejected. */
  readonly policy?: ViolationPolicy
}

/**
 * Creates the view that queries name: the dataset's rows, without those that the contract's row rules reject under `drop`
 * and `quarantine`. Nothing is copied: the rows are those of the files' digests filtered by the contract's. Beside the
 * dataset's own columns it has `source_file` and `file_row_number` (from 0), which `SELECT *` includes.
 */
export async function createDatasetView(
  engine: Engine,
  dataset: Dataset,
  { contract, policy }: ViewOptions = {},
): Promise<void> {
  const isFiltered = contract !== undefined && policy !== undefined && policy.action !== 'fail'
  const filter = isFiltered ? ` WHERE (${(await compileContract(engine, dataset, contract)).rejects}) IS NOT TRUE` : ''
  await engine.query(
    `CREATE OR REPLACE VIEW ${quoteIdentifier(dataset.name)} AS
     SELECT * EXCLUDE (${rowColumns.order}) FROM ${dataset.rawView}${filter}`,
  )
}

/**
 * Writes the rejected rows, with their file and row number, as Parquet and returns how many. The path must be one of the
 * engine's `outputPaths`. Values leave the dataset here: callers ask the trust rules first.
 */
export async function writeQuarantine(
  engine: Engine,
  dataset: Dataset,
  contract: Contract,
  path: string,
): Promise<number> {
  const { rejects } = await compileContract(engine, dataset, contract)
  const [row] = await engine.query(
    `COPY (SELECT * EXCLUDE (${rowColumns.order}) FROM ${dataset.rawView} WHERE (${rejects}) ORDER BY ${rowColumns.order})
     TO ${quoteLiteral(path)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
  )
  return Number(row?.Count)
}
