import type { BranchRule, RulesetSettings } from '@tidemark/github'
import { type ApiCall, change, type Examined, type Finding, fine, given, unknown } from './finding.ts'
import { coversRef } from './ref-pattern.ts'

/** The status that promote-model and register-model post. */
const promotionStatus = 'tidemark/promotion'
/** GitHub Actions as an app: who bypasses a rule for GITHUB_TOKEN. */
const actionsAppId = 15368
/** Rules that a commit of a workflow to a branch, or a tag of it, does not meet. */
const refusing = [
  'creation',
  'update',
  'pull_request',
  'required_status_checks',
  'required_deployments',
  'merge_queue',
  'workflows',
  'code_scanning',
]

/** Rules of the default branch, of the registry branch and of tags. */
export function checkRules(examined: Examined): Finding[] {
  return [...checkDefaultBranch(examined), ...checkRegistryBranch(examined), ...checkTags(examined)]
}

function checkDefaultBranch({ settings }: Examined): Finding[] {
  const { defaultBranch: branch, webUrl, protection, defaultBranchRules } = settings
  const url = `${webUrl}/settings/rules`
  return given(defaultBranchRules, { id: 'default-branch.rules', what: `the rules of ${branch}`, url }, (rules) => {
    const older = 'value' in protection ? protection.value : null
    const reviews = rules.filter(({ type }) => type === 'pull_request').map(({ parameters }) => parameters)
    const approvals = Math.max(
      older?.approvals ?? -1,
      ...reviews.map((each) => Number(each.required_approving_review_count ?? 0)),
    )
    const dismisses =
      older?.dismissesStale === true || reviews.some((each) => each.dismiss_stale_reviews_on_push === true)
    const required = [...(older?.requiredChecks ?? []), ...rules.flatMap(checksOf)]
    const wanted: readonly Wanted[] = [
      {
        id: 'default-branch.review',
        isMet: approvals >= 1 && dismisses,
        question: `whether ${branch} requires reviews`,
        met: `${branch} takes approved pull requests only, and new commits undo approvals`,
        unmet: reviewTitle(branch, approvals),
        detail:
          'What production runs is a file there: require a pull request with an approval that a new commit dismisses.',
        rule: {
          type: 'pull_request',
          parameters: {
            required_approving_review_count: Math.max(1, approvals),
            dismiss_stale_reviews_on_push: true,
            require_code_owner_review: false,
            require_last_push_approval: false,
            required_review_thread_resolution: false,
          },
        },
      },
      {
        id: 'default-branch.check',
        isMet: required.includes(promotionStatus),
        question: `whether ${branch} requires ${promotionStatus}`,
        met: `${branch} requires ${promotionStatus}`,
        unmet: `${branch} does not require ${promotionStatus}`,
        detail: `A promotion that was not checked can be merged (it is then refused when it is settled). Have promote-model’s check in ${branch} first: without it no pull request gets the status.`,
        rule: {
          type: 'required_status_checks',
          parameters: {
            strict_required_status_checks_policy: false,
            required_status_checks: [{ context: promotionStatus }],
          },
        },
      },
    ]
    const missing = wanted.filter(({ isMet }) => !isMet)
    const save = saveRuleset(settings, {
      name: 'Tidemark: promotions',
      target: 'branch',
      include: ['~DEFAULT_BRANCH'],
      rules: missing.map(({ rule }) => rule),
    })
    return wanted.map((each): Finding => {
      if (each.isMet) return fine(each.id, each.met)
      if ('refused' in protection) {
        const reason = `No ruleset does it, and protection of the older kind is hidden: ${protection.refused}`
        return unknown(each.id, each.question, reason, url)
      }
      // One ruleset for what is missing, with the first: GitHub takes no second one of a name.
      if (each === missing[0]) return change(each.id, each.unmet, { detail: each.detail, calls: [save], url })
      return change(each.id, each.unmet, { detail: `${each.detail}\nThe command above does this too.`, url })
    })
  })
}

interface Wanted {
  readonly id: string
  readonly isMet: boolean
  readonly question: string
  readonly met: string
  readonly unmet: string
  readonly detail: string
  readonly rule: unknown
}

function reviewTitle(branch: string, approvals: number): string {
  if (approvals < 0) return `${branch} can be pushed to without a pull request`
  return approvals === 0
    ? `${branch} takes pull requests that nobody approved`
    : `New commits keep old approvals on ${branch}`
}

