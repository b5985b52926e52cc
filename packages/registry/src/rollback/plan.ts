import {
  type ChannelIntent,
  type ChannelPolicy,
  eventId,
  layout,
  type ModelPolicy,
  RegistryEvent,
  TidemarkError,
  type VersionManifest,
} from '@tidemark/schemas'
import {
  type ChannelState,
  findSettledSeq,
  isRefused,
  newestSettledSeq,
  readChannelState,
  settlementOf,
} from '../channel-state.ts'
import { readChannel, readFact, readVersion } from '../facts.ts'
import { readPolicy } from '../policy.ts'
import type { Registry } from '../ports.ts'
import { readTenures } from '../tenures.ts'
import { monitorCause } from './grounds.ts'

/** The wish that a channel goes back to a version that it held. */
export type RollbackRequest = PersonsRequest | MonitorsRequest

interface Wish {
  model: string
  channel: string
  version: string
  reason: string
  /** Who started the run that asks. */
  requestedBy: string
}

export interface PersonsRequest extends Wish {
  /** Which run asks. The same run asking again, also much later, is the same request. */
  run: string
  /** At once instead of by a pull request, where the policy lets this person. */
  isBreakGlass: boolean
  monitor?: never
}

/** By `monitor.rollback` of model.yaml: it proposes, whoever started the run, and never acts at once. */
export interface MonitorsRequest extends Wish {
  monitor: NonNullable<RegistryEvent['monitor']> & {
    /** The tenure that is to end. It is asked for once, however often windows fail. */
    leavesSeq: number
  }
  run?: never
  isBreakGlass: false
}

export type RollbackPlan =
  /** The channel holds the version, or will once what was merged is settled. */
  | { step: 'none'; held: ChannelState; reason: string }
  /** Break-glass returned the channel; its file has yet to follow. */
  | { step: 'file'; due: DueRollback; returnedTo: ChannelState }
  | { step: 'due'; due: DueRollback }

export interface DueRollback {
  request: RollbackRequest
  policy: ModelPolicy
  contractSha256: string
  /** The commit of the default branch that was looked at. */
  ref: string
  /** The channel file as it is. */
  current: ChannelIntent
  /** What the channel is to leave. */
  held: ChannelState
  target: VersionManifest
  /** The newest `seq` under which the channel held the target. */
  targetSeq: number
}

/**
 * What a request asks for, held against what is there. Throws `PROMOTION_REFUSED` where the version never was in the channel or the
 * person may not, with what may be asked for instead.
 */
export async function planRollback(registry: Registry, request: RollbackRequest): Promise<RollbackPlan> {
  const { ledger, reviews, policyRoot } = registry
  const { model, channel, version } = request
  const ref = await reviews.branchHead(await reviews.defaultBranch())
  const current = ref && (await readChannel(reviews, policyRoot, { model, channel, ref }))
  const holding = current && (await readChannelState(ledger, current))
  if (!current || !holding) {
    throw refused(
      `nothing is in ${channel} of ${model}`,
      'A channel can go back to what it held. Check the inputs model and channel.',
    )
  }
  const { policy, contractSha256 } = await readPolicy(registry, model, ref)
  if (request.monitor === undefined) await assertAllowed(registry, request, policy.channels[channel])
  const target = await readVersion(ledger, model, version, await ledger.head())
  const targetSeq = target && (await findSettledSeq(ledger, current, target))
  if (!target || targetSeq === null) {
    throw refused(
      `${model} ${version} ${target ? `was never in ${channel}` : 'is not registered'}`,
      await nameFormer(registry, request),
    )
  }
  const asked = await readRequest(registry, request, target)
  if (request.monitor && (current.seq !== holding.seq || holding.seq !== request.monitor.leavesSeq))
    return { step: 'none', held: holding, reason: `${channel} moved since the windows were judged` }
  const isHeld = holding.modelDigest === target.modelDigest
  const due: DueRollback = { request, policy, contractSha256, ref, current, held: holding, target, targetSeq }
  const left = isHeld && current.seq < holding.seq ? await readLeft(registry, current, holding) : null
  if (left !== null) return { step: 'file', due: { ...due, held: left, targetSeq: targetSeq }, returnedTo: holding }
  if (asked?.leaves !== undefined && asked.leaves.seq !== holding.seq)
    return { step: 'none', held: holding, reason: 'this request was carried out before, and the channel went on since' }
  if (isHeld && current.seq === holding.seq)
    return { step: 'none', held: holding, reason: `${channel} holds ${version} already` }
  const isMerged = current.seq > holding.seq && current.rollback !== undefined && current.version === version
  if (isMerged && !(await isRefused(ledger, current)))
    return { step: 'none', held: holding, reason: `the rollback to ${version} is merged; promote-model settles it` }
  return { step: 'due', due }
}

