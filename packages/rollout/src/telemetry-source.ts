import type { TelemetryText } from './judge/signals.ts'

/** Where servers' telemetry is read: refs of the repository, HTTP, files. */
export interface TelemetrySource {
  /** Every document about the model in the channel, unread and in any order. */
  read(model: string, channel: string): Promise<readonly TelemetryText[]>
}
