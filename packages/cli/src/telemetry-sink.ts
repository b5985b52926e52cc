import { TidemarkError } from '@tidemark/schemas'
import type { TelemetrySink } from '@tidemark/serving'

/** Publishes until GitHub says that the token may not: that is said once, and the server goes on without. */
export function publishWhilePermitted(sink: TelemetrySink, log: (text: string) => void): TelemetrySink {
  let isDenied = false
  return {
    async publish(telemetry) {
      if (isDenied) return
      try {
        await sink.publish(telemetry)
      } catch (error) {
        // A fine-grained token without the permission gets 404 on writes.
        const isMissing = (error as { status?: unknown } | null)?.status === 404
        if (!isMissing && !(error instanceof TidemarkError && error.code === 'GITHUB_DENIED')) throw error
        isDenied = true
        log(
          'publishing no telemetry from now on: the token may not write refs (contents: write); a rollout hears nothing of this server',
        )
      }
    },
  }
}
