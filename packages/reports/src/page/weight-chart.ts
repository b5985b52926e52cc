import type { RolloutState } from '@tidemark/schemas'
import { formatWeight } from '../format.ts'
import { at, drawChart, grid, line, linear, percent } from './chart.ts'
import { html, type Markup } from './markup.ts'
import { formatEvidence } from './status.ts'
import { timeAxis } from './time.ts'
import { isRunning, phases } from './words.ts'

const height = 168
const bottom = 142

/** The canary's share of the traffic over time, as transitions set it. */
export function drawWeight(rollout: RolloutState, asOf: string): Markup {
  const { history, canary, phase, updatedAt, openedAt } = rollout
  const first = history[0]?.at ?? openedAt
  const end = isRunning(rollout) ? asOf : updatedAt
  const { x, marks } = timeAxis(first, end, bottom)
  const y = linear([0, 1], [bottom - 2, 20])
  const points = history.map(({ at: time, weight }): [number, number] => [x(Date.parse(time)), y(weight)])
  const last = points.at(-1)
  if (last && isRunning(rollout)) points.push([x(Date.parse(end)), last[1]])
  const [, word] = phases[phase]
  const content = [
    grid([0.25, 0.5, 1], y, formatWeight),
    marks,
    line(points, { height, step: true, className: 'weight' }),
    history.map((transition) => {
      const title = `${transition.at.slice(0, 16).replace('T', ' ')} UTC, ${transition.action}: ${formatWeight(transition.weight)}, evidence of harm ${formatEvidence(transition.logHarm)}. ${transition.reason}`
      const tone = transition.action === 'roll-back' ? 'bad' : transition.action === 'promote' ? 'good' : 'busy'
      return html`<circle class="dot ${tone}" cx="${percent(x(Date.parse(transition.at)))}" cy="${at(y(transition.weight))}" r="4"><title>${title}</title></circle>`
    }),
  ]
  const description = `${history
    .map(({ action, weight }) => `${action} ${formatWeight(weight)}`)
    .slice(-12)
    .join(', ')}; ${word}`
  return html`<figure><figcaption><b>Share of the traffic</b> <span class="muted">UTC</span></figcaption>${drawChart({ title: `Weight of the canary ${canary.version} over time`, description, height, content })}</figure>`
}
