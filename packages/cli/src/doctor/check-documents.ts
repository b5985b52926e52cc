import { parseContract } from '@tidemark/data'
import type { TextFile } from '@tidemark/github'
import {
  ChannelIntent,
  describeProblem,
  ModelPolicy,
  Name,
  parseJsonDocument,
  parseYamlDocument,
  TidemarkError,
} from '@tidemark/schemas'
import { change, type Examined, type Finding, fine, given } from './finding.ts'

const mostProblems = 10

/** The policies that could be read, and what is wrong with those and the files beside them. */
export function checkDocuments({ settings, policyRoot }: Examined): { policies: ModelPolicy[]; findings: Finding[] } {
  const policies: ModelPolicy[] = []
  const refused = { id: 'policies', what: `${policyRoot}/ of ${settings.defaultBranch}` }
  const findings = given(settings.policies, refused, (files) => {
    const named = files.flatMap(({ path }) => /^(.+)\/model\.yaml$/.exec(path.slice(policyRoot.length + 1))?.[1] ?? [])
    if (named.length === 0) {
      return [
        change('policies', `${settings.defaultBranch} has no ${policyRoot}/<model>/model.yaml`, {
          detail: '`tidemark init` in a clone writes one, with contract, query and workflows.',
        }),
      ]
    }
    return named.flatMap((model) => {
      const { policy, findings: found } = checkModel(model, `${policyRoot}/${model}`, files)
      if (policy) policies.push(policy)
      return found
    })
  })
  return { policies, findings: [...findings, ...policies.flatMap((policy) => checkApprovals(policy, settings))] }
}

function checkModel(
  model: string,
  folder: string,
  files: readonly TextFile[],
): { policy: ModelPolicy | null; findings: Finding[] } {
  const id = `policies.${model}`
  const text = (name: string) => files.find(({ path }) => path === `${folder}/${name}`)?.text
  const problems: string[] = []
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      problems.push(...(error.problems.length > 0 ? error.problems.map(describeProblem) : [error.message]))
      return null
    }
  }
  const policy = attempt(() => parseYamlDocument(ModelPolicy, text('model.yaml') ?? '', `${folder}/model.yaml`))
  if (!Name.safeParse(model).success)
    problems.push(`${folder}: a model’s folder is called by 1 to 63 of a-z, 0-9 and -`)
  if (policy && policy.model !== model)
    problems.push(`${folder}/model.yaml says model ${policy.model}, its folder says ${model}`)
  for (const name of policy ? [policy.data.contract, policy.data.features] : []) {
    // Files in folders below are not read here; validate-data reads them.
    if (!name.includes('/') && text(name) === undefined) problems.push(`${folder}/${name} is not there`)
  }
  const contract = policy && text(policy.data.contract)
  if (contract !== undefined && contract !== null)
    attempt(() => parseContract(contract, `${folder}/${policy!.data.contract}`, policy!.data.object))
  for (const { path, text: content } of files) {
    if (!path.startsWith(`${folder}/channels/`)) continue
    const intent = attempt(() => parseJsonDocument(ChannelIntent, content, path))
    const channel = path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
    if (intent && (intent.model !== model || intent.channel !== channel))
      problems.push(`${path} is about ${intent.model} and ${intent.channel}`)
    if (intent && policy && !(channel in policy.channels))
      problems.push(`${path}: model.yaml has no channel ${channel}`)
  }
  const findings: Finding[] = []
  if (problems.length > 0) {
    const more = problems.length - mostProblems
    findings.push(
      change(id, `${folder} has ${problems.length} problem${problems.length === 1 ? '' : 's'}`, {
        detail: [...problems.slice(0, mostProblems), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
      }),
    )
  } else findings.push(fine(id, `${folder}: policy, contract and channels can be read`))
  if (policy?.owners.includes('your-login')) {
    findings.push(
      change(`${id}.owners`, `${folder}/model.yaml still names your-login as an owner`, {
        detail: 'Owners answer for the model, and a waiver of its gate is theirs. Put logins of your team there.',
      }),
    )
  }
  return { policy: policy ?? null, findings }
}

/** Whoever made a candidate does not approve it: somebody else has to be there for every approval. */
function checkApprovals({ model, channels }: ModelPolicy, { writers, webUrl }: Examined['settings']): Finding[] {
  const wanted = Math.max(...Object.values(channels).map(({ approvals }) => approvals))
  if (wanted === 0) return []
  const id = `policies.${model}.approvals`
  const url = `${webUrl}/settings/access`
  return given(writers, { id, what: 'who may write', url }, (people) => {
    const count = `${people.length} ${people.length === 1 ? 'person' : 'people'} may write`
    if (people.length > wanted) return [fine(id, `${model} wants approvals by ${wanted}, and ${count}`)]
    return [
      change(id, `${model} wants approvals by ${wanted}, and only ${count}`, {
        detail:
          'The approval of who made a candidate does not count, nor that of who may only read. Invite somebody, or lower approvals in model.yaml.',
        url,
      }),
    ]
  })
}
