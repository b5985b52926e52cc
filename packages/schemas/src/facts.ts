import { z } from 'zod'
import { GitSha, Login, Name, RelativePath, RepositoryName, Sha256, Timestamp, Version } from './names.ts'
import { RollbackRule } from './rollback-rule.ts'

const Count = z.int().min(0)
const Text = z.string().max(4096)
export const Verdict = z.enum(['pass', 'fail', 'inconclusive'])
export type Verdict = z.infer<typeof Verdict>

/** How facts name each other: where the document lies on the registry branch and the SHA-256 of its canonical JSON. */
export const FactReference = z.strictObject({ path: RelativePath, sha256: Sha256 })
export type FactReference = z.infer<typeof FactReference>

export const FileDigest = z.strictObject({ path: RelativePath, sizeBytes: Count, sha256: Sha256 })
export type FileDigest = z.infer<typeof FileDigest>

/** A bound of numbers, or of dates and times as text. */
const Extreme = z.union([z.number(), z.string().max(64)])

/** What was counted is there where a validation counted it. */
const DatasetColumn = z.strictObject({
  name: z.string(),
  type: z.string(),
  /** Rows without a value. */
  nulls: Count.optional(),
  /** Different values; left out where next to every row has another one. */
  distinct: Count.optional(),
  /** Of finite numbers, dates and times in columns that the contract calls public. */
  minimum: Extreme.optional(),
  maximum: Extreme.optional(),
})

/** What folders named `name=value` give the columns of a file below them; null is Hive's default partition. */
export const FilePartition = z.record(z.string().min(1).max(4096), Text.nullable())
export type FilePartition = z.infer<typeof FilePartition>

/**
 * Files of data under one digest, which covers their content, their order and what folders give as columns; not where else the
 * files lie.
 */
export const Dataset = z.strictObject({
  schema: z.literal('tidemark/dataset/v1'),
  model: Name,
  /** The contract's schema object that the files hold. */
  name: z.string().min(1).max(200),
  digest: Sha256,
  files: z
    .array(FileDigest.extend({ rows: Count, partition: FilePartition.optional() }))
    .min(1)
    .max(100_000),
  rows: Count,
  columns: z.array(DatasetColumn).max(10_000),
})
export type Dataset = z.infer<typeof Dataset>

export const ViolationAction = z.enum(['fail', 'drop', 'quarantine'])

/** A contract's verdict on a dataset. Its id is the digest of (dataset, contract, handling of violations). */
export const Validation = z.strictObject({
  schema: z.literal('tidemark/validation/v1'),
  model: Name,
  id: Sha256,
  dataset: Sha256,
  contract: z.strictObject({ id: Text, version: Text, sha256: Sha256 }),
  violations: z.strictObject({ action: ViolationAction, maxShare: z.number().min(0).max(1) }),
  verdict: Verdict,
  rows: Count,
  rejectedRows: Count,
  checks: z
    .array(
      z.strictObject({
        id: Text,
        column: Text.optional(),
        kind: Text,
        description: Text,
        severity: z.enum(['error', 'warning']),
        verdict: Verdict,
        rows: Count,
        failedRows: Count.nullable(),
        expected: Text,
        observed: Text,
        /** Where the first failing rows are: numbers only, never values. */
        samples: z.array(z.strictObject({ file: RelativePath, row: Count })).max(10),
      }),
    )
    .max(100_000),
})
export type Validation = z.infer<typeof Validation>

export const ValueInfo = z.strictObject({
  name: z.string().min(1).max(512),
  type: z.string().min(1).max(64),
  /** Each dimension is a size, a symbol, or null where the model leaves it open; null where even the rank is open. */
  shape: z
    .array(z.union([z.int(), z.string(), z.null()]))
    .max(16)
    .nullable(),
  /** Callers may leave this input out; the model then gets missing values. */
  optional: z.literal(true).optional(),
})
export const Signature = z.strictObject({
  inputs: z.array(ValueInfo).max(10_000),
  outputs: z.array(ValueInfo).max(1000),
})
export type Signature = z.infer<typeof Signature>

