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
