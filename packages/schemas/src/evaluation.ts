import { z } from 'zod'
import { Verdict } from './facts.ts'
import { Name, Sha256, Version } from './names.ts'

export const metricNames = ['roc_auc', 'log_loss', 'brier', 'ece'] as const
export const MetricName = z.enum(metricNames)
export type MetricName = z.infer<typeof MetricName>

/** How one metric is judged. `margin` is in the metric's unit, `marginRelative` a share of the champion's value. */
export const MetricRule = z
  .strictObject({
    id: MetricName,
    mode: z.enum(['non_inferior', 'superior', 'not_worse', 'absolute']),
    margin: z.number().min(0).optional(),
    marginRelative: z.number().min(0).max(1).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .refine(
    (rule) => rule.margin === undefined || rule.marginRelative === undefined,
    'give margin or marginRelative, not both',
  )
  .refine(
    (rule) => rule.mode !== 'absolute' || rule.min !== undefined || rule.max !== undefined,
    'mode absolute needs min or max',
  )
  .refine(
    (rule) =>
      (rule.mode !== 'non_inferior' && rule.mode !== 'not_worse') ||
      rule.margin !== undefined ||
      rule.marginRelative !== undefined,
    'this mode needs margin or marginRelative',
  )
export type MetricRule = z.infer<typeof MetricRule>

/** The gate's part of model.yaml. Its canonical digest is recorded with every decision. */
export const GatePolicy = z.strictObject({
  /** The column whose values are independent units (day, query, user), or `none` with the reason why rows are. */
  cluster: z.union([z.string().min(1).max(200), z.strictObject({ none: z.string().min(10).max(1000) })]),
  confidence: z.number().gt(0.5).lt(1).default(0.95),
  minRows: z.int().min(1).default(300),
  minClusters: z.int().min(2).default(10),
  metrics: z.array(MetricRule).min(1).max(50),
  budgets: z
    .strictObject({ sizeBytes: z.int().positive().optional(), latencyP95Ms: z.number().positive().optional() })
    .optional(),
})
export type GatePolicy = z.infer<typeof GatePolicy>

const Finite = z.number().nullable()
const Count = z.int().min(0)

/** A metric's value with one-sided bounds, each at the policy's confidence. */
export const MetricValue = z.strictObject({ value: Finite, lower: Finite, upper: Finite, standardError: Finite })
export type MetricValue = z.infer<typeof MetricValue>

/** One requirement of the policy, judged. */
export const RuleResult = z.strictObject({
  id: z.string().max(200),
  metric: MetricName.nullable(),
  mode: z.enum(['non_inferior', 'superior', 'not_worse', 'absolute', 'budget']),
  verdict: Verdict,
  challenger: Finite,
  champion: Finite,
  /** Improvement over the champion: positive is better, whatever the metric. */
  difference: Finite,
  /** Of the difference, or of the challenger's value where mode is absolute. */
  bounds: z.strictObject({ lower: Finite, upper: Finite, level: z.number() }),
  standardError: Finite,
  limit: Finite,
  rows: Count,
  clusters: Count,
  /** How many more clusters would settle an inconclusive rule, if the estimate stayed. */
  clustersNeeded: Finite,
  reason: z.string().max(2000),
})
export type RuleResult = z.infer<typeof RuleResult>

/** A gate's decision with everything needed to make it again. */
export const Evaluation = z.strictObject({
  schema: z.literal('tidemark/evaluation/v1'),
  model: Name,
  /** Digest of (challenger, champion, holdout, policy, verdict). */
  id: Sha256,
  run: Sha256,
  /** Null is what was not measured: the size of a container image, the latency of a model that a command scores. */
  challenger: z.strictObject({ modelDigest: Sha256, sizeBytes: Count.nullable(), latencyP95Ms: Finite }),
  champion: z.strictObject({ modelDigest: Sha256, version: Version }).nullable(),
  holdout: z.strictObject({ dataset: Sha256, validation: Sha256, features: Sha256, rows: Count, acceptedRows: Count }),
  policyDigest: Sha256,
  verdict: Verdict,
  /** The verdict in one sentence. */
  reason: z.string().max(2000),
  rules: z.array(RuleResult).max(200),
  /** Requirements that could not be asked; they are no pass. */
  notJudged: z.array(z.strictObject({ id: z.string().max(200), reason: z.string().max(2000) })).max(200),
  metrics: z.record(MetricName, z.strictObject({ challenger: MetricValue, champion: MetricValue.nullable() })),
  /** What `replayDecision` of the evaluation package decides from. */
  statistics: z.json(),
})
export type Evaluation = z.infer<typeof Evaluation>
