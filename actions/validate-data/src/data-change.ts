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

/** What is known of the data beside the verdict. */
export interface ToldData {
  /** Left out where the data were compared with none. */
  readonly changes?: readonly DatasetChange[] | undefined
  /** By object; without those that were too many to be read for it. */
  readonly summaries: ReadonlyMap<string, DatasetSummary>
}

/** Values that are read once more for the page alone: about a second. */
const mostValues = 10_000_000

interface Judged extends Described {
  /** Rows times columns. */
  readonly values: number
}

/**
 * Summarises the data, and tells what differs between the data here and in the checkout of the base, column by column. `readBase`
 * reads the base's own contract, which says what of its data is public. Data that cannot be read there keep nothing from being judged here.
 */
export async function tellChange(
  context: Context,
  now: readonly Judged[],
  readBase: (root: string) => Promise<readonly Described[]>,
): Promise<ToldData> {
  const { baseData } = context.inputs
  const { workspace } = context.github
  const before =
    baseData === undefined
      ? null
      : await context.group('Data of the base', () =>
          summariseReadable(context, async () => {
            const root = join(workspace, baseData)
            return { root, described: await readBase(root) }
          }),
        )
  const few = before === null ? now.filter(({ values }) => values <= mostValues) : now
  const after = await context.group('Columns', () =>
    summariseReadable(context, () => ({ root: workspace, described: few })),
  )
  if (before === null || after === null) return { summaries: after ?? new Map() }
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const changes = names.map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }))
  context.summary(renderDataChange(changes))
  return { changes, summaries: after }
}

/** Null where the data cannot be read as the contract has it. The verdict says what there is to say of that. */
async function summariseReadable(
  context: Context,
  find: () =>
    | { root: string; described: readonly Described[] }
    | Promise<{ root: string; described: readonly Described[] }>,
): Promise<Map<string, DatasetSummary> | null> {
  try {
    const { root, described } = await find()
    const found = new Map<string, DatasetSummary>()
    for (const each of described) found.set(each.contract.object.name, await summarise(root, each))
    return found
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    context.log(`What changes in the data cannot be told: ${error.code}: ${error.message}`)
    return null
  }
}

async function summarise(root: string, { contract, patterns }: Described): Promise<DatasetSummary> {
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
