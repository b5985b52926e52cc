import { layout, ModelPolicy, parseYamlDocument, sha256, TidemarkError } from '@tidemark/schemas'
import type { Registry } from './ports.ts'

/** A file's text, and its path for messages. */
interface PolicyText {
  readonly text: string
  readonly file: string
}

/** The policy and the contract as a commit of the default branch has them, whatever the branch at hand says: read, and as texts. */
export async function readPolicy(
  { reviews, policyRoot }: Pick<Registry, 'reviews' | 'policyRoot'>,
  model: string,
  ref: string,
): Promise<{ policy: ModelPolicy; contractSha256: string; texts: Record<'policy' | 'contract', PolicyText> }> {
  const read = async (path: string) => {
    const text = await reviews.readFile(path, ref)
    if (text !== null) return text
    throw new TidemarkError('FILE_NOT_FOUND', `${path} is not on the default branch (${ref})`, {
      hint: 'The default branch decides policy and contract. Merge the file there first, or correct the inputs model and policy-root.',
    })
  }
  const path = layout.policy(policyRoot, model)
  const text = await read(path)
  const policy = parseYamlDocument(ModelPolicy, text, path)
  if (policy.model !== model) {
    throw new TidemarkError('POLICY_INVALID', `${path} says model ${policy.model}, its folder says ${model}`, {
      hint: 'Folder and name must agree. Rename one of them.',
    })
  }
  const contractPath = `${policyRoot}/${model}/${policy.data.contract}`
  const contract = await read(contractPath)
  return {
    policy,
    contractSha256: sha256(contract),
    texts: { policy: { text, file: path }, contract: { text: contract, file: contractPath } },
  }
}
