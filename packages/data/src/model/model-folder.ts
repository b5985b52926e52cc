import { realpath } from 'node:fs/promises'
import { ModelPolicy, type MonitorPolicy, parseYamlDocument, readYaml, TidemarkError } from '@tidemark/schemas'
import { type Contract, parseContract } from '../contract/contract.ts'
import { type DriftRuleNote, withDriftRules } from '../drift/contract-rules.ts'
import { assertLookupNames, describeLookup, type Lookup, type LookupQuery } from '../features/lookups.ts'
import { resolveFiles } from '../fingerprint/files.ts'
import { readBelow } from './read-below.ts'

const hint =
  'Check the inputs model and policy-root and the names in model.yaml, and that the repository is checked out.'

/** A model's folder in a checkout: its policy, its contract and its queries, read and validated. */
export interface ModelFolder {
  /** The checkout, absolute, symbolic links resolved. */
  readonly root: string
  /** The folder relative to the root. */
  readonly folder: string
  readonly policy: ModelPolicy
  readonly contract: Contract
  /** The policy's monitor with the contract's drift rules, and what of them does not count; null without a monitor. */
  readonly monitor: MonitorOfContract | null
  /** Reads a text file of the folder, such as features.sql. */
  readText(path: string): Promise<{ text: string; file: string }>
  /** Reads a query of the folder with the lookups that it may join. */
  readQuery(path: string): Promise<LookupQuery>
}

export interface MonitorOfContract {
  readonly policy: MonitorPolicy
  readonly notes: readonly DriftRuleNote[]
}

/** The monitor of a policy with its contract's drift rules, from the texts of both; null without a monitor. */
export function monitorOfContract(
  { policy, text, file }: { policy: ModelPolicy; text: string; file: string },
  contract: Contract,
): MonitorOfContract | null {
  if (policy.monitor === undefined) return null
  // Once it is parsed, limits that were left out look like those that were written.
  const written = readYaml(text, file).value as { monitor?: { thresholds?: unknown } }
  const hasThresholds = written.monitor?.thresholds !== undefined
  const { monitor, notes } = withDriftRules(policy.monitor, contract, { hasThresholds })
  return { policy: monitor, notes }
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
    return { text: await readBelow(base, file, hint), file }
  }
  const { text, file } = await readText('model.yaml')
  const policy = parseYamlDocument(ModelPolicy, text, file)
  if (policy.model !== model) {
    throw new TidemarkError('POLICY_INVALID', `${file} says model ${policy.model}, its folder says ${model}`, {
      hint: 'Folder and name must agree. Rename one of them.',
    })
  }
  const { text: contractText, file: contractFile } = await readText(policy.data.contract)
  const contract = parseContract(contractText, contractFile, policy.data.object)
  assertLookupNames(policy.data.lookups, contract.object.name)
  const readQuery = async (path: string) => {
    const lookups: Lookup[] = []
    for (const { name, file } of policy.data.lookups) {
      lookups.push(await describeLookup(base, { name, file: `${folder}/${file}` }))
    }
    return { ...(await readText(path)), lookups }
  }
  const monitor = monitorOfContract({ policy, text, file }, contract)
  return { root: base, folder, policy, contract, monitor, readText, readQuery }
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
