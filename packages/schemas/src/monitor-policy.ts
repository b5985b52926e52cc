import { z } from 'zod'
import { Version } from './names.ts'
import { PerformancePolicy } from './performance.ts'
import { RollbackRule } from './rollback-rule.ts'

/** The rows that a column is of, where it is not of all. */
export const Segment = z.strictObject({ column: z.string().min(1).max(200), value: z.string().min(1).max(100) })
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
