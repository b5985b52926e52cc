import type { WorkflowTrigger } from '../host.ts'
import { record, text } from './event-filter.ts'
import type { Machine } from './machine.ts'
import type { RunDetails } from './records.ts'
import type { Workflow } from './workflow.ts'

export type GitHubContext = Readonly<Record<string, unknown>>

/** The `github` context of a run, without what belongs to a job or a step. */
export function githubContext(
  machine: Machine,
  run: RunDetails,
  trigger: WorkflowTrigger,
  workflow: Workflow,
  workflowSha: string,
): GitHubContext {
  const { payload, ref, sha } = trigger
  const pull = record(payload.pull_request)
  const repository = record(payload.repository)
  const [owner = ''] = trigger.repository.split('/')
  const identifier = (value: unknown) => (typeof value === 'number' ? String(value) : '0')
  return {
    actor: trigger.actor,
    actor_id: identifier(record(payload.sender).id),
    triggering_actor: trigger.actor,
    api_url: machine.host.apiUrl,
    server_url: machine.host.serverUrl,
    graphql_url: `${machine.host.apiUrl}/graphql`,
    base_ref: text(record(pull.base).ref),
    head_ref: text(record(pull.head).ref),
    event: payload,
    event_name: trigger.event,
    ref,
    ref_name: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
    repository: trigger.repository,
    repository_id: identifier(repository.id),
    repository_owner: owner,
    repository_owner_id: identifier(record(repository.owner).id),
    repositoryUrl: `git://github.com/${trigger.repository}.git`,
    retention_days: '90',
    run_id: String(run.id),
    run_number: String(run.runNumber),
    run_attempt: String(run.runAttempt),
    secret_source: 'Actions',
    sha,
    workflow: run.name,
    workflow_ref: `${trigger.repository}/${workflow.path}@${ref}`,
    workflow_sha: workflowSha,
  }
}

const exported = [
  'actor',
  'actor_id',
  'triggering_actor',
  'api_url',
  'server_url',
  'graphql_url',
  'base_ref',
  'head_ref',
  'event_name',
  'event_path',
  'job',
  'ref',
  'ref_name',
  'ref_type',
  'ref_protected',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'retention_days',
  'run_id',
  'run_number',
  'run_attempt',
  'sha',
  'workflow',
  'workflow_ref',
  'workflow_sha',
  'workspace',
  'action',
  'action_path',
  'action_repository',
  'action_ref',
]

/** The `GITHUB_*` variables that a context gives a process; the token is never one of them. */
export const githubVariables = (github: GitHubContext): Record<string, string> =>
  Object.fromEntries(
    exported.flatMap((key) => {
      const value = github[key]
      return typeof value === 'string' ? [[`GITHUB_${key.toUpperCase()}`, value]] : []
    }),
  )
