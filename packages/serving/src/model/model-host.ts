import { randomUUID } from 'node:crypto'
import type { Telemetry } from '@tidemark/schemas'
import type { CanarySource } from '../assignment.ts'
import { Exposure } from '../observe/exposure.ts'
import type { CreateHarmJudge, HarmVerdict } from '../observe/harm.ts'
import type { Metrics } from '../observe/metrics.ts'
import type { PredictionLog } from '../observe/prediction-log.ts'
import { type InferenceRequest, type RequestContract, readInferenceRequest } from '../protocol/inference-request.ts'
import { writeInferenceResponse } from '../protocol/inference-response.ts'
import { RequestError } from '../protocol/request-error.ts'
import { type Arm, chooseArm } from '../routing/arm.ts'
import type { LocalClock } from '../routing/lease.ts'
import { SourceClock } from '../routing/source-clock.ts'
import { type Attempt, attempt, type Served } from './attempt.ts'
import { Batcher } from './batcher.ts'
import type { LoadedModel } from './loaded-model.ts'
import { Rollout } from './rollout.ts'

export interface HostOptions {
  readonly model: string
  readonly channel: string
  readonly instance: string
  readonly clock: LocalClock
  readonly metrics: Metrics
  readonly log: PredictionLog | undefined
  /** A judge for each canary. Left out, this server leaves judging to the rollout. */
  readonly createHarmJudge: CreateHarmJudge | undefined
  /** Heard once for each canary that this server drops. */
  readonly onDrop: (drop: { readonly model: string; readonly version: string; readonly verdict: HarmVerdict }) => void
}

/** A value of a request's header, by lower-case name. */
export type ReadHeader = (name: string) => string | undefined

interface Routed {
  readonly arm: Arm
  readonly weight: number
  readonly unit: string | undefined
  readonly exposure: Exposure
  readonly rollout: Rollout | undefined
}

/** An error calls for a judgement at once, but a burst of them for one every so often. */
const judgeEveryMs = 20

/** One model's champion and canary: routes requests between them, counts what happens, and takes a harmful canary out. */
export class ModelHost {
  /** Of champion and canary, which are answered in the same turns. */
  readonly batcher = new Batcher()
  readonly #options: HostOptions
  readonly #time: SourceClock
  #startedAt: string
  #champion: Served | undefined
  #canary: Served | undefined
  #rollout: Rollout | undefined
  #exposure: Exposure
  #requests: RequestContract | undefined
  /** Every input that a version served here had. */
  readonly #knownInputs = new Set<string>()
  /** By rollout: a canary that did harm stays out of that rollout, also when the source takes it away and names it again. */
  readonly #harms = new Map<number, HarmVerdict>()

  constructor(options: HostOptions) {
    this.#options = options
    this.#time = new SourceClock(options.clock)
    this.#startedAt = this.#time.now()
    this.#exposure = new Exposure({ sequence: 0, now: this.#startedAt, slowMs: null })
  }

  get name(): string {
    return this.#options.model
  }

  get champion(): LoadedModel | undefined {
    return this.#champion?.model
  }

  get canary(): LoadedModel | undefined {
    return this.#canary?.model
  }

  get rollout(): Rollout | undefined {
    return this.#rollout
  }

  /** The share of units that the canary answers right now. */
  get weight(): number {
    const canary = this.#canary
    return canary && this.#rollout?.sha256 === canary.model.sha256 ? this.#rollout.weight : 0
  }

  /** Takes over the source's time. Counting begins anew with the first one that is known. */
  setTime(now: string): void {
    const isFirst = !this.#time.isKnown
    this.#time.set(now)
    if (!isFirst) return
    this.#startedAt = this.#time.now()
    this.#startExposure({ keepsChampion: false })
  }

