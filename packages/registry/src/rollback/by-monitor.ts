import {
  type ChannelIntent,
  type FactReference,
  layout,
  type ModelPolicy,
  type PerformanceCheck,
  RegistryEvent,
  type RollbackRule,
  referTo,
  TidemarkError,
  type VersionReference,
} from '@tidemark/schemas'
import { channelIntent } from '../channel-return.ts'
import { type ChannelState, readChannelState } from '../channel-state.ts'
import { readChannel, readFact, readVersion } from '../facts.ts'
import type { Registry } from '../ports.ts'
import { readRetirement } from '../retention/retirement.ts'
import { checkRolledBack } from '../rolled-back.ts'
import { readTenures } from '../tenures.ts'
import { describeGrounds, findGrounds, type Ground, type JudgedWindows } from './grounds.ts'
import { type MonitorsRequest, planRollback, requestOf } from './plan.ts'
import { openingOf, proposeRollback } from './propose.ts'
import { recordRequest, rollbackIntent } from './request.ts'

/** What came of the monitor's rule for a channel. */
export type MonitorRollback =
  /** There is no rule, or the windows do not meet it. */
  | { kind: 'none' }
  /** They meet it, and there is nothing that could be proposed. */
  | { kind: 'withheld'; channel: string; why: string }
  /** Proposed in this pull request before (`asked`, whatever people made of it since) or now; `declined`: people closed it. */
  | { kind: 'asked' | 'proposed' | 'declined'; channel: string; version: string; pullRequest: number }

/** Some of that is known before anything is written. */
export type MonitorRollbackPlan = MonitorRollback | { kind: 'due'; request: Unsigned }

type Unsigned = Omit<MonitorsRequest, 'requestedBy'>
type Reading = Pick<Registry, 'ledger' | 'reviews' | 'clock' | 'policyRoot'>

/**
 * Opens the pull request that `monitor.rollback` asks for, once a tenure of a version. It is one like any other: it is checked, and settled
 * by the channel's approvals. Repeating it, at once or after a kill anywhere, ends in the same state.
 */
export async function rollBackByMonitor(
  registry: Registry,
  {
    describe,
    ...question
  }: {
    /** Of the default branch. */
    policy: ModelPolicy
    judged: JudgedWindows
    /** Title and body of the pull request. */
    describe(intent: ChannelIntent, request: RegistryEvent): Promise<{ title: string; body: string }>
  },
): Promise<MonitorRollback> {
  const due = await planMonitorRollback(registry, question)
  if (due.kind !== 'due') return due
  const { channel, version } = due.request
  try {
    const plan = await planRollback(registry, { ...due.request, requestedBy: registry.actor })
    if (plan.step !== 'due') return { kind: 'withheld', channel, why: `${channel} moved since the windows were judged` }
    const recorded = await recordRequest(registry, plan.due)
    const wanted = rollbackIntent(plan.due, recorded, plan.due.held.seq + 1)
    const { outcome, pullRequest } = await proposeRollback(registry, {
      wanted,
      request: recorded.event,
      describe: (intent) => describe(intent, recorded.event),
    })
    return { kind: outcome === 'open' ? 'proposed' : 'declined', channel, version, pullRequest: pullRequest.number }
  } catch (error) {
    // Another version is asked for already, or this one cannot be had.
    if (error instanceof TidemarkError && error.code === 'PROMOTION_REFUSED')
      return { kind: 'withheld', channel, why: error.message }
    throw error
  }
}

/**
 * Holds the judged windows against `monitor.rollback`, which has to be the default branch's. It reads facts and files of the default
 * branch alone, so that a job without any right to write can tell whether something is due.
 */
