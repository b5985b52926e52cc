import { sha256 } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { expectRefused } from './built-action.ts'
import { type Consumer, consumerFiles, createConsumer } from './consumer.ts'
import { createRegistryWorld, makeCandidate, type RegistryWorld, readManifest } from './registry-world.ts'

const node = JSON.stringify(process.execPath)
const policy = consumerFiles['models/churn/model.yaml'].replace(
  /train:[\s\S]*(?=gate:)/,
  `kind: opaque
signature: { inputs: [{ name: age, type: int, shape: [] }], outputs: [{ name: churns, type: float, shape: [] }] }
train:
  executor: command
  command: [${node}, train.mjs]
  parameters: { years: 10 }
score:
  command: [${node}, score.mjs]
`,
)

/** The share of customers who leave, by plan and age in steps of so many years. */
const train = `import { readFileSync, writeFileSync } from 'node:fs'
const { SM_CHANNEL_TRAIN, SM_HPS, SM_MODEL_DIR } = process.env
const { years } = JSON.parse(SM_HPS)
const counts = {}
for (const line of readFileSync(SM_CHANNEL_TRAIN + '/train.csv', 'utf8').trim().split('\\n').slice(1)) {
  const [churned, age, plan] = line.split(',')
  const count = (counts[plan + Math.floor(age / years)] ??= [0, 0])
  count[churned]++
}
const rates = Object.fromEntries(Object.entries(counts).map(([key, [no, yes]]) => [key, (yes + 1) / (no + yes + 2)]))
writeFileSync(SM_MODEL_DIR + '/rates.json', JSON.stringify({ years, rates }))
`
const score = `import { readFileSync, writeFileSync } from 'node:fs'
const { SM_MODEL_DIR, TIDEMARK_ROWS, TIDEMARK_PREDICTIONS } = process.env
const { years, rates } = JSON.parse(readFileSync(SM_MODEL_DIR + '/rates.json', 'utf8'))
const [header, ...lines] = readFileSync(TIDEMARK_ROWS, 'utf8').trim().split('\\n')
if (header !== 'id,age,plan' || process.env.INPUT_TOKEN) throw new Error(header)
const scored = lines.map((line) => line.split(',')).map(([id, age, plan]) => [id, rates[plan + Math.floor(age / years)] ?? 0.5])
console.log('::set-output name=verdict::pass')
writeFileSync(TIDEMARK_PREDICTIONS, [['id', 'probability'], ...scored].join('\\n'))
`

/** A GitHub and a checkout in which the model is made and scored by scripts. */
async function createOpaqueWorld(scripts = { train, score }): Promise<{ world: RegistryWorld; consumer: Consumer }> {
  const world = await createRegistryWorld({ ...consumerFiles, 'models/churn/model.yaml': policy })
  const consumer = await createConsumer()
  await consumer.write('models/churn/model.yaml', policy)
  await consumer.write('train.mjs', scripts.train)
  await consumer.write('score.mjs', scripts.score)
  return { world, consumer }
}

