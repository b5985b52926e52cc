import { type Dataset, rowsOfFile, type Validation } from '@tidemark/schemas'
import { codeSpan, escapeMarkdown } from './escape.ts'
import { formatCount, formatQuantity, formatShare } from './format.ts'
import { details, list, paragraphs, table, verdictLabel } from './markdown.ts'

export interface VersionData {
  readonly datasets: { readonly training: Dataset; readonly holdout: Dataset }
  readonly validations: { readonly training: Validation; readonly holdout: Validation }
}

const mostShown = 40

/** What a version was trained and judged on beside what the champion was: rows, rejected rows, files, columns, contract. */
export function dataDifference(now: VersionData, before: VersionData, champion: string): string {
  const splits = ['training', 'holdout'] as const
  const rows = splits.flatMap((split) => {
    const [a, b] = [before.validations[split], now.validations[split]]
    const title = split === 'training' ? 'Training' : 'Holdout'
    const files = filesBetween(before.datasets[split], now.datasets[split])
    return [
      [`${title} rows`, formatCount(a.rows), formatCount(b.rows), signed(b.rows - a.rows)],
      [
        `${title} files`,
        formatCount(before.datasets[split].files.length),
        formatCount(now.datasets[split].files.length),
        files.added.length + files.removed.length === 0
          ? 'the same files'
          : `${formatCount(files.added.length)} new, ${formatCount(files.removed.length)} gone`,
      ],
      [`${title} rejected`, rejected(a), rejected(b), verdictLabel(b.verdict)],
    ]
  })
  const [from, to] = [before.validations.training.contract, now.validations.training.contract]
  const contract =
    from.sha256 === to.sha256
      ? `Contract ${escapeMarkdown(to.version)}: the same.`
      : `Contract: ${escapeMarkdown(from.version)} → ${escapeMarkdown(to.version)}, another text.`
  return paragraphs(
    table(
      [
        { title: 'Data' },
        { title: escapeMarkdown(champion), align: 'right' },
        { title: 'This version', align: 'right' },
        { title: 'Change' },
      ],
      rows,
    ),
    `${contract} ${columnChanges(before.datasets.training, now.datasets.training)}`,
    ...splits.map((split) => fileChanges(split, filesBetween(before.datasets[split], now.datasets[split]))),
  )
}

const rejected = ({ rows, rejectedRows }: Validation): string =>
  `${formatCount(rejectedRows)} (${formatShare(rows > 0 ? rejectedRows / rows : null)})`

const signed = (difference: number): string =>
  difference === 0 ? '±0' : `${difference > 0 ? '+' : '−'}${formatCount(Math.abs(difference))}`

type Files = Dataset['files']

/** By content: a file that was only moved is the same, unless its folders are columns. */
function filesBetween(before: Dataset, now: Dataset): { added: Files; removed: Files } {
  const [old, fresh] = [before.files, now.files].map((files) => new Set(files.map((file) => rowsOfFile(file))))
  return {
    added: now.files.filter((file) => !old!.has(rowsOfFile(file))),
    removed: before.files.filter((file) => !fresh!.has(rowsOfFile(file))),
  }
}

function fileChanges(split: string, { added, removed }: { added: Files; removed: Files }): string {
  if (added.length + removed.length === 0) return ''
  const line = (mark: string) => (file: Files[number]) =>
    `${mark} ${codeSpan(file.path, 160)}, ${formatQuantity(file.rows, 'row')}`
  const title = `${split === 'training' ? 'Training' : 'Holdout'} files: ${formatCount(added.length)} new, ${formatCount(removed.length)} gone`
  return details(title, list([...added.map(line('➕')), ...removed.map(line('➖'))], mostShown))
}

function columnChanges(before: Dataset, now: Dataset): string {
  const [old, fresh] = [before.columns, now.columns].map(
    (columns) => new Map(columns.map(({ name, type }) => [name, type])),
  )
  const changes = [
    ...now.columns.filter(({ name }) => !old!.has(name)).map(({ name }) => `new ${codeSpan(name, 60)}`),
    ...before.columns.filter(({ name }) => !fresh!.has(name)).map(({ name }) => `gone ${codeSpan(name, 60)}`),
    ...now.columns
      .filter(({ name, type }) => old!.has(name) && old!.get(name) !== type)
      .map(({ name, type }) => `${codeSpan(name, 60)} ${codeSpan(old!.get(name) ?? '', 60)} → ${codeSpan(type, 60)}`),
    ...missingChanges(before, now),
  ]
  if (changes.length === 0) return `Columns: the same ${formatCount(now.columns.length)}.`
  const more = changes.length - 20
  return `Columns: ${changes.slice(0, 20).join('; ')}${more > 0 ? `; and ${formatCount(more)} more` : ''}.`
}

/** Where the share of missing values moved by half a percent or more, or they come or go. */
function missingChanges(before: Dataset, now: Dataset): string[] {
  const old = new Map(before.columns.map(({ name, nulls }) => [name, nulls]))
  return now.columns.flatMap(({ name, nulls }) => {
    const was = old.get(name)
    if (was === undefined || nulls === undefined) return []
    const [from, to] = [was / before.rows, nulls / now.rows]
    const isTold = Math.abs(to - from) >= 0.005 || (was === 0) !== (nulls === 0)
    return isTold ? [`missing ${codeSpan(name, 60)} ${formatShare(from)} → ${formatShare(to)}`] : []
  })
}
