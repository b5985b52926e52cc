import type { Segment, TextMeasure } from '@tidemark/schemas'
import { segmentName } from '../baseline/source.ts'
import type { LayQuestion } from './lay-sql.ts'

/** A column of a plan before its edges or levels are known. */
export interface LaidColumn {
  readonly kind: 'numeric' | 'categorical' | 'rate'
  readonly name: string
  readonly isPublic: boolean
  readonly segment?: Segment
  readonly text?: TextMeasure
}

/** What is laid of a table, in the order in which files are laid: its columns and the outcome, these in each segment, and what is watched of scattered texts. */
export function laidColumns({ columns, label, segments = [], public: shown }: LayQuestion): LaidColumn[] {
  const own: LaidColumn[] = [
    ...columns.map(({ name, kind }) => ({ name, kind, isPublic: shown.includes(name) })),
    ...(label === undefined ? [] : [{ name: label, kind: 'rate' as const, isPublic: false }]),
  ]
  const parts = segments.flatMap((segment) =>
    own
      .filter(({ name }) => name !== segment.column)
      .map((column) => ({ ...column, segment, name: segmentName(column.name, segment) })),
  )
  const taken = new Set([...own, ...parts].map(({ name }) => name))
  const measures = own
    .filter(({ kind }) => kind === 'categorical')
    .flatMap(({ name, isPublic }) =>
      (['length', 'pattern'] as const).map((measure) => ({
        kind: measure === 'length' ? ('numeric' as const) : ('categorical' as const),
        name: `${name} [${measure}]`,
        isPublic,
        text: { column: name, measure },
      })),
    )
  return [...own, ...parts, ...measures.filter(({ name }) => !taken.has(name))]
}
