import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { modelDigest, Run, runId, sha256, storedJson } from '@tidemark/schemas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectRefused } from './built-action.ts'
import { type Consumer, createConsumer } from './consumer.ts'
import {
  createRegistryWorld,
  type Handovers,
  makeCandidate,
  type RegistryWorld,
  readManifest,
} from './registry-world.ts'

const pickle = Buffer.from('80049503000000000000004b012e', 'hex')
const junk = Buffer.from('this is no model')

let world: RegistryWorld
let base: Consumer
let handovers: Handovers
beforeAll(async () => {
  world = await createRegistryWorld()
  base = await createConsumer()
  handovers = await makeCandidate(base, world)
})
afterAll(async () => {
  expect(world.github.unexpected).toEqual([])
  await world[Symbol.asyncDispose]()
  await base[Symbol.asyncDispose]()
})

/** A checkout whose policy trains by a script. */
async function createCommandConsumer(script: string): Promise<Consumer> {
  const consumer = await createConsumer(base)
  await consumer.write(
    'train.mjs',
    `import { writeFileSync } from 'node:fs'\nconst dir = process.env.SM_MODEL_DIR\n${script}\n`,
  )
  const command = `executor: command\n  command: [${JSON.stringify(process.execPath)}, train.mjs]`
  await consumer.edit('models/churn/model.yaml', 'executor: embedded', command)
  return consumer
}

it.each([
  [
    'a Python pickle',
    `Buffer.from('${pickle.toString('hex')}', 'hex')`,
    'MODEL_UNREADABLE',
    'a Python pickle',
    'skl2onnx',
  ],
  ['junk', `'${junk}'`, 'MODEL_UNREADABLE', 'starts with 74 68 69 73', 'onnx.checker'],
  ['nothing', `''`, 'MODEL_UNREADABLE', 'empty', 'closes the file'],
])('refuses a training command that writes %s as its model', async (_name, bytes, code, ...phrases) => {
  await using consumer = await createCommandConsumer(`writeFileSync(dir + '/model.onnx', ${bytes})`)
  expectRefused(await consumer.run('train'), code, ...phrases)
  expect(consumer.has('.tidemark/training')).toBe(false)
})

it.each([
  ['leaves no model', '', 'left no model.onnx', 'SM_MODEL_DIR'],
  ['fails', `console.error('out of luck'); process.exit(3)`, 'exit code 3', 'out of luck'],
])('says what is wrong with a training command that %s', async (_name, script, ...phrases) => {
  await using consumer = await createCommandConsumer(script)
  expectRefused(await consumer.run('train'), 'TRAINING_FAILED', ...phrases)
  expect(consumer.has('.tidemark/training')).toBe(false)
})

it('says that a training command cannot be started', async () => {
  await using consumer = await createCommandConsumer('')
  await consumer.edit('models/churn/model.yaml', JSON.stringify(process.execPath), 'no-such-program')
  expectRefused(
    await consumer.run('train'),
    'TRAINING_FAILED',
    '"no-such-program" could not be started',
    'train.command',
  )
})

/** Runs an action on changed handovers and expects a refusal that changes nothing on GitHub. */
async function expectTamperingFound(
  action: 'evaluate-gate' | 'register-model',
  change: (consumer: Consumer) => Promise<unknown>,
  { digests = handovers, code = 'DIGEST_MISMATCH' }: { digests?: Partial<Handovers>; code?: string },
  ...phrases: (string | RegExp)[]
): Promise<void> {
  await using consumer = await createConsumer(base)
  await change(consumer)
  const before = await world.state()
  const { 'evaluation-handover': evaluation, ...others } = digests
  const inputs =
    action === 'register-model' && evaluation !== undefined ? { ...others, 'evaluation-handover': evaluation } : others
  const run = await world.run(consumer, action, inputs)
  // The champion is looked up before the candidate is scored, and said at once.
  delete run.outputs.champion
  expectRefused(run, code, ...phrases)
  expect(await world.state()).toEqual(before)
  if (action === 'evaluate-gate') expect(consumer.has('.tidemark/evaluation')).toBe(false)
}

