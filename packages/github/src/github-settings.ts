import { TidemarkError } from '@tidemark/schemas'
import { connectGitHub, type GitHubClient } from './client.ts'
import { readText } from './read-text.ts'
import { messageOf, statusOf } from './retries.ts'
import type {
  Answer,
  BranchRule,
  ProtectionSettings,
  RepositorySettings,
  RulesetSettings,
  TextFile,
} from './settings.ts'

const mostRulesets = 100
const mostFiles = 500

export interface SettingsQuestion {
  readonly token: string
  /** `owner/name` */
  readonly repository: string
  readonly apiUrl: string
  readonly registryBranch: string
  readonly policyRoot: string
}

/**
 * Reads how a repository is set up. Nothing is written. Parts that this token may not see come as refused. Throws
 * `GITHUB_UNAVAILABLE`, `GITHUB_DENIED` or `GITHUB_NOT_FOUND` where there is no repository to look at.
 */
export async function readSettings(question: SettingsQuestion): Promise<RepositorySettings> {
  const client = await connectGitHub(question)
  const { octokit, repository } = client
  const about = await readAbout(client, question)
  const { data } = about
  const branch = data.default_branch
  const ask = <T>(path: string, read: (body: never) => T): Promise<Answer<T>> =>
    answered(async () => read((await octokit.request(`GET /repos/{owner}/{repo}${path}`, repository)).data as never))
  const rulesOf = (name: string) =>
    answered(async () =>
      (await octokit.paginate(octokit.rest.repos.getBranchRules, { ...repository, branch: name, per_page: 100 })).map(
        toBranchRule,
      ),
    )
  const [
    login,
    actions,
    workflowToken,
    rulesets,
    defaultBranchRules,
    registryBranchRules,
    protection,
    writers,
    environments,
    workflows,
    policies,
    registryBranch,
    immutableReleases,
  ] = await Promise.all([
    answered(async () => (await octokit.rest.users.getAuthenticated()).data.login),
    answered(() => readActions(client)),
    ask('/actions/permissions/workflow', toWorkflowToken),
    answered(() => readRulesets(client)),
    rulesOf(branch),
    rulesOf(question.registryBranch),
    answered(() => readProtection(client, branch)),
    answered(() => readWriters(client)),
    ask('/environments?per_page=100', ({ environments = [] }: { environments?: { name: string }[] }) =>
      environments.map(({ name }) => name),
    ),
    answered(() => readWorkflows(client, branch)),
    answered(() => readPolicies(client, branch, question.policyRoot)),
    answered(() => readTop(client, question.registryBranch)),
    answered(() => readImmutableReleases(client, data.permissions?.admin === true)),
  ])
  return {
    repository: data.full_name,
    webUrl: data.html_url,
    defaultBranch: branch,
    isPrivate: data.private,
    isArchived: data.archived,
    isFork: data.fork,
    role: roleOf(data.permissions),
    scopes: about.scopes,
    login,
    clockApartMs: about.clockApartMs,
    actions,
    workflowToken,
    rulesets,
    defaultBranchRules,
    registryBranchRules,
    protection,
    writers,
    environments,
    workflows,
    policies,
    registryBranch,
    immutableReleases,
  }
}

async function readAbout({ octokit, repository }: GitHubClient, { apiUrl, repository: name }: SettingsQuestion) {
  try {
    const { data, headers } = await octokit.rest.repos.get(repository)
    const clockApartMs = Date.parse(headers.date ?? '') - Date.now()
    if (typeof data?.default_branch !== 'string') throw notTheApi(apiUrl)
    const scopes = (headers['x-oauth-scopes'] as string | undefined)?.split(/,\s*/).filter((scope) => scope !== '')
    return { data, clockApartMs: Number.isFinite(clockApartMs) ? clockApartMs : 0, scopes: scopes ?? null }
  } catch (error) {
    throw explainAbout(error, name, apiUrl)
  }
}

