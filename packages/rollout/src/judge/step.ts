import {
  digestOf,
  type RolloutAction,
  type RolloutJudgement,
  type RolloutPoll,
  type RolloutSignals,
  type RolloutState,
} from '@tidemark/schemas'
import { addPoll, judgeCanary } from './evidence.ts'
import { findFault } from './fault.ts'
import { slowThreshold } from './slow.ts'
import { describeFault, describeHarm, describeProof, percent, worstGuardrails } from './wording.ts'

export interface RolloutStepResult {
  /** To be committed when `transition`; otherwise the state that was given. */
  readonly state: RolloutState
  readonly action: Exclude<RolloutAction, 'open'>
  /** Why, in sentences for people; the first decided. */
  readonly reasons: readonly string[]
  /** Whether anything is to be committed. Renewing the lease, and a fault's coming and going, are held weights and still are. */
  readonly transition: boolean
  /** Of all evidence, committed or not. */
  readonly judgement: RolloutJudgement
}

/**
 * One step of a rollout: pure, and harmless to repeat at any time. `signals` come from `readSignals`, `now` from GitHub.
 *
 * In this order: who asks for its end gets it; proven harm rolls back; a fault (silence, wrong split, unreadable counts) that lasted rolls back; a proof at
 * the last step promotes; a rollout that took too long is rolled back; harmless exposure advances; all else holds. Advancing
 * and promoting need fresh counts of a live server, no fault and a clock that goes forward.
 */
export function stepRollout(state: RolloutState, signals: RolloutSignals, now: string): RolloutStepResult {
  if (state.phase === 'promoted' || state.phase === 'rolled-back') {
    return held(state, state.judgement, [`seq ${state.seq} is ${state.phase}; only a new seq can change that`])
  }
  const at = Date.parse(now) < Date.parse(state.updatedAt) ? state.updatedAt : now
  const moment = { state, signals, now, at }
  if (signals.stop) {
    const { by, reason } = signals.stop
    return rolledBack(moment, state, { kind: 'request', reason: `${by} stopped it: ${reason}` })
  }
  return state.phase === 'pending' ? start(moment) : run(moment)
}

interface Moment {
  readonly state: RolloutState
  readonly signals: RolloutSignals
  readonly now: string
  /** `now`, or the state's own time where a clock went back. */
  readonly at: string
}

function start(moment: Moment): RolloutStepResult {
  const { state, signals, now, at } = moment
  const { plan, judgement } = state
  if (isTimedOut(moment)) return timedOut(moment, state)
  const [first] = plan.steps
  const waits: string[] = []
  if (at !== now) waits.push('the clock went back')
  if (signals.faults[0]) waits.push(describeFault(signals.faults[0]))
  const slow = slowThreshold(plan, signals.championLatency)
  if (typeof slow === 'string') waits.push(slow)
  if (waits.length > 0 || typeof slow === 'string') return held(state, judgement, waits)
  // What was served before the start says nothing about the canary.
  const { consumed } = unseen(state, signals.polls)
  const next: RolloutState = {
    ...state,
    phase: 'running',
    step: 0,
    weight: first!.weight,
    startedAt: at,
    stepStartedAt: at,
    leaseUntil: minutesAfter(at, plan.leaseMinutes),
    slowMs: slow,
    consumed,
  }
  return moved(moment, next, 'start', [
    `${state.canary.version} starts at ${percent(first!.weight)} of ${state.channel}`,
  ])
}

function run(moment: Moment): RolloutStepResult {
  const { state, signals, now, at } = moment
  const { plan } = state
  const { polls, consumed } = unseen(state, signals.polls)
  const evidence = polls.reduce((sum, poll) => addPoll(sum, plan, poll), state.evidence)
  const judgement = judgeCanary(evidence, plan)
  const { fault: found, isNews } = findFault(state, { ...signals, polls }, judgement, at)
  const fault = found && { kind: found.kind, reason: found.reason, since: state.fault?.since ?? at }
  const phase = fault ? 'holding' : 'running'
  const known: RolloutState = { ...state, phase, fault, consumed, evidence, judgement }

  if (judgement.verdict === 'fail') {
    return rolledBack(moment, known, { kind: 'harm', reason: describeHarm(judgement, plan) })
  }
  const faultMinutes = fault ? minutesBetween(fault.since, at) : 0
  if (
    fault &&
    isNews &&
    plan.missing.action === 'roll-back' &&
    faultMinutes >= (plan.missing.polls - 1) * plan.pollMinutes
  ) {
    return rolledBack(moment, known, {
      kind: 'fault',
      fault: fault.kind,
      reason: `${describeFault(fault)}, for ${Math.round(faultMinutes)} minutes`,
    })
  }
  const step = plan.steps[state.step!]!
  const isLast = state.step === plan.steps.length - 1
  const waits = waitsOf(moment, known, polls, step, isLast)
  if (waits.length === 0 && isLast) {
    const promoted: RolloutState = { ...known, phase: 'promoted', weight: 1, leaseUntil: null }
    return moved(moment, promoted, 'promote', [describeProof(judgement, plan)])
  }
  if (isTimedOut(moment)) return timedOut(moment, known)
  if (waits.length === 0) {
    const weight = plan.steps[state.step! + 1]!.weight
    const advanced: RolloutState = {
      ...known,
      step: state.step! + 1,
      weight,
      stepStartedAt: at,
      leaseUntil: minutesAfter(at, plan.leaseMinutes),
    }
    return moved(moment, advanced, 'advance', [`no harm at ${percent(step.weight)}; on to ${percent(weight)}`])
  }
  if (phase !== state.phase) return moved(moment, known, 'hold', waits)
  const isRenewable = signals.isLive && !fault && at === now
  if (isRenewable && minutesBetween(at, state.leaseUntil!) < plan.leaseMinutes / 2) {
    const renewed = { ...known, leaseUntil: minutesAfter(at, plan.leaseMinutes) }
    return moved(moment, renewed, 'hold', [...waits, 'the lease is renewed'])
  }
  if (signals.isTruncated) return moved(moment, known, 'hold', waits)
  return held(state, judgement, waits)
}