/** Where code came from and what ran it. */
export const Source = z.strictObject({
  repository: RepositoryName,
  sha: GitSha,
  ref: z.string().max(512),
  /** The commit's own date, which a retry cannot change. */
  committedAt: Timestamp,
})
export type Source = z.infer<typeof Source>

/** `onnx`: scored and served here. `opaque`: anything else, which Tidemark stores, versions and promotes but cannot run itself. */
export const ModelKind = z.enum(['onnx', 'opaque'])
export type ModelKind = z.infer<typeof ModelKind>

/** A container image by the SHA-256 of its manifest; a tag could be moved. */
export const ImageReference = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._/:-]{0,254}$/, 'expected an image name without tag, such as ghcr.io/acme/churn'),
  digest: Sha256,
})
export type ImageReference = z.infer<typeof ImageReference>

/** A model is files, or a container image and nothing else. */
const filesOrImage = ({ files, image }: { files: readonly unknown[]; image?: unknown }) =>
  image === undefined ? files.length > 0 : files.length === 0

export const Parameters = z.record(z.string().max(200), z.union([z.number(), z.string().max(2000), z.boolean()]))

/** One training run. Its id is the digest of everything it was computed from. */
export const Run = z.strictObject({
  schema: z.literal('tidemark/run/v1'),
  model: Name,
  id: Sha256,
  source: Source,
  executor: z.string().max(64),
  trainer: z.strictObject({ name: Text, version: Text }),
  seed: z.int(),
  parameters: Parameters,
  data: z.strictObject({
    dataset: Sha256,
    validation: Sha256,
    /** Digest of the query that training rows came from, with its lookups. */
    trainingFeatures: Sha256,
    /** Digest of the query that evaluation and serving use, with its lookups; both travel with the model. */
    features: Sha256,
    rows: Count,
    acceptedRows: Count,
  }),
  output: z
    .strictObject({
      modelDigest: Sha256,
      files: z.array(FileDigest).max(10_000),
      /** Of an opaque model it is what model.yaml declares; without inputs and outputs where it declares none. */
      signature: Signature,
      /** `onnx` when left out. */
      kind: z.literal('opaque').optional(),
      image: ImageReference.optional(),
    })
    .refine(filesOrImage, 'expected files, or an image alone')
    .refine(({ kind, image }) => image === undefined || kind === 'opaque', 'an image is an opaque model'),
  metrics: z.record(z.string().max(200), z.number().nullable()),
  importance: z.record(z.string().max(512), z.number()),
  trainingSeconds: z.number().min(0),
})
export type Run = z.infer<typeof Run>

export const VersionReference = z.strictObject({ version: Version, modelDigest: Sha256 })
export type VersionReference = z.infer<typeof VersionReference>

/** A registered version: immutable. What became of it is told by events. */
export const VersionManifest = z
  .strictObject({
    schema: z.literal('tidemark/version/v1'),
    model: Name,
    version: Version,
    kind: ModelKind,
    image: ImageReference.optional(),
    /** SHA-256 over the files' raw digests in path order (OpenSSF Model Signing's subject digest), or the image's. */
    modelDigest: Sha256,
    bump: z.strictObject({ kind: z.enum(['first', 'major', 'minor', 'patch']), reasons: z.array(Text).min(1) }),
    parent: VersionReference.nullable(),
    signature: Signature,
    files: z
      .array(
        FileDigest.extend({
          parts: z
            .array(
              z.strictObject({
                asset: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,199}$/),
                sizeBytes: Count,
                sha256: Sha256,
              }),
            )
            .min(1),
        }),
      )
      .max(10_000),
    release: z.strictObject({ id: z.int().positive(), tag: z.string().max(200) }),
    source: Source,
    run: FactReference,
    evaluation: FactReference,
    datasets: z.array(FactReference),
    validations: z.array(FactReference),
    metrics: z.record(z.string().max(200), z.number().nullable()),
    registeredAt: Timestamp,
    registeredBy: Login,
  })
  .refine(filesOrImage, 'expected files, or an image alone')
  .refine(({ kind, image }) => image === undefined || kind === 'opaque', 'an image is an opaque model')
