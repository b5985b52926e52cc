import { RegistryEvent as eventSchema, type FactReference, type RegistryEvent, referTo } from '@tidemark/schemas'
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
  })
  const commit = await append(registry, async () => ({
    facts: [{ path, document }],
    message: `Ask for ${model} ${version} on ${request.channel} again\n\n${request.reason}`,
  }))
  const event = await adopt(registry.ledger, eventSchema, { path, document }, commit)
  return { event, reference: referTo(path, event) }
}
