import { parseJsonDocument, RolloutState } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { parseTelemetry, readSignals, servedWeight, targets } from './index.ts'
import { counts, intent, minute, Rollout, server } from './judge/simulated-rollout.fixture.ts'

const rollout = intent()
function running() {
  const run = new Rollout(rollout)
  const one = server(rollout)
  run.tick(minute(1), [one.publish(minute(1), null)])
  return { run, one }
}

it('servers give the canary its weight while the lease holds, nothing before and after', () => {
  const { run, one } = running()
  expect(servedWeight(run.committed[0]!, minute(0))).toBe(0)
  expect(servedWeight(run.state, minute(180))).toBe(0.05)
  expect(servedWeight(run.state, minute(181))).toBe(0)
  run.tick(minute(2), [one.publish(minute(2), [counts(0.05, 44, 812, { errors: [41, 0] })])])
  expect(servedWeight(run.state, minute(3))).toBe(0)
})

it('the embedded target is the state itself, on its path', () => {
  const { run } = running()
  const [file] = targets.embedded(run.state)
  expect(file!.path).toBe('rollouts/production/flight-delay.json')
  expect(parseJsonDocument(RolloutState, file!.text, file!.path)).toEqual(run.state)
})

it('a telemetry document that does not follow its schema is a fault, never a zero', () => {
  const { run, one } = running()
  const document = one.publish(minute(5), [counts(0.05, 10, 190)])
  const spoilt = [
    JSON.stringify(document).replace('"requests":10', '"requests":null'),
    JSON.stringify(document).replace('"errors":0', '"errors":11'),
    JSON.stringify({ ...document, sequence: 7 }),
    '{"schema":"tidemark/telemetry/v1"',
  ]
  const { documents, faults } = parseTelemetry([
    { source: 'server-1', text: JSON.stringify(document) },
    ...spoilt.map((text, i) => ({ source: `server-${i + 2}`, text })),
  ])
  expect(documents).toEqual([document])
  expect(faults.map(({ kind }) => kind)).toEqual(Array(4).fill('unreadable'))
  expect(faults[0]!.reason).toContain('server-2')
  expect(readSignals(run.state, { documents, faults }, minute(5)).faults).toEqual(faults)
})
