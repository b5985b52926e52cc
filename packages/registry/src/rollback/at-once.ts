import { type ChannelIntent, canonicalJson, RegistryEvent, TidemarkError } from '@tidemark/schemas'
import { settledSeqs, settlementOf } from '../channel-state.ts'
import { commitPlan, readChannel, readFact } from '../facts.ts'
import type { LedgerFile, Registry } from '../ports.ts'
import { completeSettlement } from '../production.ts'
import { checkPromotion } from '../promotion-check.ts'
import { createEvent } from '../registration.ts'
import { checkRolledBack, leavingMark } from '../rolled-back.ts'
import { type DueRollback, refused } from './plan.ts'

/**
 * Returns the channel without a review: event, mark on what is left and the state that servers follow in one commit, then the tag.
 * `describeState` gives the files of that state. Throws `PROMOTION_REFUSED` where a check fails, and `REGISTRY_CONFLICT` where the
 * channel moved meanwhile.
 */
export async function settleAtOnce(
  registry: Registry,
  { due, wanted, request }: { due: DueRollback; wanted: ChannelIntent; request: RegistryEvent },
  describeState: (head: string | null) => Promise<readonly LedgerFile[]>,
): Promise<string> {
  const { ledger, reviews, policyRoot } = registry
  const { model, channel, version, seq, previous } = wanted
  const { type, subject, cause, path } = settlementOf(wanted, wanted)
  const isOnRecord = async (head: string | null) => (await readFact(ledger, RegistryEvent, path, head)) !== null
  if (!(await isOnRecord(await ledger.head()))) await assertPasses(registry, due, wanted)
  const commit = await commitPlan(registry, async (head) => {
    // Written by an earlier attempt: the state may have moved on since.
    if (head !== null && (await isOnRecord(head))) return { facts: [], message: '' }
    const ref = await reviews.branchHead(await reviews.defaultBranch())
    const current = ref && (await readChannel(reviews, policyRoot, { model, channel, ref }))
    const isSame = canonicalJson(current) === canonicalJson(due.current)
    if (!isSame || (await settledSeqs(ledger, wanted)).some((each) => each > (previous?.seq ?? 0))) {
      throw new TidemarkError('REGISTRY_CONFLICT', `${channel} of ${model} moved while it was being returned`, {
        hint: 'Nothing was changed. Look at what it holds now, and ask again if it still has to go back.',
      })
    }
    const settled = await createEvent(registry, {
      type,
      model,
      subject,
      cause,
      previous: previous && { version: previous.version, modelDigest: previous.modelDigest },
      approvedBy: [],
      isBreakGlass: true,
      reasons: request.reasons ?? [],
    })
    return {
      facts: [settled, ...(await leavingMark(registry, wanted, request.reasons ?? []))],
      states: await describeState(head),
      message: `Return ${channel} to ${model} ${version} at once (seq ${seq})\n\n${request.actor}: ${request.reasons?.[0] ?? ''}`,
    }
  })
  const message = `${model} ${version} is in ${channel}\n\nreturned at once by ${request.actor}`
  return completeSettlement(registry, wanted, { commit: commit ?? '', message })
}

/** No review does not mean no check: bytes, manifest, sequence and marks are judged as on any pull request. */
async function assertPasses(
  registry: Registry,
  { policy, contractSha256, current, ref }: DueRollback,
  wanted: ChannelIntent,
): Promise<void> {
  const checks = [
    ...(await checkPromotion(registry, { proposed: wanted, policy, contractSha256, base: current })),
    ...(await checkRolledBack(registry, { proposed: wanted, policy, ref })),
  ]
  const failing = checks.filter(({ verdict }) => verdict === 'fail')
  if (failing.length === 0) return
  throw refused(
    `${wanted.channel} cannot go back to ${wanted.version}: ${failing.map(({ name, detail }) => `${name}: ${detail}`).join('; ')}`,
    'Name another version that the channel held, or run verify-registry to see what is wrong with this one.',
  )
}