  /** Puts a champion into service in one step. Requests under way finish on the models they began with; those are then freed. */
  setChampion(model: LoadedModel): void {
    const previous = this.#champion?.model
    if (previous === model) return
    this.#champion = { model, series: this.#options.metrics.series(this.name, model.version, 'champion') }
    if (this.#canary?.model === model) this.#canary = undefined
    this.#describeRequests()
    this.#startExposure({ keepsChampion: false })
    previous?.retire()
  }

  /** Puts a canary beside the champion, or takes it away. */
  setCanary(model: LoadedModel | undefined): void {
    const previous = this.#canary?.model
    if (previous === model) return
    this.#canary = model && { model, series: this.#options.metrics.series(this.name, model.version, 'canary') }
    this.#describeRequests()
    if (previous && previous !== this.#champion?.model) previous.retire()
  }

  /** Takes over how far the rollout has come; at once, without waiting for anything to be loaded. */
  follow(source: CanarySource | undefined): void {
    if (source && this.#rollout?.isOf(source)) this.#rollout.update(source)
    else if (source || this.#rollout) {
      this.#rollout = source && new Rollout(source, { ...this.#options, now: () => this.#time.now() })
      const harm = source && this.#harms.get(source.seq)
      if (harm) this.#rollout?.dropForHarm(harm)
      this.#startExposure({ keepsChampion: true })
    }
    this.#exposure.slowMs = source?.slowMs ?? null
    const consumed = source?.consumed.find(({ instance }) => instance === this.#options.instance)
    if (consumed) this.#exposure.forget(consumed.sequence)
  }

  /** The version asked for, or the champion. Throws `RequestError` 503 or 404. */
  find(version: string | undefined): LoadedModel {
    const champion = this.#champion?.model
    if (!champion) throw new RequestError(503, `model ${this.name} is not ready`)
    if (version === undefined || version === champion.version) return champion
    if (version === this.#canary?.model.version) return this.#canary.model
    throw new RequestError(404, `model ${this.name} has no version ${JSON.stringify(version.slice(0, 64))} loaded here`)
  }

  /**
   * What callers may send: the champion's inputs, and the optional ones of the canary beside it. Inputs of versions that were here
   * before are passed over, so that a canary's end is no error for callers. Undefined without a champion.
   */
  get requests(): RequestContract | undefined {
    return this.#requests
  }

  versions(): string[] {
    return [this.#champion?.model.version, this.#canary?.model.version].filter((version) => version !== undefined)
  }

  /** Answers a request as JSON text. Throws `RequestError`. */
  async infer(
    body: Buffer,
    { version, header }: { readonly version?: string | undefined; readonly header: ReadHeader },
  ): Promise<string> {
    const startMs = performance.now()
    if (version !== undefined) return this.#inferVersion(body, version, startMs)
    const champion = this.#champion
    if (!champion) throw new RequestError(503, `model ${this.name} is not ready`)
    const request = readInferenceRequest(body, this.#requests ?? champion.model.contract)
    const id = request.id ?? randomUUID()
    const canary = this.#canary
    const routed = this.#route(id, header)
    // Held from here on: a swap while the canary is asked must not free the champion that may have to answer instead.
    champion.model.acquire()
    try {
      if (routed.arm === 'canary' && canary) {
        const result = await attempt(canary, request, startMs)
        this.#count(routed, result)
        if (result.outputs) return this.#answer(canary.model, { id, routed, request, status: 'ok' }, result)
        this.judge()
      }
      const result = await attempt(champion, request, startMs)
      if (routed.arm === 'champion') this.#count(routed, result)
      return this.#answer(
        champion.model,
        { id, routed, request, status: routed.arm === 'canary' ? 'fallback' : 'ok' },
        result,
      )
    } finally {
      champion.model.release()
    }
  }

  /** Judges harm from the counts, if there are new ones; drops the canary for good when it is proven. */
  judge(): void {
    const rollout = this.#rollout
    const { changes } = this.#exposure
    if (!rollout?.judge || rollout.isDroppedForHarm || rollout.judgedChanges === changes) return
    const nowMs = this.#options.clock.monotonicMs()
    if (nowMs - rollout.judgedAtMs < judgeEveryMs) return
    rollout.judgedAtMs = nowMs
    rollout.judgedChanges = changes
    const verdict = rollout.judge.judge(this.#exposure.openGroups())
    if (!verdict.isHarmful) return
    rollout.dropForHarm(verdict)
    this.#harms.set(rollout.seq, verdict)
    this.#options.onDrop({ model: this.name, version: rollout.reference.version, verdict })
  }

  /** Ends the telemetry window. */
  closeWindow(): void {
    this.judge()
    const { groups } = this.#exposure.closeWindow(this.#time.now())
    this.#rollout?.judge?.add(groups)
  }

  /** Counts of the closed windows; null before there is a champion. */
  telemetry(): Telemetry | null {
    const champion = this.#champion?.model
    if (!champion) return null
    const { channel, model, instance } = this.#options
    const { latency, windows, sequence } = this.#exposure
    const rollout = this.#rollout
    return {
      schema: 'tidemark/telemetry/v1',
      model,
      channel,
      instance,
      startedAt: this.#startedAt,
      publishedAt: this.#time.now(),
      sequence,
      champion: { version: champion.version, modelDigest: champion.modelDigest },
      rollout: rollout ? { seq: rollout.seq, canary: { ...rollout.reference } } : null,
      dropped: rollout?.dropped ?? null,
      latency: { champion: [...latency.champion.counts], canary: [...latency.canary.counts] },
      windows: [...windows],
    }
  }

  close(): void {
    this.#champion?.model.retire()
    this.#canary?.model.retire()
    this.#champion = undefined
    this.#canary = undefined
  }

  #describeRequests(): void {
    const champion = this.#champion?.model.contract
    const canary = this.#canary?.model.contract
    for (const contract of [champion, canary]) {
      for (const name of contract?.inputs.keys() ?? []) this.#knownInputs.add(name)
    }
    const models = [this.#champion?.model, this.#canary?.model]
    this.batcher.isOpen = models.every((model) => model === undefined || model.isBatched)
    if (champion) this.#requests = { ...withOptional(champion, canary), ignored: this.#knownInputs }
  }

  #route(id: string, header: ReadHeader): Routed {
    const rollout = this.#rollout
    const exposure = this.#exposure
    const weight = this.weight
    if (!rollout || weight === 0) return { arm: 'champion', weight: 0, unit: undefined, exposure, rollout }
    // Without the header a request is a unit of its own, though it may not be one for its caller.
    const unit = rollout.unitHeader === undefined ? undefined : header(rollout.unitHeader)
    return { arm: chooseArm({ salt: rollout.salt, unit: unit ?? id, weight }), weight, unit, exposure, rollout }
  }

  /** A version asked for by name answers itself or fails: nothing stands in for it, and it is no evidence, since callers chose it. */
  async #inferVersion(body: Buffer, version: string, startMs: number): Promise<string> {
    const model = this.find(version)
    const isChampion = model === this.#champion?.model
    const request = readInferenceRequest(body, { ...model.contract, ignored: this.#knownInputs })
    const result = await attempt(isChampion ? this.#champion! : this.#canary!, request, startMs)
    const arm = isChampion ? 'champion' : 'canary'
    const id = request.id ?? randomUUID()
    return this.#answer(model, { id, routed: { arm, weight: 0 }, request, status: 'ok' }, result)
  }

  #count({ exposure, arm, weight, unit }: Routed, { outputs, isNonFinite, ownMs }: Attempt): void {
    exposure.add({ arm, weight, isError: !outputs, isNonFinite, latencyMs: ownMs }, unit)
  }

  #answer(
    model: LoadedModel,
    context: {
      readonly id: string
      readonly routed: Pick<Routed, 'arm' | 'weight'>
      readonly request: InferenceRequest
      readonly status: 'ok' | 'fallback'
    },
    { outputs, scores, latencyMs, isNonFinite }: Attempt,
  ): string {
    const { id, routed, request } = context
    const { log } = this.#options
    log?.add({
      id,
      model: this.name,
      arm: routed.arm,
      version: model.version,
      weight: routed.weight,
      status: outputs ? context.status : 'error',
      latencyMs,
      scores,
      ...(log.logsFeatures ? { features: describeFeatures(request) } : {}),
    })
    if (outputs) return writeInferenceResponse({ model: this.name, version: model.version, id, outputs })
    const reason = isNonFinite ? 'its answer is not a finite number, which JSON cannot hold' : 'it failed on this input'
    throw new RequestError(500, `model ${this.name} ${model.version} gave no answer: ${reason}`)
  }

  /**
   * Evidence belongs to digests: another champion, canary or rollout begins at zero, while windows go on being numbered. How fast a
   * champion that stays is stays known: a rollout measures the canary's slowness by it.
   */
  #startExposure({ keepsChampion }: { readonly keepsChampion: boolean }): void {
    const { sequence, slowMs, latency } = this.#exposure
    const championLatency = keepsChampion ? latency.champion : undefined
    this.#exposure = new Exposure({ sequence, now: this.#time.now(), slowMs, championLatency })
  }
}

/** A champion's contract, with the optional inputs of its canary. Their rows are the champion's, whatever the canary calls them. */
function withOptional(champion: RequestContract, canary: RequestContract | undefined): RequestContract {
  const [first] = champion.inputs.values()
  const rows = first?.shape?.[0] ?? null
  const inputs = new Map(champion.inputs)
  for (const input of canary?.inputs.values() ?? []) {
    if (input.isOptional && !inputs.has(input.name))
      inputs.set(input.name, { ...input, shape: input.shape && [rows, ...input.shape.slice(1)] })
  }
  return { ...champion, inputs }
}

function describeFeatures({ tensors }: InferenceRequest): Record<string, unknown[]> {
  return Object.fromEntries(tensors.map(({ contract, data }) => [contract.name, Array.from<unknown>(data)]))
}
