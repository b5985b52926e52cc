import { DriftCheck, type DriftSummary, type RecordedEvent } from '@tidemark/schemas'
import { compareText } from './events.ts'
import type { FactReader } from './fact-reader.ts'

/**
 * One check per window, oldest window first. A window that was judged again (late rows, another baseline) has several: the
 * one that the newest event names counts, without events the one with most rows.
 */
export async function readDrift(
  facts: FactReader,
  model: string,
  {
    paths,
    events,
    most,
  }: { readonly paths: readonly string[]; readonly events: readonly RecordedEvent[]; readonly most: number },
): Promise<DriftSummary[]> {
  const starts = [...new Set(paths.map(startOf))].sort()
  if (starts.length > most)
    facts.report(`models/${model}/drift`, `has ${starts.length} windows; the newest ${most} were read`)
  const wanted = new Set(starts.slice(-most))
  const checks = await facts.readAll(
    DriftCheck,
    model,
    paths.filter((path) => wanted.has(startOf(path))),
  )
  const judgedAt = new Map<string, string>()
  for (const { type, cause, at } of events) {
    const check = cause.slice(0, 64)
    if (type.startsWith('drift.') && !judgedAt.has(check)) judgedAt.set(check, at)
  }
  const rank = (a: DriftCheck, b: DriftCheck) =>
    compareText(judgedAt.get(a.id) ?? '', judgedAt.get(b.id) ?? '') ||
    a.window.rows - b.window.rows ||
    compareText(a.id, b.id)
  const byWindow = new Map<string, DriftCheck>()
  for (const check of checks) {
    const key = `${check.window.start}/${check.window.end}`
    const other = byWindow.get(key)
    if (!other || rank(check, other) > 0) byWindow.set(key, check)
  }
  return [...byWindow.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { statistics: _, ...summary }]) => summary)
}

/** `models/m/drift/2001/04/2001-04-23-<id>.json` → `2001-04-23`. */
const startOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).slice(0, 10)
