export { evaluateGate, type GateDecision, type GateInput, type MetricValue, replayDecision } from './gate.ts'
export type { RuleResult } from './rule.ts'
export type { Holdout, Key, ScoredRows } from './scored-rows.ts'
export type { ClusterCounts, GateStatistics, Measured, MetricStatistics, Support } from './statistics.ts'
