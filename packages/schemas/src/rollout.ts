import { z } from 'zod'
import { VersionReference } from './facts.ts'
import { Login, Name, Sha256, Timestamp } from './names.ts'

const Count = z.int().min(0)
const Text = z.string().max(2000)
/** A share of the traffic, from 0 (none) to 1 (all). */
const Share = z.number().min(0).max(1)

/** Names of the 0/1 events that are counted per request. A server knows these four; other sources may have more. */
export const EventId = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/, 'expected an event name such as errors or non_finite')
export type EventId = z.infer<typeof EventId>

/** One event that the canary must not have more often than the champion. */
export const Guardrail = z.strictObject({
  /** `errors`, `non_finite` (the answer is NaN or infinite), `slow` (slower than the champion's p95), `disagree` (another class). */
  id: EventId,
  /** The event in words, for people. */
  event: z.string().min(1).max(500).optional(),
  /** Promotion needs evidence that the canary's event rate exceeds the champion's by less than this. */
  delta: z.number().gt(0).lt(1).default(0.01),
  /** Shown, and neither rolls back nor is needed for promotion. */
  isAdvisory: z.boolean().default(false),
})
export type Guardrail = z.infer<typeof Guardrail>

const RolloutStep = z.strictObject({
  /** The canary's share of the traffic. 100 % is where a rollout ends, and is not listed. */
  weight: z.number().gt(0, 'expected a share above 0, such as 0.05').lt(1, 'expected a share below 1, such as 0.05'),
  minMinutes: z.number().min(0).max(43_200).default(15),
  /** Requests that the canary must have answered at this weight. */
  minRequests: z.int().min(0).default(500),
})

const guardrails: z.input<typeof Guardrail>[] = [{ id: 'errors' }, { id: 'non_finite' }, { id: 'slow', delta: 0.03 }]

/** model.yaml's `rollout`: how a version that was merged comes into production. Frozen into the rollout's state when it opens. */
export const RolloutPolicy = z.strictObject({
  /** Who splits the traffic. `embedded`: `tidemark serve`, which reads the state itself. */
  target: z.enum(['embedded']).default('embedded'),
  /** What is assigned to an arm as a whole: each request, or all requests with the same value of a header. */
  unit: z
    .string()
    .regex(/^(request|header:[A-Za-z0-9-]{1,100})$/, 'expected request or header:<name>')
    .default('request'),
  steps: z
    .array(RolloutStep)
    .min(1)
    .max(20)
    .refine(
      (steps) => steps.every(({ weight }, i) => i === 0 || weight > steps[i - 1]!.weight),
      'expected weights that grow from step to step',
    )
    .default([
      { weight: 0.05, minMinutes: 15, minRequests: 500 },
      { weight: 0.25, minMinutes: 15, minRequests: 500 },
      { weight: 0.5, minMinutes: 15, minRequests: 500 },
    ]),
  guardrails: z
    .array(Guardrail)
    .min(1)
    .max(20)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'expected each guardrail once')
    .refine((list) => list.some(({ isAdvisory }) => !isAdvisory), 'expected a guardrail that is not advisory')
    .refine(
      (list) => list.every(({ id, isAdvisory }) => id !== 'disagree' || isAdvisory),
      'disagree can only be advisory: a better model has to disagree',
    )
    .default(() => guardrails.map((guardrail) => Guardrail.parse(guardrail))),
  /** Chance of a false roll-back and of a false promotion; evidence of 1/alpha decides. */
  alpha: z
    .strictObject({ harm: z.number().gt(0).max(0.5).default(0.05), promote: z.number().gt(0).max(0.5).default(0.05) })
    .default({ harm: 0.05, promote: 0.05 }),
  /** Anytime-valid p-value below which the split is not believed. */
  srm: z.strictObject({ p: z.number().gt(0).max(0.1).default(0.001) }).default({ p: 0.001 }),
  /** How often the rollout is looked at: faults last by the clock, not by how often somebody looked. */
  pollMinutes: z.number().positive().max(1440).default(15),
  /** Silence of the canary, a wrong split or unreadable counts: no advance, and after so many polls in a row this action. */
  missing: z
    .strictObject({
      polls: z.int().min(1).max(1000).default(3),
      action: z.enum(['roll-back', 'hold']).default('roll-back'),
    })
    .default({ polls: 3, action: 'roll-back' }),
  /** Servers drop the canary when nobody renewed the state for so long. */
  leaseMinutes: z.number().positive().max(43_200).default(180),
  /** A rollout that is not done by then is rolled back. */
  timeoutHours: z.number().positive().max(8760).default(168),
})
export type RolloutPolicy = z.infer<typeof RolloutPolicy>

