import { TidemarkError } from '@tidemark/schemas'
import type { Assignment, CanarySource, ModelSource, VersionSource } from '../assignment.ts'
import { type LoadedModel, loadModel } from '../model/loaded-model.ts'
import type { ModelCache } from '../model/model-cache.ts'
import type { ModelHost } from '../model/model-host.ts'
import { explainIncompatibility } from '../protocol/tensor-contract.ts'

export interface FollowerOptions {
  readonly host: ModelHost
  readonly source: ModelSource
  readonly cache: ModelCache | undefined
  /** Between two looks at the source, give or take a fifth. */
  readonly intervalMs: number
  /** An answer or a file that takes longer counts as a failure. */
  readonly timeoutMs: number
  readonly onProblem: (problem: { readonly model: string; readonly message: string; readonly error: unknown }) => void
}

const longestWaitMs = 300_000

/**
 * Keeps a host serving what its source says. Whatever fails, the host goes on with the last verified champion; a canary that cannot be
 * had simply does not answer.
 */
export class Follower {
  readonly #options: FollowerOptions
  readonly #failedLoads = new Map<string, { count: number; retryAtMs: number; message: string }>()
  #polling: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined
  #failures = 0
  #isStopped = false
  /** When the source last answered, on the monotonic clock; undefined before it ever did. */
  answeredAtMs: number | undefined

  constructor(options: FollowerOptions) {
    this.#options = options
  }

  /** Looks once, then again and again until `stop`. Resolves after the first look, whatever came of it. */
  async start(): Promise<void> {
    await this.refresh()
    this.#schedule()
  }

  /** Looks at the source now. Resolves when what it says is served, or cannot be. */
  refresh(): Promise<void> {
    this.#polling ??= this.#poll().finally(() => {
      this.#polling = undefined
    })
    return this.#polling
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    await this.#polling
  }

  #schedule(): void {
    if (this.#isStopped) return
    const { intervalMs } = this.#options
    const waitMs = Math.min(Math.max(longestWaitMs, intervalMs), intervalMs * 2 ** Math.min(this.#failures, 16))
    // By chance, so that many servers do not ask in step.
    const jitteredMs = waitMs * (0.8 + 0.4 * Math.random())
    this.#timer = setTimeout(() => void this.refresh().then(() => this.#schedule()), jitteredMs).unref()
  }

  async #poll(): Promise<void> {
    const { source, timeoutMs } = this.#options
    let assignment: Assignment
    try {
      assignment = await within(timeoutMs, source.current(), 'the source did not answer')
      this.#failures = 0
      this.answeredAtMs = performance.now()
    } catch (error) {
      this.#failures++
      this.#report('the source cannot be read; serving goes on as it is', error)
      if (!this.#options.host.champion) await this.#startFromCache()
      return
    }
    try {
      await this.#follow(assignment)
    } catch (error) {
      this.#report('what the source says could not be followed', error)
    }
  }

  async #follow({ champion, canary, now }: Assignment): Promise<void> {
    const { host, cache } = this.#options
    if (now !== undefined) host.setTime(now)
    // First what only takes away: it must not wait for a download. Evidence against another champion than the intended one is worthless.
    const isChampionServing = isVersion(host.champion, champion)
    host.follow(isChampionServing ? canary : undefined)

    const model = await this.#obtain(champion)
    if (!model) return
    if (this.#isStopped) return this.#abandon(model)
    host.setChampion(model)
    host.follow(canary)
    await cache?.remember(champion, canary ? [canary.sha256] : [])
    await this.#followCanary(model, canary)
  }

  async #followCanary(champion: LoadedModel, source: CanarySource | undefined): Promise<void> {
    const { host } = this.#options
    if (!source || source.sha256 === champion.sha256) {
      host.setCanary(undefined)
      if (source) host.rollout?.setLoadProblem(`canary ${source.version} is the champion's own file`)
      return
    }
    const model = await this.#obtain(source)
    if (!model) {
      host.setCanary(undefined)
      host.rollout?.setLoadProblem(this.#failedLoads.get(source.sha256)?.message ?? 'it is not loaded')
      return
    }
    const reason = explainIncompatibility(champion.signature, model.signature)
    if (this.#isStopped || reason) {
      host.setCanary(undefined)
      this.#abandon(model)
      if (reason)
        host.rollout?.setLoadProblem(`canary ${source.version} cannot answer the champion's callers: ${reason}`)
      return
    }
    host.rollout?.setLoadProblem(null)
    host.setCanary(model)
  }

  /** Frees a model that was loaded and is not wanted after all. */
  #abandon(model: LoadedModel): void {
    const { host } = this.#options
    if (model !== host.champion && model !== host.canary) model.retire()
  }

  /** The loaded model of a version; null when it cannot be had now. */
  async #obtain(version: VersionSource): Promise<LoadedModel | null> {
    const { host, timeoutMs, cache } = this.#options
    const loaded = [host.champion, host.canary].find((model) => isVersion(model, version))
    if (loaded) return loaded
    const failed = this.#failedLoads.get(version.sha256)
    if (failed && performance.now() < failed.retryAtMs) return null
    try {
      const kept = await cache?.read(version.sha256)
      const bytes = kept ?? (await within(timeoutMs, version.open(), `version ${version.version} did not arrive`))
      const model = await loadModel(version, bytes, host.batcher)
      if (!kept) await cache?.write(version.sha256, bytes)
      this.#failedLoads.delete(version.sha256)
      return model
    } catch (error) {
      const count = (failed?.count ?? 0) + 1
      const waitMs = Math.min(longestWaitMs, this.#options.intervalMs * 2 ** Math.min(count - 1, 16))
      const message = `version ${version.version} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`
      this.#failedLoads.set(version.sha256, { count, retryAtMs: performance.now() + waitMs, message })
      this.#report(message, error)
      return null
    }
  }

  async #startFromCache(): Promise<void> {
    const { cache, host } = this.#options
    const remembered = await cache?.recall()
    if (!cache || !remembered) return
    const open = async (): Promise<never> => {
      throw new TidemarkError('DIGEST_MISMATCH', `the local file of ${remembered.version} is gone or damaged`, {
        hint: 'The server becomes ready once its source can be reached.',
      })
    }
    const model = await this.#obtain({ ...remembered, open })
    // Not a failure of the version: the source may bring it a moment later.
    this.#failedLoads.delete(remembered.sha256)
    if (model) host.setChampion(model)
  }

  #report(message: string, error: unknown): void {
    this.#options.onProblem({ model: this.#options.host.name, message, error })
  }
}

function isVersion(model: LoadedModel | undefined, version: VersionSource): boolean {
  return model?.sha256 === version.sha256 && model.version === version.version
}

async function within<T>(timeoutMs: number, work: Promise<T>, message: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const hint = 'The server goes on with what it has and tries again.'
      reject(new TidemarkError('GITHUB_UNAVAILABLE', `${message} within ${timeoutMs / 1000} s`, { hint }))
    }, timeoutMs)
  })
  try {
    return await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}
