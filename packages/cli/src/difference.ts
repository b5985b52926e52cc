import type { DataDifference, Pair, VersionDifference } from '@tidemark/registry'
import { formatMilliseconds, formatQuantity, formatSize } from '@tidemark/reports'
import { fact } from './facts.ts'
import { type Look, paint } from './look.ts'
import { type Cell, cutTo, formatTable, plain } from './table.ts'
import { formatDifference, formatMetric } from './words.ts'

const mostPaths = 10
/** Of a parameter's value. */
const mostLetters = 40

/** Two versions side by side: metrics with their bounds, then what else differs. */
export function describeDifference(
  difference: VersionDifference,
  {
    a,
    b,
    model,
    compareUrl,
    look,
  }: {
    readonly model: string
    readonly a: string
    readonly b: string
    readonly compareUrl: string
    readonly look: Look
  },
): string {
  const { signature, isSameFeatures, code, parameters, unchangedParameters, seed, trainer } = difference
  return [
    paint(`${model}: ${a} → ${b}`, 'strong', look),
    '',
    metricTable(difference, { a, b, look }),
    ...comparability(difference, { a, b, look }),
    '',
    ...(parameters.length > 0
      ? [
          formatTable(
            [
              { title: 'PARAMETER', isFlexible: true },
              { title: a, isNumber: true },
              { title: b, isNumber: true },
            ],
            parameters.map((each) => [each.name, given(each.a), given(each.b)]),
            look,
          ),
          '',
        ]
      : []),
    fact(
      'parameters',
      parameters.length === 0
        ? `all ${unchangedParameters} are the same`
        : `${parameters.length} differ, ${unchangedParameters} are the same`,
      look,
    ),
    ...changedFact('trainer', trainer, look),
    ...changedFact('seed', seed, look),
    ...dataFacts('training data', difference.training, look),
    ...dataFacts('holdout', difference.holdout, look),
    fact(
      'features',
      isSameFeatures === null ? 'not known' : isSameFeatures ? 'the same queries' : 'another query',
      look,
    ),
    fact(
      'signature',
      signature.verdict === 'identical' ? 'identical' : `${signature.verdict}: ${signature.reasons.join('; ')}`,
      look,
      signature.verdict === 'incompatible' ? 'bad' : 'calm',
    ),
    fact(
      'code',
      code.a === code.b
        ? `the same commit ${code.a?.slice(0, 12)}`
        : `${code.a?.slice(0, 12)} → ${code.b?.slice(0, 12)}  ${compareUrl}`,
      look,
    ),
    fact('size', sizes(difference.sizeBytes, formatSize), look),
    fact('latency p95', sizes(difference.latencyP95Ms, formatMilliseconds), look),
  ].join('\n')
}

const higherIsBetter = new Set(['roc_auc'])
const lowerIsBetter = new Set(['log_loss', 'brier', 'ece'])

function metricTable(
  { metrics }: VersionDifference,
  { a, b, look }: { readonly a: string; readonly b: string; readonly look: Look },
): string {
  const cell = (known: VersionDifference['metrics'][number]['a']) => {
    if (known === null) return '–'
    return known.lower === null && known.upper === null
      ? formatMetric(known.value)
      : `${formatMetric(known.value)} (${formatMetric(known.lower)} to ${formatMetric(known.upper)})`
  }
  return formatTable(
    [
      { title: 'METRIC', isFlexible: true },
      { title: a, isNumber: true },
      { title: b, isNumber: true },
      { title: 'DIFFERENCE', isNumber: true },
    ],
    metrics.map((metric) => [
      metric.name,
      cell(metric.a),
      cell(metric.b),
      differenceCell(metric.name, metric.difference),
    ]),
    look,
  )
}

/** Green where it is better, red where it is worse, if the metric's better side is known. */
function differenceCell(name: string, difference: number | null): Cell {
  const text = formatDifference(difference)
  const sign = higherIsBetter.has(name) ? 1 : lowerIsBetter.has(name) ? -1 : 0
  const gain = (difference ?? 0) * sign
  return { text, tone: text.startsWith('±') || gain === 0 ? 'calm' : gain > 0 ? 'good' : 'bad' }
}

/** Numbers of different holdouts are no comparison; what the champion had on the same rows is. */
function comparability(
  { isSameHoldout, paired }: VersionDifference,
  { a, b, look }: { readonly a: string; readonly b: string; readonly look: Look },
): string[] {
  if (isSameHoldout) return [paint('Both were judged on the same rows.', 'dim', look)]
  const warning = paint(
    '▲ Each was judged on its own holdout: the differences above are of the data, too.',
    'warn',
    look,
  )
  if (paired.length === 0) return [warning]
  return [
    warning,
    '',
    formatTable(
      [
        { title: `ON ${b}’S HOLDOUT` },
        { title: a, isNumber: true },
        { title: b, isNumber: true },
        { title: 'DIFFERENCE', isNumber: true },
      ],
      paired.map((each) => [
        each.name,
        formatMetric(each.a),
        formatMetric(each.b),
        differenceCell(each.name, each.difference),
      ]),
      look,
    ),
  ]
}

const given = (value: string | number | boolean | null): string =>
  value === null ? 'not given' : cutTo(plain(String(value)), mostLetters)

function changedFact(title: string, { a, b }: Pair<string | number>, look: Look): string[] {
  return a === b ? [] : [fact(title, `${a ?? 'not known'} → ${b ?? 'not known'}`, look)]
}

function sizes({ a, b }: Pair<number>, format: (size: number | null) => string): string {
  const change =
    a === null || b === null || a === 0 ? '' : `, ${formatDifference((b / a - 1) * 100, (share) => share.toFixed(1))} %`
  return `${format(a)} → ${format(b)}${change}`
}

function dataFacts(title: string, { digest, rows, files, columns }: DataDifference, look: Look): string[] {
  if (digest.a === null || digest.b === null) return [fact(title, 'cannot be read', look, 'bad')]
  if (digest.a === digest.b)
    return [fact(title, `the same ${formatQuantity(rows.b ?? 0, 'row')}, sha256 ${digest.b.slice(0, 12)}`, look)]
  const counts = [
    `${(rows.a ?? 0).toLocaleString('en-US')} → ${formatQuantity(rows.b ?? 0, 'row')}`,
    ...(files.unchanged > 0 ? [`${formatQuantity(files.unchanged, 'file')} unchanged`] : []),
    `sha256 ${digest.a.slice(0, 12)} → ${digest.b.slice(0, 12)}`,
  ]
  const lines = [
    ...some('+', files.added),
    ...some('−', files.removed),
    ...some('~', files.changed),
    ...some(
      '→',
      files.renamed.map(({ from, to }) => `${from} is ${to} now`),
    ),
    ...some('+ column', columns.added),
    ...some('− column', columns.removed),
  ]
  return [fact(title, counts.join(', '), look), ...lines.map((line) => fact('', line, look))]
}

function some(mark: string, names: readonly string[]): string[] {
  const more = names.length - mostPaths
  return [
    ...names.slice(0, mostPaths).map((name) => `${mark} ${name}`),
    ...(more > 0 ? [`${mark} and ${more} more`] : []),
  ]
}
