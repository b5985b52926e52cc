import { ApiError } from '../api-error.ts'
import type { Ruleset } from '../entities.ts'
import { escapePath, renderUser, repoHtml, repoUrl } from '../render/identity.ts'
import { bypasses, protectionOf, rulesFor } from '../rules.ts'
import { bodyOf, numberOf, param, type RepositoryCall, type Routes, signedIn } from './route.ts'

interface ProtectionBody {
  required_status_checks: { strict: boolean; contexts?: string[]; checks?: { context: string }[] } | null
  required_pull_request_reviews: {
    required_approving_review_count?: number
    dismiss_stale_reviews?: boolean
    bypass_pull_request_allowances?: { users?: string[]; apps?: string[] }
  } | null
  enforce_admins: boolean | null
  allow_force_pushes?: boolean | null
  allow_deletions?: boolean
  required_linear_history?: boolean
}

interface RulesetBody {
  name?: string
  target?: Ruleset['target']
  enforcement?: Ruleset['enforcement']
  bypass_actors?: Ruleset['bypassActors']
  conditions?: { ref_name?: { include?: string[]; exclude?: string[] } }
  rules?: Ruleset['rules']
}

/** Rule types whose effect the sandbox has; others would be accepted and then not hold, so they are refused. */
const knownRules = new Set([
  'creation',
  'update',
  'deletion',
  'non_fast_forward',
  'pull_request',
  'required_status_checks',
])

const writeAdmin = ['administration', 'write'] as const

export const protectionRoutes: Routes = {
  'repos/update-branch-protection': {
    needs: writeAdmin,
    role: 'admin',
    async handle(call) {
      const branch = param(call, 'branch')
      if (!(await call.repository.git.readRef(`refs/heads/${branch}`))) throw new ApiError(404, 'Branch not found')
      const body = bodyOf<ProtectionBody>(call)
      const checks = body.required_status_checks
      const reviews = body.required_pull_request_reviews
      const bypass = reviews?.bypass_pull_request_allowances
      call.repository.protections.set(branch, {
        requiredStatusChecks: checks && {
          strict: checks.strict,
          contexts: [...new Set([...(checks.contexts ?? []), ...(checks.checks ?? []).map((one) => one.context)])],
        },
        requiredReviews: reviews && {
          count: reviews.required_approving_review_count ?? 1,
          dismissStale: reviews.dismiss_stale_reviews ?? false,
          bypass: [...(bypass?.users ?? []), ...(bypass?.apps ?? []).map((slug) => `${slug}[bot]`)],
        },
        enforceAdmins: body.enforce_admins ?? false,
        allowForcePushes: body.allow_force_pushes ?? false,
        allowDeletions: body.allow_deletions ?? false,
        requiredLinearHistory: body.required_linear_history ?? false,
      })
      return { status: 200, json: renderBranchProtection(call, branch) }
    },
  },
  'repos/delete-branch-protection': {
    needs: writeAdmin,
    role: 'admin',
    handle(call) {
      if (!call.repository.protections.delete(param(call, 'branch'))) throw new ApiError(404, 'Branch not protected')
      return { status: 204 }
    },
  },
  'repos/get-repo-rulesets': {
    needs: ['metadata', 'read'],
    handle(call) {
      // The list has no conditions and rules.
      const brief = (one: Ruleset) => {
        const { conditions: _, rules: __, bypass_actors: ___, ...shown } = renderRuleset(call, one)
        return shown
      }
      return { items: [...call.repository.rulesets.values()], render: brief }
    },
  },
  'repos/create-repo-ruleset': {
    needs: writeAdmin,
    role: 'admin',
    handle(call) {
      const now = call.world.timestamp()
      const ruleset: Ruleset = {
        id: call.world.nextId(),
        name: '',
        target: 'branch',
        enforcement: 'disabled',
        include: [],
        exclude: [],
        rules: [],
        bypassActors: [],
        createdAt: now,
        updatedAt: now,
      }
      applyRuleset(call, ruleset)
      call.repository.rulesets.set(ruleset.id, ruleset)
      return { status: 201, json: renderRuleset(call, ruleset) }
    },
  },
  'repos/get-repo-ruleset': {
    needs: ['metadata', 'read'],
    handle(call) {
      return { status: 200, json: renderRuleset(call, rulesetOf(call)) }
    },
  },
  'repos/update-repo-ruleset': {
    needs: writeAdmin,
    role: 'admin',
    handle(call) {
      const ruleset = rulesetOf(call)
      applyRuleset(call, ruleset)
      return { status: 200, json: renderRuleset(call, ruleset) }
    },
  },
  'repos/delete-repo-ruleset': {
    needs: writeAdmin,
    role: 'admin',
    handle(call) {
      call.repository.rulesets.delete(rulesetOf(call).id)
      return { status: 204 }
    },
  },
  'repos/get-branch-rules': {
    needs: ['metadata', 'read'],
    handle(call) {
      const { repository } = call
      const rules = rulesFor(repository, `refs/heads/${param(call, 'branch')}`)
      return {
        items: rules,
        render: ({ ruleset, rule }: (typeof rules)[number]) => ({
          ...rule,
          ruleset_source_type: 'Repository',
          ruleset_source: repository.fullName,
          ruleset_id: ruleset.id,
        }),
      }
    },
  },
}

