export { type ChannelReturn, returnChannel, rollBackEvents } from './channel-return.ts'
export {
  type ChannelState,
  isSettled,
  newestSettledSeq,
  readChannelState,
  readOutcome,
  settlementOf,
} from './channel-state.ts'
export { assertDriftEvidence, type DriftEvidence, type DriftReplay } from './drift/evidence.ts'
export { readNewestDrift } from './drift/newest.ts'
export { readBaselines, readDriftRecord } from './drift/record.ts'
export { recordDrift } from './drift/record-checks.ts'
export {
  checkedEvent,
  isBaselineOf,
  readBaselineVersion,
  readReferenceData,
  readReferenceFiles,
} from './drift/subject.ts'
export type { Evidence, Expected } from './evidence.ts'
export {
  type CommitPlan,
  commitPlan,
  listVersions,
  readChannel,
  readFact,
  readReferenced,
  readRollout,
  readVersion,
} from './facts.ts'
export { fileOfBytes } from './model-file.ts'
export { commentOnce } from './monitor/issue.ts'
export { nextMonitorStep, openIssue } from './monitor/plan.ts'
export { type MonitorRecord, readMonitorRecord } from './monitor/record.ts'
export { type MonitorResponse, respondToWindows } from './monitor/respond.ts'
export type { MonitorTelling } from './monitor/telling.ts'
export { type OverviewLimits, readOverview } from './overview/overview.ts'
export { assertPerformanceEvidence, type PerformanceReplay } from './performance/evidence.ts'
export {
  newestChecks,
  type PerformanceRecord,
  readPerformanceGround,
  readPerformanceRecord,
} from './performance/record.ts'
export { judgedOutcomesEvent, readServedVersion, recordPerformance } from './performance/record-checks.ts'
export { readPolicy } from './policy.ts'
export type * from './ports.ts'
export { settleMerged } from './production.ts'
export type { PromotionCheck } from './promotion-check.ts'
export { type Proposal, postStatus, proposePromotion } from './proposal.ts'
export { type CheckedChange, checkProposedChannels, type ProposedChange } from './proposed-channels.ts'
export {
  type Compared,
  compareLineages,
  type DataDifference,
  type Pair,
  type VersionDifference,
} from './queries/difference.ts'
export { type ModelSummary, summarizeModels, versionsOf } from './queries/models.ts'
export { RegistryView } from './queries/registry-view.ts'
export { checkField, checkFilter, matchesRun, sortRuns } from './queries/run-filter/match.ts'
export { parseFilter } from './queries/run-filter/parse.ts'
export { type RunSummary, readRuns } from './queries/runs.ts'
export { describeBump, readStory, type Story, type StoryEntry } from './queries/story.ts'
export { readCompared, traceVersion, type VersionTrace } from './queries/trace.ts'
export { readVersions, type VersionSummary } from './queries/versions.ts'
export { askChannel, type ChannelAnswer, channelsOf } from './queries/which.ts'
export { createEvent, type Registration, registerModel } from './registration.ts'
export { downloadModel, downloadParts } from './release.ts'
export { planRepair, type RepairPlan } from './repair/plan.ts'
export { repairRegistry } from './repair/repair.ts'
export type { Repaired } from './repair/result.ts'
export { describeStep, type RepairStep } from './repair/step.ts'
export { settleAtOnce } from './rollback/at-once.ts'
export {
  type MonitorRollback,
  type MonitorRollbackPlan,
  planMonitorRollback,
  rollBackByMonitor,
} from './rollback/by-monitor.ts'
export type { JudgedWindows } from './rollback/grounds.ts'
export { readRollbackPage } from './rollback/page.ts'
export { type DueRollback, planRollback, type RollbackRequest } from './rollback/plan.ts'
export { proposeRollback } from './rollback/propose.ts'
export { recordRequest, rollbackIntent } from './rollback/request.ts'
export { listChannels, type Settlement, settlePromotions } from './settlement.ts'
export { keepComment } from './sticky-comment.ts'
export { type Verification, type VerificationProblem, verifyRegistry } from './verification.ts'
