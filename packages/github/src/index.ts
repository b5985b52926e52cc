export { CloneLedger } from './clone-ledger.ts'
export { connectComments } from './connect-comments.ts'
export { type FetchedLedger, fetchLedger } from './fetched-ledger.ts'
export { readSettings, type SettingsQuestion } from './github-settings.ts'
export { connectTelemetry, type GitHubTelemetry } from './github-telemetry.ts'
export { readLogin } from './login.ts'
export { connectRegistry, openRegistry, type RegistryOptions } from './registry.ts'
export type {
  Answer,
  BranchRule,
  ProtectionSettings,
  RepositorySettings,
  RulesetSettings,
  TextFile,
} from './settings.ts'
export { type GitHubVerification, verifyGitHubRegistry } from './verification.ts'
