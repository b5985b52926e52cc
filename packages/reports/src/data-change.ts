import { type DatasetChange, findColumnChanges, noticeable, sizesInWords, type Words } from './column-change.ts'
import { codeSpan, escapeMarkdown } from './escape.ts'
import { formatCount, formatQuantity, formatShare, shortDigest } from './format.ts'
import { details, list, paragraphs, table } from './markdown.ts'

const mostColumns = 60

/** What a change does to the data, column by column: a part of a job's summary and of a pull request's comment. */
export function renderDataChange(changes: readonly DatasetChange[]): string {
  return paragraphs('### What changes in the data', ...changes.map(renderDataset))
}

function renderDataset({ name, before, after }: DatasetChange): string {
  const title = codeSpan(name, 100)
  if (after === null) return `${title} is gone; it had ${formatQuantity(before?.rows ?? 0, 'row')}.`
  if (before === null)
    return `${title} is new: ${formatQuantity(after.rows, 'row')} of ${formatQuantity(after.columns.length, 'column')}.`
  if (before.digest === after.digest) return `${title}: the same data (${codeSpan(shortDigest(after.digest))}).`
  const told = findColumnChanges(before, after)
  const quiet = after.columns.length - told.filter(({ isThere }) => isThere).length
  return paragraphs(
    `${title}: ${inMarkdown(sizesInWords({ before, after }))}`,
    told.length > 0 &&
      table(
        [{ title: 'Column' }, { title: 'What changes' }],
        told.map(({ column, parts }) => [codeSpan(column, 100), parts.map(inMarkdown).join('<br>')]),
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

const inMarkdown = (words: Words): string =>
  words
    .map((word) => (typeof word === 'string' ? word : 'code' in word ? codeSpan(word.code, 60) : `**${word.strong}**`))
    .join('')

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
