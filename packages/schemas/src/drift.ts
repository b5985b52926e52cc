import { z } from 'zod'
import { Name, Sha256, Version } from './names.ts'
import { PerformancePolicy } from './performance.ts'
import { RollbackRule } from './rollback-rule.ts'
import { CalendarDate, Counts, Numbers, Period, readNumbers } from './written-values.ts'

const Count = z.int().min(0)
const Finite = z.number().nullable()
const Text = z.string().max(4096)
const Integer = z.string().regex(/^-?\d{1,60}$/, 'expected a whole number')

export const driftFamilies = ['predictions', 'labels', 'calibration', 'features', 'nulls'] as const
export const DriftFamily = z.enum(driftFamilies)
export type DriftFamily = z.infer<typeof DriftFamily>
const ColumnFamily = z.enum(['features', 'predictions', 'labels'])
/** The rows that a column is of, where it is not of all. */
const Segment = z.strictObject({ column: z.string().min(1).max(200), value: z.string().min(1).max(100) })
export type Segment = z.infer<typeof Segment>

/** Which effects count: a distance between distributions or a difference of rates, from 0 to 1. */
const DriftThresholds = z
  .strictObject({
    warn: z.number().gt(0).lt(1).default(0.1),
    fail: z.number().gt(0).lt(1).default(0.2),
    /** Below what an effect's upper bound must lie for a pass: drift of this size is ruled out. `warn` when left out. */
    equivalence: z.number().gt(0).lt(1).optional(),
  })
  .refine(({ warn, fail }) => warn <= fail, 'warn must not be above fail')
  .refine(({ warn, equivalence }) => (equivalence ?? 0) <= warn, 'equivalence must not be above warn')

/** Limits of their own, where they are not those of `thresholds`. */
const OwnLimits = {
  warn: z.number().gt(0).lt(1).optional(),
  fail: z.number().gt(0).lt(1).optional(),
  equivalence: z.number().gt(0).lt(1).optional(),
  /** A `warning` warns at most, however large the effect. */
  severity: z.enum(['error', 'warning']).optional(),
}
const areOrdered = ({
  warn,
  fail = 1,
  equivalence = 0,
}: Partial<Record<'warn' | 'fail' | 'equivalence', number | undefined>>) =>
  (warn ?? 0) <= fail && equivalence <= (warn ?? fail)
const ordered = 'expected equivalence, warn and fail in this order, the smallest first'

/** How much one column's drift counts, and its missing values'. */
const ColumnRule = z
  .strictObject({
    /** Whether it fails a window alone, whatever `failingShare` says. */
    critical: z.boolean().optional(),
    /** Its part in `failingShare`, 1 when left out: a model's feature importance, for example. */
    importance: z.number().min(0).max(1e9).optional(),
    ...OwnLimits,
  })
  .refine(areOrdered, ordered)

/** Complete weeks from Monday to Sunday; days; or as many whole days as have so many rows. */
const DriftWindows = z.union([z.enum(['week', 'day']), z.strictObject({ rows: z.int().min(1).max(1e12) })])
export type DriftWindows = z.infer<typeof DriftWindows>

