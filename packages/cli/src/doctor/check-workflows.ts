import type { ModelPolicy } from '@tidemark/schemas'
import { type ActionUse, actionUses } from './action-needs.ts'
import { change, type Examined, type Finding, fine, given, unknown } from './finding.ts'
import type { ReadWorkflow, WorkflowJob } from './workflow-file.ts'

const levels = ['none', 'read', 'write']

interface Place {
  readonly workflow: ReadWorkflow
  readonly job: WorkflowJob
}

/** The workflows that are there: whether every action has its place, its events and its permissions, and none has too many. */
export function checkWorkflows(
  { settings }: Examined,
  workflows: readonly ReadWorkflow[],
  policies: readonly ModelPolicy[],
): Finding[] {
  const byDefault = 'value' in settings.workflowToken ? settings.workflowToken.value.access : null
  return [
    ...actionUses
      .filter((use) => isWanted(use, policies, workflows))
      .map((use) => withNeedsOf(use, policies))
      .flatMap((use) => checkUse(use, placesOf(use, workflows), byDefault, settings.defaultBranch)),
    ...workflows.flatMap((workflow) => checkHeads(workflow)),
    ...checkRetraining(workflows, policies),
    ...checkStates(settings),
    ...checkEnvironments(settings, workflows),
  ]
}

function isWanted(
  { wantedBy }: ActionUse,
  policies: readonly ModelPolicy[],
  workflows: readonly ReadWorkflow[],
): boolean {
  if (wantedBy === 'every model') return true
  if (wantedBy !== 'shards') return policies.some((policy) => policy[wantedBy] !== undefined)
  return actionUses.some((use) => use.wantedBy === 'shards' && placesOf(use, workflows).length > 0)
}

/** With what some model's policy makes it do besides. */
function withNeedsOf(use: ActionUse, policies: readonly ModelPolicy[]): ActionUse {
  const { besides } = use
  if (besides === undefined || !policies.some(besides.isWantedBy)) return use
  return { ...use, permissions: { ...use.permissions, ...besides.permissions } }
}

function placesOf(use: ActionUse, workflows: readonly ReadWorkflow[]): Place[] {
  return workflows.flatMap((workflow) =>
    workflow.jobs.filter((job) => job.steps.some((step) => isUse(use, step))).map((job) => ({ workflow, job })),
  )
}

function isUse({ action, mode }: ActionUse, { uses, with: inputs }: WorkflowJob['steps'][number]): boolean {
  return new RegExp(`(^|/)actions/${action}(@|$)`).test(uses ?? '') && (mode === undefined || inputs.mode === mode)
}

const nameOf = ({ action, mode }: ActionUse): string => (mode === undefined ? action : `${action} (mode ${mode})`)

function checkUse(
  use: ActionUse,
  places: readonly Place[],
  byDefault: 'read' | 'write' | null,
  defaultBranch: string,
): Finding[] {
  const id = `workflows.${use.action}${use.mode === undefined ? '' : `.${use.mode}`}`
  if (places.length === 0) {
    return [
      change(id, `No workflow uses ${nameOf(use)}: ${use.without}`, {
        detail: 'Add it; `tidemark init` writes workflows that are complete, and leaves those alone that exist.',
      }),
    ]
  }
  const found = [
    ...places.flatMap((place) => checkPlace(use, place, byDefault)),
    ...checkEvents(use, places, defaultBranch),
  ]
  if (found.length > 0) return found.map((finding) => ({ ...finding, id }))
  return [fine(id, `${nameOf(use)} has what it needs in ${[...new Set(places.map(at))].join(', ')}`)]
}

const at = ({ workflow, job }: Place): string => `${workflow.path} (job ${job.id})`

