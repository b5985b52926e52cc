import { type Look, paint, type Tone } from './look.ts'
import { cutTo, plain, widthOf } from './table.ts'

/** A line of a tree and what hangs on it. */
export interface Branch {
  /** What it is; made plain. */
  readonly title: string
  readonly tone?: Tone
  /** Told beside the title; made plain. */
  readonly note?: string
  readonly children?: readonly Branch[]
}

/** A tree as lines, cut where the terminal ends. */
export function drawTree(root: Branch, look: Look): string {
  return [lineOf(root, '', look), ...drawChildren(root, '', look)].join('\n')
}

function drawChildren({ children = [] }: Branch, indent: string, look: Look): string[] {
  return children.flatMap((child, i) => {
    const isLast = i === children.length - 1
    return [
      lineOf(child, `${indent}${isLast ? '└─ ' : '├─ '}`, look),
      ...drawChildren(child, `${indent}${isLast ? '   ' : '│  '}`, look),
    ]
  })
}

function lineOf({ title, tone = 'calm', note = '' }: Branch, indent: string, look: Look): string {
  const width = look.width === null ? Number.POSITIVE_INFINITY : look.width - indent.length
  const head = cutTo(plain(title), width)
  const rest = width - widthOf(head) - 2
  const beside = note === '' || rest < 8 ? '' : cutTo(plain(note), rest)
  return `${paint(indent, 'dim', look)}${paint(head, tone, look)}${beside === '' ? '' : `  ${paint(beside, 'dim', look)}`}`.trimEnd()
}
