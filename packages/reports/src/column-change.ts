import { formatCount, formatGiven, formatQuantity, formatShare, UNDEFINED } from './format.ts'

/** One column in few numbers; what would show a value is null where the column is not public. */
export interface ColumnSummary {
  readonly name: string
  /** Null where it is not known. */
  readonly type: string | null
  readonly nulls: number
  /** About so many different values; left out where they were not counted. */
  readonly distinct?: number | undefined
  readonly numbers: { readonly mean: number; readonly sd: number; readonly quantiles: readonly number[] | null } | null
  /** Those of at least 20 rows. */
  readonly levels: readonly { readonly value: string; readonly rows: number }[] | null
}

export interface DatasetSummary {
  readonly digest: string
  /** Null where it is not known. */
  readonly files: number | null
  /** The days that a committed baseline describes, where it stands for the data. */
  readonly baselineOf?: { readonly start: string; readonly end: string } | undefined
  readonly rows: number
  readonly columns: readonly ColumnSummary[]
}

export interface DatasetChange {
  readonly name: string
  /** Null where there was, or is, no such dataset. */
  readonly before: DatasetSummary | null
  readonly after: DatasetSummary | null
}

const mostLevels = 10
/** Less than this is not told: a share of rows, standard deviations, and a distance of the levels' shares. */
export const noticeable = { share: 0.005, sigma: 0.05, distance: 0.02 }

/** How many rows and files there were and are. */
export function sizesInWords({ before, after }: { before: DatasetSummary; after: DatasetSummary }): Words {
  const by = after.rows - before.rows
  const difference = by === 0 ? '±0' : `${by > 0 ? '+' : '−'}${formatCount(Math.abs(by))}`
  const isKnown = before.files !== null && after.files !== null && before.files !== after.files
  const files = isKnown ? `, ${formatCount(before.files)} → ${formatQuantity(after.files, 'file')}` : ''
  return [
    `${formatCount(before.rows)} → `,
    { strong: formatQuantity(after.rows, 'row') },
    ` (${difference})${files}.`,
    ...(before.baselineOf === undefined
      ? []
      : [
          ` Compared with what its committed baseline says of ${before.baselineOf.start} until ${before.baselineOf.end}, column by column.`,
        ]),
  ]
}

/** A sentence for Markdown and HTML alike: words of our own, and those of the data, which each escapes in its way. */
export type Words = readonly (string | { readonly code: string } | { readonly strong: string })[]

export interface ColumnChange {
  readonly column: string
  readonly parts: readonly Words[]
  /** Whether the data still have it. */
  readonly isThere: boolean
}

/** What differs noticeably, column by column: those that are gone, then in the order of the data. */
export function findColumnChanges(before: DatasetSummary, after: DatasetSummary): ColumnChange[] {
  const old = new Map(before.columns.map((column) => [column.name, column]))
  const now = new Set(after.columns.map(({ name }) => name))
  return [
    ...before.columns
      .filter(({ name }) => !now.has(name))
      .map(({ name, type }) => ({
        column: name,
        parts: [[{ strong: 'gone' }, ...(type === null ? [] : [' (was ', { code: type }, ')'])]],
        isThere: false,
      })),
    ...after.columns.flatMap((column): ColumnChange[] => {
      const was = old.get(column.name)
      const parts =
        was === undefined
          ? [
              [
                { strong: 'new' },
                ...(column.type === null ? [] : [', ', { code: column.type }]),
                `, missing ${formatShare(share(column.nulls, after.rows))}`,
              ],
            ]
          : partsOf(was, column, before.rows, after.rows)
      return parts.length === 0 ? [] : [{ column: column.name, parts, isThere: true }]
    }),
  ]
}

