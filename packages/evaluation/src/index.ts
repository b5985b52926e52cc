export { evaluateGate, type GateDecision, type GateInput } from './gate.ts'
export { assertReplays, findReplayProblem } from './replay.ts'
export type { Holdout, Key, ScoredRows } from './scored-rows.ts'
export type { ClusterCounts, GateStatistics, Measured, MetricStatistics, Support } from './statistics.ts'
