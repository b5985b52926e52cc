import { connectTelemetry } from '@tidemark/github'
import { latencyEdgesMs, type RolloutState, type Telemetry } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { type Consumer, consumerFiles, createConsumer, repository } from './consumer.ts'
import { createRegistryWorld, makeCandidate, type RegistryWorld } from './registry-world.ts'

const policy = 'models/churn/model.yaml'
const files = {
  ...consumerFiles,
  [policy]: `${consumerFiles[policy]}rollout:
  steps: [{ weight: 0.5, minRequests: 100 }]
  guardrails: [{ id: non_finite }]
`,
}
const minute = 60_000
const stateFile = 'rollouts/production/churn.json'

async function promote(world: RegistryWorld, consumer: Consumer): Promise<string> {
  const registered = await world.run(consumer, 'register-model', await makeCandidate(consumer, world))
  const number = registered.outputs['pull-request']
  const { head } = await world.call<{ head: { sha: string } }>('reviewer', 'GET', `/pulls/${number}`)
  await world.call('reviewer', 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE', commit_id: head.sha })
  await world.call('acme', 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash' })
  return (await world.run(consumer, 'promote-model', { mode: 'settle' })).outputs.settled ?? ''
}

/** What a server publishes that asked both arms 500 times, and whose canary answered NaN so often. */
async function publish(world: RegistryWorld, notFinite: number): Promise<void> {
  const { content } = await world.call<{ content: string }>('acme', 'GET', `/contents/${stateFile}?ref=model-registry`)
  const { seq, champion, canary } = JSON.parse(Buffer.from(content, 'base64').toString('utf8')) as RolloutState
  const now = world.github
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
  const counts = (events: number) => ({ requests: 500, events: { non_finite: events } })
  const groups = [{ weight: 0.5, canary: counts(notFinite), stable: counts(0) }]
  const nobody = Array(latencyEdgesMs.length + 1).fill(0)
  const document: Telemetry = {
    schema: 'tidemark/telemetry/v1',
    model: 'churn',
    channel: 'production',
    instance: 'server-1',
    startedAt: now,
    publishedAt: now,
    sequence: 1,
    champion,
    rollout: { seq, canary },
    dropped: null,
    latency: { champion: nobody, canary: nobody },
    windows: [{ first: 1, last: 1, from: now, to: now, groups }],
  }
  const telemetry = await connectTelemetry({ token: world.token(), repository, apiUrl: world.github.apiUrl })
  await telemetry.publish(document)
}

it('takes a canary that answers NaN back, opens the return, and tells people; with nothing due it ends', async () => {
  await using world = await createRegistryWorld(files)
  await using consumer = await createConsumer()
  expect(await promote(world, consumer)).toBe('["churn#production#1"]')
  const idle = await world.run(consumer, 'deploy-canary')
  expect(idle).toMatchObject({ exitCode: 0, outputs: { turns: '[]', 'rolled-back': '[]' } })
  expect(idle.log).toContain('No rollout is under way.')

  await consumer.edit(policy, 'trees: 15', 'trees: 20')
  expect(await promote(world, consumer)).toBe('[]')
  const started = await world.run(consumer, 'deploy-canary')
  expect(started).toMatchObject({ exitCode: 0 })
  expect(JSON.parse(started.outputs.turns ?? '')).toMatchObject([{ version: '1.1.0', action: 'start', weight: 0.5 }])

  await publish(world, 250)
  world.github.advance(15 * minute)
  const rolledBack = await world.run(consumer, 'deploy-canary')
  expect(rolledBack).toMatchObject({ exitCode: 1, outputs: { 'rolled-back': '["churn@1.1.0"]' } })
  expect(rolledBack.summary).toContain('rolled back')
  expect(rolledBack.summary).toContain('non_finite')
  const [pull] = await world.call<{ title: string; body: string }[]>('reviewer', 'GET', '/pulls?state=open')
  expect(pull).toMatchObject({ title: 'Return production of churn to 1.0.0', body: expect.stringContaining('waiver') })
  const again = await world.run(consumer, 'deploy-canary')
  expect(again).toMatchObject({ exitCode: 0, outputs: { 'rolled-back': '[]' } })
  expect(world.github.unexpected).toEqual([])
})

it('says which server cannot be reached and which address is none, and decides nothing without it', async () => {
  await using world = await createRegistryWorld(files)
  await using consumer = await createConsumer()
  await promote(world, consumer)
  await consumer.edit(policy, 'trees: 15', 'trees: 20')
  await promote(world, consumer)
  await world.run(consumer, 'deploy-canary')
  world.github.advance(15 * minute)
  const inputs = { 'telemetry-urls': 'http://127.0.0.1:9/v2/models/{model}/telemetry' }
  const held = await world.run(consumer, 'deploy-canary', inputs)
  expect(held.exitCode).toBe(0)
  expect(held.log).toContain('out of reach')
  expect(JSON.parse(held.outputs.turns ?? '')).toMatchObject([{ action: 'hold', phase: 'running', isCommitted: false }])
  const refused = await world.run(consumer, 'deploy-canary', { 'telemetry-urls': 'models.example.com' })
  expect(refused.exitCode).toBe(1)
  expect(refused.log).toContain('telemetry-urls')
})
