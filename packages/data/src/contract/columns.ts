import { TidemarkError } from '@tidemark/schemas'
import type { Dataset } from '../fingerprint/dataset.ts'
import type { Contract } from './contract.ts'
import type { Property } from './document.ts'

/** Columns of the data by the names that a contract's properties have. */
export type ColumnNames = ReadonlyMap<string, string>

/**
 * Which column each property is: its `physicalName` where the data has it, else its name. Throws `COLUMN_MISSING` with every
 * property that the data has not.
 */
export function resolveColumns(dataset: Dataset, contract: Contract): ColumnNames {
  const names = new Set(dataset.columns.map(({ name }) => name))
  const found = new Map<string, string>()
  const missing: Property[] = []
  for (const property of contract.object.properties) {
    const { name, physicalName = name } = property
    const column = [physicalName, name].find((each) => names.has(each))
    if (column === undefined) missing.push(property)
    else found.set(name, column)
  }
  if (missing.length === 0) return found
  throw new TidemarkError(
    'COLUMN_MISSING',
    `${dataset.files[0]?.path ?? 'The data'} lacks ${missing
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 500)}`,
    {
      hint: `Add the column to the data or correct the contract. The data has: ${[...names].join(', ').slice(0, 500)}.`,
      problems: missing.slice(0, 100).map((property) => {
        const similar = [...names].find((name) => name.toLowerCase() === property.name.toLowerCase())
        const path = ['properties', contract.object.properties.indexOf(property), 'name']
        const message = `the data has no column "${property.name}"${similar === undefined ? '' : `, but "${similar}"`}`
        return { file: contract.file, ...contract.locate(path), message }
      }),
    },
  )
}
