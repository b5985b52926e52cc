import type { Telemetry } from '@tidemark/schemas'
import type { CanarySource } from '../assignment.ts'
import type { CreateHarmJudge, HarmJudge, HarmVerdict } from '../observe/harm.ts'
import { Lease, type LocalClock } from '../routing/lease.ts'

type Drop = NonNullable<Telemetry['dropped']>

/** This server's part in one rollout: its canary's weight, and the reasons to keep the canary out. */
export class Rollout {
  readonly seq: number
  readonly sha256: string
  readonly reference: { readonly version: string; readonly modelDigest: string }
  /** Units are dealt anew in every rollout, so that it is not always the same ones who go first. */
  readonly salt: string
  /** In lower case; undefined where each request is a unit. */
  readonly unitHeader: string | undefined
  readonly judge: HarmJudge | undefined
  readonly #lease: Lease
  readonly #now: () => string
  #weight = 0
  #harm: Drop | null = null
  #load: Drop | null = null
  #leaseEnd: Drop | null = null
  /** When and at how many counted outcomes harm was judged last. */
  judgedAtMs = Number.NEGATIVE_INFINITY
  judgedChanges = -1

  constructor(
    source: CanarySource,
    context: {
      readonly model: string
      readonly channel: string
      readonly clock: LocalClock
      /** Time by the source's clock. */
      readonly now: () => string
      readonly createHarmJudge: CreateHarmJudge | undefined
    },
  ) {
    const { seq, sha256, version, modelDigest, plan } = source
    this.seq = seq
    this.sha256 = sha256
    this.reference = { version, modelDigest }
    this.salt = `${context.channel}/${context.model}/${seq}`
    this.unitHeader = plan.unit.startsWith('header:') ? plan.unit.slice('header:'.length).toLowerCase() : undefined
    this.judge = context.createHarmJudge?.(plan)
    this.#lease = new Lease(context.clock)
    this.#now = context.now
    this.update(source)
  }

  isOf({ seq, sha256 }: CanarySource): boolean {
    return this.seq === seq && this.sha256 === sha256
  }

  /** Takes over the weight and the lease as the source says them now. */
  update({ weight, lease }: CanarySource): void {
    this.#weight = Number.isFinite(weight) ? Math.min(1, Math.max(0, weight)) : 0
    this.#lease.observe(lease)
  }

  /** The share of units for a canary that is loaded: as planned, or 0 while there is a reason to keep it out. */
  get weight(): number {
    if (this.#weight === 0 || this.#harm) return 0
    return this.#lease.isFresh() ? this.#weight : 0
  }

  /** Harm is final for this rollout: a canary that was taken out does not come back by itself. */
  dropForHarm({ reason }: HarmVerdict): void {
    this.#harm ??= { cause: 'harm', at: this.#now(), reason }
  }

  get isDroppedForHarm(): boolean {
    return this.#harm !== null
  }

  /** Null once the canary is loaded. */
  setLoadProblem(reason: string | null): void {
    if (reason === null) this.#load = null
    else if (this.#load?.reason !== reason)
      this.#load = { cause: 'load', at: this.#now(), reason: reason.slice(0, 2000) }
  }

  /** Why the canary is kept out, if it is. */
  get dropped(): Drop | null {
    const isLapsed = this.#weight > 0 && !this.#lease.isFresh()
    if (!isLapsed) this.#leaseEnd = null
    else this.#leaseEnd ??= { cause: 'lease', at: this.#now(), reason: 'the lease ended and nobody renewed the state' }
    return this.#harm ?? this.#load ?? this.#leaseEnd
  }
}
