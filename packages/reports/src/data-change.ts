import { codeSpan, escapeMarkdown } from './escape.ts'
import { formatCount, formatGiven, formatShare, shortDigest, UNDEFINED } from './format.ts'
import { details, list, paragraphs, table } from './markdown.ts'

/** One column in few numbers; what would show a value is null where the column is not public. */
interface Column {
  readonly name: string
  /** Null where it is not known. */
  readonly type: string | null
  readonly nulls: number
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
  readonly columns: readonly Column[]
}

export interface DatasetChange {
  readonly name: string
  /** Null where there was, or is, no such dataset. */
  readonly before: DatasetSummary | null
  readonly after: DatasetSummary | null
}

const mostColumns = 60
const mostLevels = 10
/** Less than this is not told: a share of rows, standard deviations, and a distance of the levels' shares. */
const noticeable = { share: 0.005, sigma: 0.05, distance: 0.02 }

/** What a change does to the data, column by column: a part of a job's summary and of a pull request's comment. */
export function renderDataChange(changes: readonly DatasetChange[]): string {
  return paragraphs('### What changes in the data', ...changes.map(renderDataset))
}

function renderDataset({ name, before, after }: DatasetChange): string {
  const title = codeSpan(name, 100)
  if (after === null) return `${title} is gone; it had ${formatCount(before?.rows ?? 0)} rows.`
  if (before === null)
    return `${title} is new: ${formatCount(after.rows)} rows of ${formatCount(after.columns.length)} columns.`
  if (before.digest === after.digest) return `${title}: the same data (${codeSpan(shortDigest(after.digest))}).`
  const rows = `${formatCount(before.rows)} → **${formatCount(after.rows)} rows** (${after.rows === before.rows ? '±0' : formatDifference(after.rows - before.rows)})`
  const files =
    before.files === null || after.files === null || before.files === after.files
      ? ''
      : `, ${formatCount(before.files)} → ${formatCount(after.files)} files`
  const { baselineOf } = before
  const told = columnChanges(before, after)
  const quiet = after.columns.length - told.filter(({ isThere }) => isThere).length
  return paragraphs(
    `${title}: ${rows}${files}.`,
    baselineOf &&
      `Compared with what its committed baseline says of ${escapeMarkdown(baselineOf.start)} until ${escapeMarkdown(baselineOf.end)}, column by column.`,
    told.length > 0 &&
      table(
        [{ title: 'Column' }, { title: 'What changes' }],
        told.map(({ column, parts }) => [codeSpan(column, 100), parts.join('<br>')]),
        mostColumns,
      ),
    quiet > 0 && `<sub>${formatCount(quiet)} ${quiet === 1 ? 'column' : 'columns'} without a noticeable change.</sub>`,
    details(
      'What is noticeable',
      list([
        `missing values: ${formatShare(noticeable.share)} of the rows; means: ${noticeable.sigma} standard deviations; shares of levels: ${formatShare(noticeable.distance)} of the rows elsewhere`,
        'levels of fewer than 20 rows are not told apart, and values stand here only of columns that the contract calls public',
      ]),
    ),
  )
}

interface ToldColumn {
  readonly column: string
  readonly parts: readonly string[]
  readonly isThere: boolean
}

function columnChanges(before: DatasetSummary, after: DatasetSummary): ToldColumn[] {
  const old = new Map(before.columns.map((column) => [column.name, column]))
  const now = new Set(after.columns.map(({ name }) => name))
  return [
    ...before.columns
      .filter(({ name }) => !now.has(name))
      .map(({ name, type }) => ({
        column: name,
        parts: [`**gone**${type === null ? '' : ` (was ${codeSpan(type, 60)})`}`],
        isThere: false,
      })),
    ...after.columns.flatMap((column): ToldColumn[] => {
      const was = old.get(column.name)
      const parts =
        was === undefined
          ? [
              `**new**, ${codeSpan(column.type ?? 'of some type', 60)}, missing ${formatShare(share(column.nulls, after.rows))}`,
            ]
          : partsOf(was, column, before.rows, after.rows)
      return parts.length === 0 ? [] : [{ column: column.name, parts, isThere: true }]
    }),
  ]
}

function partsOf(was: Column, column: Column, rowsBefore: number, rowsAfter: number): string[] {
  const parts: string[] = []
  if (was.type !== null && column.type !== null && was.type !== column.type)
    parts.push(`type ${codeSpan(was.type, 60)} → ${codeSpan(column.type, 60)}`)
  const [nullsBefore, nullsAfter] = [share(was.nulls, rowsBefore), share(column.nulls, rowsAfter)]
  const isOther = (nullsBefore === 0) !== (nullsAfter === 0)
  if (isOther || Math.abs(nullsAfter - nullsBefore) >= noticeable.share)
    parts.push(`missing ${formatShare(nullsBefore)} → ${formatShare(nullsAfter)}`)
  if (was.numbers && column.numbers) parts.push(...numberParts(was.numbers, column.numbers))
  if (was.levels && column.levels) parts.push(...levelParts(was.levels, column.levels))
  return parts
}