/** Requests that an arm got, and how many of them had each event. With a sticky unit, a unit counts once per arm and weight. */
export const ArmCounts = z
  .strictObject({ requests: Count, events: z.record(EventId, Count) })
  .refine(
    ({ requests, events }) => Object.values(events).every((count) => count <= requests),
    'an event cannot happen more often than there were requests',
  )
export type ArmCounts = z.infer<typeof ArmCounts>

/**
 * Counts under one weight: the share that the canary should have had, as served, not as planned. A request belongs to the
 * arm it was assigned to, also when the champion answered for a failing canary. An event that is absent was not measured,
 * which is not the same as 0.
 */
export const WeightCounts = z.strictObject({ weight: Share, canary: ArmCounts, stable: ArmCounts })
export type WeightCounts = z.infer<typeof WeightCounts>

const groups = z
  .array(WeightCounts)
  .max(32)
  .refine((list) => new Set(list.map(({ weight }) => weight)).size === list.length, 'expected each weight once')

/** Counts of one instance over consecutive sequence numbers. */
const WindowCounts = z.strictObject({ first: z.int().positive(), last: z.int().positive(), groups })

/** Upper edges of the latency histogram's buckets in milliseconds: a fourth root of 2 apart, 0.1 ms to 65 s. One more bucket is above. */
export const latencyEdgesMs: readonly number[] = Array.from({ length: 78 }, (_, i) =>
  Number((0.1 * 2 ** (i / 4)).toPrecision(4)),
)

/** A count for each bucket of `latencyEdgesMs`, and one for what is slower. */
export const LatencyHistogram = z.array(Count).length(latencyEdgesMs.length + 1)
export type LatencyHistogram = z.infer<typeof LatencyHistogram>

/**
 * What a server publishes of itself, replaced each time: `<model>.json` in the tree of refs/tidemark/telemetry/<channel>/<instance>.
 * Windows that the rollout's state names as consumed may be left out; of the others none may be missing, so a server that
 * holds too many merges neighbours. A restarted server is another instance.
 */
export const Telemetry = z
  .strictObject({
    schema: z.literal('tidemark/telemetry/v1'),
    model: Name,
    channel: Name,
    instance: Name,
    startedAt: Timestamp,
    /** By GitHub's clock, as the `Date` of its last answer tells it. Only documents from about now count as alive. */
    publishedAt: Timestamp,
    /** The newest closed window's number; it never goes back. */
    sequence: Count,
    champion: VersionReference,
    /** The rollout that this server takes part in. Windows start anew with it, sequence numbers go on. */
    rollout: z.strictObject({ seq: z.int().positive(), canary: VersionReference }).nullable(),
    /** Set while the server keeps its canary out by its own judgement. */
    dropped: z
      .strictObject({ cause: z.enum(['harm', 'load', 'crash', 'lease']), at: Timestamp, reason: Text })
      .nullable(),
    /** Since the server serves this champion, or this canary. */
    latency: z.strictObject({ champion: LatencyHistogram, canary: LatencyHistogram }),
    windows: z
      .array(WindowCounts.extend({ from: Timestamp, to: Timestamp }))
      .max(200)
      .refine(
        (windows) =>
          windows.every(({ first, last }, i) => first <= last && (i === 0 || first === windows[i - 1]!.last + 1)),
        'expected windows in order, without gap or overlap',
      ),
  })
  .refine(
    ({ sequence, windows }) => windows.length === 0 || windows.at(-1)!.last === sequence,
    'expected the sequence of the newest window',
  )
export type Telemetry = z.infer<typeof Telemetry>

/** One server's window as the judge takes it. */
export const RolloutPoll = WindowCounts.extend({ instance: Name })
export type RolloutPoll = z.infer<typeof RolloutPoll>

export const faultKinds = ['unreadable', 'split', 'silence', 'missing-event', 'dropped'] as const
/** Why nothing can be concluded at the moment. */
export const RolloutFault = z.strictObject({ kind: z.enum(faultKinds), reason: Text })
export type RolloutFault = z.infer<typeof RolloutFault>

/** What sources saw since the state's last commit. */
export const RolloutSignals = z.strictObject({
  polls: z.array(RolloutPoll).max(1000),
  /** There are more polls than are taken at once. */
  isTruncated: z.boolean(),
  /** Some server of this rollout published at about the time of the decision. Without one, monitoring is out. */
  isLive: z.boolean(),
  /** Sources that could not be used, and canaries that servers keep out. */
  faults: z.array(RolloutFault).max(100),
  /** Requests of the champion by latency, where servers report them. */
  championLatency: LatencyHistogram.nullable(),
  /** Somebody asked that the rollout ends, whatever its evidence says. */
  stop: z.strictObject({ by: Login, reason: Text }).optional(),
})
export type RolloutSignals = z.infer<typeof RolloutSignals>

