import { open } from 'node:fs/promises'
import { type Column, type ColumnTable, nullCode } from '@tidemark/models'
import type { TrainingTable } from '../embedded/training-table.ts'

const rowsPerWrite = 16_384

/**
 * Writes a training table as CSV (RFC 4180, UTF-8, `\n`): a header, the label first, then the features. A missing value is an empty
 * field, an empty text `""`.
 */
export function writeTrainingRows(
  file: string,
  { labels, labelName = 'label', ...table }: TrainingTable,
): Promise<void> {
  return writeRows(file, table, { name: labelName, field: (row) => String(labels[row]) })
}

/** As `writeTrainingRows`, with what names the rows first instead of the label. */
export function writeRowsToScore(
  file: string,
  table: ColumnTable,
  { idName, ids }: { readonly idName: string; readonly ids: readonly string[] },
): Promise<void> {
  return writeRows(file, table, { name: idName, field: (row) => quote(ids[row]!) })
}

async function writeRows(
  file: string,
  { rows, columns }: ColumnTable,
  first: { readonly name: string; readonly field: (row: number) => string },
): Promise<void> {
  const fields = columns.map(fieldsOf)
  const handle = await open(file, 'wx')
  try {
    await handle.write(`${[first.name, ...columns.map(({ name }) => name)].map(quote).join(',')}\n`)
    for (let start = 0; start < rows; start += rowsPerWrite) {
      let text = ''
      for (let row = start; row < Math.min(start + rowsPerWrite, rows); row++) {
        text += first.field(row)
        for (const field of fields) text += `,${field(row)}`
        text += '\n'
      }
      await handle.write(text)
    }
  } finally {
    await handle.close()
  }
}

function fieldsOf(column: Column): (row: number) => string {
  if (column.kind === 'number') {
    const { values } = column
    return (row) => {
      const value = values[row]!
      return Number.isNaN(value) ? '' : String(value)
    }
  }
  const { codes, dictionary } = column
  const texts = dictionary.map(quote)
  return (row) => (codes[row] === nullCode ? '' : (texts[codes[row]!] ?? ''))
}

function quote(text: string): string {
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
