import { expect, it } from 'vitest'
import { expectRefused } from './built-action.ts'
import { type Consumer, createConsumer } from './consumer.ts'
import { createRegistryWorld, makeCandidate, readManifest } from './registry-world.ts'

const lookup = 'models/churn/plans.csv'
const prices = 'plan,price\nmonthly,9.5\nyearly,6\ntrial,0\n'
const joined = 'SELECT id, churned, day, age, plans.price FROM customers LEFT JOIN plans USING (plan)\n'

/** A consumer whose query joins a table of prices. */
async function createJoiningConsumer(): Promise<Consumer> {
  const consumer = await createConsumer()
  await consumer.write(lookup, prices)
  await consumer.write('models/churn/features.sql', joined)
  await consumer.edit('models/churn/model.yaml', /^train:/m, '  lookups: [{ name: plans, file: plans.csv }]\ntrain:')
  return consumer
}

it('a lookup travels with the version, and a champion is scored with its own one', async () => {
  await using world = await createRegistryWorld()
  await using consumer = await createJoiningConsumer()
  const first = await world.run(consumer, 'register-model', await makeCandidate(consumer, world))
  expect(first).toMatchObject({ exitCode: 0, outputs: { version: '1.0.0' } })
  const [release] = (await world.state()).releases
  expect(release?.assets.map((asset) => asset.split(' ')[0])).toContainEqual(expect.stringContaining('plans'))
  const { head } = await world.call<{ head: { sha: string } }>('reviewer', 'GET', '/pulls/1')
  await world.call('reviewer', 'POST', '/pulls/1/reviews', { event: 'APPROVE', commit_id: head.sha })
  await world.call('acme', 'PUT', '/pulls/1/merge', { merge_method: 'squash' })
  await world.run(consumer, 'promote-model', { mode: 'settle' })

  // Prices in cents teach the same trees; with them in the place of its own prices, the champion's thresholds would mean nothing.
  await consumer.write(lookup, prices.replace('9.5', '950').replace('6', '600'))
  const second = await world.run(consumer, 'register-model', await makeCandidate(consumer, world))
  expect(second).toMatchObject({ exitCode: 0, outputs: { version: '1.1.0' } })
  const judged = JSON.parse(await readManifest(consumer, 'evaluation')) as {
    facts: { evaluation: { metrics: { roc_auc: { challenger: { value: number }; champion: { value: number } } } } }
  }
  const { challenger, champion } = judged.facts.evaluation.metrics.roc_auc
  expect(champion.value).toBeGreaterThan(0.6)
  expect(challenger.value).toBe(champion.value)
  const { body } = await world.call<{ body: string }>('reviewer', 'GET', '/pulls/2')
  expect(body).toContain('features query')
  const verified = await world.run(consumer, 'verify-registry', { assets: 'true' })
  expect(verified).toMatchObject({ exitCode: 0, outputs: { verified: 'true', problems: '[]' } })
})

it('a lookup that changed between training and judgement is refused', async () => {
  await using consumer = await createJoiningConsumer()
  await using world = await createRegistryWorld()
  await consumer.succeed('validate-data')
  await consumer.succeed('train')
  await consumer.write(lookup, prices.replace('9.5', '9.4'))
  expectRefused(await world.run(consumer, 'evaluate-gate'), 'DIGEST_MISMATCH', 'other lookups')
})

it('a lookup that the policy names and nobody committed is refused by name', async () => {
  await using consumer = await createJoiningConsumer()
  await consumer.edit('models/churn/model.yaml', 'file: plans.csv', 'file: prices.csv')
  await consumer.succeed('validate-data')
  expectRefused(await consumer.run('train'), 'FILE_NOT_FOUND', 'models/churn/prices.csv', 'data.lookups')
})

it('a command trains on the rows of the joined query, and its optional input is in the run', async () => {
  await using consumer = await createJoiningConsumer()
  await using world = await createRegistryWorld()
  await consumer.edit(
    'models/churn/model.yaml',
    'executor: embedded',
    'executor: command\n  command: [node, train.mjs]',
  )
  await consumer.write('train.mjs', trainingScript)
  const handovers = await makeCandidate(consumer, world)
  const registered = await world.run(consumer, 'register-model', handovers)
  expect(registered).toMatchObject({ exitCode: 0, outputs: { registered: 'true', version: '1.0.0' } })
  expect(await readManifest(consumer, 'training')).toMatch(/"name": "price",\s+"optional": true/)
})

/** Learns nothing: a line in age through a sigmoid, with a price that callers may leave out. */
const trainingScript = `
import { readFileSync, writeFileSync } from 'node:fs'
const [header, ...lines] = readFileSync(process.env.SM_CHANNEL_TRAIN + '/train.csv', 'utf8').trim().split('\\n')
if (header !== 'churned,age,price') throw new Error('unexpected columns: ' + header)
console.log(lines.length + ' rows')
const varint = (n) => { const out = []; for (; n > 127; n = Math.floor(n / 128)) out.push((n % 128) + 128); return Buffer.from([...out, n]) }
const message = (field, ...parts) => { const body = Buffer.concat(parts); return Buffer.concat([varint(field * 8 + 2), varint(body.length), body]) }
const text = (field, value) => message(field, Buffer.from(value))
const int = (field, value) => Buffer.concat([varint(field * 8), varint(value)])
const node = (type, inputs, output, ...more) => message(1, ...inputs.map((name) => text(1, name)), text(2, output), text(4, type), ...more)
const float = (value) => Buffer.concat([varint(2 * 8 + 5), Buffer.from(Float32Array.of(value).buffer)])
const constant = (name, value) => node('Constant', [], name, message(5, text(1, 'value_float'), float(value), int(20, 1)))
const tensor = (name) => [text(1, name), message(2, message(1, int(1, 1), message(2, message(1, text(2, 'N')), message(1, int(1, 1)))))]
const graph = message(7,
  constant('middle', 44), constant('width', 8), constant('weight', 0.1),
  node('Sub', ['age', 'middle'], 'above'), node('Div', ['above', 'width'], 'line'),
  node('Mul', ['price', 'weight'], 'paid'), node('Add', ['line', 'paid'], 'sum'), node('Sigmoid', ['sum'], 'probability'),
  text(2, 'line'), message(11, ...tensor('age')), message(11, ...tensor('price')), message(12, ...tensor('probability')))
const optional = message(14, text(1, 'tidemark.optional_inputs'), text(2, 'price'))
writeFileSync(process.env.SM_MODEL_DIR + '/model.onnx', Buffer.concat([int(1, 8), graph, message(8, text(1, ''), int(2, 17)), optional]))
`
