import type { TelemetryText } from '../judge/signals.ts'

/** Where servers' telemetry is read: refs of the repository, HTTP, files. */
export interface TelemetrySource {
  /** Every document about the model in the channel, unread and in any order. Throws where the source is out of reach. */
  read(model: string, channel: string): Promise<readonly TelemetryText[]>
  /** When a document was stored, by the source's own time, where it knows: what cannot be read does not say so itself. */
  writtenAt?(source: string): Promise<string | null>
  /** Removes what a dead server left behind, where the source keeps it for good; `source` is from `read`. */
  remove?(source: string): Promise<void>
}
