import { type ModelOverview, Name, type Overview } from '@tidemark/schemas'
import type { LedgerReader } from '../ports.ts'
import { readChannels } from './channels.ts'
import { readDrift } from './drift.ts'
import { compareText, readEvents } from './events.ts'
import { FactReader } from './fact-reader.ts'
import { readPerformance } from './performance.ts'
import { readRollouts } from './rollouts.ts'
import { describeVersions, readManifests } from './versions.ts'

/** How much is read of each model; what is beyond is counted or reported, never passed over in silence. */
export interface OverviewLimits {
  readonly versions: number
  /** Versions, from the newest, whose run, evaluation and data are read too. */
  readonly lineages: number
  readonly events: number
  readonly rollouts: number
  /** Windows of drift checks. */
  readonly windows: number
}

const defaultLimits: OverviewLimits = { versions: 500, lineages: 40, events: 10_000, rollouts: 20, windows: 106 }

/**
 * Everything that the registry branch tells about its models, or about one, at its head. A model that is not there gives an
 * overview without models. Facts that cannot be read are among `problems`; the verdict on them is `verifyRegistry`'s.
 */
export async function readOverview(
  ledger: LedgerReader,
  { model, limits = {} }: { readonly model?: string | undefined; readonly limits?: Partial<OverviewLimits> } = {},
): Promise<Overview> {
  const head = await ledger.head()
  if (head === null) return { head, asOf: null, models: [], problems: [] }
  const bounds = { ...defaultLimits, ...limits }
  const facts = new FactReader(ledger, head)
  const [files, tags] = await Promise.all([ledger.files(head), ledger.tags(model ?? '')])
  const byModel = groupByModel(files)
  const names = [...byModel.keys()].filter((name) => model === undefined || name === model).sort(compareText)
  const models: ModelOverview[] = []
  for (const name of names)
    models.push(await readModel({ ledger, facts, head, tags, bounds }, name, byModel.get(name)!))
  const times = models.flatMap(timesOf).sort()
  const problems = facts.problems.sort((a, b) => compareText(a.path, b.path) || compareText(a.message, b.message))
  return { head, asOf: times.at(-1) ?? null, models, problems }
}

interface Reading {
  readonly ledger: LedgerReader
  readonly facts: FactReader
  readonly head: string
  readonly tags: readonly string[]
  readonly bounds: OverviewLimits
}

type Paths = Record<'versions' | 'events' | 'drift' | 'performance' | 'rollouts', string[]>

async function readModel(reading: Reading, model: string, paths: Paths): Promise<ModelOverview> {
  const { facts, tags, bounds } = reading
  const events = await readEvents(facts, model, { paths: paths.events, most: bounds.events })
  const [channels, { manifests, older }, drift, performance, rollouts] = await Promise.all([
    readChannels(reading, model, { tags, events }),
    readManifests(facts, model, { paths: paths.versions, most: bounds.versions }),
    readDrift(facts, model, { paths: paths.drift, events, most: bounds.windows }),
    readPerformance(facts, model, { paths: paths.performance, most: bounds.windows }),
    Promise.all(paths.rollouts.map((path) => readRollouts(reading, model, { path, most: bounds.rollouts }))),
  ])
  const newestFirst = rollouts.flat().sort((a, b) => compareText(b.openedAt, a.openedAt) || b.seq - a.seq)
  const versions = await describeVersions(facts, manifests, {
    channels,
    rollouts: newestFirst,
    events,
    lineages: bounds.lineages,
  })
  return {
    model,
    versions,
    olderVersions: older,
    channels,
    rollouts: newestFirst,
    drift,
    ...(performance.length > 0 ? { performance } : {}),
    events,
  }
}

function groupByModel(files: readonly string[]): Map<string, Paths> {
  const models = new Map<string, Paths>()
  for (const path of files) {
    const match =
      /^models\/(?<model>[^/]+)\/(?<kind>versions|events|drift|performance)\/.+\.json$/.exec(path) ??
      /^(?<kind>rollouts)\/[^/]+\/(?<model>[^/]+)\.json$/.exec(path)
    const { model = '', kind } = match?.groups ?? {}
    if (kind === undefined || !Name.safeParse(model).success) continue
    const paths = models.get(model) ?? { versions: [], events: [], drift: [], performance: [], rollouts: [] }
    paths[kind as keyof Paths].push(path)
    models.set(model, paths)
  }
  return models
}

function timesOf({ versions, rollouts, events }: ModelOverview): string[] {
  return [
    ...events.slice(0, 1).map(({ at }) => at),
    ...versions.map(({ manifest }) => manifest.registeredAt),
    ...rollouts.map(({ updatedAt }) => updatedAt),
  ]
}
