import type { RolloutFault, RolloutState, Telemetry } from '@tidemark/schemas'
import { parseTelemetry } from '../judge/signals.ts'
import type { TelemetrySource } from '../sources/telemetry-source.ts'

const deadAfterMs = 24 * 3600 * 1000

export interface FoundTelemetry {
  readonly documents: readonly Telemetry[]
  readonly faults: readonly RolloutFault[]
  /** Sources that were out of reach, in words. What they would have said is not held against the canary: monitoring is out. */
  readonly outages: readonly string[]
  /** Documents that the source keeps until somebody removes them. */
  readonly kept: readonly KeptDocument[]
}

interface KeptDocument {
  readonly source: string
  /** When it was published, or stored where it cannot be read. */
  readonly at: string
  /** The rollout that its server takes part in. */
  readonly seq: number | null
  remove(): Promise<void>
}

/**
 * Reads all sources; one that is out of reach leaves the others. A document that cannot be read is a fault, unless it was stored
 * more than a day ago: a dead server's leftovers must not hold rollouts for good.
 */
export async function readTelemetry(
  sources: readonly TelemetrySource[],
  { model, channel }: { readonly model: string; readonly channel: string },
  now: string,
): Promise<FoundTelemetry> {
  const documents: Telemetry[] = []
  const faults: RolloutFault[] = []
  const outages: string[] = []
  const kept: KeptDocument[] = []
  for (const source of sources) {
    try {
      for (const found of await source.read(model, channel)) {
        const parsed = parseTelemetry([found])
        const [document] = parsed.documents
        const at = document?.publishedAt ?? (await source.writtenAt?.(found.source)) ?? null
        if (at !== null && source.remove)
          kept.push({
            source: found.source,
            at,
            seq: document?.rollout?.seq ?? null,
            remove: async () => source.remove!(found.source),
          })
        if (document) documents.push(document)
        else if (at !== null && isDead(at, now))
          outages.push(`${found.source} cannot be read and is older than a day: it is left out`)
        else faults.push(...parsed.faults)
      }
    } catch (error) {
      outages.push(error instanceof Error ? error.message : String(error))
    }
  }
  return { documents, faults, outages, kept }
}

/**
 * Removes what servers left that have said nothing for a day, but for the counts of rollouts that are under way. All models' looks
 * together, since a server's models share a ref. What cannot be removed is left for the next tick.
 */
export async function removeLeftovers(
  looks: readonly { readonly state: RolloutState; readonly telemetry: FoundTelemetry }[],
  now: string,
): Promise<void> {
  const needed = new Set<string>()
  const dead = new Map<string, KeptDocument>()
  for (const { state, telemetry } of looks) {
    const isUnderWay = state.phase !== 'promoted' && state.phase !== 'rolled-back'
    for (const document of telemetry.kept) {
      if (!isDead(document.at, now) || (isUnderWay && document.seq === state.seq)) needed.add(document.source)
      else dead.set(document.source, document)
    }
  }
  for (const [source, { remove }] of dead) if (!needed.has(source)) await remove().catch(() => undefined)
}

/** Also what claims to be from a day ahead: no clock is that wrong for long. */
function isDead(at: string, now: string): boolean {
  return Math.abs(Date.parse(now) - Date.parse(at)) > deadAfterMs
}
