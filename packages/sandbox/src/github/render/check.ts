import type { JobRecord, RunRecord } from '../../host.ts'
import type { CheckRun, Repository, Status } from '../entities.ts'
import type { World } from '../world.ts'
import { nodeId, renderUser, repoHtml, repoUrl } from './identity.ts'
import { renderRepository } from './repository.ts'

export function renderStatus(world: World, repository: Repository, status: Status) {
  return {
    url: `${repoUrl(world, repository)}/statuses/${status.sha}`,
    avatar_url: renderUser(world, status.creator).avatar_url,
    id: status.id,
    node_id: nodeId('SC', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  }
}

export function renderCheckRun(world: World, repository: Repository, run: CheckRun) {
  const url = `${repoUrl(world, repository)}/check-runs/${run.id}`
  const html = `${repoHtml(world, repository)}/runs/${run.id}`
  return {
    id: run.id,
    node_id: nodeId('CR', run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: html,
    details_url: run.detailsUrl ?? html,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.output.title,
      summary: run.output.summary,
      text: run.output.text,
      annotations_count: run.output.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    name: run.name,
    check_suite: { id: run.id },
    app: renderApp(world, run.app),
    pull_requests: [],
  }
}

/** `integration`: the app behind a bot's login. */
function renderApp(world: World, login: string) {
  const slug = login.replace(/\[bot\]$/, '')
  return {
    id: world.user(login).id,
    slug,
    node_id: nodeId('A', slug),
    owner: renderUser(world, login),
    name: slug,
    description: null,
    external_url: world.serverUrl,
    html_url: `${world.serverUrl}/apps/${slug}`,
    created_at: world.user(login).createdAt,
    updated_at: world.user(login).createdAt,
    permissions: {},
    events: [],
  }
}

/** `workflow-run`. */
export async function renderRun(world: World, repository: Repository, run: RunRecord) {
  const url = `${repoUrl(world, repository)}/actions/runs/${run.id}`
  const commit = await repository.git.commit(run.headSha)
  const { permissions: _, ...minimal } = renderRepository(world, repository, null)
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('WFR', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.workflowPath,
    display_title: commit?.message.split('\n')[0] ?? run.name,
    run_number: run.runNumber,
    run_attempt: run.runAttempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: workflowId(run.workflowPath),
    check_suite_id: run.id,
    url,
    html_url: `${repoHtml(world, repository)}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    run_started_at: run.createdAt,
    actor: renderUser(world, run.actor),
    triggering_actor: renderUser(world, run.actor),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repoUrl(world, repository)}/check-suites/${run.id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${repoUrl(world, repository)}/actions/workflows/${workflowId(run.workflowPath)}`,
    head_commit: commit && {
      id: commit.sha,
      tree_id: commit.tree,
      message: commit.message,
      timestamp: commit.committer.date,
      author: { name: commit.author.name, email: commit.author.email },
      committer: { name: commit.committer.name, email: commit.committer.email },
    },
    repository: minimal,
    head_repository: minimal,
  }
}

export function renderJob(world: World, repository: Repository, run: RunRecord, job: JobRecord) {
  const url = repoUrl(world, repository)
  return {
    id: job.id,
    run_id: run.id,
    run_url: `${url}/actions/runs/${run.id}`,
    run_attempt: run.runAttempt,
    node_id: nodeId('J', job.id),
    head_sha: run.headSha,
    head_branch: run.headBranch,
    workflow_name: run.name,
    url: `${url}/actions/jobs/${job.id}`,
    html_url: `${repoHtml(world, repository)}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.startedAt ?? run.createdAt,
    started_at: job.startedAt ?? run.createdAt,
    completed_at: job.completedAt,
    name: job.name,
    steps: [],
    check_run_url: `${url}/check-runs/${job.id}`,
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'sandbox',
    runner_group_id: 1,
    runner_group_name: 'Default',
  }
}

/** Workflows have numeric ids on GitHub; here one is made from the file's path. */
export function workflowId(path: string): number {
  let hash = 7
  for (const char of path) hash = (hash * 31 + char.charCodeAt(0)) % 100_000_000
  return hash
}
