import {
  type ChannelIntent,
  RegistryEvent as eventSchema,
  type FactReference,
  type RegistryEvent,
  referTo,
} from '@tidemark/schemas'
import { channelIntent } from '../channel-return.ts'
import { adopt, append } from '../facts.ts'
import type { Registry } from '../ports.ts'
import { createEvent } from '../registration.ts'
import { type DueRollback, requestOf } from './plan.ts'

export interface RecordedRequest {
  event: RegistryEvent
  reference: FactReference
}

/** Records who asks for what, and why, before anything follows from it. */
export async function recordRequest(
  registry: Registry,
  { request, held, target }: DueRollback,
): Promise<RecordedRequest> {
  const { model, version } = target
  const { type, subject, cause } = requestOf(request, target)
  const { path, document } = await createEvent(registry, {
    type,
    model,
    subject,
    cause,
    leaves: held,
    reasons: [request.reason],
    ...(request.isBreakGlass ? { isBreakGlass: true } : {}),
    ...(request.monitor ? { monitor: { rule: request.monitor.rule, checks: request.monitor.checks } } : {}),
  })
  const commit = await append(registry, async () => ({
    facts: [{ path, document }],
    message: `Ask for ${model} ${version} on ${request.channel} again\n\n${request.reason}`,
  }))
  const event = await adopt(registry.ledger, eventSchema, { path, document }, commit)
  return { event, reference: referTo(path, event) }
}

/** What the channel file is to say, and whose request it follows. */
export function rollbackIntent(
  { target, held, request, targetSeq }: DueRollback,
  { reference }: RecordedRequest,
  seq: number,
): ChannelIntent {
  const intent = channelIntent(target, { channel: request.channel, seq, previous: held })
  return { ...intent, rollback: { seq: targetSeq, request: reference } }
}
