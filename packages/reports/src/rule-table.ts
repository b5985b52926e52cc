import type { Evaluation, RuleResult } from '@tidemark/schemas'
import { drawInterval } from './drawing.ts'
import { formatMilliseconds, formatNumber, formatSigned, formatSize } from './format.ts'
import { paragraphs, table, verdictLabel } from './markdown.ts'
import { ruleTitle } from './metric-title.ts'

/** A row per rule: values, improvement, its bounds drawn against the limit, the verdict; and how to read the drawing. */
export function ruleTable({ rules, champion }: Evaluation, most = 50): string {
  if (rules.length === 0) return 'No rule could be judged.'
  const compares = champion !== null
  const isDrawn = rules.some(({ bounds }) => bounds.lower !== null && bounds.upper !== null)
  return paragraphs(
    table(
      [
        { title: 'Rule' },
        ...(compares ? [{ title: 'Champion', align: 'right' } as const] : []),
        { title: compares ? 'Challenger' : 'Candidate', align: 'right' },
        ...(compares ? [{ title: 'Improvement', align: 'right' } as const] : []),
        { title: 'Bounds and limit' },
        { title: 'Verdict' },
      ],
      rules.map((rule) => {
        const show = unitOf(rule)
        return [
          `${ruleTitle(rule.id)}<br><sub>${requirementOf(rule)}</sub>`,
          ...(compares ? [isComparison(rule) ? show(rule.champion) : ''] : []),
          show(rule.challenger),
          ...(compares ? [isComparison(rule) ? formatSigned(rule.difference) : ''] : []),
          boundsOf(rule),
          verdictLabel(rule.verdict),
        ]
      }),
      most,
    ),
    isDrawn &&
      `<sub>${compares ? 'An improvement is positive whatever the metric. ' : ''}\`├─●─┤\` bounds around the estimate · \`┃\` limit${compares ? ' · `┊` no difference' : ''}</sub>`,
  )
}

const isComparison = ({ mode }: RuleResult): boolean => mode !== 'absolute' && mode !== 'budget'

function requirementOf(rule: RuleResult): string {
  if (rule.limit === null) return 'its limit is undefined'
  const limit = isComparison(rule) ? formatSigned(rule.limit) : unitOf(rule)(rule.limit)
  return `${questions[rule.mode](rule)} ${limit}`
}

/** What must lie on which side of the limit; a failure is shown by the other bound. */
const questions: Readonly<Record<RuleResult['mode'], (rule: RuleResult) => string>> = {
  non_inferior: () => 'non-inferior: lower bound at least',
  superior: () => 'superior: lower bound above',
  not_worse: () => 'not worse: estimate at least',
  absolute: ({ id }) => (id.endsWith('.max') ? 'upper bound at most' : 'lower bound at least'),
  budget: () => 'at most',
}

function boundsOf(rule: RuleResult): string {
  const { lower, upper } = rule.bounds
  const isDifference = isComparison(rule)
  const estimate = isDifference ? rule.difference : rule.challenger
  const drawing = drawInterval({ lower, upper, estimate, limit: rule.limit, isDifference })
  if (drawing === '') return '–'
  const show = isDifference ? formatSigned : formatNumber
  return `\`${drawing}\`<br><sub>${show(lower)} to ${show(upper)}</sub>`
}

function unitOf({ id }: RuleResult): (value: number | null) => string {
  if (id.startsWith('size.')) return formatSize
  return id.startsWith('latency_') ? formatMilliseconds : formatNumber
}
