import { describe, expect, it } from 'vitest'
import { replayRollout } from './replay.ts'
import { counts, intent, minute, Rollout, server } from './simulated-rollout.fixture.ts'

const plan = { steps: [{ weight: 0.05 }, { weight: 0.5 }] }

/** A rollout at 5 % that two servers take part in. */
function started() {
  const rollout = intent(plan)
  const run = new Rollout(rollout)
  const a = server(rollout, 'a')
  const b = server(rollout, 'b')
  run.tick(
    minute(1),
    [a, b].map((each) => each.publish(minute(1), [counts(0, 0, 500)])),
  )
  expect(run.state.phase).toBe('running')
  return { rollout, run, a, b }
}

const healthy = (weight: number, requests = 10_000) => [counts(weight, requests * weight, requests * (1 - weight))]
const countedBy = ({ state }: Rollout) => state.evidence.counts.map(({ weight, canary }) => [weight, canary.requests])

describe('two servers on one channel', () => {
  it('are counted once each, however often their documents are found', () => {
    const { run, a, b } = started()
    const documents = [a.publish(minute(16), healthy(0.05)), b.publish(minute(16), healthy(0.05, 2000))]
    run.tick(minute(16), [...documents, ...documents].reverse())
    expect(countedBy(run)).toEqual([[0.05, 600]])
    run.tick(minute(17), documents)
    expect(countedBy(run)).toEqual([[0.05, 600]])
  })

  it('one that died is counted with what it said, and the other brings the rollout to its end', () => {
    const { run, a, b } = started()
    const last = b.publish(minute(16), healthy(0.05))
    run.tick(minute(16), [a.publish(minute(16), healthy(0.05)), last])
    expect(run.state).toMatchObject({ phase: 'running', weight: 0.5 })
    for (let at = 31; run.state.phase === 'running' && at < 600; at += 15)
      run.tick(minute(at), [a.publish(minute(at), healthy(0.5)), last])
    expect(run.state).toMatchObject({ phase: 'promoted', cause: null })
    expect(countedBy(run)[0]).toEqual([0.05, 1000])
    expect(() => replayRollout(run.committed)).not.toThrow()
  })

  it('harm that one alone sees, and did not live to say twice, takes the canary back', () => {
    const { run, a, b } = started()
    const harmful = b.publish(minute(5), [counts(0.05, 50, 950, { errors: [40, 1] })])
    const result = run.tick(minute(60), [a.publish(minute(60), healthy(0.05, 2000)), harmful])
    expect(result).toMatchObject({ action: 'roll-back', state: { cause: { kind: 'harm', guardrails: ['errors'] } } })
  })

  it('one that keeps its canary out holds both, and ends the rollout when it lasts', () => {
    const { run, a, b } = started()
    const dropped = { cause: 'harm' as const, at: minute(10), reason: 'errors' }
    const look = (at: number) =>
      run.tick(minute(at), [
        a.publish(minute(at), healthy(0.05)),
        b.publish(minute(at), [counts(0, 0, 500)], { dropped }),
      ])
    expect([look(16), look(31), look(46)].map(({ action }) => action)).toEqual(['hold', 'hold', 'roll-back'])
    expect(run.state.cause).toMatchObject({ kind: 'fault', fault: 'dropped' })
  })
})

describe('a server that restarts', () => {
  it('under another name goes on counting from one, and what it said before stays counted', () => {
    const { rollout, run, a, b } = started()
    const before = b.publish(minute(10), healthy(0.05))
    const again = server(rollout, 'c').publish(minute(16), healthy(0.05), { startedAt: minute(11) })
    const result = run.tick(minute(16), [a.publish(minute(16), healthy(0.05)), before, again])
    expect(result.action).toBe('advance')
    expect(countedBy(run)).toEqual([[0.05, 1500]])
  })

  it('under the same name is a fault, and never a pass, also when its numbers have caught up', () => {
    const { rollout, run, a, b } = started()
    b.publish(minute(10), [counts(0.05, 50, 950, { errors: [40, 1] })])
    // The harmful window was never looked at; the new process has closed two windows of its own.
    const anew = server(rollout, 'b')
    anew.publish(minute(12), healthy(0.05), { startedAt: minute(11) })
    const document = anew.publish(minute(16), healthy(0.05))
    const result = run.tick(minute(16), [a.publish(minute(16), healthy(0.05)), document])
    expect(result.action).toBe('hold')
    expect(run.state).toMatchObject({
      phase: 'holding',
      fault: { kind: 'unreadable', reason: 'b: it started anew under the same name' },
    })
    expect(countedBy(run)).toEqual([[0.05, 500]])
  })

  it('under the same name, with numbers behind those on record, ends the rollout when it lasts', () => {
    const { rollout, run, a, b } = started()
    run.tick(minute(16), [a.publish(minute(16), healthy(0.05)), b.publish(minute(16), healthy(0.05))])
    expect(run.state.weight).toBe(0.5)
    const anew = server(rollout, 'b')
    anew.publish(minute(20), healthy(0.5), { startedAt: minute(19) })
    const look = (at: number) =>
      run.tick(minute(at), [a.publish(minute(at), healthy(0.5)), anew.publish(minute(at), null)])
    expect([look(31), look(46), look(61)].map(({ action }) => action)).toEqual(['hold', 'hold', 'roll-back'])
    expect(run.state.cause?.reason).toContain('b: its sequence went back from 2 to 1')
  })
})
