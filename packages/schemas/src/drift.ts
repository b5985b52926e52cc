import { z } from 'zod'
import { DriftProfile } from './drift-profile.ts'
import { MonitorPolicy } from './monitor-policy.ts'
import { Name, Sha256 } from './names.ts'
import { Period } from './written-values.ts'

const Count = z.int().min(0)
const Finite = z.number().nullable()
const Text = z.string().max(4096)

export const driftFamilies = ['predictions', 'labels', 'calibration', 'features', 'nulls'] as const
export const DriftFamily = z.enum(driftFamilies)
export type DriftFamily = z.infer<typeof DriftFamily>

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
