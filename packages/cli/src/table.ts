/** Rows in columns under titles; numbers to the right. Cells are made plain. Columns that are empty throughout are left out. */
export function formatTable(
  columns: readonly { readonly title: string; readonly isNumber?: boolean }[],
  rows: readonly (readonly string[])[],
): string {
  const shown = columns.map((_, i) => rows.some((row) => row[i] !== ''))
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(plain))]
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => [...(row[i] ?? '')].length)))
  return cells
    .map((row) =>
      row
        .map((cell, i) => (columns[i]?.isNumber ? pad(widths[i]!, cell) + cell : cell + pad(widths[i]!, cell)))
        .filter((_, i) => shown[i])
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const pad = (width: number, cell: string): string => ' '.repeat(Math.max(0, width - [...cell].length))

/** Text of others for a terminal: what would move the cursor, colour or turn the line is spelled out. */
export function plain(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(
      /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
      (character) => `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`,
    )
}