const MonitorShape = z.strictObject({
  windows: DriftWindows.default('week'),
  baseline: z
    .strictObject({
      /**
       * The version whose data and scores are what is normal. Left out, it is the version in production, which takes slow
       * drift along with each promotion; named, it stays until people move it.
       */
      version: Version.optional(),
      /** What a day is compared with: the reference's days of the same weekday. */
      match: z.literal('weekday').optional(),
    })
    .optional(),
  /** The column of the features query that holds the day a row belongs to; the gate's cluster column when left out. */
  day: z.string().min(1).max(200).optional(),
  thresholds: DriftThresholds.default({ warn: 0.1, fail: 0.2 }),
  /**
   * Share of the features' importance that must fail for the window to fail; below it a failing feature is a warning of the window.
   * Left out, every one fails it. Predictions, labels and calibration always do.
   */
  failingShare: z.number().gt(0).max(1).optional(),
  /** Of all features and their missing values, where predictions and labels have others. */
  features: z.strictObject(OwnLimits).refine(areOrdered, ordered).optional(),
  /** By feature; of a label its limits. */
  columns: z.record(z.string().min(1).max(512), ColumnRule).optional(),
  /** Parts of the rows whose features, labels and predictions are compared by themselves too, such as the largest customers. */
  segments: z
    .array(
      z.strictObject({
        /** A column of the features query. */
        column: z.string().min(1).max(200),
        values: z.array(z.string().min(1).max(100)).min(1).max(20),
      }),
    )
    .max(10)
    .optional(),
  /** Of each one-sided bound. */
  confidence: z.number().gt(0.5).lt(1).default(0.95),
  /** Expected share of false alarms in a family (Benjamini–Hochberg). */
  falseDiscoveryRate: z.number().gt(0).lt(1).default(0.05),
  /** Fewest rows, as nm/(n + m) of window and baseline, of which anything is said. */
  minRows: z.int().min(1).default(200),
  /** Fewest days. */
  minBlocks: z.int().min(2).default(5),
  /** Share of a window's rows whose outcome must be known before labels are judged: early ones are not typical. */
  labelCoverage: z.number().gt(0).max(1).default(0.9),
  /** A numeric outcome in the data behind the 0/1 label, such as minutes of delay, with its time. */
  label: z.strictObject({ column: z.string().min(1).max(200), time: z.string().min(1).max(200) }).optional(),
  /** Predictions that were made, held against the labels that came later. Left out, none are. */
  performance: PerformancePolicy.optional(),
  /** Whether drift opens an issue, closed again by the first window that passes. */
  issue: z.boolean().default(true),
  /** A workflow file to dispatch when drift is found. */
  retrain: z
    .strictObject({
      workflow: z.string().regex(/^[\w.-]{1,100}\.ya?ml$/, 'expected a workflow file such as train.yml'),
      /** Days after a start in which no other is made, whatever drifts: a training needs time to become a version. */
      cooldownDays: z.int().min(1).max(365).optional(),
    })
    .optional(),
  /** Left out, no rollback is ever proposed but by people. */
  rollback: RollbackRule.optional(),
})

/** The monitor's part of model.yaml. */
export const MonitorPolicy = MonitorShape.refine(
  ({ windows, baseline }) => windows !== 'day' || baseline?.match === 'weekday',
  {
    path: ['windows'],
    message: 'expected baseline.match: weekday beside daily windows, since a Sunday is no change from a Monday',
  },
).refine(({ rollback, performance }) => rollback?.on !== 'performance' || performance !== undefined, {
  path: ['rollback', 'on'],
  message: 'expected monitor.performance beside a rollback on performance, or `on: drift`',
})
export type MonitorPolicy = z.infer<typeof MonitorPolicy>

const WeekdayCounts = z.array(Counts).length(7)

/** Effect of each reference day against the others of its weekday: what daily windows are judged by. */
const DaySpread = z.strictObject({
  days: Count,
  /** Root mean square, and 95th percentile. */
  rms: z.number(),
  p95: z.number(),
})
export type DaySpread = z.infer<typeof DaySpread>

/** What is counted of a text column whose levels are too scattered to say much: its length, or its pattern of letters and digits. */
const TextMeasure = z.strictObject({ column: z.string().min(1).max(512), measure: z.enum(['length', 'pattern']) })
export type TextMeasure = z.infer<typeof TextMeasure>

/** How several numeric columns go together: what a row's reconstruction error is made of. */
const Joint = z.strictObject({
  columns: z.array(z.string().min(1).max(512)).min(2).max(50),
  /** Values outside count as these. */
  lows: Numbers,
  highs: Numbers,
  means: Numbers,
  deviations: Numbers,
  /** Below the diagonal, row by row. */
  correlations: Numbers,
  /** Unit vectors, largest variance first. */
  components: z.array(Numbers).min(1).max(50),
  /** Rows whose hash is a multiple of this are counted. */
  step: z.int().min(1),
})
export type Joint = z.infer<typeof Joint>

