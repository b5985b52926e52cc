import {
  canonicalJson,
  DriftCheck,
  type FactReference,
  layout,
  PerformanceCheck,
  type RegistryEvent,
  type RollbackRule,
} from '@tidemark/schemas'
import { readReferenced } from '../facts.ts'
import type { LedgerReader } from '../ports.ts'

/** A check that a rollback can rest on. */
export type Ground = DriftCheck | PerformanceCheck

/** What a model's monitor judged, each kind in order of time. */
export interface JudgedWindows {
  readonly drift: readonly DriftCheck[]
  /** Of any version. */
  readonly performance: readonly PerformanceCheck[]
}

/** A version in a channel since a time. */
export interface Tenure {
  readonly modelDigest: string
  readonly since: string
}

/**
 * The newest windows, oldest first, by which a rule wants the version in service to go, or null. Only windows of its own time count: weeks
 * of its own predictions that end after it came, and data of windows that begin after it came. Inconclusive windows say nothing.
 */
export function findGrounds(
  { on, windows }: RollbackRule,
  { drift, performance }: JudgedWindows,
  { modelDigest, since }: Tenure,
): readonly Ground[] | null {
  const own = performance.filter((check) => check.modelDigest === modelDigest && check.window.end > since)
  const kinds: Record<Exclude<RollbackRule['on'], 'either'>, readonly Ground[]> = {
    performance: own,
    drift: drift.filter(({ window }) => window.start >= since),
  }
  for (const kind of ['performance', 'drift'] as const) {
    if (on !== kind && on !== 'either') continue
    const newest = kinds[kind].filter(({ verdict }) => verdict !== 'inconclusive').slice(-windows)
    if (newest.length === windows && newest.every(({ verdict }) => verdict === 'fail')) return newest
  }
  return null
}

/** Why the monitor asks, in one sentence. */
export function describeGrounds(checks: readonly Ground[]): string {
  const weeks = checks.map(({ window }) => window.start).join(', ')
  const count = checks.length === 1 ? 'window' : `${checks.length} windows`
  const newest = checks.at(-1)
  const what = newest?.schema === 'tidemark/performance/v1' ? `performance of ${newest.version}` : 'drift'
  return `By monitor.rollback: ${what} failed the newest ${count} in a row (${weeks}): ${newest?.reason ?? ''}`.slice(
    0,
    4000,
  )
}

/** What asks for a rollback of one tenure once, however often its windows are judged again. */
export const monitorCause = (model: string, channel: string, seq: number): string =>
  `monitor ${layout.channelTag(model, channel, seq)}`

/** Reads the checks that the monitor's request names, and proves that they are what it named. */
export function readGrounds(ledger: LedgerReader, { monitor }: RegistryEvent, at: string): Promise<Ground[]> {
  return Promise.all(
    (monitor?.checks ?? []).map((reference) => readReferenced<Ground>(ledger, schemaOf(reference), reference, at)),
  )
}

const schemaOf = ({ path }: FactReference) =>
  /^models\/[^/]+\/performance\//.test(path) ? PerformanceCheck : DriftCheck

/** Why the monitor's request does not follow from the checks that it names. */
export function findGroundsProblems(request: RegistryEvent, checks: readonly Ground[]): string[] {
  const { monitor, model, subject, leaves, cause, isBreakGlass } = request
  if (monitor === undefined) return []
  const { rule } = monitor
  const starts = checks.map(({ window }) => window.start)
  const isOrdered = starts.every((start, i) => i === 0 || start > (starts[i - 1] ?? ''))
  const kind = checks[0]?.schema === 'tidemark/performance/v1' ? 'performance' : 'drift'
  const isOfRule = (check: Ground): boolean => {
    if (check.model !== model || check.verdict !== 'fail' || check.schema !== checks[0]?.schema) return false
    if (check.schema === 'tidemark/performance/v1') return check.modelDigest === leaves?.modelDigest
    return canonicalJson(check.policy.rollback ?? null) === canonicalJson(rule)
  }
  return [
    ...(checks.length === rule.windows && isOrdered
      ? []
      : [`rests on ${checks.length} checks, where its rule asks for ${rule.windows} windows`]),
    ...(rule.on === kind || rule.on === 'either' ? [] : [`rests on ${kind}, where its rule asks for ${rule.on}`]),
    ...(rule.channel === subject.channel
      ? []
      : [`is about ${subject.channel}, where its rule is about ${rule.channel}`]),
    ...(checks.every(isOfRule) ? [] : ['rests on a check that does not fail, or is of another version or policy']),
    ...(leaves !== undefined && cause === monitorCause(model, rule.channel, leaves.seq)
      ? []
      : ['does not name the tenure that it wants ended']),
    ...(isBreakGlass ? ['asks for break-glass, which is for people'] : []),
  ]
}
