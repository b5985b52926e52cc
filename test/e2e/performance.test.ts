// Labels that come late show that a version does worse: what the built action says and does about it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import type { BuiltRun } from './built-action.ts'
import { type Consumer, consumerFiles, createConsumer } from './consumer.ts'
import { createRegistryWorld, makeCandidate, type RegistryWorld } from './registry-world.ts'

const policy = `${consumerFiles['models/churn/model.yaml']}monitor:
  baseline: { version: 1.0.0 }
  performance:
    predictions: log.ndjson
    labels: labels.csv
    columns: { label: churned }
    metrics: [{ id: brier, mode: non_inferior, margin: 0.02 }]
    minRows: 100
  retrain: { workflow: train.yml }
  rollback: { windows: 1 }
`
const trainYaml = `on: { workflow_dispatch: { inputs: { model: { required: true } } } }
jobs: { train: { runs-on: ubuntu-latest, steps: [{ run: 'true' }] } }
`

/** Fifty predictions a day from 2 March on; of the labels of the first `known` days each says what its score does not, where turned. */
async function deliver(consumer: Consumer, { days, known, turnedFrom = days }: Record<string, number>) {
  const rows = Array.from({ length: days! * 50 }, (_, row) => {
    const day = Math.floor(row / 50)
    const score = [0.02, 0.98][row % 2]!
    return { id: row, day, score, churned: day < turnedFrom! ? Math.round(score) : 1 - Math.round(score) }
  })
  const timeOf = (day: number) => new Date(Date.UTC(2026, 2, 2 + day, 8)).toISOString()
  const log = rows.map(({ id, day, score }) =>
    JSON.stringify({ id: `r${id}`, time: timeOf(day), model: 'churn', version: '1.1.0', score }),
  )
  const labels = rows.filter(({ day }) => day < known!).map(({ id, churned }) => `r${id},${churned}`)
  await consumer.write('log.ndjson', log.join('\n'))
  await consumer.write('labels.csv', ['id,churned', ...labels].join('\n'))
}

/** Brings the checkout's candidate into production. */
async function release(world: RegistryWorld, consumer: Consumer) {
  const registered = await world.run(consumer, 'register-model', await makeCandidate(consumer, world))
  const number = registered.outputs['pull-request']
  const pull = await world.call<{ head: { sha: string } }>('acme', 'GET', `/pulls/${number}`)
  await world.call('reviewer', 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE', commit_id: pull.head.sha })
  await world.call('acme', 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash' })
  const settled = await world.run(consumer, 'promote-model', { mode: 'settle' })
  expect(settled).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
}

/** A chat's webhook on this machine. */
async function listen() {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    bodies.push((await request.toArray()).join(''))
    response.writeHead(200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    bodies,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/T0/B0SECRET`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

it('tells of a week that its labels show to be worse, asks for the rollback once, and closes the issue when one passes', async () => {
  await using world = await createRegistryWorld({
    ...consumerFiles,
    'models/churn/model.yaml': policy,
    '.github/workflows/train.yml': trainYaml,
  })
  await using consumer = await createConsumer()
  await using slack = await listen()
  await consumer.write('models/churn/model.yaml', policy)
  await release(world, consumer)
  await consumer.edit('models/churn/model.yaml', 'trees: 15', 'trees: 16')
  await release(world, consumer)

  // Predictions are of the weeks to come.
  world.github.advance(100 * 86_400_000)
  const judge = () =>
    world.run(consumer, 'drift-report', { mode: 'judge' }, { token: world.token({ contents: 'read' }) })
  const granted = { contents: 'write', issues: 'write', actions: 'write' } as const
  const mayPropose = { ...granted, 'pull-requests': 'write', statuses: 'write' } as const
  const report = (judged: BuiltRun, permissions: Record<string, 'read' | 'write'> = mayPropose) =>
    world.run(
      consumer,
      'drift-report',
      { mode: 'report', 'drift-handover': judged.outputs.handover ?? '', 'slack-webhook': slack.url },
      { token: world.token(permissions) },
    )

  await deliver(consumer, { days: 15, known: 3 })
  const early = await judge()
  expect(JSON.parse(early.outputs.performance!)).toEqual([
    { version: '1.1.0', window: '2026-03-02', verdict: 'inconclusive' },
  ])
  expect(await report(early)).toMatchObject({ exitCode: 0, outputs: {} })

  // The labels come, and say that everything is the other way round.
  await deliver(consumer, { days: 15, known: 15, turnedFrom: 0 })
  const judged = await judge()
  expect(JSON.parse(judged.outputs.performance!)).toMatchObject([{ window: '2026-03-02', verdict: 'fail' }])
  const denied = await report(judged, granted)
  expect(denied.exitCode).toBe(1)
  expect(denied.annotations).toContainEqual(
    expect.objectContaining({ level: 'error', message: expect.stringContaining('pull-requests: write') }),
  )
  expect(denied.log).toMatch(/Opened issue #3[\s\S]*Alerted Slack[\s\S]*Started train\.yml/)
  expect(denied.summary).toContain('❌ Performance of `churn`')
  expect(denied.summary).toContain('## What followed')

  // The right to propose was missing; with it the next run does what is left, and judges nothing again.
  const left = await judge()
  expect(left.log).toContain('not all done')
  const told = await report(left)
  expect(told).toMatchObject({ exitCode: 0, outputs: { rollback: '4' } })
  expect(told.summary).toContain('takes `production` back to 1.0.0')
  const pull = await world.call<{ title: string; body: string }>('acme', 'GET', '/pulls/4')
  expect(pull).toMatchObject({
    title: 'Roll production of churn back to 1.0.0',
    body: expect.stringContaining('The monitor asks'),
  })
  const issue = await world.call<{ title: string; body: string }>('acme', 'GET', '/issues/3')
  expect(issue.title).toBe('churn 1.1.0 misses its limits: Brier score since 2026-03-02')
  expect(issue.body).toContain('## Performance')
  const comments = await world.call<{ body: string }[]>('acme', 'GET', '/issues/3/comments')
  expect(comments.map(({ body }) => body)).toEqual([expect.stringContaining('#4 takes `production` back to 1.0.0')])
  const again = await judge()
  expect(again).toMatchObject({ exitCode: 0, outputs: {}, log: expect.stringContaining('nothing is due') })

  await deliver(consumer, { days: 22, known: 22 })
  const closed = await report(await judge())
  expect(closed.log).toContain('Closed issue #3')
  expect(slack.bodies.map((body) => /misses its limits|keeps its limits again/.exec(body)?.[0])).toEqual([
    'misses its limits',
    'keeps its limits again',
  ])
  expect([denied, told, closed].map(({ log, summary }) => log + summary).join('')).not.toContain('B0SECRET')
  const verified = await world.run(consumer, 'verify-registry')
  expect(verified.outputs.verified).toBe('true')
  expect(world.github.unexpected).toEqual([])
})