const NumericColumn = z.strictObject({
  kind: z.literal('numeric'),
  name: z.string().min(1).max(512),
  family: ColumnFamily,
  nulls: Count,
  nonFinite: Count,
  /** Null where the column is not public. */
  minimum: Finite,
  maximum: Finite,
  mean: Finite,
  /** Sum of squared deviations from the mean. */
  m2: Finite,
  /** Values are added up as whole multiples of `unit` from `centre`, so that sums do not depend on their order. */
  centre: z.number(),
  unit: z.number().positive(),
  /** Ends of the bins but the last, which has none; each bin holds its right edge. */
  edges: Numbers,
  counts: Counts,
  /** How many of each bin's values are its right edge. Empty where none holds as many as matter: `readAtEdge` reads both. */
  atEdge: Counts,
  /** By weekday from Monday, in the coarser bins that end at these of the edges. */
  weekdays: z.union([
    z.strictObject({ edges: Counts, counts: WeekdayCounts }),
    z.strictObject({
      edges: Counts,
      /** Finite values, in which … */
      rows: Counts,
      /** … so many ten-thousandths more lie up to the edge than of all days' values. Empty for a weekday without rows. */
      differences: z.array(Numbers).length(7),
    }),
  ]),
  /** 95th percentile of the effect of each complete reference week against the others. */
  tolerance: Finite,
  daily: DaySpread.optional(),
  segment: Segment.optional(),
  /** The same of the rate of missing values. */
  dailyNulls: DaySpread.optional(),
  /** Of no column: the counts are of rows' reconstruction errors over several. Shown, and at most a warning. */
  joint: Joint.optional(),
  text: TextMeasure.optional(),
})
const CategoricalColumn = z.strictObject({
  kind: z.literal('categorical'),
  name: z.string().min(1).max(512),
  family: ColumnFamily,
  nulls: Count,
  /** Whether levels stand as digests, since the column is not public. */
  isHashed: z.boolean(),
  /** The most frequent levels of at least 20 rows. */
  levels: z.array(z.strictObject({ value: z.string().max(1000), count: Count })).max(1000),
  /** Rows of all other levels. */
  other: Count,
  /** Different values in the reference. */
  distinct: Count.optional(),
  text: TextMeasure.optional(),
  /** Counts by weekday of the first levels, and of the rest. */
  weekdays: z.strictObject({ levels: Count, counts: WeekdayCounts }),
  tolerance: Finite,
  daily: DaySpread.optional(),
  segment: Segment.optional(),
  dailyNulls: DaySpread.optional(),
})
const RateColumn = z.strictObject({
  kind: z.literal('rate'),
  name: z.string().min(1).max(512),
  family: ColumnFamily,
  rows: Count,
  events: Count,
  /** By weekday from Monday. */
  weekdays: z.strictObject({ rows: Counts, events: Counts }),
  tolerance: Finite,
  daily: DaySpread.optional(),
  segment: Segment.optional(),
})
export const BaselineColumn = z.discriminatedUnion('kind', [NumericColumn, CategoricalColumn, RateColumn])
export type BaselineColumn = z.infer<typeof BaselineColumn>

/** How many values are each of a column's edges. */
export function readAtEdge({ edges, atEdge }: { readonly edges: string; readonly atEdge: string }): number[] {
  return atEdge === '' ? readNumbers(edges).fill(0) : readNumbers(atEdge)
}

const CalibrationBins = {
  rows: Counts,
  observed: Counts,
  /** Sum of scores in millionths, each score rounded to one. */
  expectedMicros: Counts,
}

/** What windows are compared with: counts at fixed edges, no rows. */
export const Baseline = z.strictObject({
  schema: z.literal('tidemark/baseline/v1'),
  model: Name,
  /** Digest of everything else in it. */
  id: Sha256,
  dataset: Sha256,
  /** The contract's verdict that says which of the rows were accepted. */
  validation: Sha256.nullable(),
  /** Digest of the features query. */
  features: Sha256,
  /** The model whose scores are the predictions. */
  modelDigest: Sha256.nullable(),
  period: Period,
  rows: Count,
  blocks: Count,
  /** From Monday: days with rows, their rows, and the fewest rows of one. */
  weekdays: z.array(z.strictObject({ days: Count, rows: Count, leastRows: Count })).length(7),
  /** Complete reference weeks. */
  weeks: Count,
  columns: z.array(BaselineColumn).max(2000),
  calibration: z
    .strictObject({
      /** Bins of the score. */
      edges: Numbers,
      ...CalibrationBins,
      weeks: z
        .array(z.strictObject({ start: CalendarDate, rows: Count, observed: Count, expectedMicros: Count }))
        .max(520),
    })
    .nullable(),
  /** What the scores promise once they are calibrated: isotonic regression on the outcomes. There where the policy watches performance. */
  expectations: z
    .strictObject({
      /** Knots: a calibrated probability by score. */
      scores: Numbers,
      probabilities: Numbers,
      /** Complete weeks' mean squared error, as the calibration of the other weeks promised it and as it came. */
      weeks: z
        .array(z.strictObject({ start: CalendarDate, rows: Count, promised: z.number(), realised: z.number() }))
        .max(520),
    })
    .optional(),
})
export type Baseline = z.infer<typeof Baseline>

