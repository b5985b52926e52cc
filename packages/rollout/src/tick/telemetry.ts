import type { RolloutFault, Telemetry } from '@tidemark/schemas'
import { parseTelemetry } from '../judge/signals.ts'
import type { TelemetrySource } from '../sources/telemetry-source.ts'

const deadAfterMs = 24 * 3600 * 1000

export interface FoundTelemetry {
  readonly documents: readonly Telemetry[]
  readonly faults: readonly RolloutFault[]
  /** Sources that were out of reach, in words. What they would have said is not held against the canary: monitoring is out. */
  readonly outages: readonly string[]
  /** Removes documents of servers that have said nothing for a day. */
  removeDead(now: string): Promise<void>
}

/** Reads all sources; one that is out of reach leaves the others. */
export async function readTelemetry(
  sources: readonly TelemetrySource[],
  { model, channel }: { readonly model: string; readonly channel: string },
): Promise<FoundTelemetry> {
  const documents: Telemetry[] = []
  const faults: RolloutFault[] = []
  const outages: string[] = []
  const removable: { publishedAt: string; remove: () => Promise<void> }[] = []
  for (const source of sources) {
    try {
      for (const found of await source.read(model, channel)) {
        const parsed = parseTelemetry([found])
        documents.push(...parsed.documents)
        faults.push(...parsed.faults)
        const { publishedAt } = parsed.documents[0] ?? {}
        if (publishedAt !== undefined && source.remove)
          removable.push({ publishedAt, remove: async () => source.remove!(found.source) })
      }
    } catch (error) {
      outages.push(error instanceof Error ? error.message : String(error))
    }
  }
  return {
    documents,
    faults,
    outages,
    async removeDead(now) {
      const dead = removable.filter(({ publishedAt }) => Date.parse(now) - Date.parse(publishedAt) > deadAfterMs)
      for (const { remove } of dead) await remove()
    },
  }
}
