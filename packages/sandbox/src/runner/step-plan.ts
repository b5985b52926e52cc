import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { MappingToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index'
import { type Action, loadAction } from './action-reference.ts'
import type { ArtifactScript } from './artifact-service.ts'
import type { Launch } from './child.ts'
import { evaluateText, type Scope } from './expression.ts'
import { parser } from './parser.ts'
import type { StepDetails } from './records.ts'
import { environment, gitVariables, inputsOf, type Planner, unexpectedInputs } from './step-environment.ts'
import { find, literal } from './workflow.ts'

/** A step that is going to run, whether the workflow's own or an action's `pre` and `post`. */
export interface StepPlan {
  phase: StepDetails['phase']
  id: string | null
  /** The step in the workflow file: `env`, `continue-on-error`, `timeout-minutes`. */
  token: MappingToken
  name(scope: Scope): string
  condition: TemplateToken | string | undefined
  /** GITHUB_ACTION. */
  action: string
  /** What GITHUB_STATE keeps between an action's phases. */
  state: Record<string, string>
  /** Says what to start; `variables` are those of files and commands. */
  launch(scope: Scope, variables: Readonly<Record<string, string>>): Promise<StepLaunch>
}

export interface StepLaunch extends Launch {
  /** Done by the artifact service instead of by a process. */
  service?: ArtifactScript | undefined
  /** Registered when the step has started. */
  post?: StepPlan
  warnings?: string[]
}

/** The job's steps with the `pre` of their actions first. Throws when an action cannot be found. */
export async function planSteps(planner: Planner): Promise<StepPlan[]> {
  const used = new Map<string, number>()
  const plans = await Promise.all(
    planner.definition.steps.map((token) => {
      const uses = find(token, 'uses')
      const name =
        uses === undefined
          ? '__run'
          : `__${String(literal(uses))
              .replace(/@.*$/, '')
              .replace(/[^\w-]+/g, '_')}`
      const before = used.get(name) ?? 0
      used.set(name, before + 1)
      const id = find(token, 'id')
      const action = id ? String(literal(id)) : before === 0 ? name : `${name}_${before + 1}`
      return uses === undefined
        ? [runPlan(planner, token, action)]
        : actionPlans(planner, token, action, String(literal(uses)))
    }),
  )
  const all = plans.flat()
  return [...all.filter(({ phase }) => phase === 'pre'), ...all.filter(({ phase }) => phase === 'main')]
}

function runPlan(planner: Planner, token: MappingToken, action: string): StepPlan {
  const { job, definition, workflow } = planner
  const setting = (key: string, scope: Scope) =>
    [find(token, key), find(definition.token, 'defaults', 'run', key), find(workflow.root, 'defaults', 'run', key)]
      .filter((each) => each !== undefined)
      .map((each) => evaluateText(each, scope))
      .find((value) => value !== '')
  return {
    ...common(token, action),
    name: nameOf(token, (scope) => evaluateText(find(token, 'run'), scope).trimStart().split('\n')[0] ?? ''),
    async launch(scope, variables) {
      const script = path.join(
        job.temp,
        `${action.replace(/[^\w-]/g, '_')}-${Object.keys(job.steps).length}-${job.details.steps.length}.sh`,
      )
      await writeFile(script, `${evaluateText(find(token, 'run'), scope)}\n`)
      return {
        ...shellOf(setting('shell', scope), script),
        cwd: path.resolve(job.workspace, setting('working-directory', scope) ?? '.'),
        env: environment(planner, scope, variables),
      }
    },
  }
}

function shellOf(shell: string | undefined, script: string): { command: string; args: string[] } {
  // Without `shell:` GitHub leaves pipefail off.
  if (shell === undefined) return { command: 'bash', args: ['-e', script] }
  if (shell === 'bash') return { command: 'bash', args: ['--noprofile', '--norc', '-eo', 'pipefail', script] }
  if (shell === 'sh') return { command: 'sh', args: ['-e', script] }
  throw new Error(`the sandbox runner does not support the shell '${shell}', only bash and sh`)
}

async function actionPlans(planner: Planner, token: MappingToken, name: string, uses: string): Promise<StepPlan[]> {
  // A local action exists only once the repository is checked out.
  const known = uses.startsWith('./')
    ? undefined
    : await loadAction(uses, planner.machine.actions, planner.job.workspace)
  if (known?.service) planner.machine.artifacts.warm()
  const state: Record<string, string> = {}
  const shared = { ...common(token, name), state }
  const title = nameOf(token, () => uses)
  const main: StepPlan = {
    ...shared,
    name: title,
    async launch(scope, variables) {
      const action = known ?? (await loadAction(uses, planner.machine.actions, planner.job.workspace))
      const { inputs, unexpected } = inputsOf(action, find(token, 'with'), scope)
      const launchOf = (script: string) => actionLaunch(planner, action, script, inputs, state)
      const post: StepPlan = {
        ...shared,
        phase: 'post',
        id: null,
        condition: action.postIf,
        name: (later) => `Post ${title(later)}`,
        launch: async (later, others) => launchOf(action.post ?? '')(later, others),
      }
      return {
        ...launchOf(action.main)(scope, variables),
        ...(action.post === undefined ? {} : { post }),
        warnings: unexpected.length === 0 ? [] : [unexpectedInputs(unexpected, action)],
      }
    },
  }
  if (known?.pre === undefined) return [main]
  const pre: StepPlan = {
    ...shared,
    phase: 'pre',
    id: null,
    condition: known.preIf,
    name: (scope) => `Pre ${title(scope)}`,
    launch: async (scope, variables) =>
      actionLaunch(
        planner,
        known,
        known.pre ?? '',
        inputsOf(known, find(token, 'with'), scope).inputs,
        state,
      )(scope, variables),
  }
  return [pre, main]
}

const actionLaunch =
  (planner: Planner, action: Action, script: string, inputs: Record<string, string>, state: Record<string, string>) =>
  (scope: Scope, variables: Readonly<Record<string, string>>): StepLaunch => {
    const own = {
      action_path: action.folder,
      action_repository: action.repository,
      action_ref: action.ref,
    }
    const states = Object.fromEntries(Object.entries(state).map(([key, value]) => [`STATE_${key}`, value]))
    const git = action.isBuiltIn ? gitVariables(planner, inputs) : {}
    return {
      service: action.service,
      command: planner.machine.node,
      args: [script],
      cwd: planner.job.workspace,
      env: environment(planner, scope, { ...variables, ...planner.resultsEnv, ...inputs, ...states, ...git }, own),
    }
  }

function common(token: MappingToken, action: string) {
  const id = find(token, 'id')
  return {
    phase: 'main' as const,
    id: id ? String(literal(id)) : null,
    token,
    condition: find(token, 'if'),
    action,
    state: {},
  }
}

const nameOf =
  (token: MappingToken, otherwise: (scope: Scope) => string) =>
  (scope: Scope): string => {
    const name = find(token, 'name')
    if (name && parser.isScalar(name)) return evaluateText(name, scope)
    return `Run ${otherwise(scope)}`
  }
