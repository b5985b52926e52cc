import { latencyEdgesMs, type Telemetry, type WeightCounts } from '@tidemark/schemas'
import type { Arm } from '../routing/arm.ts'
import { Histogram } from './histogram.ts'

/** What happened to one request, as far as the canary's judgement is concerned. */
export interface Outcome {
  readonly arm: Arm
  /** The share of units that the canary had when this request was routed. */
  readonly weight: number
  /** The arm gave no answer, or one that is not finite. */
  readonly isError: boolean
  readonly isNonFinite: boolean
  readonly latencyMs: number
}

export type TelemetryWindow = Telemetry['windows'][number]

interface Counter {
  requests: number
  errors: number
  nonFinite: number
  /** Undefined where no limit was known when counting began: not measured, which is not 0. */
  slow: number | undefined
}

interface Stratum {
  readonly champion: Counter
  readonly canary: Counter
  readonly units: Set<string>
}

const strataLimit = 32
const unitLimit = 200_000
const windowLimit = 120
/** Windows that a rollout may be reading just now must stay as they are; older ones may be merged. */
const untouchedWindows = 50

/**
 * Counts of one champion, and of one canary in one rollout, by windows. A request belongs to the arm that its unit was assigned to.
 * Requests of one returning unit resemble each other, so a unit counts once for each weight.
 */
export class Exposure {
  readonly latency: Readonly<Record<Arm, Histogram>>
  slowMs: number | null
  #open = new Map<number, Stratum>()
  #openedAt: string
  #windows: TelemetryWindow[] = []
  #sequence: number
  /** Grows with every counted outcome, so that a judge knows whether there is anything new. */
  changes = 0

  constructor({
    sequence,
    now,
    slowMs,
    championLatency = new Histogram(latencyEdgesMs),
  }: {
    readonly sequence: number
    readonly now: string
    readonly slowMs: number | null
    /** Of a champion that was served before counting began, and still is. */
    readonly championLatency?: Histogram | undefined
  }) {
    this.latency = { champion: championLatency, canary: new Histogram(latencyEdgesMs) }
    this.#sequence = sequence
    this.#openedAt = now
    this.slowMs = slowMs
  }

  /** The newest closed window's number. */
  get sequence(): number {
    return this.#sequence
  }

  get windows(): readonly TelemetryWindow[] {
    return this.#windows
  }

  /** Counts an outcome; `unit` is undefined where every request is a unit of its own. */
  add({ arm, weight, isError, isNonFinite, latencyMs }: Outcome, unit?: string): void {
    this.latency[arm].add(latencyMs)
    const stratum = this.#stratum(weight)
    if (!stratum) return
    if (unit !== undefined) {
      // When full, new units are left out of the evidence rather than counted twice: it then stands still, which advances nothing.
      if (stratum.units.has(unit) || stratum.units.size >= unitLimit) return
      stratum.units.add(unit)
    }
    const counter = stratum[arm]
    counter.requests++
    if (isError) counter.errors++
    if (isNonFinite) counter.nonFinite++
    if (counter.slow !== undefined && latencyMs > this.slowMs!) counter.slow++
    this.changes++
  }

  /** The window that is still open, by rising weight. */
  openGroups(): WeightCounts[] {
    return [...this.#open]
      .filter(([, { champion, canary }]) => champion.requests + canary.requests > 0)
      .map(([weight, { champion, canary }]) => ({ weight, canary: describe(canary), stable: describe(champion) }))
      .sort((a, b) => a.weight - b.weight)
  }

  /** Ends the open window, also an empty one, and returns it. Its number is the next one. */
  closeWindow(now: string): TelemetryWindow {
    const sequence = ++this.#sequence
    const window = { first: sequence, last: sequence, from: this.#openedAt, to: now, groups: this.openGroups() }
    this.#openedAt = now
    // Units are remembered beyond the window, by weight, as long as the weight is in use.
    const inUse = window.groups.map(({ weight }) => weight)
    this.#open = new Map(
      [...this.#open]
        .filter(([weight]) => inUse.includes(weight))
        .map(([weight, { units }]) => [weight, { champion: this.#counter(), canary: this.#counter(), units }]),
    )
    this.#windows.push(window)
    if (this.#windows.length > windowLimit) this.#windows = mergeOldest(this.#windows)
    return window
  }

  /** Lets go of the windows up to a number, which the rollout has taken in. */
  forget(consumed: number): void {
    if (this.#windows[0] && this.#windows[0].last <= consumed) {
      this.#windows = this.#windows.filter(({ last }) => last > consumed)
    }
  }

  #stratum(weight: number): Stratum | undefined {
    const known = this.#open.get(weight)
    if (known || this.#open.size >= strataLimit) return known
    const stratum = { champion: this.#counter(), canary: this.#counter(), units: new Set<string>() }
    this.#open.set(weight, stratum)
    return stratum
  }

  #counter(): Counter {
    return { requests: 0, errors: 0, nonFinite: 0, slow: this.slowMs === null ? undefined : 0 }
  }
}

function describe({ requests, errors, nonFinite, slow }: Counter): WeightCounts['canary'] {
  return { requests, events: { errors, non_finite: nonFinite, ...(slow === undefined ? {} : { slow }) } }
}

/** Halves the older windows by joining neighbours. Sums lose nothing that evidence needs but the time of a fault's start. */
function mergeOldest(windows: readonly TelemetryWindow[]): TelemetryWindow[] {
  const old = windows.slice(0, -untouchedWindows)
  const merged: TelemetryWindow[] = []
  for (let i = 0; i < old.length; i += 2) {
    const [first, second] = [old[i]!, old[i + 1]]
    merged.push(
      second ? { ...first, last: second.last, to: second.to, groups: sumGroups(first.groups, second.groups) } : first,
    )
  }
  return [...merged, ...windows.slice(-untouchedWindows)]
}

function sumGroups(a: readonly WeightCounts[], b: readonly WeightCounts[]): WeightCounts[] {
  const sums = new Map(a.map((group) => [group.weight, group]))
  for (const group of b) {
    const known = sums.get(group.weight)
    sums.set(
      group.weight,
      known
        ? {
            weight: group.weight,
            canary: sumArms(known.canary, group.canary),
            stable: sumArms(known.stable, group.stable),
          }
        : group,
    )
  }
  return [...sums.values()].sort((x, y) => x.weight - y.weight)
}

/** An event that one of the two did not measure is not measured in the sum. */
function sumArms(a: WeightCounts['canary'], b: WeightCounts['canary']): WeightCounts['canary'] {
  if (a.requests === 0) return b
  if (b.requests === 0) return a
  const shared = Object.keys(a.events).filter((id) => b.events[id] !== undefined)
  return {
    requests: a.requests + b.requests,
    events: Object.fromEntries(shared.map((id) => [id, a.events[id]! + b.events[id]!])),
  }
}