function partsOf(was: ColumnSummary, column: ColumnSummary, rowsBefore: number, rowsAfter: number): Words[] {
  const parts: Words[] = []
  if (was.type !== null && column.type !== null && was.type !== column.type)
    parts.push(['type ', { code: was.type }, ' → ', { code: column.type }])
  const [nullsBefore, nullsAfter] = [share(was.nulls, rowsBefore), share(column.nulls, rowsAfter)]
  const isOther = (nullsBefore === 0) !== (nullsAfter === 0)
  if (isOther || Math.abs(nullsAfter - nullsBefore) >= noticeable.share)
    parts.push([`missing ${formatShare(nullsBefore)} → ${formatShare(nullsAfter)}`])
  if (was.numbers && column.numbers) parts.push(...numberParts(was.numbers, column.numbers))
  if (was.levels && column.levels) parts.push(...levelParts(was.levels, column.levels))
  return parts
}

function numberParts(was: NonNullable<ColumnSummary['numbers']>, now: NonNullable<ColumnSummary['numbers']>): Words[] {
  const sigma = (now.mean - was.mean) / was.sd
  const isMoved = was.sd > 0 ? Math.abs(sigma) >= noticeable.sigma : now.mean !== was.mean
  const isWider = was.sd > 0 && Math.abs(now.sd / was.sd - 1) >= noticeable.sigma
  if (!isMoved && !isWider) return []
  const isPublic = was.quantiles !== null && now.quantiles !== null
  const values = isPublic ? ` (${formatValue(was.mean)} → ${formatValue(now.mean)})` : ''
  const [low, middle, high] = [0, 2, 4].map(
    (i) => `${formatValue(was.quantiles?.[i])} → ${formatValue(now.quantiles?.[i])}`,
  )
  return [
    ...(isMoved
      ? [
          [
            was.sd > 0
              ? `mean ${sigma > 0 ? '+' : '−'}${Math.abs(sigma).toFixed(2)} σ${values}`
              : `mean of a constant moved${values}`,
          ],
        ]
      : []),
    ...(isWider ? [[`σ × ${(now.sd / was.sd).toFixed(2)}`]] : []),
    ...(isPublic ? [[`5 %: ${low} · median: ${middle} · 95 %: ${high}`]] : []),
  ]
}

function levelParts(was: NonNullable<ColumnSummary['levels']>, now: NonNullable<ColumnSummary['levels']>): Words[] {
  const [old, fresh] = [sharesOf(was), sharesOf(now)]
  const names = (values: readonly string[]): Words => [
    ...values.slice(0, mostLevels).flatMap((code, i) => (i === 0 ? [{ code }] : [', ', { code }])),
    ...(values.length > mostLevels ? [` and ${formatCount(values.length - mostLevels)} more`] : []),
  ]
  const come = [...fresh.keys()].filter((value) => !old.has(value))
  const gone = [...old.keys()].filter((value) => !fresh.has(value))
  const all = new Set([...old.keys(), ...fresh.keys()])
  const moves = [...all].map((value) => ({ value, by: (fresh.get(value) ?? 0) - (old.get(value) ?? 0) }))
  const distance = moves.reduce((sum, { by }) => sum + Math.abs(by), 0) / 2
  const [largest] = moves.sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
  return [
    ...(come.length > 0 ? [['new (≥ 20 rows): ', ...names(come)]] : []),
    ...(gone.length > 0 ? [['gone (< 20 rows): ', ...names(gone)]] : []),
    ...(distance >= noticeable.distance && largest
      ? [
          [
            `${formatShare(distance)} of the rows have another level, most of all `,
            { code: largest.value },
            `: ${formatShare(old.get(largest.value) ?? 0)} → ${formatShare(fresh.get(largest.value) ?? 0)}`,
          ],
        ]
      : []),
  ]
}

function sharesOf(levels: NonNullable<ColumnSummary['levels']>): Map<string, number> {
  const rows = levels.reduce((sum, level) => sum + level.rows, 0)
  return new Map(levels.map(({ value, rows: own }) => [value, own / rows]))
}

/** A value of a public column: four digits tell them apart well enough. */
export const formatValue = (number: number | undefined): string =>
  number === undefined || !Number.isFinite(number)
    ? UNDEFINED
    : formatGiven(Number(number.toPrecision(4))).replace('-', '−')

/** 0 of no rows. */
const share = (part: number, rows: number): number => (rows === 0 ? 0 : part / rows)
