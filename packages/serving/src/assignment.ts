import { modelDigest, type RolloutPolicy, type RolloutState, sha256 } from '@tidemark/schemas'

/** A version that can be fetched. `open` may throw; what it returns is checked against `sha256` before it is loaded. */
export interface VersionSource {
  readonly version: string
  /** The digest by which the registry names the version. */
  readonly modelDigest: string
  /** SHA-256 of the ONNX file itself. */
  readonly sha256: string
  open(): Promise<Uint8Array>
}

/** A canary and how far its rollout has come. */
export interface CanarySource extends VersionSource {
  /** Evidence, routing and a local drop belong to one rollout: the channel's `seq`. */
  readonly seq: number
  /** The share of units that it answers, from 0 to 1. */
  readonly weight: number
  /** The canary answers only while `now` plus the time that passed since is before `expiresAt`; both are the source's clock, UTC. */
  readonly lease: { readonly expiresAt: string | null; readonly now: string }
  readonly plan: RolloutPolicy
  /** The champion's live p95, frozen at the rollout's start; null before. */
  readonly slowMs: number | null
  /** Telemetry windows that the rollout has taken into its state, so that they need not be published again. */
  readonly consumed: RolloutState['consumed']
}

/** What should be served now. */
export interface Assignment {
  readonly champion: VersionSource
  readonly canary?: CanarySource
  /** The source's clock, UTC: what telemetry is dated by. Left out, it is this machine's. */
  readonly now?: string
}

/** Where a server learns what to serve. Throws when it cannot say; the server then goes on with what it has. */
export interface ModelSource {
  current(): Promise<Assignment>
}

/** A source that always names one version, whose bytes are at hand: for trying out, examples and tests. */
export function fixedSource({ version, bytes }: { readonly version: string; readonly bytes: Uint8Array }): ModelSource {
  const digest = sha256(bytes)
  const champion = {
    version,
    sha256: digest,
    modelDigest: modelDigest([{ path: 'model.onnx', sha256: digest }]),
    open: async () => bytes,
  }
  return { current: async () => ({ champion }) }
}
