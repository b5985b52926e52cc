import { ApiError } from './api-error.ts'
import type { Protection, Repository, Ruleset, Token } from './entities.ts'
import type { World } from './world.ts'

export interface RefMove {
  ref: string
  from: string | null
  to: string | null
  fastForward: boolean
  /** How it comes about: a merged pull request meets rules that a direct push does not. */
  via: 'api' | 'push' | 'merge'
}

/** Why rules refuse a move of a ref, in GitHub's words; empty when they allow it. */
export function rulesAgainst(world: World, repository: Repository, token: Token, move: RefMove): string[] {
  return [...protectionAgainst(world, repository, token, move), ...rulesetsAgainst(world, repository, token, move)]
}

export function refuseByRules(world: World, repository: Repository, token: Token, move: RefMove): void {
  const reasons = rulesAgainst(world, repository, token, move)
  if (reasons.length > 0) throw new ApiError(422, reasons.join('\n'))
}

/** The protection of a branch, if any. */
export function protectionOf(repository: Repository, branch: string): Protection | undefined {
  return repository.protections.get(branch)
}

/** Rules of all active rulesets that apply to a full ref name. */
export function rulesFor(repository: Repository, ref: string): { ruleset: Ruleset; rule: Ruleset['rules'][number] }[] {
  return [...repository.rulesets.values()]
    .filter((ruleset) => ruleset.enforcement === 'active' && appliesTo(repository, ruleset, ref))
    .flatMap((ruleset) => ruleset.rules.map((rule) => ({ ruleset, rule })))
}

/** Contexts among `required` that have not succeeded on a commit, with their present state. */
export function unmetChecks(
  repository: Repository,
  sha: string,
  required: readonly string[],
): { context: string; state: string }[] {
  return required
    .map((context) => ({ context, state: checkState(repository, sha, context) }))
    .filter(({ state }) => state !== 'success')
}

/** Whether a token may pass over a ruleset: by its user's role (5 admin, 4 write, 2 maintain) or because it is an app's. */
export function bypasses(world: World, repository: Repository, token: Token, ruleset: Ruleset): boolean {
  const role = { 5: 'admin', 2: 'maintain', 4: 'write' } as const
  return ruleset.bypassActors.some((actor) => {
    if (actor.actor_type === 'Integration')
      return token.kind !== 'user' && actor.actor_id === world.user(token.login).id
    if (actor.actor_type === 'OrganizationAdmin') return world.role(repository, token.login) === 'admin'
    if (actor.actor_type !== 'RepositoryRole' || token.kind !== 'user') return false
    const least = role[actor.actor_id as keyof typeof role]
    return least !== undefined && world.hasRole(repository, token.login, least)
  })
}

function protectionAgainst(world: World, repository: Repository, token: Token, move: RefMove): string[] {
  if (!move.ref.startsWith('refs/heads/')) return []
  if (move.to === null && move.ref === `refs/heads/${repository.defaultBranch}`)
    return ['Cannot delete the default branch']
  const rule = protectionOf(repository, move.ref.slice('refs/heads/'.length))
  if (!rule || move.from === null) return []
  if (move.to === null) return rule.allowDeletions ? [] : ['Cannot delete this branch']
  if (!move.fastForward && !rule.allowForcePushes) return ['Cannot force-push to this branch']
  if (move.via === 'merge') return []
  if (!rule.enforceAdmins && token.kind === 'user' && world.role(repository, token.login) === 'admin') return []
  const reasons: string[] = []
  if (rule.requiredReviews && !rule.requiredReviews.bypass.includes(token.login)) {
    reasons.push('Changes must be made through a pull request.')
  }
  const unmet = rule.requiredStatusChecks ? unmetChecks(repository, move.to, rule.requiredStatusChecks.contexts) : []
  if (unmet.length === 1) reasons.push(`Required status check "${unmet[0]!.context}" is ${wording(unmet[0]!.state)}.`)
  if (unmet.length > 1) {
    reasons.push(
      `${unmet.length} of ${rule.requiredStatusChecks!.contexts.length} required status checks are expected.`,
    )
  }
  return reasons
}

