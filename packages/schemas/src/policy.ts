import { z } from 'zod'
import { GatePolicy } from './evaluation.ts'
import { ModelKind, Parameters, Signature, ViolationAction } from './facts.ts'
import { MonitorPolicy } from './monitor-policy.ts'
import { Login, Name, RelativePath } from './names.ts'
import { RolloutPolicy } from './rollout.ts'

/** A glob below the repository's root: a relative path in which `*`, `**`, `?` and `[…]` have their usual meaning. */
const Glob = RelativePath

/** A small table that travels with the model, such as yesterday's rates by airport. */
const Lookup = z.strictObject({
  /** What the queries call it. */
  name: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]{0,62}$/, 'expected 1 to 63 of A-Z, a-z, 0-9 and _, starting with a letter')
    .refine((name) => !/^tidemark/i.test(name), 'names that start with tidemark are reserved'),
  /** Beside model.yaml; at most 64 MiB. */
  file: RelativePath.refine((file) => /\.(csv|parquet)$/i.test(file), 'expected a .csv or .parquet file'),
})

/** Who may act alone in an emergency: people by login, or everybody with a role. Write access is needed in any case. */
const AllowedBy = z
  .array(z.union([Login, z.enum(['role:admin', 'role:write'])], 'expected a GitHub login, role:admin or role:write'))
  .min(1)
  .max(100)

const ChannelPolicy = z.strictObject({
  approvals: z.int().min(0).max(10).default(1),
  /** People of whom at least one has to approve. Left out, anybody with write access counts. */
  owners: z.array(Login).min(1).max(100).optional(),
  /** Lets these people return the channel to a version that it held at once, without a review. */
  breakGlass: z.strictObject({ allowedBy: AllowedBy }).optional(),
})
export type ChannelPolicy = z.infer<typeof ChannelPolicy>

/** Which versions keep their bytes. Whatever a channel, a rollout or the monitor needs is kept besides. */
const RetentionPolicy = z.strictObject({
  /** The newest versions by number. */
  keepNewest: z.int().min(1).max(100_000).default(10),
  /** Versions that were in a channel within so many days. */
  keepDays: z.number().min(0).max(36_500).default(90),
})
export type RetentionPolicy = z.infer<typeof RetentionPolicy>

const Command = z.array(z.string().max(2000)).min(1).max(100)
const TimeoutMinutes = z.number().positive().max(360).default(60)

/** A program of the team's that gives the probability of every row. */
const ScorePolicy = z.strictObject({ command: Command, timeoutMinutes: TimeoutMinutes })
export type ScorePolicy = z.infer<typeof ScorePolicy>

const PolicyShape = z.strictObject({
  schema: z.literal('tidemark/model/v1'),
  model: Name,
  description: z.string().max(2000).optional(),
  owners: z.array(Login).min(1).max(100),
  task: z.literal('binary'),
  /** What is registered; `onnx` when left out. */
  kind: ModelKind.optional(),
  /** What an opaque model takes and gives: whether a new version breaks its callers follows from it. */
  signature: Signature.optional(),
  data: z.strictObject({
    /** The contract, beside model.yaml. */
    contract: RelativePath.default('contract.yaml'),
    /** The contract's schema object that the files hold; needed where it has several. */
    object: z.string().min(1).max(63).optional(),
    files: z.union([Glob, z.array(Glob).min(1).max(1000)]),
    /** The newest files by path are kept from training and judge the candidate. */
    holdout: z.strictObject({ newestFiles: z.int().min(1).max(1000) }).default({ newestFiles: 1 }),
    violations: z
      .strictObject({ action: ViolationAction.default('fail'), maxShare: z.number().min(0).max(1).default(0) })
      .default({ action: 'fail', maxShare: 0 }),
    /** One SELECT from the contract's object and the lookups; its columns are the id, the label, the cluster and the model's features. */
    features: RelativePath.default('features.sql'),
    /** Committed tables that the queries may join by name besides the contract's object. */
    lookups: z
      .array(Lookup)
      .max(20)
      .refine(
        (lookups) => new Set(lookups.map(({ name }) => name.toLowerCase())).size === lookups.length,
        'expected a different name for each lookup; case does not tell them apart',
      )
      .default([]),
    columns: z.strictObject({ id: z.string().min(1), label: z.string().min(1), cluster: z.string().min(1).optional() }),
  }),
  train: z.strictObject({
    executor: z.enum(['embedded', 'command']).default('embedded'),
    command: Command.optional(),
    /** Training rows from another query than evaluation and serving: sampling, weights, a wider join. */
    features: RelativePath.optional(),
    parameters: Parameters.default({}),
    seed: z
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .default(7),
    timeoutMinutes: TimeoutMinutes,
  }),
  /** How an opaque model scores rows, so that the gate can judge it. */
  score: ScorePolicy.optional(),
  gate: GatePolicy,
  /** Left out, nothing watches the model. */
  monitor: MonitorPolicy.optional(),
  channels: z
    .record(Name, ChannelPolicy)
    .refine((channels) => Object.keys(channels).length > 0, 'expected at least one channel')
    .default({ production: { approvals: 1 } }),
  /** How a merged version comes into production, by steps; without it, at once. */
  rollout: RolloutPolicy.optional(),
  /** When the assets of old versions are dropped; left out, never. */
  retention: RetentionPolicy.optional(),
})

/** model.yaml: everything people decide about a model. */
export const ModelPolicy = PolicyShape.refine(({ kind, signature }) => signature === undefined || kind === 'opaque', {
  path: ['signature'],
  message: 'expected kind: opaque beside a declared signature, since an ONNX model has its own in its bytes',
})
  .refine(({ kind, score }) => score === undefined || kind === 'opaque', {
    path: ['score'],
    message: 'expected kind: opaque beside a score command, since the gate scores ONNX models itself',
  })
  .refine(({ score, gate }) => score === undefined || gate.budgets?.latencyP95Ms === undefined, {
    path: ['gate', 'budgets', 'latencyP95Ms'],
    message: 'expected no latency budget beside a score command, of which the time for one row is not measured',
  })
  .refine(({ kind, rollout }) => rollout === undefined || kind !== 'opaque', {
    path: ['rollout'],
    message:
      'expected no rollout for kind: opaque, since tidemark serve cannot run the model; left out, an approved promotion is settled at once',
  })
export type ModelPolicy = z.infer<typeof ModelPolicy>