function explainAbout(error: unknown, name: string, apiUrl: string): unknown {
  const status = statusOf((error as { cause?: unknown }).cause) ?? statusOf(error)
  const server = 'GitHub Enterprise Server has its API at https://<host>/api/v3, given by --api-url or GITHUB_API_URL.'
  if (status === 401) {
    return new TidemarkError('GITHUB_DENIED', `${apiUrl} does not know this token`, {
      hint: 'It may have expired, or belong to another GitHub. GH_TOKEN=$(gh auth token) takes the one of gh.',
      cause: error,
    })
  }
  if (status === 404 || status === 301) {
    const isGitHubs = /documentation_url|Not Found/.test(
      JSON.stringify((error as { response?: unknown }).response ?? ''),
    )
    if (!isGitHubs) return notTheApi(apiUrl)
    return new TidemarkError('GITHUB_NOT_FOUND', `${name} is not there, or this token may not see it`, {
      hint: 'Check the name. A fine-grained token names the repositories that it reaches; a classic one needs the scope repo for private ones.',
      cause: error,
    })
  }
  if (error instanceof TidemarkError && error.code === 'GITHUB_UNAVAILABLE') {
    return new TidemarkError('GITHUB_UNAVAILABLE', `${apiUrl} does not answer: ${messageOf(error.cause)}`, {
      hint: `Check the address, the proxy and the network. ${server}`,
      cause: error,
    })
  }
  return error
}

function notTheApi(apiUrl: string): TidemarkError {
  return new TidemarkError('GITHUB_UNEXPECTED', `${apiUrl} answers, but not as GitHub’s API`, {
    hint: 'The API of github.com is https://api.github.com; that of GitHub Enterprise Server is https://<host>/api/v3.',
  })
}

/** Refused where GitHub says no, or hides it; throws where it does not answer at all. */
async function answered<T>(read: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await read() }
  } catch (error) {
    if (error instanceof TidemarkError && error.code !== 'GITHUB_DENIED') throw error
    const status = statusOf(error)
    if (!(error instanceof TidemarkError) && status === null) throw error
    return { refused: messageOf(error instanceof TidemarkError ? error.cause : error).replace(/ - https:\S+$/, '') }
  }
}

async function readActions({ octokit, repository }: GitHubClient) {
  const { data } = await octokit.rest.actions.getGithubActionsPermissionsRepository(repository)
  const allowed = data.allowed_actions ?? 'all'
  const isSelected = data.enabled && allowed === 'selected'
  const selected = isSelected ? (await octokit.rest.actions.getAllowedActionsRepository(repository)).data : null
  return {
    isEnabled: data.enabled,
    allowed,
    needsFullSha: (data as { sha_pinning_required?: boolean }).sha_pinning_required === true,
    selected: selected && {
      githubOwned: selected.github_owned_allowed === true,
      patterns: selected.patterns_allowed ?? [],
    },
  }
}

function toWorkflowToken(data: {
  default_workflow_permissions: 'read' | 'write'
  can_approve_pull_request_reviews: boolean
}) {
  return { access: data.default_workflow_permissions, mayCreatePullRequests: data.can_approve_pull_request_reviews }
}

async function readRulesets({ octokit, repository }: GitHubClient): Promise<RulesetSettings[]> {
  const listed = await octokit.paginate(octokit.rest.repos.getRepoRulesets, {
    ...repository,
    includes_parents: true,
    per_page: 100,
  })
  return Promise.all(
    listed.slice(0, mostRulesets).map(async ({ id }) => {
      const { data } = await octokit.rest.repos.getRepoRuleset({
        ...repository,
        ruleset_id: id,
        includes_parents: true,
      })
      const refs = (data.conditions as { ref_name?: { include?: string[]; exclude?: string[] } } | null)?.ref_name
      return {
        id,
        name: data.name,
        target: data.target ?? 'branch',
        isActive: data.enforcement === 'active',
        isOwn: (data.source_type ?? 'Repository') === 'Repository',
        include: refs?.include ?? [],
        exclude: refs?.exclude ?? [],
        rules: (data.rules ?? []).map(({ type }) => ({ type })),
        bypassActors:
          data.bypass_actors?.map((actor) => ({ type: actor.actor_type, id: actor.actor_id ?? null })) ?? null,
      }
    }),
  )
}