function checkPlace(use: ActionUse, place: Place, byDefault: 'read' | 'write' | null): Finding[] {
  const { job } = place
  const found: Finding[] = []
  const lacking = Object.entries(use.permissions).filter(([scope, access]) => !allows(job, scope, access, byDefault))
  if (lacking.length > 0 && job.permissions === null && byDefault === null) {
    found.push(
      unknown(
        '',
        `the permissions of ${at(place)}`,
        'Neither the job nor the workflow says them, and the repository’s default is hidden. Write them into the job.',
      ),
    )
  } else if (lacking.length > 0) {
    const lines = lacking.map(([scope, access]) => `${scope}: ${access}`).join(', ')
    found.push(
      change('', `${at(place)} lacks ${lines} for ${nameOf(use)}`, { detail: `Add ${lines} to its permissions.` }),
    )
  }
  const excess = use.runsTeamsCode ? writable(job, byDefault) : []
  if (excess.length > 0) {
    found.push(
      change('', `${at(place)} runs the team’s code with a token that may write ${excess.join(', ')}`, {
        detail:
          'A query, a training or a model could change the registry. Give this job contents: read, and write in another one.',
      }),
    )
  }
  const writes = Object.values(use.permissions).includes('write') && use.mode !== 'check'
  if (writes && job.concurrency?.cancels) {
    found.push(
      change('', `${at(place)} is cancelled by the next run while it writes`, {
        detail: 'What is half done is finished by a later run, but only then. Set cancel-in-progress: false.',
      }),
    )
  }
  return found
}

function allows(
  job: WorkflowJob,
  scope: string,
  access: 'read' | 'write',
  byDefault: 'read' | 'write' | null,
): boolean {
  return levels.indexOf(accessOf(job, scope, byDefault)) >= levels.indexOf(access)
}

function accessOf({ permissions }: WorkflowJob, scope: string, byDefault: 'read' | 'write' | null): string {
  if (permissions === 'write-all') return 'write'
  if (permissions === 'read-all') return 'read'
  if (permissions !== null) return permissions[scope] ?? 'none'
  // The restricted default reads contents and packages; the permissive one writes everything that matters here.
  if (byDefault === 'write') return 'write'
  return byDefault === 'read' && scope === 'contents' ? 'read' : 'none'
}

function writable(job: WorkflowJob, byDefault: 'read' | 'write' | null): string[] {
  const { permissions } = job
  if (permissions === 'write-all' || (permissions === null && byDefault === 'write')) return ['everything']
  if (permissions === null || permissions === 'read-all') return []
  return Object.entries(permissions).flatMap(([scope, access]) => (access === 'write' ? [scope] : []))
}

function checkEvents(use: ActionUse, places: readonly Place[], defaultBranch: string): Finding[] {
  const events = places.flatMap(({ workflow }) => Object.entries(workflow.events))
  const where = [...new Set(places.map(({ workflow }) => workflow.path))].join(', ')
  if (use.mode === 'check') return checkPullEvents(use, places, where)
  if (!events.some(([event]) => use.events.includes(event))) {
    return [
      change('', `${where} starts ${nameOf(use)} on ${events.map(([event]) => event).join(', ') || 'nothing'}`, {
        detail: `It needs one of ${use.events.join(', ')}.`,
      }),
    ]
  }
  const pushes = events.flatMap(([event, filter]) => (event === 'push' ? [filter] : []))
  const others = events.some(([event]) => event !== 'push' && use.events.includes(event))
  const misses = pushes.every(
    (filter) =>
      filter?.branches !== undefined && !filter.branches.some((name) => name === defaultBranch || name.includes('*')),
  )
  if (pushes.length === 0 || others || !misses) return []
  return [
    change('', `${where} does not run ${nameOf(use)} on pushes to ${defaultBranch}`, {
      detail: `Name ${defaultBranch} under on.push.branches.`,
    }),
  ]
}