/** All that stands between the canary and its next weight. */
function waitsOf(
  { state, signals, now, at }: Moment,
  { fault, evidence, judgement, plan }: RolloutState,
  polls: readonly RolloutPoll[],
  step: RolloutState['plan']['steps'][number],
  isLast: boolean,
): string[] {
  const waits: string[] = []
  if (at !== now) waits.push('the clock went back')
  if (fault) waits.push(describeFault(fault))
  const isServed = polls.some(({ groups }) =>
    groups.some(({ weight, canary }) => weight === state.weight && canary.requests > 0),
  )
  if (!signals.isLive) waits.push('no server reports')
  else if (!isServed) waits.push(`no new requests at ${percent(state.weight)}`)
  if (signals.isTruncated) waits.push('more counts are to come')
  const minutes = minutesBetween(state.stepStartedAt!, at)
  if (minutes < step.minMinutes) waits.push(`${Math.floor(minutes)} of ${step.minMinutes} minutes at this weight`)
  const requests = evidence.counts.find(({ weight }) => weight === step.weight)?.canary.requests ?? 0
  if (requests < step.minRequests) waits.push(`${requests} of ${step.minRequests} requests at this weight`)
  if (isLast && judgement.verdict !== 'pass') waits.push(describeProof(judgement, plan))
  return waits
}

/** Polls that the state does not hold yet, each once, and the sequence numbers with them. */
function unseen(state: RolloutState, polls: readonly RolloutPoll[]) {
  const sequences = new Map(state.consumed.map(({ instance, sequence }) => [instance, sequence]))
  const fresh = polls.filter(({ instance, first, last }) => {
    if (first <= (sequences.get(instance) ?? 0)) return false
    sequences.set(instance, last)
    return true
  })
  const consumed = [...sequences]
    .map(([instance, sequence]) => ({ instance, sequence }))
    .sort((a, b) => (a.instance < b.instance ? -1 : 1))
  return { polls: fresh, consumed }
}

function timedOut(moment: Moment, known: RolloutState): RolloutStepResult {
  const { timeoutHours } = known.plan
  const proof = known.startedAt ? describeProof(known.judgement, known.plan) : 'it could not start'
  return rolledBack(moment, known, { kind: 'timeout', reason: `not done within ${timeoutHours} hours: ${proof}` })
}

function rolledBack(
  moment: Moment,
  known: RolloutState,
  cause: {
    kind: 'harm' | 'timeout' | 'fault' | 'request'
    fault?: NonNullable<RolloutState['fault']>['kind']
    reason: string
  },
): RolloutStepResult {
  const guardrails = cause.kind === 'harm' ? worstGuardrails(known.judgement) : []
  const next: RolloutState = {
    ...known,
    phase: 'rolled-back',
    weight: 0,
    leaseUntil: null,
    cause: { kind: cause.kind, fault: cause.fault ?? null, guardrails, reason: cause.reason },
  }
  return moved(moment, next, 'roll-back', [cause.reason])
}

function moved(
  { state, signals, now, at }: Moment,
  next: RolloutState,
  action: RolloutStepResult['action'],
  reasons: string[],
): RolloutStepResult {
  const { phase, weight, judgement } = next
  const entry = { at, action, phase, weight, logHarm: judgement.logHarm, reason: reasons[0]! }
  return {
    state: {
      ...next,
      updatedAt: at,
      decision: { at: now, action, reasons, signals, previous: digestOf(state) },
      history: [...state.history, entry].slice(-50),
    },
    action,
    reasons,
    transition: true,
    judgement,
  }
}

function held(state: RolloutState, judgement: RolloutJudgement, reasons: string[]): RolloutStepResult {
  return { state, action: 'hold', reasons, transition: false, judgement }
}

function isTimedOut({ state, at }: Moment): boolean {
  return minutesBetween(state.openedAt, at) >= state.plan.timeoutHours * 60
}

function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000
}

function minutesAfter(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString()
}