function toBranchRule(rule: { type: string; parameters?: unknown; ruleset_id?: number }): BranchRule {
  const { type, parameters, ruleset_id: id } = rule
  return { type, parameters: (parameters ?? {}) as BranchRule['parameters'], rulesetId: id ?? null }
}

async function readProtection(
  { octokit, repository }: GitHubClient,
  branch: string,
): Promise<ProtectionSettings | null> {
  try {
    const { data } = await octokit.rest.repos.getBranchProtection({ ...repository, branch })
    const reviews = data.required_pull_request_reviews
    return {
      requiredChecks: data.required_status_checks?.contexts ?? [],
      approvals: reviews ? (reviews.required_approving_review_count ?? 1) : null,
      dismissesStale: reviews?.dismiss_stale_reviews ?? false,
    }
  } catch (error) {
    // "Branch not protected" to those who may know; a bare 404 to the others.
    if (statusOf(error) === 404 && /not protected|Branch not found/i.test(messageOf(error))) return null
    throw error
  }
}

async function readWriters({ octokit, repository }: GitHubClient): Promise<string[]> {
  const listed = await octokit.paginate(octokit.rest.repos.listCollaborators, { ...repository, per_page: 100 })
  return listed.flatMap(({ login, type, permissions }) => (type === 'User' && permissions?.push ? [login] : []))
}

async function readWorkflows(client: GitHubClient, branch: string) {
  const { octokit, repository } = client
  const listed = await octokit.paginate(octokit.rest.actions.listRepoWorkflows, { ...repository, per_page: 100 })
  const files = listed.filter(({ path }) => /^\.github\/workflows\/.+\.ya?ml$/.test(path)).slice(0, mostFiles)
  const read = await Promise.all(
    files.map(async ({ id, path, state }) => ({ id, path, state, text: await readText(client, path, branch) })),
  )
  // A workflow that was deleted, or is on another branch, stays in GitHub's list.
  return read.flatMap(({ text, ...file }) => (text === null ? [] : [{ ...file, text }]))
}

async function readPolicies(client: GitHubClient, branch: string, root: string): Promise<TextFile[]> {
  const { octokit, repository } = client
  const { data } = await octokit.rest.git.getTree({ ...repository, tree_sha: branch, recursive: '1' })
  if (data.truncated) throw Object.assign(new Error(`${branch} has more files than GitHub lists`), { status: 422 })
  const wanted = data.tree.filter(
    ({ path, type }) =>
      type === 'blob' &&
      path.startsWith(`${root}/`) &&
      /^[^/]+\/([^/]+\.(ya?ml|sql)|channels\/[^/]+\.json|waivers\/[^/]+\.ya?ml)$/.test(path.slice(root.length + 1)),
  )
  const read = await Promise.all(
    wanted.slice(0, mostFiles).map(async ({ path }) => ({ path, text: await readText(client, path, branch) })),
  )
  return read.flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]))
}

async function readTop({ octokit, repository }: GitHubClient, branch: string): Promise<string[] | null> {
  try {
    const { data } = await octokit.rest.git.getTree({ ...repository, tree_sha: branch })
    return data.tree.map(({ path }) => path)
  } catch (error) {
    if (statusOf(error) === 404 || statusOf(error) === 409) return null
    throw error
  }
}

async function readImmutableReleases({ octokit, repository }: GitHubClient, isAdmin: boolean): Promise<boolean> {
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/immutable-releases', repository)
    return (data as { enabled?: boolean }).enabled === true
  } catch (error) {
    if (statusOf(error) === 404 && isAdmin) return false
    throw error
  }
}

function roleOf(
  permissions: Partial<Record<'admin' | 'maintain' | 'push' | 'triage' | 'pull', boolean>> | undefined,
): RepositorySettings['role'] {
  if (permissions === undefined) return null
  if (permissions.admin) return 'admin'
  if (permissions.maintain) return 'maintain'
  if (permissions.push) return 'write'
  return permissions.triage ? 'triage' : 'read'
}
