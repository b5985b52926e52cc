import { connectTelemetry } from '@tidemark/github'
import { proposePromotion, type Registry, registerModel, settlePromotions } from '@tidemark/registry'
import { type RolloutTick, tickRollouts } from '@tidemark/rollout'
import { type Evaluation, latencyEdgesMs, type Telemetry, type VersionReference } from '@tidemark/schemas'
import { contractText, createCandidate, policyText } from './candidate.ts'
import { createRegistryWorld, type RegistryWorld, repository } from './sandbox.ts'

const minute = 60_000

export const rolloutPolicyText = `${policyText}rollout:
  steps:
    - { weight: 0.1, minMinutes: 15, minRequests: 100 }
    - { weight: 0.5, minMinutes: 15, minRequests: 500 }
  guardrails:
    - { id: errors, delta: 0.02 }
`

/** A registry whose policy plans rollouts, with 1.0.0 in production and 1.1.0 merged. */
export async function createRolloutWorld() {
  const world = await createRegistryWorld({
    files: { 'models/churn/model.yaml': rolloutPolicyText, 'models/churn/contract.yaml': contractText },
  })
  const champion = await merge(world, 'a')
  await settlePromotions(await world.connect())
  const canary = await merge(world, 'b', champion)
  const settlements = await settlePromotions(await world.connect())
  return { world, champion, canary, settlements }
}

/** Registers a candidate, approves its pull request and merges it. */
export async function merge(
  world: RegistryWorld,
  seed: string,
  champion: Evaluation['champion'] = null,
): Promise<VersionReference> {
  const { manifest, proposal } = await proposeCandidate(await world.connect(), seed, champion)
  if (proposal.outcome !== 'open') throw new Error(`the proposal is ${proposal.outcome}`)
  await approveAndMerge(world, proposal.pullRequest.number)
  return { version: manifest.version, modelDigest: manifest.modelDigest }
}

export async function proposeCandidate(registry: Registry, seed: string, champion: Evaluation['champion'] = null) {
  const registration = await registerModel(registry, createCandidate(seed, { champion }))
  if (!registration.registered) throw new Error('not registered')
  const { manifest, evidence } = registration
  const proposal = await proposePromotion(registry, {
    manifest,
    evidence,
    channel: 'production',
    describe: async (intent) => ({ title: `Promote ${intent.version}`, body: 'a report' }),
  })
  return { manifest, proposal }
}

export async function approveAndMerge(world: RegistryWorld, number: number): Promise<void> {
  const { head } = await world.call<{ head: { sha: string } }>('reviewer', 'GET', `/pulls/${number}`)
  await world.call('reviewer', 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE', commit_id: head.sha })
  await world.call('acme', 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash' })
}

/** One tick, as deploy-canary takes it. */
export async function tick(world: RegistryWorld, token = world.bot): Promise<RolloutTick> {
  const telemetry = await connectTelemetry({ token, repository, apiUrl: world.github.apiUrl })
  return tickRollouts(await world.connect(token), {
    sources: [telemetry],
    describeReturn: (state, { version }) => ({ title: `Return to ${version}`, body: state.cause?.reason ?? '' }),
  })
}

/** A server that counts what it is told and publishes as `tidemark serve` does. */
export function createServer(
  world: RegistryWorld,
  {
    champion,
    canary,
    seq = 2,
    instance = 'server-1',
  }: {
    champion: VersionReference
    canary: VersionReference
    seq?: number
    instance?: string
  },
) {
  const histogram = (count: number) => [...latencyEdgesMs.map((_, i) => (i === 10 ? count : 0)), 0]
  const startedAt = timeOf(world)
  let windows: Telemetry['windows'] = []
  let sequence = 0
  const document = (): Telemetry => ({
    schema: 'tidemark/telemetry/v1',
    model: 'churn',
    channel: 'production',
    instance,
    startedAt,
    publishedAt: timeOf(world),
    sequence,
    champion,
    rollout: { seq, canary },
    dropped: null,
    latency: { champion: histogram(1000), canary: histogram(0) },
    windows,
  })
  const publish = async () => {
    const telemetry = await connectTelemetry({ token: world.bot, repository, apiUrl: world.github.apiUrl })
    await telemetry.publish(document())
  }
  return {
    publish,
    /** Serves 4,000 requests at a weight, of which the canary fails a share, and lets a quarter of an hour pass. */
    async serve(weight: number, failing = 0) {
      const requests = Math.round(4000 * weight)
      const from = timeOf(world)
      world.github.advance(15 * minute)
      sequence++
      const groups = [
        {
          weight,
          canary: { requests, events: { errors: Math.round(requests * failing) } },
          stable: { requests: 4000 - requests, events: { errors: 2 } },
        },
      ]
      windows = [...windows, { first: sequence, last: sequence, from, to: timeOf(world), groups }]
      await publish()
    },
  }
}

function timeOf({ github }: RegistryWorld): string {
  return github
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
}