/** Sufficient statistics: all that evidence is computed from. */
export const RolloutEvidence = z.strictObject({
  polls: Count,
  /** Sums by weight of the plan, ascending: promotion and the split are judged from these. */
  counts: z.array(WeightCounts).max(20),
  /** Harm, mixed over start times, by guardrail: ln of the sums for each of 48 ratios. */
  harm: z.record(EventId, z.strictObject({ starts: Count, logSums: z.array(z.number()).max(48) })),
})
export type RolloutEvidence = z.infer<typeof RolloutEvidence>

/** The evidence, judged: natural logarithms of e-values. ln 20 = 3.0 decides where alpha is 0.05. */
export const RolloutJudgement = z.strictObject({
  /** `fail`: harm is proven. `pass`: every guardrail has its evidence to promote. */
  verdict: z.enum(['pass', 'fail', 'inconclusive']),
  /** Of the mean over guardrails that are not advisory. */
  logHarm: z.number(),
  /** Against the split being as planned. */
  logSplit: z.number(),
  guardrails: z.array(
    z.strictObject({
      id: EventId,
      isAdvisory: z.boolean(),
      logHarm: z.number(),
      logPromote: z.number(),
      canary: z.strictObject({ requests: Count, events: Count }),
      stable: z.strictObject({ requests: Count, events: Count }),
    }),
  ),
})
export type RolloutJudgement = z.infer<typeof RolloutJudgement>

export const RolloutPhase = z.enum(['pending', 'running', 'holding', 'promoted', 'rolled-back'])
export type RolloutPhase = z.infer<typeof RolloutPhase>

export const RolloutAction = z.enum(['open', 'start', 'hold', 'advance', 'promote', 'roll-back'])
export type RolloutAction = z.infer<typeof RolloutAction>

/**
 * rollouts/<channel>/<model>.json on the registry branch: the canary's state. Committed on transitions only, each on top
 * of the one before, so that the history of this file replays (`replayRollout`).
 */
export const RolloutState = z.strictObject({
  schema: z.literal('tidemark/rollout/v1'),
  model: Name,
  channel: Name,
  /** Of the channel's intent: a rollout is terminal per channel and seq. */
  seq: z.int().positive(),
  champion: VersionReference,
  canary: VersionReference,
  /** As it was when the rollout opened. */
  plan: RolloutPolicy,
  planDigest: Sha256,
  phase: RolloutPhase,
  /** Index into the plan's steps; null before the start. */
  step: Count.nullable(),
  /** The canary's share as planned; servers give less when the lease has lapsed or they dropped it. */
  weight: Share,
  openedAt: Timestamp,
  startedAt: Timestamp.nullable(),
  stepStartedAt: Timestamp.nullable(),
  updatedAt: Timestamp,
  /** Servers drop the canary at this time unless the state was renewed. */
  leaseUntil: Timestamp.nullable(),
  /** The champion's live p95 at the start: what `slow` means in this rollout. */
  slowMs: z.number().positive().nullable(),
  fault: RolloutFault.extend({ since: Timestamp }).nullable(),
  /** Windows that are part of the evidence, or from before the start: the newest per instance. */
  consumed: z.array(z.strictObject({ instance: Name, sequence: Count })).max(500),
  evidence: RolloutEvidence,
  judgement: RolloutJudgement,
  /** The transition that made this document, with the signals it was decided on. */
  decision: z.strictObject({
    /** The time that was given, which may be before `updatedAt` when a clock went back. */
    at: Timestamp,
    action: RolloutAction,
    reasons: z.array(Text).max(100),
    signals: RolloutSignals.nullable(),
    /** SHA-256 of the canonical JSON of the state it was decided from; null where the rollout opens. */
    previous: Sha256.nullable(),
  }),
  /** The newest transitions, oldest first; for people. */
  history: z
    .array(
      z.strictObject({
        at: Timestamp,
        action: RolloutAction,
        phase: RolloutPhase,
        weight: Share,
        logHarm: z.number(),
        reason: Text,
      }),
    )
    .max(50),
  /** Why it was rolled back. */
  cause: z
    .strictObject({
      kind: z.enum(['harm', 'timeout', 'fault', 'request']),
      fault: z.enum(faultKinds).nullable(),
      /** The guardrails with the most evidence for harm, most first. */
      guardrails: z.array(EventId),
      reason: Text,
    })
    .nullable(),
})
export type RolloutState = z.infer<typeof RolloutState>

/** Where a rollout's documents lie. */
export const rolloutLayout = {
  state: (channel: string, model: string) => `rollouts/${channel}/${model}.json`,
  telemetryRef: (channel: string, instance: string) => `refs/tidemark/telemetry/${channel}/${instance}`,
  telemetryFile: (model: string) => `${model}.json`,
}