/** The event that a request leaves; its path follows from the run, or the tenure to end, so that asking again finds it. */
export function requestOf(
  { model, channel, run, monitor }: Pick<RollbackRequest, 'model' | 'channel' | 'run' | 'monitor'>,
  { version, modelDigest }: Pick<VersionManifest, 'version' | 'modelDigest'>,
) {
  const event = {
    type: 'rollback.requested' as const,
    subject: { version, modelDigest, channel },
    cause: monitor === undefined ? `run ${run}` : monitorCause(model, channel, monitor.leavesSeq),
  }
  const id = eventId(event)
  return { ...event, id, path: layout.event(model, id, event.type) }
}

/** What the channel held before it was returned past its file. */
async function readLeft(
  { ledger }: Registry,
  named: ChannelIntent,
  returnedTo: ChannelState,
): Promise<ChannelState | null> {
  const { path } = settlementOf(named, returnedTo)
  const previous = (await readFact(ledger, RegistryEvent, path, await ledger.head()))?.previous
  const seq = await newestSettledSeq(ledger, named, returnedTo.seq)
  return previous ? { ...previous, seq } : null
}

async function readRequest(
  { ledger }: Registry,
  request: RollbackRequest,
  target: VersionManifest,
): Promise<RegistryEvent | null> {
  return readFact(ledger, RegistryEvent, requestOf(request, target).path, await ledger.head())
}

async function assertAllowed(
  { reviews }: Registry,
  { requestedBy, channel, isBreakGlass }: PersonsRequest,
  channelPolicy: ChannelPolicy | undefined,
): Promise<void> {
  const permission = await reviews.permission(requestedBy)
  const mayWrite = permission === 'admin' || permission === 'write'
  if (!mayWrite)
    throw refused(`${requestedBy} has no write access`, 'Ask somebody with write access to start the rollback.')
  if (!isBreakGlass) return
  const isNamed = channelPolicy?.breakGlass?.allowedBy.some((each) =>
    each === 'role:admin'
      ? permission === 'admin'
      : each === 'role:write' || each.toLowerCase() === requestedBy.toLowerCase(),
  )
  if (isNamed) return
  throw refused(
    `model.yaml does not let ${requestedBy} return ${channel} at once`,
    `Run it again without break-glass: it opens the pull request. \`channels.${channel}.breakGlass.allowedBy\` names who may act alone.`,
  )
}

/** Which versions may be asked for, newest tenure first. */
async function nameFormer({ ledger }: Registry, { model, channel }: RollbackRequest): Promise<string> {
  const tenures = await readTenures(ledger, { model, channel })
  const versions = [...new Set(tenures.map(({ version }) => version).reverse())].slice(0, 10)
  return versions.length > 0
    ? `Name one that it held: ${versions.join(', ')}.`
    : 'Name a version that the channel held.'
}

export function refused(message: string, hint: string): TidemarkError {
  return new TidemarkError('PROMOTION_REFUSED', message, { hint })
}