function rulesetsAgainst(world: World, repository: Repository, token: Token, move: RefMove): string[] {
  const reasons = rulesFor(repository, move.ref)
    .filter(({ ruleset }) => !bypasses(world, repository, token, ruleset))
    .flatMap(({ rule }): string[] => {
      if (rule.type === 'creation' && move.from === null)
        return ['Cannot create ref due to creations being restricted.']
      if (rule.type === 'deletion' && move.to === null) return ['Cannot delete this ref.']
      const updates = move.from !== null && move.to !== null
      if (rule.type === 'update' && updates) return ['Cannot update this protected ref.']
      if (rule.type === 'non_fast_forward' && updates && !move.fastForward) return ['Cannot force-push to this branch']
      if (rule.type === 'pull_request' && move.to !== null && move.via !== 'merge') {
        return ['Changes must be made through a pull request.']
      }
      if (rule.type === 'required_status_checks' && updates && move.via !== 'merge') {
        return unmetChecks(repository, move.to!, requiredContexts(rule)).map(
          ({ context, state }) => `Required status check "${context}" is ${wording(state)}.`,
        )
      }
      return []
    })
  const tag = move.ref.startsWith('refs/tags/') ? move.ref.slice('refs/tags/'.length) : null
  if (tag !== null && move.from === null && repository.burnedTags.has(tag)) {
    reasons.push('Cannot create ref due to creations being restricted.')
  }
  const locked = [...repository.releases.values()].some((release) => release.immutable && release.tagName === tag)
  if (locked && move.from !== null) {
    reasons.push(move.to === null ? 'Cannot delete this ref.' : 'Cannot update this protected ref.')
  }
  return reasons.length > 0 ? [`Repository rule violations found\n\n${reasons.join('\n')}\n`] : []
}

export function requiredContexts(rule: Ruleset['rules'][number]): string[] {
  const checks = rule.parameters?.required_status_checks as { context: string }[] | undefined
  return (checks ?? []).map(({ context }) => context)
}

export function wording(state: string): string {
  return state === 'none' ? 'expected' : state === 'failure' ? 'failing' : 'pending'
}

function checkState(repository: Repository, sha: string, context: string): 'success' | 'failure' | 'pending' | 'none' {
  const status = repository.statuses.findLast((one) => one.sha === sha && one.context === context)
  const run = [...repository.checkRuns.values()].findLast((one) => one.headSha === sha && one.name === context)
  const states: string[] = []
  if (status) states.push(status.state === 'error' ? 'failure' : status.state)
  if (run) {
    const passed = ['success', 'neutral', 'skipped'].includes(run.conclusion ?? '')
    states.push(run.status !== 'completed' ? 'pending' : passed ? 'success' : 'failure')
  }
  if (states.length === 0) return 'none'
  return states.includes('failure') ? 'failure' : states.includes('pending') ? 'pending' : 'success'
}

function appliesTo(repository: Repository, ruleset: Ruleset, ref: string): boolean {
  if (!ref.startsWith(ruleset.target === 'tag' ? 'refs/tags/' : 'refs/heads/')) return false
  const matches = (pattern: string) =>
    pattern === '~ALL' ||
    (pattern === '~DEFAULT_BRANCH' && ref === `refs/heads/${repository.defaultBranch}`) ||
    globPattern(pattern).test(ref)
  return ruleset.include.some(matches) && !ruleset.exclude.some(matches)
}

/** Ruby's fnmatch with FNM_PATHNAME, which GitHub uses: `*` stops at a slash, a whole `**` part does not. */
function globPattern(glob: string): RegExp {
  const full = glob.startsWith('refs/') ? glob : `refs/*/${glob}`
  const source = full.replaceAll(/\*\*\/|\*\*|\*|\?|[.+^$(){}|[\]\\]/g, (part) => {
    if (part === '**/') return '(?:.*/)?'
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    return part === '?' ? '[^/]' : `\\${part}`
  })
  return new RegExp(`^${source}$`)
}
