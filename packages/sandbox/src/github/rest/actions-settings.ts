import { ApiError } from '../api-error.ts'
import type { ActionsPolicy } from '../entities.ts'
import { workflowId } from '../render/check.ts'
import { escapePath, nodeId, repoHtml, repoUrl } from '../render/identity.ts'
import { bodyOf, type RepositoryCall, type Routes } from './route.ts'

interface Selected {
  github_owned_allowed?: boolean
  verified_allowed?: boolean
  patterns_allowed?: string[]
}

/** What a repository's settings say of Actions: whether they run, which, with which token, and what there is to run. */
export const actionsSettingsRoutes: Routes = {
  'actions/get-github-actions-default-workflow-permissions-repository': {
    needs: ['administration', 'read'],
    role: 'admin',
    handle({ repository }) {
      return {
        status: 200,
        json: {
          default_workflow_permissions: repository.defaultWorkflowPermissions,
          can_approve_pull_request_reviews: repository.actionsMayCreatePulls,
        },
      }
    },
  },
  'actions/set-github-actions-default-workflow-permissions-repository': {
    needs: ['administration', 'write'],
    role: 'admin',
    handle(call) {
      const body = bodyOf<{
        default_workflow_permissions?: 'read' | 'write'
        can_approve_pull_request_reviews?: boolean
      }>(call)
      const { repository } = call
      repository.defaultWorkflowPermissions = body.default_workflow_permissions ?? repository.defaultWorkflowPermissions
      repository.actionsMayCreatePulls = body.can_approve_pull_request_reviews ?? repository.actionsMayCreatePulls
      return { status: 204 }
    },
  },
  'actions/get-github-actions-permissions-repository': {
    needs: ['administration', 'read'],
    role: 'admin',
    handle({ world, repository }) {
      const { enabled, allowed, shaPinningRequired } = repository.actions
      const selected = `${repoUrl(world, repository)}/actions/permissions/selected-actions`
      return {
        status: 200,
        json: {
          enabled,
          ...(enabled ? { allowed_actions: allowed, sha_pinning_required: shaPinningRequired } : {}),
          ...(enabled && allowed === 'selected' ? { selected_actions_url: selected } : {}),
        },
      }
    },
  },
  'actions/set-github-actions-permissions-repository': {
    needs: ['administration', 'write'],
    role: 'admin',
    handle(call) {
      const body = bodyOf<{
        enabled: boolean
        allowed_actions?: ActionsPolicy['allowed']
        sha_pinning_required?: boolean
      }>(call)
      const { actions } = call.repository
      actions.enabled = body.enabled
      actions.allowed = body.allowed_actions ?? actions.allowed
      actions.shaPinningRequired = body.sha_pinning_required ?? actions.shaPinningRequired
      return { status: 204 }
    },
  },
  'actions/get-allowed-actions-repository': {
    needs: ['administration', 'read'],
    role: 'admin',
    handle(call) {
      const { githubOwned, verified, patterns } = selectedOf(call)
      return {
        status: 200,
        json: { github_owned_allowed: githubOwned, verified_allowed: verified, patterns_allowed: patterns },
      }
    },
  },
  'actions/set-allowed-actions-repository': {
    needs: ['administration', 'write'],
    role: 'admin',
    handle(call) {
      const body = bodyOf<Selected>(call)
      const selected = selectedOf(call)
      selected.githubOwned = body.github_owned_allowed ?? selected.githubOwned
      selected.verified = body.verified_allowed ?? selected.verified
      selected.patterns = body.patterns_allowed ?? selected.patterns
      return { status: 204 }
    },
  },
  'actions/list-repo-workflows': {
    needs: ['actions', 'read'],
    async handle(call) {
      return {
        items: await workflowFiles(call),
        key: 'workflows',
        render: (path: string) => renderWorkflow(call, path),
      }
    },
  },
  'repos/get-all-environments': {
    needs: ['actions', 'read'],
    handle(call) {
      const { world, repository } = call
      const render = (name: string) => ({
        id: repository.id * 1000 + repository.environments.indexOf(name),
        node_id: nodeId('EN', name),
        name,
        url: `${repoUrl(world, repository)}/environments/${escapePath(name)}`,
        html_url: `${repoHtml(world, repository)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
        created_at: repository.createdAt,
        updated_at: repository.createdAt,
        protection_rules: [],
        deployment_branch_policy: null,
      })
      return { items: repository.environments, key: 'environments', render }
    },
  },
}

function selectedOf({ repository }: RepositoryCall): ActionsPolicy['selected'] {
  if (repository.actions.allowed !== 'selected') {
    throw new ApiError(409, 'Conflict: the repository does not restrict which actions may run')
  }
  return repository.actions.selected
}

async function workflowFiles({ repository }: RepositoryCall): Promise<string[]> {
  const { git } = repository
  const tip = await git.readRef(`refs/heads/${repository.defaultBranch}`)
  const folder = tip && (await git.entryAt(tip, '.github/workflows'))
  const files = folder ? ((await git.tree(folder.sha)) ?? []) : []
  return files.flatMap(({ name }) => (/\.ya?ml$/.test(name) ? [`.github/workflows/${name}`] : []))
}

async function renderWorkflow({ world, repository }: RepositoryCall, path: string) {
  const id = workflowId(path)
  const file = path.slice(path.lastIndexOf('/') + 1)
  const tip = await repository.git.readRef(`refs/heads/${repository.defaultBranch}`)
  const entry = tip && (await repository.git.entryAt(tip, path))
  const text = (entry && (await repository.git.read(entry.sha))?.bytes.toString('utf8')) ?? ''
  return {
    id,
    node_id: nodeId('W', id),
    name: /^name:\s*['"]?(.+?)['"]?\s*$/m.exec(text)?.[1] ?? path,
    path,
    state: repository.disabledWorkflows.get(path) ?? 'active',
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    url: `${repoUrl(world, repository)}/actions/workflows/${id}`,
    html_url: `${repoHtml(world, repository)}/blob/${escapePath(repository.defaultBranch)}/${path}`,
    badge_url: `${repoHtml(world, repository)}/workflows/${encodeURIComponent(file)}/badge.svg`,
  }
}
