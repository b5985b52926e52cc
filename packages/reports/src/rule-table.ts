import type { Evaluation } from '@tidemark/schemas'
import { drawInterval } from './drawing.ts'
import { formatMilliseconds, formatNumber, formatSigned, formatSize } from './format.ts'
import { paragraphs, table, verdictLabel } from './markdown.ts'
import { metricTitle } from './metric-title.ts'

type Rule = Evaluation['rules'][number]

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
          `${nameOf(rule)}<br><sub>${requirementOf(rule)}</sub>`,
          ...(compares ? [show(rule.champion)] : []),
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

const isComparison = ({ mode }: Rule): boolean => mode !== 'absolute' && mode !== 'budget'

/** A rule's id is `metric.question`; the question is shown in words below. */
const nameOf = ({ id }: Rule): string => metricTitle(id.replace(/\.(non_inferior|superior|not_worse|min|max)$/, ''))

function requirementOf(rule: Rule): string {
  if (rule.limit === null) return `${modes[rule.mode] ?? 'rule'}, no limit`
  if (!isComparison(rule)) return `${isUpperLimit(rule) ? 'at most' : 'at least'} ${unitOf(rule)(rule.limit)}`
  return `${modes[rule.mode] ?? 'compared'}: ${rule.mode === 'superior' ? 'above' : 'at least'} ${formatSigned(rule.limit)}`
}

const modes: Readonly<Record<string, string>> = {
  non_inferior: 'non-inferior',
  superior: 'superior',
  not_worse: 'not worse',
  absolute: 'absolute',
  budget: 'budget',
}

const isUpperLimit = ({ id, mode }: Rule): boolean => id.endsWith('.max') || mode === 'budget'

function boundsOf(rule: Rule): string {
  const { lower, upper } = rule.bounds
  const isDifference = isComparison(rule)
  const estimate = isDifference ? rule.difference : rule.challenger
  const drawing = drawInterval({ lower, upper, estimate, limit: rule.limit, isDifference })
  if (drawing === '') return '–'
  const show = isDifference ? formatSigned : formatNumber
  return `\`${drawing}\`<br><sub>${show(lower)} to ${show(upper)}</sub>`
}

function unitOf({ id }: Rule): (value: number | null) => string {
  if (id.startsWith('size.')) return formatSize
  return id.startsWith('latency_') ? formatMilliseconds : formatNumber
}
