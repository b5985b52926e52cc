import { z } from 'zod'
import { CalibrationBins } from './baseline.ts'
import { CalendarDate, Counts, Period } from './written-values.ts'

const Finite = z.number().nullable()
const Integer = z.string().regex(/^-?\d{1,60}$/, 'expected a whole number')

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
