import type { DriftCheck } from './drift.ts'

/** What people call a window: by the rule that made it, whatever its length. */
export type WindowKind = 'week' | 'day' | 'window'

type Ruled = Pick<DriftCheck, 'policy'>

/** What windows are called where they are told of together: by their own kind, and `window` where they have none or several. */
export function windowKind(checks: readonly Ruled[]): WindowKind {
  const [first, ...others] = new Set(checks.map(kindOf))
  return first === undefined || others.length > 0 ? 'window' : first
}

/** `week of 2001-04-23`, `day 2001-04-23`, or `window 2001-04-23 until 2001-05-02`; `show` writes a date for other readers. */
export function windowName(
  check: Ruled & Pick<DriftCheck, 'window'>,
  show: (date: string) => string = (date) => date,
): string {
  const { start, end } = check.window
  const kind = kindOf(check)
  if (kind === 'window') return `window ${show(start)} until ${show(end)}`
  return kind === 'day' ? `day ${show(start)}` : `week of ${show(start)}`
}

function kindOf({ policy: { windows } }: Ruled): WindowKind {
  return typeof windows === 'string' ? windows : 'window'
}
