import type { MonitorPolicy } from './monitor-policy.ts'
import type { PerformancePolicy } from './performance.ts'
import type { Period } from './written-values.ts'

/** What people call a window: by the rule that made it, whatever its length. */
export type WindowKind = 'week' | 'day' | 'window'

/** Performance is judged by week, and its policy has no rule of windows. */
interface Ruled {
  readonly policy: Pick<MonitorPolicy, 'windows'> | PerformancePolicy
}

/** A check of drift or of performance, as far as it says which window it is of. */
type Windowed = Ruled & { readonly window: Pick<Period, 'start' | 'end'> }

/** What windows are called where they are told of together: by their own kind, and `window` where they have none or several. */
export function windowKind(checks: readonly Ruled[]): WindowKind {
  const [first, ...others] = new Set(checks.map(kindOf))
  return first === undefined || others.length > 0 ? 'window' : first
}

/** `week of 2001-04-23`, `day 2001-04-23`, or `window 2001-04-23 until 2001-05-02`; `show` writes a date for other readers. */
export function windowName(check: Windowed, show: (date: string) => string = (date) => date): string {
  return `${words[kindOf(check)]} ${windowDates(check, show)}`
}

/** One window's name, or several under one word: `weeks of 2001-04-23, 2001-04-30`. */
export function windowNames(checks: readonly Windowed[]): string {
  const [first, ...others] = checks
  if (first === undefined) return 'no window'
  if (others.length === 0) return windowName(first)
  return `${plurals[windowKind(checks)]} ${checks.map((check) => windowDates(check)).join(', ')}`
}

/** A window's name without the word for it: its first day, or for a window of so many rows both ends. */
export function windowDates(check: Windowed, show: (date: string) => string = (date) => date): string {
  const { start, end } = check.window
  return kindOf(check) === 'window' ? `${show(start)} until ${show(end)}` : show(start)
}

const words: Readonly<Record<WindowKind, string>> = { week: 'week of', day: 'day', window: 'window' }
const plurals: Readonly<Record<WindowKind, string>> = { week: 'weeks of', day: 'days', window: 'windows' }

function kindOf({ policy }: Ruled): WindowKind {
  if (!('windows' in policy)) return 'week'
  return typeof policy.windows === 'string' ? policy.windows : 'window'
}
