import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier } from '../engine/quoting.ts'
import { type Dataset, rowColumns, rowsPerFile } from '../fingerprint/dataset.ts'
import type { ReferenceCheck } from './checks.ts'
import { resolveColumns } from './columns.ts'
import type { Contract } from './contract.ts'
import { judgeCount } from './judgement.ts'
import { firstPlaces } from './scan.ts'
import type { Judged } from './validate.ts'

/** Another object of the contract with its files, open in the same engine. */
export interface RelatedDataset {
  readonly dataset: Dataset
  readonly contract: Contract
}

/**
 * Counts the accepted rows whose values, all set, are in no row of the other object. Without the other object's files
 * nothing is known, which is never a pass.
 */
export async function evaluateReference(
  engine: Engine,
  dataset: Dataset,
  check: ReferenceCheck,
  { acceptedRows, related }: { acceptedRows: number; related: readonly RelatedDataset[] },
): Promise<Judged> {
  const other = related.find(({ contract }) => contract.object.name === check.target.object)
  if (other === undefined) {
    const observed = `not evaluated: no files of ${check.target.object} are given`
    return { verdict: 'inconclusive', rows: acceptedRows, failedRows: null, observed, samples: [] }
  }
  const names = resolveColumns(other.dataset, other.contract)
  const pairs = check.columns.map((column, i) => {
    const target = names.get(check.target.columns[i] ?? '') ?? ''
    const sides = [`own.${quoteIdentifier(column)}`, `other.${quoteIdentifier(target)}`]
    // An id may be a number in one file and text in another: then both are compared as texts.
    const isSame = typeOf(dataset, column) === typeOf(other.dataset, target)
    return (isSame ? sides : sides.map((side) => `CAST(${side} AS VARCHAR)`)).join(' = ')
  })
  const isSet = check.columns.map((column) => `own.${quoteIdentifier(column)} IS NOT NULL`).join(' AND ')
  const from = `FROM ${quoteIdentifier(dataset.name)} own ANTI JOIN ${other.dataset.rawView} other ON (${pairs.join(' AND ')}) WHERE ${isSet}`
  const [row] = await engine.query(`SELECT count(*) AS rows ${from}`)
  const judged = judgeCount({ operator: 'mustBe', bound: 0, unit: 'rows' }, Number(row?.rows), acceptedRows)
  if (!judged.failedRows) return { ...judged, samples: [] }
  const files = dataset.files.map(({ path }) => path)
  const places = await engine.query(
    `SELECT own.${rowColumns.file} AS file, own.${rowColumns.row} AS number ${from} ORDER BY file, number LIMIT 10`,
  )
  const numbers = places.map(({ file, number }) => files.indexOf(String(file)) * rowsPerFile + Number(number))
  return { ...judged, samples: firstPlaces(dataset, numbers) }
}

function typeOf({ columns }: Dataset, name: string): string | undefined {
  return columns.find((column) => column.name === name)?.type
}
