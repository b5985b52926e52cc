import type { ModelFolder } from '@tidemark/data'
import type { Place } from '@tidemark/reports'
import type { BaselineColumn } from '@tidemark/schemas'

type Placed = Pick<ModelFolder, 'folder' | 'contract'> & {
  readonly policy: { readonly data: Pick<ModelFolder['policy']['data'], 'features'> }
}

/**
 * Where a person would look at what drifted: a column's line in the contract, also where a segment or a text's length was compared.
 * What the query makes of others is in no contract: then it is the query's file.
 */
export function contractPlaces(
  { contract, folder, policy }: Placed,
  columns: readonly BaselineColumn[],
): (column: string) => Place {
  const compared = new Map(columns.map((column) => [column.name, column]))
  return (name) => {
    const column = compared.get(name)
    const own = column === undefined ? name : comparedColumn(column)
    const index = contract.object.properties.findIndex((property) => property.name === own)
    if (index < 0) return { file: `${folder}/${policy.data.features}` }
    return { file: contract.file, line: contract.locate(['properties', index]).line }
  }
}

/** The column that a part of it, or a measure of its texts, is counted of. */
function comparedColumn(column: BaselineColumn): string {
  if (column.kind !== 'rate' && column.text !== undefined) return column.text.column
  const { name, segment } = column
  return segment === undefined ? name : name.slice(0, -` [${segment.column}=${segment.value}]`.length)
}
