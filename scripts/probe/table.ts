import { stripVTControlCharacters } from 'node:util'
import type { Finding, Report } from './probe.ts'

const marks = { agrees: '✓', differs: '✕', 'not tried': '·' } as const

/** One line, and below it what differs, with the code that would be wrong. */
export function describeFinding({ id, says, verdict, expected, observed, reliedOnBy }: Finding): string {
  const line = `${marks[verdict]} ${id.padEnd(28)} ${says}`
  if (verdict === 'agrees') return line
  if (verdict === 'not tried') return `${line}\n  not tried: ${plain(observed)}`
  return `${line}\n  expected  ${expected}\n  observed  ${plain(observed)}\n  matters to ${reliedOnBy.join(', ')}`
}

/** How many agreed, and what was left behind. */
export function describeReport({ repository, findings, leftBehind }: Report): string {
  const count = (verdict: Finding['verdict']) => findings.filter((each) => each.verdict === verdict).length
  return [
    `${repository}: ${count('agrees')} agree, ${count('differs')} differ, ${count('not tried')} not tried`,
    leftBehind.length === 0
      ? 'Everything that was made is removed.'
      : `Not removed, \`--clean\` tries again:\n${leftBehind.map((each) => `  ${plain(each)}`).join('\n')}`,
  ].join('\n')
}

/** A GitHub’s words, short and unable to move the cursor. */
function plain(text: string): string {
  const line = stripVTControlCharacters(text).replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
  return line.length > 300 ? `${line.slice(0, 297)}...` : line
}
