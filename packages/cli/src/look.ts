import type { Terminal } from './tidemark.ts'

/** How good or bad something is; `dim` for what is told beside. Each has a mark too, so that colour alone says nothing. */
export type Tone = 'good' | 'warn' | 'bad' | 'busy' | 'calm' | 'dim' | 'strong'

/** How text for people may look: as wide as the terminal is, with colours or without. */
export interface Look {
  /** Columns; null where lines may be as long as they are (a file, a pipe). */
  readonly width: number | null
  readonly hasColour: boolean
}

export const marks: Readonly<Record<Exclude<Tone, 'dim' | 'strong'>, string>> = {
  good: '✓',
  warn: '▲',
  bad: '✕',
  busy: '◐',
  calm: '·',
}

const codes: Readonly<Record<Tone, string>> = {
  good: '32',
  warn: '33',
  bad: '31',
  busy: '36',
  calm: '',
  dim: '2',
  strong: '1',
}
const narrowest = 40

/** Colours on a terminal alone, and not where NO_COLOR is set (no-color.org) or the terminal is dumb. */
export function lookOf({ isTerminal, columns, env }: Pick<Terminal, 'isTerminal' | 'columns' | 'env'>): Look {
  return {
    width: isTerminal && columns !== undefined && columns > 0 ? Math.max(narrowest, columns) : null,
    hasColour: isTerminal && !env.NO_COLOR && env.TERM !== 'dumb',
  }
}

/** Plain text in a tone's colour. */
export function paint(text: string, tone: Tone, { hasColour }: Look): string {
  return hasColour && codes[tone] !== '' && text !== '' ? `\u001b[${codes[tone]}m${text}\u001b[0m` : text
}
