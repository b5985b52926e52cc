import { layout, ModelPolicy, parseYamlDocument, sha256, TidemarkError } from '@tidemark/schemas'
import type { Registry } from './ports.ts'

/** The policy and the contract's digest as a commit of the default branch has them, whatever the branch at hand says. */
export async function readPolicy(
  { reviews, policyRoot }: Pick<Registry, 'reviews' | 'policyRoot'>,
  model: string,
  ref: string,
): Promise<{ policy: ModelPolicy; contractSha256: string }> {
  const read = async (path: string) => {
    const text = await reviews.readFile(path, ref)
    if (text !== null) return text
    throw new TidemarkError('FILE_NOT_FOUND', `${path} is not on the default branch (${ref})`, {
      hint: 'The default branch decides policy and contract. Merge the file there first, or correct the inputs model and policy-root.',
    })
  }
  const path = layout.policy(policyRoot, model)
  const policy = parseYamlDocument(ModelPolicy, await read(path), path)
  if (policy.model !== model) {
    throw new TidemarkError('POLICY_INVALID', `${path} says model ${policy.model}, its folder says ${model}`, {
      hint: 'Folder and name must agree. Rename one of them.',
    })
  }
  return { policy, contractSha256: sha256(await read(`${policyRoot}/${model}/${policy.data.contract}`)) }
}
