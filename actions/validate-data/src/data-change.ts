import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Contract,
  datasetOptions,
  fingerprintFiles,
  openDataset,
  openEngine,
  publicColumns,
  summariseColumns,
} from '@tidemark/data'
import { type DatasetChange, type DatasetSummary, renderDataChange } from '@tidemark/reports'
import { TidemarkError } from '@tidemark/schemas'
import type { Context } from './checks.ts'

/** Data that a contract describes: paths and globs below a checkout. */
export interface Described {
  readonly contract: Contract
  readonly patterns: readonly string[]
}

/**
 * Tells what differs between the data here and in the checkout of the base, column by column. `readBase` reads the base's own
 * contract, which says what of its data is public. Data that cannot be read there keep nothing from being judged here.
 */
export async function tellChange(
  context: Context,
  now: readonly Described[],
  readBase: (root: string) => Promise<readonly Described[]>,
): Promise<void> {
  const { baseData } = context.inputs
  if (baseData === undefined) return
  const { workspace } = context.github
  const root = join(workspace, baseData)
  const before = await context.group('Data of the base', () => summariseBase(context, root, readBase))
  if (before === null) return
  const after = await context.group('Data of this commit', () => summariseAll(workspace, now))
  const names = [...new Set([...before.keys(), ...after.keys()])]
  context.summary(
    renderDataChange(
      names.map((name): DatasetChange => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null })),
    ),
  )
}

async function summariseBase(
  context: Context,
  root: string,
  readBase: (root: string) => Promise<readonly Described[]>,
): Promise<Map<string, DatasetSummary> | null> {
  try {
    return await summariseAll(root, await readBase(root))
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    context.log(`What changes in the data cannot be told: ${error.code}: ${error.message}`)
    return null
  }
}

async function summariseAll(root: string, described: readonly Described[]): Promise<Map<string, DatasetSummary>> {
  const found = new Map<string, DatasetSummary>()
  for (const { contract, patterns } of described)
    found.set(contract.object.name, await summarise(root, contract, patterns))
  return found
}

async function summarise(root: string, contract: Contract, patterns: readonly string[]): Promise<DatasetSummary> {
  const files = await fingerprintFiles(await realpath(root), patterns)
  await using engine = await openEngine({
    allowedPaths: files.files.map(({ path }) => join(files.root, path)),
    root: files.root,
  })
  const dataset = await openDataset(engine, files, datasetOptions(contract))
  return {
    digest: dataset.digest,
    files: dataset.files.length,
    rows: dataset.rows,
    columns: await summariseColumns(engine, dataset, publicColumns(contract)),
  }
}