/** Replaces a file of the training and makes every digest fit again, as somebody with access to the artifact could. */
async function forgeFile(consumer: Consumer, path: string, bytes: Uint8Array): Promise<void> {
  const manifest = JSON.parse(await readManifest(consumer, 'training'))
  const file = { path, sizeBytes: bytes.length, sha256: sha256(bytes) }
  const withFile = <T extends { path: string }>(files: T[]) =>
    files.map((each) => (each.path === file.path ? file : each))
  const run = Run.parse(manifest.facts.run)
  const files = withFile(run.output.files)
  const forged = { ...run, output: { ...run.output, files, modelDigest: modelDigest(files) } }
  await consumer.write(`.tidemark/training/${path}`, bytes)
  await consumer.write(
    '.tidemark/training/handover.json',
    storedJson({ ...manifest, files: withFile(manifest.files), facts: { run: { ...forged, id: runId(forged) } } }),
  )
}

for (const action of ['evaluate-gate', 'register-model'] as const) {
  it(`${action} refuses a handed over file that was changed, by its name`, () =>
    expectTamperingFound(
      action,
      ({ workspace }) => appendFile(join(workspace, '.tidemark/training/model.onnx'), '\0'),
      {},
      /\.tidemark\/training\/model\.onnx: expected \d+ bytes of sha256/,
    ))

  it(`${action} refuses a handover with a file too many or too few`, async () => {
    await expectTamperingFound(
      action,
      (consumer) => consumer.write('.tidemark/validation/extra.txt', 'hello'),
      { code: 'HANDOVER_INVALID' },
      'extra.txt: is not in the manifest',
    )
    await expectTamperingFound(
      action,
      async (consumer) =>
        consumer.write('.tidemark/training/handover.json', await readManifest(consumer, 'validation')),
      { code: 'HANDOVER_INVALID', digests: {} },
      'holds a "validation", not a "training"',
    )
  })

  it(`${action} refuses a manifest that another job wrote, by its digest`, () =>
    expectTamperingFound(
      action,
      (consumer) => forgeFile(consumer, 'model.onnx', junk),
      {},
      'handover.json',
      handovers['training-handover'],
    ))

  it(`${action} refuses a model that is not ONNX even where every digest fits`, () =>
    expectTamperingFound(
      action,
      (consumer) => forgeFile(consumer, 'model.onnx', pickle),
      { code: 'MODEL_UNREADABLE', digests: {} },
      'a Python pickle',
      'skl2onnx',
    ))
}

it('register-model refuses another sound model than the one that was judged', () =>
  expectTamperingFound(
    'register-model',
    async (consumer) => {
      const bytes = await readFile(join(consumer.workspace, '.tidemark/training/model.onnx'))
      // Protobuf takes a field it does not know: other bytes, the same model.
      await forgeFile(consumer, 'model.onnx', Buffer.concat([bytes, Buffer.from([0xf8, 0x07, 0x01])]))
    },
    { digests: {} },
    'evaluation.challenger.modelDigest',
    'evaluation.run',
  ))

it('register-model refuses a judgement that does not follow from its statistics', () =>
  expectTamperingFound(
    'register-model',
    async (consumer) => {
      const manifest = JSON.parse(await readManifest(consumer, 'evaluation'))
      manifest.facts.evaluation.rules[0].challenger += 0.1
      await consumer.write('.tidemark/evaluation/handover.json', storedJson(manifest))
    },
    { digests: {} },
    'follow from its statistics and the policy',
    'Run evaluate-gate again',
  ))

it('evaluate-gate judges by the query of its own commit, not by one that was handed over', () =>
  expectTamperingFound(
    'evaluate-gate',
    (consumer) =>
      forgeFile(
        consumer,
        'features.sql',
        Buffer.from("SELECT id, churned, day, age, plan FROM read_csv('/etc/passwd')"),
      ),
    { digests: {}, code: 'DIGEST_MISMATCH' },
    'another features query',
    'the same commit',
  ))