export type VersionManifest = z.infer<typeof VersionManifest>

/** Model digest → version, so that identical bytes are found in one read. */
export const DigestEntry = z.strictObject({
  schema: z.literal('tidemark/by-digest/v1'),
  model: Name,
  modelDigest: Sha256,
  version: Version,
})
export type DigestEntry = z.infer<typeof DigestEntry>

export const eventTypes = [
  'version.registered',
  'version.published',
  /** By the policy's retention: its assets may be gone from now on, the manifest stays. */
  'version.retired',
  'gate.failed',
  /** Somebody asked that a channel goes back to a version that it held. */
  'rollback.requested',
  'promotion.requested',
  /** Approved and merged; its rollout decides when it is settled. */
  'promotion.merged',
  'promotion.settled',
  'promotion.refused',
  'rollout.opened',
  'rollout.rolled-back',
  /** The mark on bytes that a rollout or a rollback took back: they need a waiver to come again. */
  'version.rolled-back',
  'drift.checked',
  'drift.detected',
  'drift.resolved',
  'retraining.dispatched',
] as const

/** A version under one `seq` of a channel. */
const ChannelState = z.strictObject({ version: Version, modelDigest: Sha256, seq: z.int().positive() })

/** Something that happened. Its id is the digest of (type, subject, cause): retries land on the same path. */
export const RegistryEvent = z.strictObject({
  schema: z.literal('tidemark/event/v1'),
  id: Sha256,
  type: z.enum(eventTypes),
  model: Name,
  subject: z.strictObject({
    version: Version.optional(),
    modelDigest: Sha256,
    channel: Name.optional(),
    seq: z.int().positive().optional(),
  }),
  /** The digest or commit that made it happen. */
  cause: z.string().min(1).max(200),
  at: Timestamp,
  actor: Login,
  approvedBy: z.array(Login).optional(),
  pullRequest: z.int().positive().optional(),
  issue: z.int().positive().optional(),
  mergeSha: GitSha.optional(),
  previous: VersionReference.nullable().optional(),
  /** What the channel held when a rollback was asked for. */
  leaves: ChannelState.optional(),
  /** Where the monitor asked for a rollback, and no person: by which rule, and the checks that met it, newest last. */
  monitor: z.strictObject({ rule: RollbackRule, checks: z.array(FactReference).min(1).max(60) }).optional(),
  /** The policy let this person act at once, without a review. */
  isBreakGlass: z.boolean().optional(),
  reasons: z.array(Text).optional(),
  runUrl: z.url({ protocol: /^https?$/ }).optional(),
})
export type RegistryEvent = z.infer<typeof RegistryEvent>

/** An event to be shown, of a type or with details that a later Tidemark may have written: nobody decides from those. */
export type RecordedEvent = Omit<RegistryEvent, 'type'> & { type: string }
export const RecordedEvent: z.ZodType<RecordedEvent> = RegistryEvent.extend({
  type: z
    .string()
    .regex(/^[a-z][a-z-]*(\.[a-z][a-z-]*){0,3}$/)
    .max(64),
}).loose()

/** Desired state of a channel, on the default branch. `seq` grows by one at each change. */
export const ChannelIntent = z.strictObject({
  schema: z.literal('tidemark/channel/v1'),
  model: Name,
  channel: Name,
  seq: z.int().positive(),
  version: Version,
  modelDigest: Sha256,
  manifest: FactReference,
  /** The run and the gate's decision that the change rests on: the newest, where identical bytes were trained or judged again. */
  run: FactReference,
  evaluation: FactReference,
  previous: ChannelState.nullable(),
  /** Set where the channel goes back to what it held before, under that `seq`; the request is an event that says who asked, and why. */
  rollback: z.strictObject({ seq: z.int().positive(), request: FactReference }).optional(),
})
export type ChannelIntent = z.infer<typeof ChannelIntent>