const ProfileColumn = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('numeric'),
    name: z.string().min(1).max(512),
    nulls: Counts,
    nonFinite: Counts,
    minimum: Finite,
    maximum: Finite,
    /** Σ z and Σ z² of z = (value − centre) / unit, rounded; values more than 2^15 scales away count as that far. */
    sum: Integer,
    squares: Integer,
    counts: z.array(Counts),
    atEdge: Counts,
  }),
  z.strictObject({
    kind: z.literal('categorical'),
    name: z.string().min(1).max(512),
    nulls: Counts,
    /** A row per day: the baseline's levels in their order, then all others. */
    counts: z.array(Counts),
  }),
  z.strictObject({ kind: z.literal('rate'), name: z.string().min(1).max(512), rows: Counts, events: Counts }),
])
export type ProfileColumn = z.infer<typeof ProfileColumn>

/** Counts of a period's rows by day on a baseline's edges: all that a drift decision is made from. Adds up over shards. */
export const DriftProfile = z.strictObject({
  period: Period,
  /** Days with rows, in order; every list of counts has one entry a day. */
  days: z.array(CalendarDate).max(10_000),
  rows: Counts,
  columns: z.array(ProfileColumn).max(2000),
  calibration: z.strictObject({ ...CalibrationBins, bins: z.strictObject(CalibrationBins) }).nullable(),
  /** Of a reference whose expectations are wanted: rows with a score and an outcome by day, in the bins of the prediction. Windows have none. */
  outcomes: z
    .strictObject({
      rows: z.array(Counts),
      observed: z.array(Counts),
      /** Sums of scores, of their squares and of squared errors in millionths, each rounded to one. */
      scoreMicros: z.array(Counts),
      squareMicros: z.array(Counts),
      lossMicros: Counts,
    })
    .optional(),
})
export type DriftProfile = z.infer<typeof DriftProfile>

export const DriftVerdict = z.enum(['pass', 'warn', 'fail', 'inconclusive'])
export type DriftVerdict = z.infer<typeof DriftVerdict>

/** One effect, judged. */
export const DriftResult = z.strictObject({
  column: z.string().min(1).max(512),
  family: DriftFamily,
  statistic: z.enum(['ks', 'tvd', 'rate', 'observed_expected']),
  verdict: DriftVerdict,
  /** A distance or absolute difference from 0 to 1; for calibration how far the ratio is outside what is tolerated. */
  effect: Finite,
  bounds: z.strictObject({ lower: Finite, upper: Finite, level: z.number() }),
  /** Of "nothing changed", and adjusted within its family. */
  p: Finite,
  q: Finite,
  limits: z.strictObject({ warn: z.number(), fail: z.number() }),
  rows: Count,
  blocks: Count,
  /** About how many more days or rows would settle it, if what was seen goes on. */
  needed: z.strictObject({ count: Count, unit: z.enum(['blocks', 'rows']) }).nullable(),
  /** Baseline's and window's mean, rate or ratio. */
  values: z.strictObject({ baseline: Finite, window: Finite }),
  /** Shown, not decided on. */
  shown: z.record(z.string().max(64), Finite),
  reason: z.string().max(2000),
})
export type DriftResult = z.infer<typeof DriftResult>

/** The monitor's verdict on one window, with everything needed to make it again. */
export const DriftCheck = z.strictObject({
  schema: z.literal('tidemark/drift/v1'),
  model: Name,
  /** Digest of (baseline, window's digest, policy). */
  id: Sha256,
  baseline: Sha256,
  /** What the window was counted from when it was first judged. */
  dataset: Sha256,
  modelDigest: Sha256.nullable(),
  window: Period.extend({
    /** Digest of `statistics`: the same counts are the same window. */
    digest: Sha256,
    rows: Count,
    blocks: Count,
  }),
  policy: MonitorPolicy,
  verdict: DriftVerdict,
  /** The verdict in one sentence. */
  reason: Text,
  results: z.array(DriftResult).max(5000),
  /** What could not be asked; it is no pass. */
  notJudged: z.array(z.strictObject({ id: z.string().max(600), reason: z.string().max(2000) })).max(5000),
  /** The largest upper bound of a window that passes: drift beyond it is ruled out, for each effect at the policy's confidence. */
  ruledOutAbove: z.number().optional(),
  statistics: DriftProfile,
})
export type DriftCheck = z.infer<typeof DriftCheck>
