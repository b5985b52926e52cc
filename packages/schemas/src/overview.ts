import type { DriftCheck } from './drift.ts'
import type { Evaluation } from './evaluation.ts'
import type { Dataset, RegistryEvent, Run, Validation, VersionManifest } from './facts.ts'
import type { RolloutState } from './rollout.ts'

/** What a registry says at one commit, as people read it: derived from facts, never stored. */
export interface Overview {
  /** The registry branch's commit; null where the branch does not exist. */
  readonly head: string | null
  /** The newest time that any fact read here tells; null where there is none. */
  readonly asOf: string | null
  /** By name. */
  readonly models: readonly ModelOverview[]
  /** Facts that could not be read, do not fit together or were too many, by path. */
  readonly problems: readonly OverviewProblem[]
}

export interface OverviewProblem {
  readonly path: string
  readonly message: string
}

export interface ModelOverview {
  readonly model: string
  /** Oldest first; of very many, the newest. */
  readonly versions: readonly VersionOverview[]
  /** How many older versions are not among `versions`. */
  readonly olderVersions: number
  /** By name. */
  readonly channels: readonly ChannelOverview[]
  /** Newest first: of each the last state. */
  readonly rollouts: readonly RolloutState[]
  /** Oldest first, one check per window: the newest. */
  readonly drift: readonly DriftSummary[]
  /** Newest first. */
  readonly events: readonly RegistryEvent[]
}

/** A drift check without the counts that it was made from. */
export type DriftSummary = Omit<DriftCheck, 'statistics'>

export const versionStatuses = [
  'live',
  'canary',
  'proposed',
  'merged',
  'refused',
  'rolled-back',
  'former',
  'retired',
  'published',
  'pending',
] as const
/**
 * `live`: in a channel now. `merged`: approved, its rollout or settling is to come. `former`: was in a channel, and was followed
 * by another. `retired`: its assets were dropped. `pending`: registered, its release is not published yet.
 */
export type VersionStatus = (typeof versionStatuses)[number]

export interface VersionOverview {
  readonly manifest: VersionManifest
  readonly status: VersionStatus
  /** The channels that hold it now. */
  readonly channels: readonly string[]
  /** When its release was published; null while it is not, or where no event says so. */
  readonly publishedAt: string | null
  /** What it came from; null for old versions, which are not read so far. */
  readonly lineage: VersionLineage | null
}

/** The facts that a manifest names. What could not be read is null or left out, and among the overview's problems. */
export interface VersionLineage {
  readonly run: Run | null
  /** Without the statistics of its decision. */
  readonly evaluation: Omit<Evaluation, 'statistics'> | null
  readonly datasets: readonly Dataset[]
  readonly validations: readonly Validation[]
}

export interface ChannelOverview {
  readonly channel: string
  /** Oldest first; the last one is what the channel holds. */
  readonly tenures: readonly ChannelTenure[]
}

/** A time in which a channel held one model; a later `seq` that names the same bytes goes on with it. */
export interface ChannelTenure {
  readonly version: string
  readonly modelDigest: string
  /** The newest `seq`. */
  readonly seq: number
  readonly since: string
  /** When another version followed; null while it has not. */
  readonly until: string | null
  readonly approvedBy: readonly string[]
  readonly pullRequest: number | null
}
