import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { BuiltRun } from './built-action.ts'
import { createConsumer } from './consumer.ts'
import { createRegistryWorld, makeCandidate } from './registry-world.ts'

/** Everything that a run shows, but the commands by which it asks the runner to mask a value. */
function shown(run: BuiltRun): string {
  return JSON.stringify({ ...run, commands: run.commands.filter(({ name }) => name !== 'add-mask') })
}

it('never shows the token, whether an action ends well or not, and asks the runner to mask it', async () => {
  await using world = await createRegistryWorld()
  await using consumer = await createConsumer()
  const handovers = await makeCandidate(consumer, world)
  const token = world.token()
  const { 'evaluation-handover': _judgedBefore, ...upstream } = handovers
  const judged = await world.run(consumer, 'evaluate-gate', upstream, { token })
  handovers['evaluation-handover'] = judged.outputs.handover ?? ''
  const runs = [
    judged,
    await world.run(consumer, 'register-model', handovers, { token }),
    await world.run(consumer, 'register-model', { ...handovers, 'training-handover': 'f'.repeat(64) }, { token }),
    await world.run(consumer, 'register-model', { model: 'a b' }, { token }),
    await world.run(consumer, 'promote-model', { mode: 'settle' }, { token }),
    await world.run(consumer, 'promote-model', { mode: 'check' }, { token }),
    await world.run(consumer, 'verify-registry', { assets: 'true' }, { token }),
  ]
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 1, 1, 0, 1, 0])
  for (const run of runs) {
    expect(shown(run)).not.toContain(token)
    expect(run.commands).toContainEqual(expect.objectContaining({ name: 'add-mask', message: token }))
  }
  world.github.faults.add({ match: {}, do: 'status', status: 500, times: 1000 })
  expect(shown(await world.run(consumer, 'promote-model', { mode: 'settle' }, { token }))).not.toContain(token)
  world.github.faults.clear()
  const malformed = await world.run(consumer, 'register-model', handovers, { token: `${token}\twith a tab` })
  expect(malformed.exitCode).toBe(1)
  expect(shown(malformed)).not.toContain(token)
})

it('runs a training command without inputs, tokens and the runner’s variables, and shows its output as text', async () => {
  await using consumer = await createConsumer()
  await consumer.succeed('validate-data')
  await consumer.succeed('train')
  await copyFile(join(consumer.workspace, '.tidemark/training/model.onnx'), join(consumer.workspace, 'ready.onnx'))
  await consumer.write(
    'train.mjs',
    `import { copyFileSync } from 'node:fs'
console.log('I see ' + JSON.stringify(process.env))
console.log('::error::from the command')
console.log('::set-output name=handover::forged')
process.stdout.write('no end of line')
copyFileSync('ready.onnx', process.env.SM_MODEL_DIR + '/model.onnx')
`,
  )
  const command = `executor: command\n  command: [${JSON.stringify(process.execPath)}, train.mjs]`
  await consumer.edit('models/churn/model.yaml', 'executor: embedded', command)
  const secrets = {
    GITHUB_TOKEN: 'secret-1',
    GH_TOKEN: 'secret-2',
    ACTIONS_RUNTIME_TOKEN: 'secret-3',
    ACTIONS_RESULTS_URL: 'http://secret-4.localhost',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret-5',
    INPUT_TOKEN: 'secret-6',
    AWS_SECRET_ACCESS_KEY: 'secret-7',
    MLFLOW_TRACKING_PASSWORD: 'secret-8',
    NODE_OPTIONS: '--title=secret-9',
  }
  const run = await consumer.run('train', {}, { env: secrets })
  expect(run.exitCode).toBe(0)
  expect(shown(run)).not.toMatch(/secret-\d/)
  const seen = JSON.parse(/I see (\{.*\})/.exec(run.log)?.[1] ?? 'null') as Record<string, string>
  expect(Object.keys(seen).filter((name) => /^(INPUT_|ACTIONS_|GITHUB_|RUNNER_)|TOKEN/i.test(name))).toEqual([])
  expect(seen).toHaveProperty('SM_MODEL_DIR')
  expect(run.log).toContain('no end of line')
  expect(run.annotations).toEqual([])
  expect(run.outputs.handover).toMatch(/^[0-9a-f]{64}$/)
})
