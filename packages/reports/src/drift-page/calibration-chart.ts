import { type Baseline, type DriftCheck, readNumbers } from '@tidemark/schemas'
import { formatShare } from '../format.ts'
import { at, drawChart, linear, percent } from '../page/chart.ts'
import { type Content, html } from '../page/markup.ts'

const height = 190
const fewestRows = 20

/** What was expected and what came true, by bins of the score: on the diagonal the two agree. */
export function drawReliability({ calibration }: Baseline, { statistics }: DriftCheck): Content {
  if (calibration === null || statistics.calibration === null) return null
  const [before, now] = [calibration, statistics.calibration.bins].map(pointsOf)
  const all = [...before!, ...now!].flatMap(({ expected, observed }) => [expected, observed])
  if (all.length === 0) return null
  const most = Math.max(...all)
  const [x, y] = [linear([0, most], [4, 98]), linear([0, most], [height - 24, 10])]
  const dots = (points: readonly Point[], className: string) =>
    points.map(
      ({ expected, observed, rows }) =>
        html`<circle class="${className}" cx="${percent(x(expected))}" cy="${at(y(observed))}" r="4"><title>expected ${formatShare(expected)}, observed ${formatShare(observed)} of ${rows} rows</title></circle>`,
    )
  return html`<figure class="distribution">${drawChart({
    title: 'Expected and observed, baseline and window',
    description: `By bins of the score up to ${formatShare(most)}`,
    height,
    content: [
      html`<g class="axis" aria-hidden="true"><line x1="${percent(x(0))}" x2="${percent(x(most))}" y1="${at(y(0))}" y2="${at(y(most))}"/><text x="0" y="8">observed, up to ${formatShare(most)}</text><text x="100%" y="${height - 6}" text-anchor="end">expected</text></g>`,
      dots(before!, 'champion'),
      dots(now!, 'dot-current'),
    ],
  })}<figcaption>On the line, what was predicted came true: hollow the baseline, filled the window.</figcaption></figure>`
}

interface Point {
  readonly expected: number
  readonly observed: number
  readonly rows: number
}

function pointsOf(bins: {
  readonly rows: string
  readonly observed: string
  readonly expectedMicros: string
}): Point[] {
  const [rows, observed, expected] = [bins.rows, bins.observed, bins.expectedMicros].map(readNumbers)
  return rows!.flatMap((count, i) =>
    count < fewestRows ? [] : [{ rows: count, observed: observed![i]! / count, expected: expected![i]! / 1e6 / count }],
  )
}
