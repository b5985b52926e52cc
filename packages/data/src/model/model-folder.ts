import { readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { ModelPolicy, parseYamlDocument, TidemarkError } from '@tidemark/schemas'
import { type Contract, parseContract } from '../contract/contract.ts'
import { assertLookupNames, describeLookup, type Lookup, type LookupQuery } from '../features/lookups.ts'
import { resolveFiles } from '../fingerprint/files.ts'

const largestTextBytes = 4 * 1024 * 1024

/** A model's folder in a checkout: its policy, its contract and its queries, read and validated. */
export interface ModelFolder {
  /** The checkout, absolute, symbolic links resolved. */
  readonly root: string
  /** The folder relative to the root. */
  readonly folder: string
  readonly policy: ModelPolicy
  readonly contract: Contract
  /** Reads a text file of the folder, such as features.sql. */
  readText(path: string): Promise<{ text: string; file: string }>
  /** Reads a query of the folder with the lookups that it may join. */
  readQuery(path: string): Promise<LookupQuery>
}

/**
 * Reads `<policyRoot>/<model>/model.yaml` and the contract it names. Throws `FILE_NOT_FOUND`, `PATH_REFUSED`,
 * `POLICY_INVALID` and `CONTRACT_INVALID`, each with file, line and what was expected.
 */
export async function openModelFolder(
  root: string,
  { policyRoot, model }: { policyRoot: string; model: string },
): Promise<ModelFolder> {
  const base = await realpath(root)
  const folder = `${policyRoot}/${model}`
  const readText = async (path: string) => {
    const file = `${folder}/${path}`
    return { text: await readBelow(base, file), file }
  }
  const { text, file } = await readText('model.yaml')
  const policy = parseYamlDocument(ModelPolicy, text, file)
  if (policy.model !== model) {
    throw new TidemarkError('POLICY_INVALID', `${file} says model ${policy.model}, its folder says ${model}`, {
      hint: 'Folder and name must agree. Rename one of them.',
    })
  }
  const { text: contractText, file: contractFile } = await readText(policy.data.contract)
  const contract = parseContract(contractText, contractFile)
  assertLookupNames(policy.data.lookups, contract.object.name)
  const readQuery = async (path: string) => {
    const lookups: Lookup[] = []
    for (const { name, file } of policy.data.lookups) {
      lookups.push(await describeLookup(base, { name, file: `${folder}/${file}` }))
    }
    return { ...(await readText(path)), lookups }
  }
  return { root: base, folder, policy, contract, readText, readQuery }
}

/** The data files that a policy names, split by path order: the newest are kept from training. */
export interface Splits {
  readonly training: readonly string[]
  readonly holdout: readonly string[]
}

/** Throws `DATA_EMPTY` where there are too few files to train on some and judge by others. */
export async function splitFiles({ root, policy }: Pick<ModelFolder, 'root' | 'policy'>): Promise<Splits> {
  const { files, holdout } = policy.data
  const paths = await resolveFiles(root, typeof files === 'string' ? [files] : files)
  const { newestFiles } = holdout
  if (paths.length <= newestFiles) {
    throw new TidemarkError(
      'DATA_EMPTY',
      `${paths.length} data file${paths.length === 1 ? '' : 's'} cannot be split: the newest ${newestFiles} judge, and none is left to train on`,
      {
        hint: 'Add data files, or lower data.holdout.newestFiles in model.yaml.',
        problems: paths.map((file) => ({ file, message: 'is held out' })),
      },
    )
  }
  return { training: paths.slice(0, -newestFiles), holdout: paths.slice(-newestFiles) }
}

async function readBelow(root: string, file: string): Promise<string> {
  const path = await realpath(join(root, file)).catch((cause: unknown) => {
    throw new TidemarkError('FILE_NOT_FOUND', `${file} does not exist`, {
      hint: 'Check the inputs model and policy-root and the names in model.yaml, and that the repository is checked out.',
      cause,
    })
  })
  const inside = relative(root, path)
  if (inside.split(sep)[0] === '..') {
    throw new TidemarkError('PATH_REFUSED', `${file} leads outside the checkout`, {
      hint: 'Replace the symbolic link by the file itself.',
    })
  }
  const { size } = await stat(path)
  if (size > largestTextBytes) {
    throw new TidemarkError('FILE_TOO_LARGE', `${file} has ${size} bytes, more than ${largestTextBytes}`, {
      hint: 'Policies, contracts and queries are small texts; keep data out of them.',
    })
  }
  return readFile(path, 'utf8')
}
