import { planRepair, type Registry, repairRegistry, settlePromotions, verifyRegistry } from '@tidemark/registry'
import { rollBack } from '@tidemark/rollout'
import type { Fault } from '@tidemark/sandbox'
import type { VersionReference } from '@tidemark/schemas'
import { beforeAll, expect, it } from 'vitest'
import { contractText, policyText } from './candidate.ts'
import { endState } from './end-state.ts'
import { approveAndMerge, merge, proposeCandidate } from './rollout-world.ts'
import { createRegistryWorld, type RegistryWorld } from './sandbox.ts'

const troubles: [string, Omit<Fault, 'match' | 'times'>][] = [
  ['answered by a 500', { do: 'status', status: 500 }],
  ['answered by a 502', { do: 'status', status: 502 }],
  ['dropped before its effect', { do: 'drop-before' }],
  ['dropped after its effect', { do: 'drop-after' }],
  ['limited by a 403 that says when to come again', { do: 'rate-limit-secondary' }],
  [
    'limited by a 429 that does not say when to come again',
    { do: 'rate-limit-secondary', status: 429, isSilent: true },
  ],
  ['limited by the hour', { do: 'rate-limit-primary' }],
]

let expected: Awaited<ReturnType<typeof observe>>
beforeAll(async () => {
  await using undisturbed = await createRegistryWorld(repositoryFiles)
  await goThrough(undisturbed)
  expected = await observe(undisturbed)
  expect(expected.tags).toEqual([
    ...['churn#production#1', 'churn#production#2', 'churn#production#3'],
    ...['churn@v1.0.0', 'churn@v1.1.0'],
  ])
})

it.each(troubles)(
  'proposing, settling, rolling back and repairing end as if nothing had happened when three of every seven requests are %s',
  async (_name, trouble) => {
    await using world = await createRegistryWorld(repositoryFiles)
    await goThrough(world, trouble)
    expect(await observe(world)).toEqual(expected)
    expect(world.github.unexpected).toEqual([])
  },
)

it('proposing, settling and rolling back decide again at a head that moved meanwhile', async () => {
  await using world = await createRegistryWorld(repositoryFiles)
  let rivals = 0
  await goThrough(world, undefined, (registry) => {
    const commit = registry.ledger.commit.bind(registry.ledger)
    let isFirst = true
    registry.ledger.commit = async (change) => {
      if (isFirst) {
        isFirst = false
        rivals++
        const head = await registry.ledger.head()
        const path = `models/rival/events/aa/${String(rivals).padStart(64, 'a')}-gate.failed.json`
        await commit({ parent: head, files: [{ path, text: '{}\n' }], message: 'another job was faster' })
      }
      return commit(change)
    }
  })
  const state = await observe(world)
  expect(rivals).toBeGreaterThan(3)
  expect({ ...state, paths: state.paths?.filter((path) => !path.startsWith('models/rival/')) }).toEqual(expected)
})

const repositoryFiles = { files: { 'models/churn/model.yaml': policyText, 'models/churn/contract.yaml': contractText } }

/** 1.1.0 follows 1.0.0 into production and goes back; then a tag that a kill left out is made good. People meet no trouble. */
async function goThrough(
  world: RegistryWorld,
  trouble?: Omit<Fault, 'match' | 'times'>,
  disturb: (registry: Registry) => void = () => {},
): Promise<void> {
  const first: VersionReference = await merge(world, 'a')
  await settlePromotions(await world.connect())
  const under = async <T>(work: (registry: Registry) => Promise<T>): Promise<T> => {
    for (let n = 1; trouble && n < 200; n++)
      if ([1, 2, 4].includes(n % 7)) world.github.faults.add({ match: { nth: n }, ...trouble })
    for (let runs = 1; ; runs++) {
      try {
        const registry = await world.connect(world.bot, { wait: async () => {} })
        disturb(registry)
        const done = await work(registry)
        world.github.faults.clear()
        return done
      } catch (error) {
        expect((error as { code?: string }).code).toMatch(/^GITHUB_/)
        if (runs === 10) throw error
      }
    }
  }

  const { proposal } = await under((registry) => proposeCandidate(registry, 'b', first))
  if (proposal.outcome !== 'open') throw new Error(proposal.outcome)
  await approveAndMerge(world, proposal.pullRequest.number)
  await under(settlePromotions)

  const asked = await under((registry) =>
    rollBack(
      { ...registry, actor: 'author' },
      {
        ...{ model: 'churn', channel: 'production', version: first.version, requestedBy: 'author' },
        ...{ run: '100', isBreakGlass: false, reason: 'it refuses good customers' },
      },
      {
        describe: async (intent) => ({ title: `Back to ${intent.version}`, body: 'asked for' }),
        describeReturn: (intent) => ({ title: `Return to ${intent.version}`, body: 'returned' }),
      },
    ),
  )
  if (asked.outcome !== 'proposed') throw new Error(asked.outcome)
  await approveAndMerge(world, asked.pullRequest.number)
  await under(settlePromotions)

  await world.call('owner', 'DELETE', `/git/refs/tags/${encodeURIComponent('churn#production#3')}`)
  await under(async (registry) => {
    const intent = { reviews: registry.reviews, policyRoot: 'models' }
    const now = new Date(Date.parse(await registry.clock.now()) + 3_600_000).toISOString()
    const { problems } = await verifyRegistry(registry.ledger, { releases: registry.releases, intent, now })
    await repairRegistry(registry, planRepair(problems).steps)
  })
}

async function observe(world: RegistryWorld) {
  const { reviews } = await world.connect()
  const pulls = await world.call<{ head: { ref: string } }[]>('acme', 'GET', '/pulls?state=all')
  const state = await endState(world)
  return {
    ...state,
    tags: state?.tags,
    pulls: pulls.map(({ head }) => head.ref).sort(),
    open: (await reviews.openPullRequests('tidemark/')).map(({ headBranch }) => headBranch),
    file: await reviews.readFile('models/churn/channels/production.json', 'main'),
  }
}