/** `branch-protection`, which also satisfies `protected-branch`. Throws 404 for an unprotected branch. */
export function renderBranchProtection(call: RepositoryCall, branch: string) {
  const { world, repository } = call
  const rule = protectionOf(repository, branch)
  if (!rule) throw new ApiError(404, 'Branch not protected')
  const url = `${repoUrl(world, repository)}/branches/${escapePath(branch)}/protection`
  const { requiredStatusChecks: checks, requiredReviews: reviews } = rule
  const users = (reviews?.bypass ?? []).filter((login) => !login.endsWith('[bot]'))
  return {
    url,
    ...(checks
      ? {
          required_status_checks: {
            url: `${url}/required_status_checks`,
            contexts_url: `${url}/required_status_checks/contexts`,
            strict: checks.strict,
            contexts: checks.contexts,
            checks: checks.contexts.map((context) => ({ context, app_id: null })),
          },
        }
      : {}),
    ...(reviews
      ? {
          required_pull_request_reviews: {
            url: `${url}/required_pull_request_reviews`,
            dismiss_stale_reviews: reviews.dismissStale,
            require_code_owner_reviews: false,
            required_approving_review_count: reviews.count,
            require_last_push_approval: false,
            bypass_pull_request_allowances: {
              users: users.map((login) => renderUser(world, login)),
              teams: [],
              apps: [],
            },
          },
        }
      : {}),
    enforce_admins: { url: `${url}/enforce_admins`, enabled: rule.enforceAdmins },
    required_linear_history: { enabled: rule.requiredLinearHistory },
    allow_force_pushes: { enabled: rule.allowForcePushes },
    allow_deletions: { enabled: rule.allowDeletions },
    block_creations: { enabled: false },
    required_conversation_resolution: { enabled: false },
    lock_branch: { enabled: false },
    allow_fork_syncing: { enabled: false },
    required_signatures: { url: `${url}/required_signatures`, enabled: false },
  }
}

function applyRuleset(call: RepositoryCall, ruleset: Ruleset): void {
  const body = bodyOf<RulesetBody>(call)
  const unknown = (body.rules ?? []).map((rule) => rule.type).filter((type) => !knownRules.has(type))
  if (unknown.length > 0)
    throw new ApiError(501, `The sandbox has no rule ${unknown.join(', ')}; it has ${[...knownRules].join(', ')}.`)
  ruleset.name = body.name ?? ruleset.name
  ruleset.target = body.target ?? ruleset.target
  ruleset.enforcement = body.enforcement ?? ruleset.enforcement
  ruleset.include = body.conditions?.ref_name?.include ?? ruleset.include
  ruleset.exclude = body.conditions?.ref_name?.exclude ?? ruleset.exclude
  ruleset.rules = body.rules ?? ruleset.rules
  ruleset.bypassActors = body.bypass_actors ?? ruleset.bypassActors
  ruleset.updatedAt = call.world.timestamp()
}

function renderRuleset(call: RepositoryCall, ruleset: Ruleset) {
  const { world, repository } = call
  return {
    id: ruleset.id,
    name: ruleset.name,
    target: ruleset.target,
    source_type: 'Repository',
    source: repository.fullName,
    enforcement: ruleset.enforcement,
    bypass_actors: ruleset.bypassActors,
    current_user_can_bypass: call.token && bypasses(world, repository, signedIn(call), ruleset) ? 'always' : 'never',
    conditions: { ref_name: { include: ruleset.include, exclude: ruleset.exclude } },
    rules: ruleset.rules,
    node_id: `RRS_${ruleset.id}`,
    _links: {
      self: { href: `${repoUrl(world, repository)}/rulesets/${ruleset.id}` },
      html: { href: `${repoHtml(world, repository)}/rules/${ruleset.id}` },
    },
    created_at: ruleset.createdAt,
    updated_at: ruleset.updatedAt,
  }
}

function rulesetOf(call: RepositoryCall): Ruleset {
  const ruleset = call.repository.rulesets.get(numberOf(call, 'ruleset_id'))
  if (!ruleset) throw ApiError.notFound()
  return ruleset
}
