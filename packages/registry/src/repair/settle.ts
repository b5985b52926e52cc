import { readOutcome } from '../channel-state.ts'
import { readChannel, readRollout } from '../facts.ts'
import type { Registry } from '../ports.ts'
import { settleMerged } from '../production.ts'
import { settlePromotions } from '../settlement.ts'
import { done, left, type StepResult, unneeded } from './result.ts'

/**
 * Settles what the default branch wants by now: every check is made again, whatever events say, since an event alone is no proof. A
 * rollout that ended at 100 % and was interrupted before its tag is finished; one under way is left alone.
 */
export async function settleChannel(
  registry: Registry,
  { model, channel, seq }: { model: string; channel: string; seq: number },
): Promise<StepResult> {
  const { reviews, ledger, policyRoot } = registry
  const ref = await reviews.defaultBranch()
  const intent = await readChannel(reviews, policyRoot, { model, channel, ref })
  if (intent?.seq !== seq) return unneeded(`the channel file is at seq ${intent?.seq ?? 'none'} by now`)
  const merged = await readOutcome(ledger, intent, 'promotion.merged')
  if (merged !== null) {
    const rollout = await readRollout(ledger, intent, await ledger.head())
    const isEnded =
      rollout?.phase === 'promoted' && rollout.seq === seq && rollout.canary.modelDigest === intent.modelDigest
    if (!isEnded || (await readOutcome(ledger, intent, 'promotion.settled')) === null)
      return unneeded('its rollout decides; deploy-canary takes the next step')
    return done(`${await settleMerged(registry, intent, merged)} is set`)
  }
  const settlements = await settlePromotions(registry)
  const settlement = settlements.find((each) => each.model === model && each.channel === channel)
  if (settlement === undefined) return unneeded('it is settled')
  if (settlement.outcome === 'settled') return done(`${settlement.tag} is set`)
  if (settlement.outcome === 'merged') return done('it is accepted; its rollout decides')
  const failures = settlement.checks.filter(({ verdict }) => verdict === 'fail')
  return left(
    `settling refused it: ${failures.map(({ name, detail }) => `${name}: ${detail}`).join('; ')}`,
    'The channel keeps what it had. Propose the version again, or another one.',
  )
}