function checkRegistryBranch({ settings, registryBranch: branch }: Examined): Finding[] {
  const url = `${settings.webUrl}/settings/rules`
  const refused = { id: 'registry-branch.rules', what: `the rules of ${branch}`, url }
  return given(settings.registryBranchRules, refused, (rules) => {
    const types = rules.map(({ type }) => type)
    const isKept = ['deletion', 'non_fast_forward'].every((type) => types.includes(type))
    const call = saveRuleset(settings, {
      name: 'Tidemark: registry',
      target: 'branch',
      include: [`refs/heads/${branch}`],
      rules: [{ type: 'deletion' }, { type: 'non_fast_forward' }],
    })
    return [
      isKept
        ? fine('registry-branch.kept', `${branch} can be neither deleted nor rewritten`)
        : change(
            'registry-branch.kept',
            `${branch} can be ${[...(types.includes('deletion') ? [] : ['deleted']), ...(types.includes('non_fast_forward') ? [] : ['rewritten'])].join(' and ')}`,
            {
              detail: 'It holds every fact. Forbid deletion and force pushes; commits stay possible.',
              calls: [call],
              url,
            },
          ),
      ...checkWritable(settings, rules, `commits of workflows to ${branch}`, 'registry-branch.writable', url),
    ]
  })
}

function checkTags({ settings }: Examined): Finding[] {
  const url = `${settings.webUrl}/settings/rules`
  return given(settings.rulesets, { id: 'tags.kept', what: 'the rules of tags', url }, (rulesets) => {
    const active = rulesets.filter((each) => each.isActive && each.target === 'tag')
    const rulesOf = (tag: string): BranchRule[] =>
      active
        .filter((each) => coversRef(each, tag, settings.defaultBranch))
        .flatMap(({ id, rules }) => rules.map(({ type }) => ({ type, parameters: {}, rulesetId: id })))
    const rules = ['refs/tags/model@v1.0.0', 'refs/tags/model#production#1'].map(rulesOf)
    const isKept = rules.every((each) =>
      ['deletion', 'update'].every((type) => each.some((rule) => rule.type === type)),
    )
    const creation = new Map(rules.flat().flatMap((rule) => (rule.type === 'creation' ? [[rule.rulesetId, rule]] : [])))
    const call = saveRuleset(settings, {
      name: 'Tidemark: tags',
      target: 'tag',
      include: ['refs/tags/*@v*', 'refs/tags/*#*'],
      rules: [{ type: 'deletion' }, { type: 'update' }],
    })
    return [
      isKept
        ? fine('tags.kept', 'Tags of versions and of production can be neither moved nor deleted')
        : change('tags.kept', 'Tags of versions and of production can be moved or deleted', {
            detail: 'verify-registry would find it; better that it cannot happen. Forbid updates and deletion.',
            calls: [call],
            url,
          }),
      ...checkWritable(settings, [...creation.values()], 'new tags of workflows', 'tags.writable', url),
    ]
  })
}

/** Rules that would refuse what workflows write, unless GitHub Actions may bypass them. */
function checkWritable(
  { rulesets, repository }: Examined['settings'],
  rules: readonly BranchRule[],
  what: string,
  id: string,
  url: string,
): Finding[] {
  const against = rules.filter(({ type }) => refusing.includes(type))
  if (against.length === 0) return id === 'tags.writable' ? [] : [fine(id, `Nothing refuses ${what}`)]
  const known = 'value' in rulesets ? rulesets.value : []
  return against.flatMap(({ type, rulesetId }) => {
    const ruleset = known.find((each) => each.id === rulesetId)
    const name = ruleset ? `the ruleset ${ruleset.name}` : 'a ruleset'
    if (ruleset?.bypassActors?.some((actor) => actor.type === 'Integration' && actor.id === actionsAppId)) {
      return [fine(id, `GitHub Actions may bypass ${name}, whose rule ${type} would refuse ${what}`)]
    }
    const detail = `Let GitHub Actions bypass it (app ${actionsAppId}), or leave the ref out of it: registering fails with GITHUB_DENIED otherwise.`
    if (!ruleset || ruleset.bypassActors === null) {
      return [unknown(id, `who may bypass ${name}, whose rule ${type} refuses ${what}`, detail, url)]
    }
    const address = ruleset.isOwn ? `${url}/${ruleset.id}` : url
    return [change(id, `The rule ${type} of ${name} refuses ${what} in ${repository}`, { detail, url: address })]
  })
}

/** Makes a ruleset, or replaces the rules of the one that has its name: GitHub takes no second one of a name. */
function saveRuleset(
  { repository, rulesets }: Examined['settings'],
  {
    name,
    target,
    include,
    rules,
  }: {
    readonly name: string
    readonly target: 'branch' | 'tag'
    readonly include: readonly string[]
    readonly rules: readonly unknown[]
  },
): ApiCall {
  const known: RulesetSettings | undefined =
    'value' in rulesets ? rulesets.value.find((each) => each.isOwn && each.name === name) : undefined
  const body = { name, target, enforcement: 'active', conditions: { ref_name: { include, exclude: [] } }, rules }
  return known
    ? { method: 'PUT', path: `repos/${repository}/rulesets/${known.id}`, body }
    : { method: 'POST', path: `repos/${repository}/rulesets`, body }
}

function checksOf({ type, parameters }: BranchRule): string[] {
  if (type !== 'required_status_checks') return []
  return ((parameters.required_status_checks ?? []) as { context?: string }[]).flatMap(({ context }) => context ?? [])
}
