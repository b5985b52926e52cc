import { digestOf } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { openRollout } from './open.ts'
import { replayRollout } from './replay.ts'
import { counts, intent, minute, Rollout, server } from './simulated-rollout.fixture.ts'

function rolledBack(): Rollout {
  const rollout = intent()
  const run = new Rollout(rollout)
  const one = server(rollout)
  run.tick(minute(1), [one.publish(minute(1), null)])
  run.tick(minute(2), [one.publish(minute(2), [counts(0.05, 44, 812, { non_finite: [41, 0] })])])
  expect(run.state.phase).toBe('rolled-back')
  return run
}

it('what was rolled back is not started again by the same intent', () => {
  const { state } = rolledBack()
  expect(openRollout(intent(), state, minute(9))).toMatchObject({ state, transition: false })
  expect(openRollout({ ...intent(), seq: 1 }, state, minute(9))).toMatchObject({ state, transition: false })
})

it('a newer intent starts from nothing, and its history goes on from the one before', () => {
  const run = rolledBack()
  const canary = { version: '1.2.0', modelDigest: 'd'.repeat(64) }
  const { state, transition } = openRollout({ ...intent(), seq: 3, canary }, run.state, minute(9))
  expect(transition).toBe(true)
  expect(state).toMatchObject({ seq: 3, canary, phase: 'pending', weight: 0, cause: null, consumed: [] })
  expect(state.evidence).toEqual({ polls: 0, counts: [], harm: {} })
  expect(state.decision.previous).toBe(digestOf(run.state))
  replayRollout([...run.committed, state])
})

it('the way back to the champion needs no rollout', () => {
  const { state } = rolledBack()
  const { champion } = intent()
  const opened = openRollout({ ...intent(), seq: 3, canary: champion }, state, minute(9))
  expect(opened).toMatchObject({ transition: true, state: { phase: 'promoted', weight: 1 } })
})

it('one seq cannot stand for two models', () => {
  const { state } = rolledBack()
  const canary = { version: '1.2.0', modelDigest: 'd'.repeat(64) }
  expect(() => openRollout({ ...intent(), canary }, state, minute(9))).toThrow(
    expect.objectContaining({ code: 'REGISTRY_CONFLICT' }),
  )
})