async function approve(world: RegistryWorld, consumer: Consumer, number: number) {
  const { head } = await world.call<{ head: { sha: string } }>('reviewer', 'GET', `/pulls/${number}`)
  const checked = await world.run(
    consumer,
    'promote-model',
    { mode: 'check' },
    { event: { name: 'pull_request_target', payload: { pull_request: { number, head: { sha: head.sha } } } } },
  )
  expect(checked).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
  await world.call('reviewer', 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE', commit_id: head.sha })
  await world.call('acme', 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash' })
  return world.run(consumer, 'promote-model', { mode: 'settle' })
}

const judged = async (consumer: Consumer) =>
  (
    JSON.parse(await readManifest(consumer, 'evaluation')) as {
      facts: {
        evaluation: {
          challenger: { sizeBytes: number | null; latencyP95Ms: number | null }
          metrics: { roc_auc: { challenger: { value: number }; champion: { value: number } } }
        }
      }
    }
  ).facts.evaluation

it('a model that only its team can run goes to production, and is the champion that the next one is compared with', async () => {
  const { world, consumer } = await createOpaqueWorld()
  await using _world = world
  await using _consumer = consumer
  const first = await world.run(consumer, 'register-model', await makeCandidate(consumer, world))
  expect(first).toMatchObject({ exitCode: 0, outputs: { registered: 'true', version: '1.0.0', 'pull-request': '1' } })
  const [release] = (await world.state()).releases
  expect(release?.assets.map((asset) => asset.split(' ')[0])).toEqual(['features.sql', 'rates.json'])
  const settled = await approve(world, consumer, 1)
  expect(settled).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', settled: '["churn#production#1"]' } })

  const before = await judged(consumer)
  expect(before.challenger).toMatchObject({ sizeBytes: expect.any(Number), latencyP95Ms: null })
  await consumer.edit('models/churn/model.yaml', 'years: 10', 'years: 9')
  const second = await world.run(consumer, 'register-model', await makeCandidate(consumer, world))
  expect(second).toMatchObject({ exitCode: 0, outputs: { version: '1.1.0', 'pull-request': '2' } })
  // The champion's own file gave the scores that it had as a candidate.
  const { roc_auc } = (await judged(consumer)).metrics
  expect(roc_auc.champion.value).toBe(before.metrics.roc_auc.challenger.value)
  expect(roc_auc.champion.value).not.toBe(roc_auc.challenger.value)
  const { body } = await world.call<{ body: string }>('reviewer', 'GET', '/pulls/2')
  expect(body).toContain('latency not measured')
  expect(body).toContain('what the team’s score command wrote')
  const verified = await world.run(consumer, 'verify-registry', { assets: 'true' })
  expect(verified).toMatchObject({ exitCode: 0, outputs: { verified: 'true', problems: '[]' } })
  expect(world.github.unexpected).toEqual([])
})

it('an image is scored by the command that runs it, as champion with the query that it was judged with', async () => {
  const { world, consumer } = await createOpaqueWorld({
    train: `import { writeFileSync } from 'node:fs'
const digest = JSON.parse(process.env.SM_HPS).years === 10 ? '${sha256('one')}' : '${sha256('two')}'
writeFileSync(process.env.TIDEMARK_OUTPUT_DIR + '/image.txt', 'ghcr.io/acme/churn@sha256:' + digest)
`,
    score: `import { readFileSync, writeFileSync } from 'node:fs'
const { TIDEMARK_IMAGE, TIDEMARK_ROWS, TIDEMARK_PREDICTIONS } = process.env
const pivot = { 'ghcr.io/acme/churn@sha256:${sha256('one')}': 48, 'ghcr.io/acme/churn@sha256:${sha256('two')}': 47 }[TIDEMARK_IMAGE]
const lines = readFileSync(TIDEMARK_ROWS, 'utf8').trim().split('\\n').slice(1).map((line) => line.split(','))
const scored = lines.map(([id, age, plan]) => [id, 1 / (1 + Math.exp((pivot - age) / 8 + (plan === 'yearly' ? 1.5 : 0)))])
writeFileSync(TIDEMARK_PREDICTIONS, [['id', 'probability'], ...scored].join('\\n'))
`,
  })
  await using _world = world
  await using _consumer = consumer
  const first = await world.run(consumer, 'register-model', await makeCandidate(consumer, world))
  expect(first).toMatchObject({ exitCode: 0, outputs: { version: '1.0.0', 'model-digest': sha256('one') } })
  expect(await approve(world, consumer, 1)).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })

  await consumer.edit('models/churn/model.yaml', 'years: 10', 'years: 9')
  const second = await world.run(consumer, 'register-model', await makeCandidate(consumer, world))
  expect(second).toMatchObject({ exitCode: 0, outputs: { version: '1.1.0', 'model-digest': sha256('two') } })
  expect((await judged(consumer)).challenger).toMatchObject({ sizeBytes: null, latencyP95Ms: null })

  await consumer.edit('models/churn/features.sql', 'age, plan', 'age, plan, age * 2 AS twice')
  await world.run(consumer, 'train')
  expectRefused(await world.run(consumer, 'evaluate-gate'), 'DIGEST_MISMATCH', 'no query travels with it')
})

it('is refused by name where nobody says how to score it, or where the command does not', async () => {
  const { world, consumer } = await createOpaqueWorld()
  await using _world = world
  await using _consumer = consumer
  await world.run(consumer, 'validate-data')
  await world.run(consumer, 'train')
  await consumer.write('score.mjs', score.replace('?? 0.5]', '?? 0.5].concat(1)'))
  expectRefused(await world.run(consumer, 'evaluate-gate'), 'SCORING_FAILED', 'TIDEMARK_PREDICTIONS')
  await consumer.edit('models/churn/model.yaml', /score:\n.*\n/, '')
  expectRefused(await world.run(consumer, 'evaluate-gate'), 'POLICY_INVALID', 'no score command', 'score.command')
  await consumer.edit('models/churn/model.yaml', /executor: command\n.*\n/, 'executor: embedded\n')
  expectRefused(await world.run(consumer, 'train'), 'POLICY_INVALID', 'train.command')
})
