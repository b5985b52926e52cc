import { type ChannelOverview, Name, type OverviewProblem, type RecordedEvent, RolloutState } from '@tidemark/schemas'
import { readChannels } from '../overview/channels.ts'
import { compareText, readRecordedEvents } from '../overview/events.ts'
import { FactReader } from '../overview/fact-reader.ts'
import { readRollouts } from '../overview/rollouts.ts'
import type { LedgerReader } from '../ports.ts'

/** Folders of a model on the registry branch. */
export type FactKind = 'versions' | 'events' | 'drift' | 'runs' | 'evaluations'

/** Of one channel, in its history's file. */
const mostRollouts = 50

/**
 * The registry at one commit, of which only what a question needs is listed and read: a question about a channel reads the
 * channel's events, however many versions there are.
 */
export class RegistryView {
  readonly ledger: LedgerReader
  readonly head: string
  readonly facts: FactReader
  /** By folder, of what was listed. */
  readonly #paths = new Map<string, string[]>()
  readonly #eventPaths = new Map<string, Map<string, string[]>>()
  readonly #rollouts: string[] = []
  readonly #tags: Promise<readonly string[]>
  /** One after the other, so that what one lists is there for the next. */
  #listing: Promise<void> = Promise.resolve()

  private constructor(ledger: LedgerReader, head: string) {
    this.ledger = ledger
    this.head = head
    this.facts = new FactReader(ledger, head)
    // Nearly every question needs them; a failure is for whoever asks.
    this.#tags = ledger.tags('')
    this.#tags.catch(() => undefined)
  }

  /** The registry at its head; null where it has no branch yet. */
  static async open(ledger: LedgerReader): Promise<RegistryView | null> {
    const head = await ledger.head()
    return head === null ? null : new RegistryView(ledger, head)
  }

  /** What could not be read so far, by path. */
  problems(): OverviewProblem[] {
    return this.facts.problems.toSorted((a, b) => compareText(a.path, b.path) || compareText(a.message, b.message))
  }

  /** Names of the models, in order. */
  async models(): Promise<string[]> {
    const entries = await this.ledger.list('models', this.head)
    return entries
      .filter((entry) => entry.endsWith('/') && Name.safeParse(entry.slice(0, -1)).success)
      .map((entry) => entry.slice(0, -1))
      .sort(compareText)
  }

  /** Lists these kinds of these models at once, for `paths` and what reads by them. */
  list(models: readonly string[], kinds: readonly FactKind[]): Promise<void> {
    const listing = this.#listing.then(() => this.#list(models, kinds))
    this.#listing = listing.catch(() => undefined)
    return listing
  }

  async #list(models: readonly string[], kinds: readonly FactKind[]): Promise<void> {
    const folders = models.flatMap((model) => kinds.map((kind) => folderOf(model, kind)))
    const wanted = folders.filter((folder) => !this.#paths.has(folder))
    if (wanted.length === 0) return
    for (const folder of wanted) this.#paths.set(folder, [])
    const isFirst = this.#rollouts.length === 0
    for (const path of await this.ledger.files(this.head, [...(isFirst ? ['rollouts'] : []), ...wanted])) {
      if (path.startsWith('rollouts/')) this.#rollouts.push(path)
      // models/<model>/<kind>/…
      else this.#paths.get(path.slice(0, path.indexOf('/', path.indexOf('/', 'models/'.length) + 1)))?.push(path)
    }
  }

  /** Of a kind that was listed. */
  paths(model: string, kind: FactKind): readonly string[] {
    const paths = this.#paths.get(folderOf(model, kind))
    if (paths === undefined) throw new Error(`${kind} of ${model} were not listed`)
    return paths
  }

  /** A model's events of the types that are asked for, newest first; of those at the same second, the later step first. */
  events(model: string, isAsked: (type: string) => boolean = () => true): Promise<RecordedEvent[]> {
    const byType = this.#eventPaths.get(model) ?? Map.groupBy(this.paths(model, 'events'), eventTypeOf)
    this.#eventPaths.set(model, byType)
    const paths = [...byType].flatMap(([type, ofType]) => (isAsked(type) ? ofType : []))
    return readRecordedEvents(this.facts, model, paths)
  }

  /** What each channel held, and holds, of events that have all that were settled. */
  async channels(model: string, events: readonly RecordedEvent[]): Promise<ChannelOverview[]> {
    return readChannels(this, model, { tags: await this.#tags, events })
  }

  /** The newest rollout of each channel, in its present state. */
  async rollouts(model: string): Promise<RolloutState[]> {
    return this.facts.readAll(RolloutState, model, this.#rolloutPaths(model))
  }

  /** The last state of each of a model's rollouts, newest first: reads the history of the branch. */
  async pastRollouts(model: string): Promise<RolloutState[]> {
    const states = await Promise.all(
      this.#rolloutPaths(model).map((path) => readRollouts(this, model, { path, most: mostRollouts })),
    )
    return states.flat().sort((a, b) => compareText(b.openedAt, a.openedAt) || b.seq - a.seq)
  }

  #rolloutPaths(model: string): string[] {
    return this.#rollouts.filter((path) => path.endsWith(`/${model}.json`) && path.split('/').length === 3)
  }
}

const folderOf = (model: string, kind: string): string => `models/${model}/${kind}`

/** `models/m/events/aa/<id>-version.registered.json` → `version.registered`. */
const eventTypeOf = (path: string): string => path.slice(path.lastIndexOf('/') + 66, -'.json'.length)
