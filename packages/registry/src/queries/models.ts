import {
  type ChannelTenure,
  type DriftVerdict,
  layout,
  parseVersion,
  type RecordedEvent,
  type RolloutState,
  Version,
  VersionManifest,
  windowName,
} from '@tidemark/schemas'
import { readDrift } from '../overview/drift.ts'
import type { RegistryView } from './registry-view.ts'

export interface ModelSummary {
  readonly model: string
  /** How many versions are registered. */
  readonly versions: number
  readonly newest: string | null
  /** What each channel holds, with its metrics; by name. */
  readonly channels: readonly HeldVersion[]
  /** The rollout that is under way. */
  readonly canary: {
    readonly version: string
    readonly channel: string
    readonly phase: RolloutState['phase']
    readonly weight: number
  } | null
  /** The newest window that was judged, as `week of 2001-04-23`. */
  readonly drift: { readonly window: string; readonly verdict: DriftVerdict; readonly reason: string } | null
}

export interface HeldVersion extends ChannelTenure {
  readonly channel: string
  readonly metrics: VersionManifest['metrics']
}

/** Each model, or those named, with what is in its channels now. */
export async function summarizeModels(view: RegistryView, models: readonly string[]): Promise<ModelSummary[]> {
  await view.list(models, ['versions', 'events', 'drift'])
  const summaries: ModelSummary[] = []
  for (const model of models) summaries.push(await summarize(view, model))
  return summaries
}

async function summarize(view: RegistryView, model: string): Promise<ModelSummary> {
  const versions = versionsOf(view, model)
  const [settled, told, rollouts] = await Promise.all([
    view.events(model, (type) => type === 'promotion.settled'),
    view.events(model, (type) => type === 'drift.detected' || type === 'drift.resolved'),
    view.rollouts(model),
  ])
  const [channels, drift] = await Promise.all([
    readHeld(view, model, settled),
    readDrift(view.facts, model, { paths: newestWindow(view.paths(model, 'drift')), events: told, most: 1 }),
  ])
  const canary = rollouts.find(isUnderWay)
  const newest = drift.at(-1)
  return {
    model,
    versions: versions.length,
    newest: versions.at(-1) ?? null,
    channels,
    canary: canary
      ? { version: canary.canary.version, channel: canary.channel, phase: canary.phase, weight: canary.weight }
      : null,
    drift: newest ? { window: windowName(newest), verdict: newest.verdict, reason: newest.reason } : null,
  }
}

async function readHeld(view: RegistryView, model: string, settled: readonly RecordedEvent[]): Promise<HeldVersion[]> {
  const held = (await view.channels(model, settled)).flatMap(({ channel, tenures }) =>
    tenures.slice(-1).map((tenure) => ({ channel, ...tenure })),
  )
  return Promise.all(
    held.map(async (tenure) => {
      const path = layout.version(model, tenure.version)
      return { ...tenure, metrics: (await view.facts.read(VersionManifest, { path, model }))?.metrics ?? {} }
    }),
  )
}

/** Registered versions, oldest first, as the names of their files tell. */
export function versionsOf(view: RegistryView, model: string): string[] {
  const from = layout.versions(model).length + 1
  const names = view.paths(model, 'versions').map((path) => path.slice(from, -'.json'.length))
  // Taken apart once each: comparing does it again and again.
  return names
    .filter((name) => Version.safeParse(name).success)
    .map((version) => ({ version, ...parseVersion(version) }))
    .sort((a, b) => a.major - b.major || a.minor - b.minor || a.patch - b.patch)
    .map(({ version }) => version)
}

export const isUnderWay = ({ phase }: Pick<RolloutState, 'phase'>): boolean =>
  phase === 'pending' || phase === 'running' || phase === 'holding'

/** Checks of the newest window; the paths sort by it. */
function newestWindow(paths: readonly string[]): string[] {
  const start = (path: string) => path.slice(path.lastIndexOf('/') + 1).slice(0, 10)
  const newest = paths.map(start).sort().at(-1)
  return paths.filter((path) => start(path) === newest)
}