export async function planMonitorRollback(
  registry: Reading,
  { policy, judged }: { policy: ModelPolicy; judged: JudgedWindows },
): Promise<MonitorRollbackPlan> {
  const rule = policy.monitor?.rollback
  const { ledger, reviews, policyRoot } = registry
  if (rule === undefined || !isMet(rule, judged)) return { kind: 'none' }
  const { model } = policy
  const { channel } = rule
  const ref = await reviews.branchHead(await reviews.defaultBranch())
  const head = await ledger.head()
  const current = ref && (await readChannel(reviews, policyRoot, { model, channel, ref }))
  const held = current && (await readChannelState(ledger, current))
  if (!ref || !current || !held || head === null) return { kind: 'none' }
  const tenures = await readTenures(ledger, { model, channel })
  const own = tenures.at(-1)
  const checks = own?.modelDigest === held.modelDigest ? findGrounds(rule, judged, own) : null
  if (checks === null) return { kind: 'none' }

  const withheld = (why: string): MonitorRollbackPlan => ({ kind: 'withheld', channel, why })
  if (current.seq !== held.seq)
    return withheld(
      current.seq > held.seq
        ? `${current.version} is on its way to ${channel} (seq ${current.seq}); its rollout or its return comes first`
        : `the channel file has yet to follow ${held.version} (seq ${held.seq})`,
    )
  const former = tenures.at(-2)
  if (former === undefined) return withheld(`${held.version} is the first version of ${channel}`)
  const request = requestFor({ model, rule, held, target: former, checks })
  const asked = await readAsked(registry, { request, held, target: former, head })
  if (asked !== null) return asked
  const target = await readVersion(ledger, model, former.version, head)
  if (target === null) return withheld(`${former.version}, the version before, is not in the registry`)
  const retired = await readRetirement(ledger, target, head)
  if (retired !== null) return withheld(`${former.version}, the version before, was retired on ${retired.at}`)
  const proposed = channelIntent(target, { channel, seq: held.seq + 1, previous: held })
  const refusal = (await checkRolledBack(registry, { proposed, policy, ref, head })).find(
    ({ verdict }) => verdict === 'fail',
  )
  return refusal === undefined ? { kind: 'due', request } : withheld(`of the version before: ${refusal.detail}`)
}

/** Whether enough newest windows fail, whichever version served: then it is worth to read more. */
function isMet(rule: RollbackRule, judged: JudgedWindows): boolean {
  const digests = new Set(['', ...judged.performance.map(({ modelDigest }) => modelDigest)])
  return [...digests].some((modelDigest) => findGrounds(rule, judged, { modelDigest, since: '' }) !== null)
}

function requestFor({
  model,
  rule,
  held,
  target,
  checks,
}: {
  model: string
  rule: RollbackRule
  held: ChannelState
  target: VersionReference
  checks: readonly Ground[]
}): Unsigned {
  return {
    model,
    channel: rule.channel,
    version: target.version,
    reason: describeGrounds(checks),
    isBreakGlass: false,
    monitor: { rule, checks: checks.map(referToCheck), leavesSeq: held.seq },
  }
}

function referToCheck(check: Ground): FactReference {
  const { model, id, window } = check
  const path = isPerformance(check)
    ? layout.performance(model, id, window.start)
    : layout.drift(model, id, window.start)
  return referTo(path, check)
}

const isPerformance = (check: Ground): check is PerformanceCheck => check.schema === 'tidemark/performance/v1'

/** The pull request of the request, where it was opened before: that is on record last. */
async function readAsked(
  { ledger }: Reading,
  { request, held, target, head }: { request: Unsigned; held: ChannelState; target: VersionReference; head: string },
): Promise<MonitorRollback | null> {
  const { model, channel, version } = request
  const { path } = openingOf(
    { model, channel, version, modelDigest: target.modelDigest, seq: held.seq + 1 },
    requestOf(request, target),
  )
  const opened = await readFact(ledger, RegistryEvent, path, head)
  return opened?.pullRequest === undefined ? null : { kind: 'asked', channel, version, pullRequest: opened.pullRequest }
}