function numberParts(was: NonNullable<Column['numbers']>, now: NonNullable<Column['numbers']>): string[] {
  const sigma = (now.mean - was.mean) / was.sd
  const isMoved = was.sd > 0 ? Math.abs(sigma) >= noticeable.sigma : now.mean !== was.mean
  const isWider = was.sd > 0 && Math.abs(now.sd / was.sd - 1) >= noticeable.sigma
  if (!isMoved && !isWider) return []
  const isPublic = was.quantiles !== null && now.quantiles !== null
  const values = isPublic ? ` (${value(was.mean)} → ${value(now.mean)})` : ''
  const [low, middle, high] = [0, 2, 4].map((i) => `${value(was.quantiles?.[i])} → ${value(now.quantiles?.[i])}`)
  return [
    ...(isMoved
      ? [
          was.sd > 0
            ? `mean ${sigma > 0 ? '+' : '−'}${Math.abs(sigma).toFixed(2)} σ${values}`
            : `mean of a constant moved${values}`,
        ]
      : []),
    ...(isWider ? [`σ × ${(now.sd / was.sd).toFixed(2)}`] : []),
    ...(isPublic ? [`5 %: ${low} · median: ${middle} · 95 %: ${high}`] : []),
  ]
}

function levelParts(was: NonNullable<Column['levels']>, now: NonNullable<Column['levels']>): string[] {
  const [old, fresh] = [sharesOf(was), sharesOf(now)]
  const names = (values: readonly string[]) =>
    values
      .slice(0, mostLevels)
      .map((value) => codeSpan(value, 60))
      .join(', ') + (values.length > mostLevels ? ` and ${formatCount(values.length - mostLevels)} more` : '')
  const come = [...fresh.keys()].filter((value) => !old.has(value))
  const gone = [...old.keys()].filter((value) => !fresh.has(value))
  const all = new Set([...old.keys(), ...fresh.keys()])
  const moves = [...all].map((value) => ({ value, by: (fresh.get(value) ?? 0) - (old.get(value) ?? 0) }))
  const distance = moves.reduce((sum, { by }) => sum + Math.abs(by), 0) / 2
  const [largest] = moves.sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
  return [
    ...(come.length > 0 ? [`new (≥ 20 rows): ${names(come)}`] : []),
    ...(gone.length > 0 ? [`gone (< 20 rows): ${names(gone)}`] : []),
    ...(distance >= noticeable.distance && largest
      ? [
          `${formatShare(distance)} of the rows have another level, most of all ${codeSpan(largest.value, 60)}: ${formatShare(old.get(largest.value) ?? 0)} → ${formatShare(fresh.get(largest.value) ?? 0)}`,
        ]
      : []),
  ]
}

function sharesOf(levels: NonNullable<Column['levels']>): Map<string, number> {
  const rows = levels.reduce((sum, level) => sum + level.rows, 0)
  return new Map(levels.map(({ value, rows: own }) => [value, own / rows]))
}

/** Four digits tell values apart well enough. */
const value = (number: number | undefined): string =>
  number === undefined || !Number.isFinite(number)
    ? UNDEFINED
    : formatGiven(Number(number.toPrecision(4))).replace('-', '−')

const share = (part: number, rows: number): number => (rows === 0 ? 0 : part / rows)
const formatDifference = (by: number): string => `${by > 0 ? '+' : '−'}${formatCount(Math.abs(by))}`

/** GitHub refuses bodies beyond 65,536 characters. */
const longestComment = 60_000

/** The first line by which a pull request's comment is found again: one for each subject, such as a model. */
export const dataCommentMarker = (subject: string): string =>
  `<!-- tidemark:data ${subject.replace(/[^A-Za-z0-9._/-]/g, '').replace(/--+/g, '-')} -->`

/** A pull request's comment: what was judged of which commit. Where the parts are too long together, the last ones are left out. */
export function renderDataComment({
  marker,
  commit,
  runUrl,
  parts,
}: {
  marker: string
  commit: string
  runUrl: string
  parts: readonly string[]
}): string {
  const end = `<sub>Of commit ${escapeMarkdown(commit.slice(0, 12))} · [the run](${runUrl})</sub>`
  let body = marker
  for (const [i, part] of parts.entries()) {
    if (body.length + part.length + end.length > longestComment) {
      body += `\n\n_${formatCount(parts.length - i)} more parts are in the run’s summary._`
      break
    }
    body += `\n\n${part}`
  }
  return `${body}\n\n${end}\n`
}
