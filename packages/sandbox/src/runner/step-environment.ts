import path from 'node:path'
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index'
import type { Action } from './action-reference.ts'
import { evaluateTexts, type Scope } from './expression.ts'
import { githubVariables } from './github-context.ts'
import type { JobState } from './job-state.ts'
import type { Machine } from './machine.ts'
import type { Workflow, WorkflowJob } from './workflow.ts'

/** What steps are planned and started with. */
export interface Planner {
  machine: Machine
  job: JobState
  workflow: Workflow
  definition: WorkflowJob
  /** ACTIONS_*: only actions get them. */
  resultsEnv: Readonly<Record<string, string>>
}

/** The clean environment of a step, in GitHub's order: the job's and step's `env`, then what the runner itself sets. */
export function environment(
  { machine, job }: Planner,
  scope: Scope,
  variables: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const { runner } = scope.contexts as { runner: Record<string, string> }
  const github = scope.contexts.github as Record<string, unknown>
  const env = scope.contexts.env as Record<string, string>
  return {
    LANG: 'C.UTF-8',
    HOME: job.home,
    ...machine.env,
    ...env,
    PATH: [...job.path, env.PATH ?? machine.path].join(path.delimiter),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    ...githubVariables({ ...github, ...own }),
    ...Object.fromEntries(
      Object.entries(runner)
        .filter(([, value]) => value !== '')
        .map(([key, value]) => [`RUNNER_${key.toUpperCase()}`, value]),
    ),
    RUNNER_TRACKING_ID: job.trackingId,
    ...variables,
  }
}

/** `INPUT_<NAME>`: upper case, spaces to `_`, hyphens kept; every declared input is set, to the empty text without a value. */
export function inputsOf(action: Action, token: TemplateToken | undefined, scope: Scope) {
  const variable = (name: string) => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
  const defaults = Object.entries(action.inputs).map(([name, value]) => [variable(name), value(scope)] as const)
  const given = Object.entries(evaluateTexts(token, scope))
  const declared = new Set(Object.keys(action.inputs).map((name) => name.toLowerCase()))
  return {
    inputs: Object.fromEntries([...defaults, ...given.map(([name, value]) => [variable(name), value] as const)]),
    unexpected: given.map(([name]) => name).filter((name) => !declared.has(name.toLowerCase())),
  }
}

/** The runner's warning for inputs that action.yml does not have. */
export const unexpectedInputs = (names: readonly string[], action: Action): string =>
  `Unexpected input(s) '${names.join("', '")}', valid inputs are ['${Object.keys(action.inputs).join("', '")}']`

/** Where git is, which stays unknown to every action but the equivalent of actions/checkout. */
export function gitVariables(
  { machine, job }: Planner,
  inputs: Readonly<Record<string, string>>,
): Record<string, string> {
  const repository = inputs.INPUT_REPOSITORY || String(job.contexts.github.repository)
  return { SANDBOX_GIT_URL: machine.host.gitUrl(repository) }
}
