import type { RunSummary } from '@tidemark/registry'
import type { Look, Tone } from './look.ts'
import { type Cell, cutTo, formatTable, plain } from './table.ts'
import { formatMetric, formatWhen, metricNames } from './words.ts'

const mostMetrics = 4
const mostParameters = 6
/** Of a parameter's value. */
const mostLetters = 24

/** A row for each run: verdict, version, metrics, and the parameters that differ between them or that `named` has. */
export function formatRuns(
  runs: readonly RunSummary[],
  { named, look }: { readonly named: string; readonly look: Look },
): string {
  const isNamed = (field: string) => named.includes(field)
  const metrics = chosen(
    metricNames(runs.flatMap((run) => Object.keys(run.metrics))),
    (name) => isNamed(`metrics.${name}`),
    mostMetrics,
  )
  const parameters = [...new Set(runs.flatMap((run) => Object.keys(run.params)))].sort()
  const differing = parameters.filter((name) => new Set(runs.map((run) => run.params[name])).size > 1)
  const shownParameters = chosen(
    [...differing, ...parameters.filter((name) => isNamed(`params.${name}`) && !differing.includes(name))],
    (name) => isNamed(`params.${name}`),
    mostParameters,
  )
  const columns = [
    { title: 'RUN' },
    { title: 'COMMITTED (UTC)' },
    { title: 'COMMIT', isExtra: true },
    { title: 'VERDICT' },
    { title: 'VERSION' },
    ...metrics.map((name) => ({
      title: name.toUpperCase(),
      isNumber: true,
      isExtra: name !== metrics[0] && !isNamed(`metrics.${name}`),
    })),
    ...shownParameters.map((name) => ({
      title: name,
      isExtra: !isNamed(`params.${name}`),
      isNumber: runs.every((run) => typeof run.params[name] !== 'string'),
    })),
    { title: 'ROWS', isNumber: true, isExtra: true },
    { title: 'SECONDS', isNumber: true, isExtra: true },
    { title: 'TRAINER', isExtra: true },
  ]
  const rows = runs.map((run): Cell[] => [
    run.id.slice(0, 12),
    { text: formatWhen(run.time), tone: 'dim' },
    { text: run.commit.slice(0, 7), tone: 'dim' },
    { text: run.verdict ?? '–', tone: verdictTone(run.verdict) },
    run.version ?? '–',
    ...metrics.map((name) => formatMetric(run.metrics[name])),
    ...shownParameters.map((name) => cutTo(plain(String(run.params[name] ?? '–')), mostLetters)),
    run.rows.toLocaleString('en-US'),
    run.seconds.toFixed(1),
    { text: run.trainer, tone: 'dim' },
  ])
  return formatTable(columns, rows, look)
}

/** The first few, and all that were asked about. */
const chosen = (names: readonly string[], isAsked: (name: string) => boolean, most: number): string[] =>
  names.filter((name, i) => i < most || isAsked(name))

const verdictTone = (verdict: RunSummary['verdict']): Tone =>
  verdict === 'pass' ? 'good' : verdict === 'fail' ? 'bad' : verdict === null ? 'dim' : 'warn'
