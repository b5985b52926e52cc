import { z } from 'zod'
import { Segment } from './monitor-policy.ts'
import { Name, Sha256 } from './names.ts'
import { CalendarDate, Counts, Numbers, Period, readNumbers } from './written-values.ts'

const Count = z.int().min(0)
const Finite = z.number().nullable()

const ColumnFamily = z.enum(['features', 'predictions', 'labels'])

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

/** Outcomes by bin of the score. */
export const CalibrationBins = {
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
