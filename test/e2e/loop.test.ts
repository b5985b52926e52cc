import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createConsumer, repository } from './consumer.ts'
import { createRegistryWorld, makeCandidate } from './registry-world.ts'

interface Pull {
  number: number
  body: string
  head: { sha: string; ref: string }
}

it('brings data to production step by step, and a second run of every step finds everything done', async () => {
  await using world = await createRegistryWorld()
  await using consumer = await createConsumer()
  const handovers = await makeCandidate(consumer, world)
  const registered = await world.run(consumer, 'register-model', handovers)
  expect(registered.log).toContain('Registered churn 1.0.0')
  expect(registered).toMatchObject({
    exitCode: 0,
    outputs: { registered: 'true', version: '1.0.0', tag: 'churn@v1.0.0', 'pull-request': '1' },
  })
  const state = await world.state()
  expect(state.releases).toMatchObject([{ tag: 'churn@v1.0.0', draft: false }])
  expect(state.refs.map((line) => line.split(' ')[0])).toEqual([
    'refs/heads/main',
    'refs/heads/model-registry',
    'refs/heads/tidemark/churn/production/1.0.0',
    'refs/tags/churn@v1.0.0',
  ])

  // Another checkout of the same commit and data, as a re-run of the workflow has it.
  await using again = await createConsumer()
  const same = await world.run(again, 'register-model', await makeCandidate(again, world))
  expect(same.outputs).toEqual(registered.outputs)
  expect(await world.state()).toEqual(state)

  const pull = await world.call<Pull>('reviewer', 'GET', '/pulls/1')
  const check = () =>
    world.run(
      consumer,
      'promote-model',
      { mode: 'check' },
      {
        event: { name: 'pull_request_target', payload: { pull_request: { number: 1, head: { sha: pull.head.sha } } } },
      },
    )
  for (const checked of [await check(), await check()]) {
    expect(checked).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
  }

  await world.call('reviewer', 'POST', '/pulls/1/reviews', { event: 'APPROVE', commit_id: pull.head.sha })
  await world.call('acme', 'PUT', '/pulls/1/merge', { merge_method: 'squash' })
  const settled = await world.run(consumer, 'promote-model', { mode: 'settle' })
  expect(settled).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', settled: '["churn#production#1"]' } })
  expect(settled.summary).toContain('reviewer')
  const production = await world.state()
  expect(production.refs.join('\n')).toContain('refs/tags/churn#production#1 ')
  const unchanged = await world.run(consumer, 'promote-model', { mode: 'settle' })
  expect(unchanged).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', settled: '[]' } })
  expect(await world.state()).toEqual(production)

  const verified = await world.run(consumer, 'verify-registry', { assets: 'true' })
  expect(verified).toMatchObject({ exitCode: 0, outputs: { verified: 'true', problems: '[]' } })
  const clone = join(consumer.workspace, 'clone')
  execFileSync('git', ['clone', '--quiet', world.github.gitDir(repository), clone])
  const offline = await consumer.run('verify-registry', { path: clone, token: 'none' })
  expect(offline).toMatchObject({ exitCode: 0, outputs: { verified: 'true', problems: '[]' } })
  expect(world.github.unexpected).toEqual([])
})

it('judges by absolute rules alone where no registry branch exists, and says which rules wait for a champion', async () => {
  await using world = await createRegistryWorld()
  await using consumer = await createConsumer()
  const before = await world.state()
  const validation = { 'validation-handover': (await consumer.succeed('validate-data')).outputs.handover ?? '' }
  const training = { 'training-handover': (await consumer.succeed('train', validation)).outputs.handover ?? '' }
  const gate = await world.run(consumer, 'evaluate-gate', { ...validation, ...training })
  expect(gate).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', champion: '' } })
  expect(gate.summary).toMatch(/no champion/i)
  expect(await world.state()).toEqual(before)
})

it('compares a later candidate with the champion, and gives changed bytes the next minor version', async () => {
  await using world = await createRegistryWorld()
  await using consumer = await createConsumer()
  await world.run(consumer, 'register-model', await makeCandidate(consumer, world))
  const { head } = await world.call<Pull>('reviewer', 'GET', '/pulls/1')
  await world.call('reviewer', 'POST', '/pulls/1/reviews', { event: 'APPROVE', commit_id: head.sha })
  await world.call('acme', 'PUT', '/pulls/1/merge', { merge_method: 'squash' })
  await world.run(consumer, 'promote-model', { mode: 'settle' })

  await consumer.edit('models/churn/model.yaml', 'trees: 15', 'trees: 20')
  const handovers = await makeCandidate(consumer, world)
  const registered = await world.run(consumer, 'register-model', handovers)
  expect(registered).toMatchObject({ exitCode: 0, outputs: { version: '1.1.0', 'pull-request': '2' } })
  const { body } = await world.call<Pull>('reviewer', 'GET', '/pulls/2')
  expect(body).toContain('1.0.0')
})
