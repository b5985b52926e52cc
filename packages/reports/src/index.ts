export { causeInWords } from './cause.ts'
export { type PromotionCheck, renderCheck } from './check.ts'
export type { DatasetChange, DatasetSummary } from './column-change.ts'
export { type ReportedContractChange, renderContractChange } from './contract-change.ts'
export { renderContractDrift } from './contract-drift.ts'
export { dataCommentMarker, renderDataChange, renderDataComment } from './data-change.ts'
export { renderDrift } from './drift.ts'
export { type DriftAlert, describeDriftAlert } from './drift-alert.ts'
export { driftIssueTitle, driftMarker, renderDriftEnd, renderDriftIssue, renderDriftWindows } from './drift-issue.ts'
export { type DriftPage, renderDriftPage } from './drift-page/drift-page.ts'
export { renderDriftTrends } from './drift-trend.ts'
export { codeSpan, escapeHtml, escapeMarkdown, mermaidLabel } from './escape.ts'
export { type Finding, findingsOfChecks, findingsOfDrift, type Place } from './exchange/finding.ts'
export { renderJUnit } from './exchange/junit.ts'
export { renderSarif } from './exchange/sarif.ts'
export { formatMilliseconds, formatQuantity, formatSize, formatWeight } from './format.ts'
export { renderGate } from './gate.ts'
export { type PageOptions, renderPage } from './page/page.ts'
export {
  type OutcomesSeen,
  performanceIssueTitle,
  performanceMarker,
  renderPerformance,
  renderPerformanceEnd,
  renderPerformanceIssue,
} from './performance.ts'
export { type Promotion, promotionMarker, renderPromotion } from './promotion.ts'
export { type Registration, renderRegistration } from './registration.ts'
export { renderReturn, renderRollback, renderRollbackOutcome } from './rollback.ts'
export { type RolloutReport, renderChannelReturn, renderRollout } from './rollout.ts'
export { renderSettlement, type Settlement } from './settlement.ts'
export { summaryLine } from './summary-line.ts'
export { renderTraining } from './training.ts'
export { renderValidation, type ValidatedDataset } from './validation.ts'
export type { CheckedDataset } from './validation-page/checks.ts'
export type { DescribedObject } from './validation-page/columns.ts'
export { renderValidationPage, type ValidationPage } from './validation-page/validation-page.ts'
export { renderVerification, type Verification } from './verification.ts'
