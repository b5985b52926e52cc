import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Contract,
  type DigestCache,
  datasetOptions,
  fingerprintFiles,
  openDataset,
  openEngine,
  parseBaseline,
  publicColumns,
  readBaseline,
  summariseBaseline,
  summariseColumns,
} from '@tidemark/data'
import { type DatasetChange, type DatasetSummary, renderDataChange } from '@tidemark/reports'
import { type Baseline, TidemarkError } from '@tidemark/schemas'
import { readAt } from './base-contract.ts'
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
 * reads the base's own contract, which says what of its data is public. Where the base has no data, and where only its commit is
 * named, the baseline that is committed there stands for them. Data that cannot be read there keep nothing from being judged here.
 */
export async function tellChange(
  context: Context,
  { now, cache }: { now: readonly Judged[]; cache: DigestCache },
  readBase: (root: string) => Promise<readonly Described[]>,
): Promise<ToldData> {
  const { baseData } = context.inputs
  const { workspace } = context.github
  const before = await summariseBefore(context, { now, cache }, readBase)
  const isCompared = ({ contract }: Described) =>
    before !== null && (baseData !== undefined || before.has(contract.object.name))
  const few = now.filter((each) => each.values <= mostValues || isCompared(each))
  const after = await context.group('Columns', () => orTold(context, () => summariseAll(workspace, few, cache)))
  if (before === null || after === null) return { summaries: after ?? new Map() }
  // Of objects that the base's data would tell of, and its baselines do not, nothing is said.
  const names = baseData === undefined ? [...before.keys()] : [...new Set([...before.keys(), ...after.keys()])]
  const changes = names.map((name) => changeOf(name, before.get(name) ?? null, after.get(name) ?? null))
  context.summary(renderDataChange(changes))
  return { changes, summaries: after }
}

/** The base's data, or its baselines; null where there is nothing to compare with. */
async function summariseBefore(
  context: Context,
  { now, cache }: { now: readonly Described[]; cache: DigestCache },
  readBase: (root: string) => Promise<readonly Described[]>,
): Promise<Map<string, DatasetSummary> | null> {
  const { baseData, base } = context.inputs
  if (baseData !== undefined) {
    const root = join(context.github.workspace, baseData)
    return context.group('Data of the base', () => summariseBase(context, root, { readBase, cache }))
  }
  const baselines = base === undefined ? null : await readBaselines(context, base, now)
  return baselines === null || baselines.size === 0 ? null : baselines
}

/** A baseline says nothing of columns that it does not count. */
function changeOf(name: string, before: DatasetSummary | null, after: DatasetSummary | null): DatasetChange {
  if (before?.baselineOf === undefined || after === null) return { name, before, after }
  const counted = new Set(before.columns.map((column) => column.name))
  return { name, before, after: { ...after, columns: after.columns.filter((column) => counted.has(column.name)) } }
}

async function summariseBase(
  context: Context,
  root: string,
  { readBase, cache }: { readBase: (root: string) => Promise<readonly Described[]>; cache: DigestCache },
): Promise<Map<string, DatasetSummary> | null> {
  return orTold(context, async () => {
    const found = new Map<string, DatasetSummary>()
    for (const { contract, patterns } of await readBase(root)) {
      const path = baselineOf(contract)
      try {
        found.set(contract.object.name, await summarise(root, contract, { patterns, cache }))
      } catch (error) {
        if (!(error instanceof TidemarkError) || path === undefined) throw error
        context.log(`${contract.object.name}: ${error.message} in the base; ${path} stands for its data`)
        found.set(contract.object.name, ofBaseline(await readBaseline(root, path)))
      }
    }
    return found
  })
}

/** Baselines as the base's commit has them. */
function readBaselines(
  context: Context,
  base: string,
  now: readonly Described[],
): Promise<Map<string, DatasetSummary> | null> {
  return orTold(context, async () => {
    const found = new Map<string, DatasetSummary>()
    for (const { contract } of now) {
      const path = baselineOf(contract)
      const text = path === undefined ? null : await readAt(context.github.workspace, base, path)
      if (path !== undefined && text !== null)
        found.set(contract.object.name, ofBaseline(parseBaseline(text, `${path} at ${base}`)))
    }
    return found
  })
}

const baselineOf = ({ driftRules }: Contract): string | undefined =>
  driftRules.flatMap(({ baseline }) => baseline ?? [])[0]

function ofBaseline(baseline: Baseline): DatasetSummary {
  const { dataset, rows, period } = baseline
  return { digest: dataset, files: null, rows, baselineOf: period, columns: summariseBaseline(baseline) }
}

/** What the base does not tell is said, and keeps nothing else from being done. */
async function orTold<T>(context: Context, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    context.log(`What changes in the data cannot be told: ${error.code}: ${error.message}`)
    return null
  }
}

async function summariseAll(
  root: string,
  described: readonly Described[],
  cache: DigestCache,
): Promise<Map<string, DatasetSummary>> {
  const found = new Map<string, DatasetSummary>()
  for (const { contract, patterns } of described)
    found.set(contract.object.name, await summarise(root, contract, { patterns, cache }))
  return found
}

async function summarise(
  root: string,
  contract: Contract,
  { patterns, cache }: { patterns: readonly string[]; cache: DigestCache },
): Promise<DatasetSummary> {
  const files = await fingerprintFiles(await realpath(root), patterns, cache)
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
