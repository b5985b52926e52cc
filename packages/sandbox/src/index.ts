export {
  type Fault,
  type FaultKind,
  type GitHubOptions,
  type RepositoryOptions,
  type RequestRecord,
  type SandboxGitHub,
  startGitHub,
  type Unexpected,
} from './github/index.ts'
export {
  type Annotation,
  type JobDetails,
  type RunDetails,
  type Runner,
  type RunnerEvent,
  type RunnerOptions,
  type StepDetails,
  startRunner,
} from './runner/index.ts'
