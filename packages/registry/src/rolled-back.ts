import {
  type ChannelIntent,
  describeProblem,
  layout,
  type ModelPolicy,
  parseYamlDocument,
  RegistryEvent,
  TidemarkError,
  Waiver,
} from '@tidemark/schemas'
import { isReturn, markOf } from './channel-state.ts'
import { type Fact, readFact } from './facts.ts'
import type { Registry } from './ports.ts'
import { failed, type PromotionCheck, passed } from './promotion-check.ts'
import { createEvent } from './registration.ts'

/** The mark on what a rollback leaves behind; none where nothing is left. */
export async function leavingMark(
  registry: Registry,
  { model, channel, version, previous }: ChannelIntent,
  reasons: readonly string[],
): Promise<Fact[]> {
  if (previous === null) return []
  const { type, subject, cause } = markOf({ ...previous, model, channel })
  return [
    await createEvent(registry, {
      type,
      model,
      subject,
      cause,
      reasons: [`${channel} went back to ${version}`, ...reasons],
    }),
  ]
}

/**
 * What was rolled back once comes again with a waiver only: a file of the default branch (`ref`) that one of the model's owners
 * answers for, about exactly these bytes and this channel, and not expired by GitHub's clock.
 */
export async function checkRolledBack(
  registry: Pick<Registry, 'ledger' | 'reviews' | 'clock' | 'policyRoot'>,
  {
    proposed,
    policy,
    ref,
    head,
  }: {
    proposed: ChannelIntent
    policy: ModelPolicy
    ref: string
    /** The registry branch's, where it is known. */
    head?: string | null
  },
): Promise<PromotionCheck[]> {
  if (isReturn(proposed)) return []
  const { ledger, clock } = registry
  const mark = await readFact(ledger, RegistryEvent, markOf(proposed).path, head ?? (await ledger.head()))
  if (mark === null) return []
  const name = 'rolled back'
  const past = `${proposed.version} was rolled back from ${proposed.channel} on ${mark.at}`
  const { waivers, problems } = await readWaivers(registry, proposed.model, ref)
  const now = Date.parse(await clock.now())
  const fitting = waivers.filter(
    ({ waiver }) => waiver.channel === proposed.channel && waiver.modelDigest === proposed.modelDigest,
  )
  const valid = fitting.find(
    ({ waiver }) =>
      Date.parse(waiver.expires) > now &&
      waiver.version === proposed.version &&
      waiver.model === proposed.model &&
      policy.owners.includes(waiver.owner),
  )
  if (valid) return [passed(name, `${past}; ${valid.waiver.owner} answers for its return (${valid.path})`)]
  const refused = fitting.map(({ path, waiver }) =>
    Date.parse(waiver.expires) <= now
      ? `${path} expired ${waiver.expires}`
      : `${path} is not by an owner, or not about ${proposed.model} ${proposed.version}`,
  )
  const folder = layout.waivers(registry.policyRoot, proposed.model)
  const remedy = `It needs a waiver of an owner in ${folder} that allows rolled-back for this digest`
  return [
    failed(
      name,
      [`${past}: ${mark.reasons?.[0] ?? 'no reason on record'}`, ...refused, ...problems, remedy].join('; '),
    ),
  ]
}

async function readWaivers(
  { reviews, policyRoot }: Pick<Registry, 'reviews' | 'policyRoot'>,
  model: string,
  ref: string,
): Promise<{ waivers: { path: string; waiver: Waiver }[]; problems: string[] }> {
  const folder = layout.waivers(policyRoot, model)
  const waivers: { path: string; waiver: Waiver }[] = []
  const problems: string[] = []
  const names = (await reviews.listFolder(folder, ref)).filter((name) => /^[\w.-]{1,100}\.ya?ml$/.test(name))
  for (const name of names.slice(0, 200)) {
    const path = `${folder}/${name}`
    try {
      waivers.push({ path, waiver: parseYamlDocument(Waiver, (await reviews.readFile(path, ref)) ?? '', path) })
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      problems.push([error.message, ...error.problems.map(describeProblem)].join('; '))
    }
  }
  return { waivers, problems }
}
