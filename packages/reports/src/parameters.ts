import type { Run } from '@tidemark/schemas'
import { codeSpan } from './escape.ts'
import { formatQuantity } from './format.ts'
import { details, paragraphs, table } from './markdown.ts'
import { parameterValue } from './training.ts'

/** Parameters that differ from the champion's, the rest folded away; all of them without a champion. */
export function parametersDifference(parameters: Run['parameters'], before?: Run['parameters']): string {
  if (!before) {
    const names = Object.keys(parameters)
    return details(
      `Parameters (${names.length})`,
      table(
        [{ title: 'Parameter' }, { title: 'Value', align: 'right' }],
        names.map((name) => [codeSpan(name), parameterValue(parameters[name])]),
        60,
      ),
    )
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(parameters)])].sort()
  const changed = names.filter((name) => before[name] !== parameters[name])
  const same = names.length - changed.length
  if (changed.length === 0) return 'Parameters: unchanged.'
  return paragraphs(
    table(
      [{ title: 'Parameter' }, { title: 'Champion', align: 'right' }, { title: 'This version', align: 'right' }],
      changed.map((name) => [codeSpan(name), given(before[name]), given(parameters[name])]),
      60,
    ),
    same > 0 && `${formatQuantity(same, 'other parameter')} unchanged.`,
  )
}

/** The trainer's own default stands in for what is not given. */
const given = (value: Run['parameters'][string] | undefined): string =>
  value === undefined ? 'not given' : parameterValue(value)
