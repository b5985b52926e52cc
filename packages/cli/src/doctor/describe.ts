import { plain } from '../table.ts'
import type { Finding } from './finding.ts'
import { ghCommand } from './gh-command.ts'

const marks = { fine: '✓', change: '✕', unknown: '?' } as const
const order = ['change', 'unknown', 'fine'] as const
const headings = { change: 'To change', unknown: 'Could not look', fine: 'Fine' } as const

/** The findings for a terminal: what is to be changed first, each with its commands, then the rest. */
export function describeFindings(repository: string, hostname: string, findings: readonly Finding[]): string {
  const parts = order.flatMap((state) => {
    const found = findings.filter((finding) => finding.state === state)
    return found.length === 0
      ? []
      : [[headings[state], ...found.map((finding) => describe(finding, hostname))].join('\n')]
  })
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length
  const total = `${plain(repository)}: ${count('change')} to change, ${count('unknown')} could not be looked at, ${count('fine')} fine`
  return [...parts, total].join('\n\n')
}

function describe({ state, title, detail, calls = [], url }: Finding, hostname: string): string {
  const below = [
    ...(detail ?? '').split('\n').filter((line) => line !== ''),
    ...calls.flatMap((call) => ghCommand(call, hostname).split('\n')),
    ...(url === undefined || state === 'fine' ? [] : [`by hand: ${url}`]),
  ]
  const first = `${marks[state]} ${plain(title)}`
  return [first, ...below.map((line) => indent(line))].join('\n')
}

/** `plain` per line; a command’s own indentation stays, its end mark has to stand at the start of a line to be pasted. */
function indent(line: string): string {
  return line === 'JSON' ? line : `    ${plain(line)}`
}
