import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandEnvironment } from './environment.ts'

const job = {
  runId: 'run-1',
  seed: 7,
  parameters: { depth: 3 },
  channels: { train: '/data/train', 'hold-out': '/data/hold-out' },
}
const directories = { model: '/out/model', output: '/out/output' }

test("a command sees SageMaker's contract and the host's plain variables", () => {
  expect(commandEnvironment(job, directories, { PATH: '/bin', UNNAMED: 'x', WANTED: 'y' }, ['WANTED'])).toEqual({
    PATH: '/bin',
    WANTED: 'y',
    SM_MODEL_DIR: '/out/model',
    SM_OUTPUT_DATA_DIR: '/out/output',
    SM_CHANNELS: '["hold-out","train"]',
    SM_CHANNEL_TRAIN: '/data/train',
    SM_CHANNEL_HOLD_OUT: '/data/hold-out',
    SM_HPS: '{"depth":3}',
    TIDEMARK_RUN_ID: 'run-1',
    TIDEMARK_OUTPUT_DIR: '/out/output',
    TIDEMARK_SEED: '7',
  })
})

test('a variable that nobody named never reaches a command', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      const host = {
        [`INPUT_${name}`]: 'leak',
        [`ACTIONS_${name}`]: 'leak',
        [`${name}_TOKEN`]: 'leak',
        [`X${name}`]: 'leak',
        GITHUB_TOKEN: 'leak',
      }
      expect(Object.values(commandEnvironment(job, directories, host, []))).not.toContain('leak')
    }),
  )
})

test.each([
  'GITHUB_TOKEN',
  'INPUT_REGISTRY',
  'ACTIONS_RUNTIME_TOKEN',
  'AWS_SECRET_ACCESS_KEY',
  'NPM_AUTH',
  'DB_PASSWORD',
  'gh_pat',
  'SM_MODEL_DIR',
  'RUNNER_TEMP',
])('a policy cannot pass %s', (name) => {
  expect(() => commandEnvironment(job, directories, {}, ['FINE', name])).toThrow(
    expect.objectContaining({ code: 'POLICY_INVALID', problems: [expect.objectContaining({ path: name })] }),
  )
})
