import { codeSpan, escapeMarkdown } from './escape.ts'
import { formatCount, formatQuantity } from './format.ts'
import { paragraphs, table } from './markdown.ts'

export interface Verification {
  /** How many of each kind were proved, by name: `versions`, `runs`, `digests` … */
  readonly checked: Readonly<Record<string, number>>
  /** How many of each kind could not be judged. */
  readonly notChecked?: Readonly<Record<string, number>>
  readonly problems: readonly {
    readonly severity: 'error' | 'warning'
    readonly path: string
    readonly message: string
    readonly remedy: string
  }[]
}

/** Job summary of verify-registry: whether the graph holds, what is wrong and how to put it right, what was checked. */
export function renderVerification(verification: Verification): string {
  const { checked, notChecked = {}, problems } = verification
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const total = Object.values(checked).reduce((sum, count) => sum + count, 0)
  return paragraphs(
    `## ${headline(errors.length, total)}`,
    errors.length > 0 && '**Do not deploy from this registry** until the errors below are explained.',
    problems.length > 0 &&
      table(
        [{ title: '' }, { title: 'Where' }, { title: 'What is wrong' }, { title: 'What to do' }],
        [...errors, ...warnings].map(({ severity, path, message, remedy }) => [
          severity === 'error' ? '❌ error' : '⚠️ warning',
          codeSpan(path),
          escapeMarkdown(message, 600),
          escapeMarkdown(remedy, 600),
        ]),
        200,
      ),
    total > 0 &&
      'Digests were computed again from the files and compared with every place that names them; what is “replayed” was decided again from the numbers it was decided from.',
    total > 0 && countTable('Checked', checked),
    Object.keys(notChecked).length > 0 && countTable('Not checked', notChecked),
  )
}

const countTable = (title: string, counts: Readonly<Record<string, number>>): string =>
  table(
    [{ title }, { title: 'Count', align: 'right' }],
    Object.entries(counts).map(([kind, count]) => [escapeMarkdown(kind), formatCount(count)]),
  )

/** Errors refute the registry, warnings do not; an empty registry proves nothing and refutes nothing. */
function headline(errors: number, total: number): string {
  if (errors > 0) return `❌ Registry not verified: ${formatQuantity(errors, 'error')}`
  return total === 0 ? '❔ Nothing to verify yet' : `✅ Registry verified: ${formatQuantity(total, 'check')}, no error`
}