function checkPullEvents(use: ActionUse, places: readonly Place[], where: string): Finding[] {
  const targets = places.flatMap(({ workflow }) =>
    'pull_request_target' in workflow.events ? [workflow.events.pull_request_target] : [],
  )
  if (targets.length === 0) {
    const isUnsafe = places.some(({ workflow }) => 'pull_request' in workflow.events)
    return [
      change('', `${where} does not start ${nameOf(use)} on pull_request_target`, {
        detail: `${isUnsafe ? 'pull_request takes the workflow from the head, which could change its own check. ' : ''}Use pull_request_target with types opened, synchronize, reopened, edited; nothing of the head is checked out.`,
      }),
    ]
  }
  const wanted = ['opened', 'synchronize', 'reopened']
  const found: Finding[] = []
  if (!targets.some((filter) => filter?.types === undefined || wanted.every((type) => filter?.types?.includes(type)))) {
    found.push(
      change('', `${where} misses some of ${wanted.join(', ')}`, {
        detail: 'Name them under pull_request_target.types, or leave types out.',
      }),
    )
  }
  if (targets.every((filter) => filter?.paths !== undefined)) {
    found.push(
      change('', `${where} checks pull requests of some paths only`, {
        detail:
          'A required status never comes for the others. Leave paths out: a pull request without a channel in it passes at once.',
      }),
    )
  }
  return found
}

/** A checkout of the head in pull_request_target runs a stranger’s code with the repository’s token. */
function checkHeads({ path, events, jobs }: ReadWorkflow): Finding[] {
  if (!('pull_request_target' in events)) return []
  const checksOut = jobs.filter(({ steps }) =>
    steps.some(
      ({ uses, with: inputs }) => /^actions\/checkout@/.test(uses ?? '') && /head/i.test(`${inputs.ref ?? ''}`),
    ),
  )
  return checksOut.map(({ id }) =>
    change(`workflows.head.${id}`, `${path} (job ${id}) checks out a pull request’s head in pull_request_target`, {
      detail:
        'Anybody’s pull request could run code with this repository’s token. Take the checkout out, or use pull_request.',
    }),
  )
}

function checkRetraining(workflows: readonly ReadWorkflow[], policies: readonly ModelPolicy[]): Finding[] {
  return policies.flatMap(({ model, monitor }) => {
    const name = monitor?.retrain?.workflow
    if (name === undefined) return []
    const id = `workflows.retrain.${model}`
    const workflow = workflows.find(({ path }) => path === `.github/workflows/${name}`)
    const dispatch = workflow?.events.workflow_dispatch
    if (workflow && 'workflow_dispatch' in workflow.events && dispatch?.inputs && 'model' in dispatch.inputs) {
      return [fine(id, `Drift of ${model} can start ${name}`)]
    }
    const what = workflow ? `${name} has no workflow_dispatch with an input model` : `${name} is not there`
    return [
      change(id, `Drift of ${model} cannot start a retraining: ${what}`, {
        detail:
          'drift-report dispatches it with the input model. Add the trigger, or change monitor.retrain in model.yaml.',
      }),
    ]
  })
}

function checkStates({ workflows, repository, webUrl }: Examined['settings']): Finding[] {
  const listed = 'value' in workflows ? workflows.value : []
  return listed
    .filter(({ state }) => state !== 'active')
    .map(({ id, path, state }) => {
      const why =
        state === 'disabled_inactivity' ? 'GitHub switches schedules off after 60 days without activity' : state
      return change(`workflows.state.${path}`, `${path} is switched off (${why})`, {
        detail: 'It does not run. Switch it on.',
        calls: [{ method: 'PUT', path: `repos/${repository}/actions/workflows/${id}/enable` }],
        url: `${webUrl}/actions`,
      })
    })
}

function checkEnvironments(
  { environments, webUrl }: Examined['settings'],
  workflows: readonly ReadWorkflow[],
): Finding[] {
  const named = [...new Set(workflows.flatMap(({ jobs }) => jobs.flatMap(({ environment }) => environment ?? [])))]
  const constant = named.filter((name) => !name.includes('${{'))
  if (constant.length === 0) return []
  const url = `${webUrl}/settings/environments`
  return given(environments, { id: 'environments', what: 'the environments that workflows name', url }, (existing) => {
    const missing = constant.filter((name) => !existing.some((each) => each.toLowerCase() === name.toLowerCase()))
    if (missing.length === 0) return [fine('environments', `The environments ${constant.join(', ')} are there`)]
    return [
      change('environments', `Workflows name environments that are not there: ${missing.join(', ')}`, {
        detail: 'GitHub makes them at the first run, without reviewers, secrets or rules. Make them before.',
        url,
      }),
    ]
  })
}
