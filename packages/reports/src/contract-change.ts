import { codeSpan, escapeMarkdown } from './escape.ts'
import { formatQuantity } from './format.ts'
import { paragraphs, table, verdictMark } from './markdown.ts'

/** What a contract's newer version changes for those who read the data. */
export interface ReportedContractChange {
  readonly file: string
  readonly before: string
  readonly after: string
  readonly step: 'major' | 'minor' | 'patch' | 'none'
  readonly isVersionEnough: boolean
  readonly changes: readonly {
    readonly effect: 'breaking' | 'compatible'
    readonly subject: string
    readonly reason: string
  }[]
}

const mostShown = 100

/** Part of a job summary: whether a contract's change breaks what it promised, and whether its version says so. */
export function renderContractChange(change: ReportedContractChange): string {
  const { file, before, after, step, isVersionEnough, changes } = change
  if (step === 'none') return `The contract ${codeSpan(file)} is unchanged.`
  const breaking = changes.filter(({ effect }) => effect === 'breaking')
  const sorted = [...breaking, ...changes.filter(({ effect }) => effect === 'compatible')]
  const versions = before === after ? `version ${codeSpan(after)}` : `version ${codeSpan(before)} → ${codeSpan(after)}`
  const verdict = isVersionEnough
    ? `${versions} says so.`
    : `${versions} does not say so: it needs a ${step} step. Raise ${codeSpan('version')}, or keep what was promised.`
  return paragraphs(
    `## ${verdictMark[isVersionEnough ? 'pass' : 'fail']} Contract change: ${breaking.length > 0 ? 'breaking' : step === 'patch' ? 'words alone' : 'compatible'}`,
    `${codeSpan(file)}: ${formatQuantity(breaking.length, 'breaking change')}, ${formatQuantity(changes.length - breaking.length, 'compatible change')}; ${verdict}`,
    sorted.length > 0 &&
      table(
        [{ title: 'Effect' }, { title: 'Where' }, { title: 'Change' }],
        sorted.map(({ effect, subject, reason }) => [
          effect === 'breaking' ? '⚠️ breaking' : 'compatible',
          subject === '' ? 'contract' : codeSpan(subject),
          escapeMarkdown(reason),
        ]),
        mostShown,
      ),
  )
}
