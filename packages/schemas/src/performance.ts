import { z } from 'zod'
import { Verdict } from './facts.ts'
import { Name, RelativePath, Sha256, Version } from './names.ts'
import { CalendarDate, Counts, Numbers, Period } from './written-values.ts'

const Count = z.int().min(0)
const Finite = z.number().nullable()
const Column = z.string().min(1).max(200)
const Files = z.union([RelativePath, z.array(RelativePath).min(1).max(1000)])

/** What the gate measures too comes first: of these a release has a value. */
export const performanceMetricNames = ['roc_auc', 'log_loss', 'brier', 'ece', 'observed_expected', 'accuracy'] as const
export const PerformanceMetricName = z.enum(performanceMetricNames)
export type PerformanceMetricName = z.infer<typeof PerformanceMetricName>

const PerformanceRule = z
  .strictObject({
    id: PerformanceMetricName,
    /** Against the value with which the version passed the gate, or against `min` and `max` alone. */
    mode: z.enum(['non_inferior', 'not_worse', 'absolute']),
    margin: z.number().min(0).optional(),
    marginRelative: z.number().min(0).max(1).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .refine(
    ({ margin, marginRelative }) => margin === undefined || marginRelative === undefined,
    'give margin or marginRelative, not both',
  )
  .refine(
    ({ mode, margin, marginRelative }) => (mode === 'absolute') === ((margin ?? marginRelative) === undefined),
    'non_inferior and not_worse need margin or marginRelative, absolute has none',
  )
  .refine(
    ({ mode, min, max }) => mode !== 'absolute' || min !== undefined || max !== undefined,
    'mode absolute needs min or max',
  )
  .refine(
    ({ id, mode }) => mode === 'absolute' || (id !== 'observed_expected' && id !== 'accuracy'),
    'the gate records no value of this metric to compare with: give mode absolute with min or max',
  )
export type PerformanceRule = z.infer<typeof PerformanceRule>

const PageHinkley = z.strictObject({
  /** Rows before anything is told. */
  minimum: z.int().min(1).max(1e9).default(30),
  delta: z.number().min(0).max(1).default(0.005),
  threshold: z.number().positive().max(1e9).default(50),
  alpha: z.number().gt(0).max(1).default(0.9999),
})

/** How predictions that were made are held against what came: the performance part of the monitor. */
export const PerformancePolicy = z.strictObject({
  /** What `tidemark serve` logged, or any NDJSON, Parquet or CSV with the columns below. */
  predictions: Files,
  labels: Files,
  /** What a prediction and its label have in common. */
  join: z
    .union([
      Column,
      z
        .array(z.union([Column, z.strictObject({ prediction: Column, label: Column })]))
        .min(1)
        .max(8),
    ])
    .default('id'),
  columns: z.strictObject({
    /** Of the labels: 0 or 1. */
    label: Column,
    /** Of the predictions. */
    time: Column.default('time'),
    score: Column.default('score'),
    version: Column.default('version'),
    /** Left out of account where the log has no such column. */
    model: Column.default('model'),
  }),
  /** Days after a window's end until its labels are taken to have come. */
  maturityDays: z.int().min(0).max(3650).default(7),
  /** Share of a matured window's predictions whose label must be known. */
  minCoverage: z.number().gt(0).max(1).default(0.8),
  metrics: z
    .array(PerformanceRule)
    .min(1)
    .max(20)
    .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'expected each metric once'),
  /** From which score on `accuracy` takes a row to be predicted 1. */
  threshold: z.number().gt(0).lt(1).default(0.5),
  /** Of each one-sided bound. */
  confidence: z.number().gt(0.5).lt(1).default(0.95),
  minRows: z.int().min(1).default(300),
  /** Fewest days with labelled rows, of both classes where the metric needs them. */
  minDays: z.int().min(2).max(7).default(5),
  pageHinkley: PageHinkley.default({ minimum: 30, delta: 0.005, threshold: 50, alpha: 0.9999 }),
})
export type PerformancePolicy = z.infer<typeof PerformancePolicy>

const PageHinkleyState = z.strictObject({ count: Count, mean: z.number(), sum: z.number() })

/** What one version's predictions of a week came to: all that the judgement is made from. No row, no id. */
export const PerformanceStatistics = z.strictObject({
  period: Period,
  /** The day of the newest prediction in the log: the clock by which windows mature. */
  asOf: CalendarDate,
  /** Different predictions with a usable score, and those with a label. */
  predictions: Count,
  labelled: Count,
  /** Left out: the same prediction again, no probability or time, and labels that contradict each other. */
  repeated: Count,
  unusable: Count,
  contradicted: Count,
  /** Days with labelled rows; each list of numbers below has one entry a day. */
  days: z.array(CalendarDate).max(7),
  rows: Counts,
  positives: Counts,
  /** Null where undefined; `influence` is each day's share of the linearised error. */
  metrics: z.record(PerformanceMetricName, z.strictObject({ value: Finite, influence: Numbers })),
  /** What the version had when it passed the gate, by metric; null where that was undefined. */
  release: z.partialRecord(
    PerformanceMetricName,
    z.strictObject({ value: z.number(), standardError: Finite }).nullable(),
  ),
  /** Page's test of a rise of the squared error, row after row in order of time; null where a window is not fed to it. */
  pageHinkley: z
    .strictObject({
      /** The check whose end it goes on from; null where it starts anew. */
      from: Sha256.nullable(),
      before: PageHinkleyState,
      after: PageHinkleyState,
      /** Days on which a rise was told, once for each alarm; the test began anew after each. */
      alarms: z.array(CalendarDate).max(1000),
    })
    .nullable(),
  /** The mean squared error that the baseline's calibration promised for the window's predictions; null without one. */
  expected: z
    .strictObject({
      baseline: Sha256,
      brier: z.number(),
      /** Realised less promised, and the least and the most of it in reference weeks, each promised without itself. */
      gap: z.number(),
      referenceLeast: z.number(),
      referenceMost: z.number(),
      weeks: Count,
    })
    .nullable(),
})
export type PerformanceStatistics = z.infer<typeof PerformanceStatistics>

/** One metric of a window, judged. */
export const PerformanceResult = z.strictObject({
  id: z.string().max(200),
  metric: PerformanceMetricName,
  mode: z.enum(['non_inferior', 'not_worse', 'absolute']),
  verdict: Verdict,
  value: Finite,
  release: Finite,
  /** Improvement over the release: positive is better. */
  difference: Finite,
  /** Of the difference, or of the value where mode is absolute. */
  bounds: z.strictObject({ lower: Finite, upper: Finite, level: z.number() }),
  limit: Finite,
  rows: Count,
  days: Count,
  reason: z.string().max(2000),
})
export type PerformanceResult = z.infer<typeof PerformanceResult>

/** Digests of the files that outcomes were joined from; null where none were. */
export const OutcomeFiles = z.strictObject({ predictions: Sha256, labels: Sha256 }).nullable()

/** How one version did in one matured week, with everything needed to judge it again. */
export const PerformanceCheck = z.strictObject({
  schema: z.literal('tidemark/performance/v1'),
  model: Name,
  /** Digest of (model digest, evaluation, window's digest, policy). */
  id: Sha256,
  version: Version,
  modelDigest: Sha256,
  /** The gate's decision whose values are the release's. */
  evaluation: Sha256,
  /** Digests of the files of predictions and of labels, which are not kept in Git. */
  predictions: Sha256,
  labels: Sha256,
  /** `digest` is that of `statistics`. */
  window: Period.extend({ digest: Sha256 }),
  policy: PerformancePolicy,
  verdict: Verdict,
  /** The verdict in one sentence. */
  reason: z.string().max(4096),
  results: z.array(PerformanceResult).max(50),
  statistics: PerformanceStatistics,
})
export type PerformanceCheck = z.infer<typeof PerformanceCheck>
