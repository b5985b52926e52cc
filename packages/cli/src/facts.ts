import { type Look, paint, type Tone } from './look.ts'
import { plain, widthOf } from './table.ts'

const titleWidth = 16

/** `  title:  value` with the value made plain; broken between words where the terminal ends, under its own beginning. */
export function fact(title: string, value: string, look: Look, tone: Tone = 'calm'): string {
  const indent = ' '.repeat(titleWidth + 3)
  const lines = wrap(plain(value), look.width === null ? null : look.width - indent.length)
  return lines
    .map(
      (line, i) =>
        (i === 0 ? `  ${paint((title === '' ? '' : `${title}:`).padEnd(titleWidth), 'dim', look)} ` : indent) +
        paint(line, tone, look),
    )
    .join('\n')
}

/** Plain text in lines of at most a width; a word that is longer has a line of its own. */
function wrap(text: string, width: number | null): string[] {
  if (width === null) return [text]
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
