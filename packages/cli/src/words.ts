import type { ModelOverview, RolloutState, VersionOverview } from '@tidemark/schemas'

/** The rollout that is under way, if any. */
export const canaryOf = ({ rollouts }: ModelOverview): RolloutState | null =>
  rollouts.find(({ phase }) => phase === 'pending' || phase === 'running' || phase === 'holding') ?? null

/** What each channel holds now. */
export const heldBy = ({ channels }: ModelOverview) =>
  channels.flatMap(({ channel, tenures }) => tenures.slice(-1).map((tenure) => ({ channel, ...tenure })))

export function statusText({ status, channels }: VersionOverview): string {
  if (status === 'live') return `in ${channels.join(', ')}`
  return status === 'rolled-back' ? 'rolled back' : status
}

/** `2001-04-04 11:45`. */
export const formatWhen = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 16)}`

export const formatMetric = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : value.toFixed(4)

/** An e-value from its natural logarithm. */
export const formatEvidence = (log: number): string =>
  log > Math.log(1e6)
    ? '> 1,000,000'
    : log >= Math.log(1000)
      ? Math.exp(log).toLocaleString('en-US', { maximumFractionDigits: 0 })
      : String(Number(Math.exp(log).toPrecision(3)))

const known = ['roc_auc', 'log_loss', 'brier', 'ece']

/** Names of all metrics that any version has, the known ones first. */
export function metricsOf(versions: readonly VersionOverview[]): string[] {
  const names = new Set(versions.flatMap(({ manifest }) => Object.keys(manifest.metrics)))
  return [...known.filter((name) => names.has(name)), ...[...names].filter((name) => !known.includes(name)).sort()]
}
