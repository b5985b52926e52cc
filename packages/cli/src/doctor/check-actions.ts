import { change, type Examined, type Finding, fine, given } from './finding.ts'
import { type ReadWorkflow, usesIn } from './workflow-file.ts'

/** Whether Actions run, whether ours and those they need may, and what GITHUB_TOKEN may do. */
export function checkActions({ settings }: Examined, workflows: readonly ReadWorkflow[]): Finding[] {
  const { repository, webUrl } = settings
  const url = `${webUrl}/settings/actions`
  const permissions = `repos/${repository}/actions/permissions`
  return [
    ...given(settings.actions, { id: 'actions.enabled', what: 'whether Actions may run', url }, (actions) => {
      if (!actions.isEnabled) {
        return [
          change('actions.enabled', 'Actions are off', {
            detail: 'Nothing of the loop runs. Turn them on.',
            calls: [{ method: 'PUT', path: permissions, body: { enabled: true } }],
            url,
          }),
        ]
      }
      const refused = refusedActions(actions, workflows)
      return [
        fine('actions.enabled', 'Actions are on'),
        ...(refused.length === 0
          ? [fine('actions.allowed', 'All actions that the workflows use may run')]
          : [allowThem(refused, actions, { permissions, url })]),
        ...(actions.needsFullSha ? checkPins(workflows, url) : []),
      ]
    }),
    ...given(
      settings.workflowToken,
      { id: 'workflow-token.pull-requests', what: 'what GITHUB_TOKEN may do', url },
      ({ access, mayCreatePullRequests }) => {
        const put = (body: object) => [{ method: 'PUT' as const, path: `${permissions}/workflow`, body }]
        return [
          mayCreatePullRequests
            ? fine('workflow-token.pull-requests', 'GitHub Actions may create pull requests')
            : change('workflow-token.pull-requests', 'GitHub Actions may not create pull requests', {
                detail:
                  'register-model and deploy-canary open promotions with GITHUB_TOKEN. Switch on "Allow GitHub Actions to create and approve pull requests". Promotions are approved by people all the same: approvals of bots are not counted. If it is greyed out, the organization’s setting comes first.',
                // Each call says both settings, so that they can be run one after the other.
                calls: put({ default_workflow_permissions: access, can_approve_pull_request_reviews: true }),
                url,
              }),
          access === 'read'
            ? fine('workflow-token.default', 'GITHUB_TOKEN may only read, unless a workflow says more')
            : change('workflow-token.default', 'GITHUB_TOKEN may write in every workflow that does not say otherwise', {
                detail:
                  'A job that runs a query, a training or a model should not be able to write. Make reading the default.',
                calls: put({ default_workflow_permissions: 'read', can_approve_pull_request_reviews: true }),
                url,
              }),
        ]
      },
    ),
  ]
}

type ActionsSettings = Extract<Examined['settings']['actions'], { value: unknown }>['value']

function refusedActions({ allowed, selected }: ActionsSettings, workflows: readonly ReadWorkflow[]): string[] {
  const used = [...new Set(workflows.flatMap(usesIn))].filter((uses) => !/^(\.|\$|docker:)/.test(uses))
  if (allowed === 'all') return []
  if (allowed === 'local_only') return used
  return used.filter((uses) => {
    const isGitHubs = /^(actions|github)\//.test(uses)
    return !(isGitHubs && selected?.githubOwned) && !(selected?.patterns ?? []).some((pattern) => takes(pattern, uses))
  })
}

/** `owner/repo@ref` with `*`, as in "Allow specified actions"; a pattern without `@` takes every ref. */
function takes(pattern: string, uses: string): boolean {
  const whole = pattern.includes('@') ? pattern : `${pattern}@*`
  const source = whole.replace(/[.+^$(){}|[\]\\?]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${source}$`).test(uses)
}

function allowThem(
  refused: readonly string[],
  { selected, allowed }: ActionsSettings,
  { permissions, url }: { permissions: string; url: string },
): Finding {
  const owners = [...new Set(refused.map((uses) => uses.split('@')[0]!.split('/').slice(0, 2).join('/')))]
  const body = {
    github_owned_allowed: selected?.githubOwned === true || owners.some((name) => name.startsWith('actions/')),
    patterns_allowed: [
      ...(selected?.patterns ?? []),
      ...owners.filter((name) => !name.startsWith('actions/')).map((name) => `${name}/*`),
    ],
  }
  return change('actions.allowed', `The repository does not let ${listed(refused)} run`, {
    detail: 'A workflow that uses them fails before its first step. Allow them.',
    calls: [
      ...(allowed === 'selected'
        ? []
        : [{ method: 'PUT' as const, path: permissions, body: { enabled: true, allowed_actions: 'selected' } }]),
      { method: 'PUT', path: `${permissions}/selected-actions`, body },
    ],
    url,
  })
}

function checkPins(workflows: readonly ReadWorkflow[], url: string): Finding[] {
  const loose = [...new Set(workflows.flatMap(usesIn))].filter(
    (uses) => uses.includes('@') && !uses.startsWith('docker:') && !/@[0-9a-f]{40}$/.test(uses),
  )
  if (loose.length === 0)
    return [fine('actions.pins', 'Every action is pinned to a full commit, as the repository asks')]
  return [
    change('actions.pins', `The repository asks for full commits, and ${listed(loose)} are named by a tag or branch`, {
      detail: 'Write the commit that the tag points at in place of it, with the tag in a comment.',
      url,
    }),
  ]
}

function listed(names: readonly string[]): string {
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
}
