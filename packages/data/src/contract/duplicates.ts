import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier } from '../engine/quoting.ts'
import { type Dataset, rowColumns, rowsPerFile } from '../fingerprint/dataset.ts'
import type { DuplicateCheck } from './checks.ts'
import { judgeCount } from './judgement.ts'
import { firstPlaces } from './scan.ts'
import type { Judged } from './validate.ts'

/**
 * Counts the rows beyond the first of each value among the accepted rows, by grouping (which spills to disk, as counting
 * distinct values does not). Places are looked up only when there are any.
 */
export async function evaluateDuplicates(
  engine: Engine,
  dataset: Dataset,
  check: DuplicateCheck,
  acceptedRows: number,
): Promise<Judged> {
  const columns = check.columns.map(quoteIdentifier)
  const from = `FROM ${quoteIdentifier(dataset.name)} WHERE ${columns.map((column) => `${column} IS NOT NULL`).join(' AND ')}`
  const [row] = await engine.query(
    `SELECT coalesce(sum(n - 1), 0)::BIGINT AS beyond_first FROM (SELECT count(*) AS n ${from} GROUP BY ${columns.join(', ')})`,
  )
  const judged = judgeCount(check.judge, Number(row?.beyond_first), acceptedRows)
  if (!judged.failedRows) return { ...judged, samples: [] }
  const files = dataset.files.map(({ path }) => path)
  const places = await engine.query(
    `SELECT ${rowColumns.file} AS file, ${rowColumns.row} AS number ${from}
     QUALIFY row_number() OVER (PARTITION BY ${columns.join(', ')} ORDER BY ${rowColumns.file}, ${rowColumns.row}) > 1
     ORDER BY ${rowColumns.file}, ${rowColumns.row} LIMIT 10`,
  )
  const numbers = places.map(({ file, number }) => files.indexOf(String(file)) * rowsPerFile + Number(number))
  return { ...judged, samples: firstPlaces(dataset, numbers) }
}
