import { escapeMarkdown } from './escape.ts'

const titles: Readonly<Record<string, string>> = {
  roc_auc: 'ROC AUC ↑',
  log_loss: 'Log loss ↓',
  brier: 'Brier score ↓',
  ece: 'Calibration error ↓',
  size: 'Size ↓',
  latency_p95: 'Latency p95 ↓',
}

/** A metric's name as people say it, with an arrow to its better side where that is known; else the name as it is. */
export function metricTitle(id: string): string {
  return Object.hasOwn(titles, id) ? titles[id]! : escapeMarkdown(id)
}

/** As `metricTitle`, for where Markdown is not read: not escaped. */
export const plainMetricTitle = (id: string): string => (Object.hasOwn(titles, id) ? titles[id]! : id)

/** A rule's id is `metric.question`; the question is told elsewhere, in words. */
export const ruleTitle = (id: string): string =>
  metricTitle(id.replace(/\.(non_inferior|superior|not_worse|min|max)$/, ''))
