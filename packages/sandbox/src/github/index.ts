export type { RequestRecord, Unexpected } from './api.ts'
export type { Fault, FaultKind } from './faults.ts'
export type { RepositoryOptions, SandboxGitHub } from './sandbox-github.ts'
export { type GitHubOptions, startGitHub } from './start-github.ts'
