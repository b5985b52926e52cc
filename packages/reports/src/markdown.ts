import type { Verdict } from '@tidemark/schemas'
import { formatCount } from './format.ts'

export interface Column {
  readonly title: string
  readonly align?: 'left' | 'right' | 'center'
}

const rulers = { left: ':--', right: '--:', center: ':-:' }

/** A GFM table of cells that are Markdown already, safe for a cell; rows beyond `most` are counted, not shown. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], most = 100): string {
  const lines = [
    row(columns.map(({ title }) => title)),
    row(columns.map(({ align }) => rulers[align ?? 'left'])),
    ...rows.slice(0, most).map(row),
  ]
  const rest = rows.length - most
  return lines.join('\n') + (rest > 0 ? `\n\n_… and ${formatCount(rest)} more._` : '')
}

/** A collapsed part. `summary` is HTML, since Markdown is not read there. */
export function details(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`
}

/** Parts with a blank line between them; empty ones are left out. */
export const paragraphs = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join('\n\n')

/** At most `most` list items. */
export function list(items: readonly string[], most = 50): string {
  const rest = items.length - most
  return [...items.slice(0, most), ...(rest > 0 ? [`_… and ${formatCount(rest)} more._`] : [])]
    .map((item) => `- ${item}`)
    .join('\n')
}

export const verdictMark: Record<Verdict, string> = { pass: '✅', fail: '❌', inconclusive: '❔' }

/** Mark and word, so that neither colour nor glyph alone says it. */
export const verdictLabel = (verdict: Verdict): string => unbroken(`${verdictMark[verdict]} ${verdict}`)

/** Short text that a narrow cell must not break. */
export const unbroken = (text: string): string => text.replaceAll(' ', '&nbsp;')

/** The verdict on all: one failure fails, and nothing or one open question is inconclusive. */
export function overall(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fail')) return 'fail'
  return verdicts.length === 0 || verdicts.includes('inconclusive') ? 'inconclusive' : 'pass'
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
