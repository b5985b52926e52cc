import type { Telemetry } from '@tidemark/schemas'

/** Where a server's counts go; each document replaces the one of the same channel, instance and model. May throw: the next one holds the same counts. */
export interface TelemetrySink {
  publish(telemetry: Telemetry): Promise<void>
}
