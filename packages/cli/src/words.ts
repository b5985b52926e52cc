import { formatQuantity } from '@tidemark/reports'
import type { VersionLineage, VersionStatus } from '@tidemark/schemas'
import type { Tone } from './look.ts'

const statuses: Readonly<Record<VersionStatus, readonly [Exclude<Tone, 'dim' | 'strong'>, string]>> = {
  live: ['good', 'in'],
  canary: ['busy', 'canary'],
  proposed: ['calm', 'proposed'],
  merged: ['busy', 'merged'],
  refused: ['bad', 'refused'],
  'rolled-back': ['bad', 'rolled back'],
  former: ['calm', 'former'],
  retired: ['calm', 'retired'],
  published: ['calm', 'published'],
  pending: ['warn', 'pending'],
}

export const statusTone = (status: VersionStatus): Exclude<Tone, 'dim' | 'strong'> => statuses[status][0]

export const statusText = ({
  status,
  channels,
}: {
  readonly status: VersionStatus
  readonly channels: readonly string[]
}): string => (status === 'live' ? `in ${channels.join(', ')}` : statuses[status][1])

/** `2001-04-04 11:45`. */
export const formatWhen = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 16)}`

/** `since 2001-04-04 11:45 UTC`, `2001-04-04 11:45 to 2001-05-02 08:45 UTC (28 days)`. */
export function formatSpan(since: string, until: string | null): string {
  if (until === null) return `since ${formatWhen(since)} UTC`
  const minutes = Math.round((Date.parse(until) - Date.parse(since)) / 60_000)
  const length =
    minutes < 120
      ? formatQuantity(minutes, 'minute')
      : minutes < 2880
        ? formatQuantity(Math.round(minutes / 60), 'hour')
        : formatQuantity(Math.round(minutes / 1440), 'day')
  return `${formatWhen(since)} to ${formatWhen(until)} UTC (${length})`
}

export const formatMetric = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : value.toFixed(4)

/** A difference with its sign, `–` where it is not known. */
export function formatDifference(value: number | null, format: (size: number) => string = formatMetric): string {
  if (value === null) return '–'
  const size = format(Math.abs(value))
  return size === format(0) ? `±${size}` : `${value > 0 ? '+' : '−'}${size}`
}

/** An e-value from its natural logarithm. */
export const formatEvidence = (log: number): string =>
  log > Math.log(1e6)
    ? '> 1,000,000'
    : log >= Math.log(1000)
      ? Math.exp(log).toLocaleString('en-US', { maximumFractionDigits: 0 })
      : String(Number(Math.exp(log).toPrecision(3)))

const known = ['roc_auc', 'log_loss', 'brier', 'ece']

/** Names of metrics, the known ones first. */
export function metricNames(names: Iterable<string>): string[] {
  const all = new Set(names)
  return [...known.filter((name) => all.has(name)), ...[...all].filter((name) => !known.includes(name)).sort()]
}

/** What data were for, and which: `966,334 of 966,409 rows in 2 files, contract 1.0.0: pass, sha256 07bc077551f7`. */
export function describeData({
  run,
  evaluation,
  datasets,
  validations,
}: VersionLineage): (readonly [use: string, text: string])[] {
  return datasets.map(({ digest, rows, files }) => {
    const isTraining = digest === run?.data.dataset
    const isHoldout = digest === evaluation?.holdout.dataset
    const use = isTraining ? 'trained on' : isHoldout ? 'judged on' : 'data'
    const accepted = isTraining ? run.data.acceptedRows : isHoldout ? evaluation.holdout.acceptedRows : rows
    const contract = validations.find(({ dataset }) => dataset === digest)
    const shown =
      accepted === rows
        ? formatQuantity(rows, 'row')
        : `${accepted.toLocaleString('en-US')} of ${formatQuantity(rows, 'row')}`
    const verdict = contract ? `, contract ${contract.contract.version}: ${contract.verdict}` : ''
    return [use, `${shown} in ${formatQuantity(files.length, 'file')}${verdict}, sha256 ${digest.slice(0, 12)}`]
  })
}
