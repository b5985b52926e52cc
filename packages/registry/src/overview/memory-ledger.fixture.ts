import { eventId, layout, type RegistryEvent, storedJson } from '@tidemark/schemas'
import type { LedgerReader } from '../ports.ts'

export const model = 'churn'
export const digest = (digit: string) => digit.repeat(64)

/** A registry of one commit, in memory; a tag points at it. */
export class MemoryLedger implements LedgerReader {
  readonly texts = new Map<string, string>()
  readonly tagNames: string[] = []
  isThere = true
  readonly reads: string[] = []

  head = async () => (this.isThere ? 'c'.repeat(40) : null)
  read = async (path: string, at: string) => {
    this.reads.push(`${at}:${path}`)
    return this.texts.get(`${at}:${path}`) ?? this.texts.get(path) ?? null
  }
  list = async (folder: string) => [
    ...new Set(
      [...this.texts.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1).replace(/\/.*/, '/')),
    ),
  ]
  files = async (_at: string, folders: readonly string[] = []) =>
    [...this.texts.keys()].filter(
      (path) => folders.length === 0 || folders.some((folder) => path.startsWith(`${folder}/`)),
    )
  tags = async (prefix: string) => this.tagNames.filter((name) => name.startsWith(prefix))
  history = async () => [] as string[]
  log = async () => ({ commits: [], isWhole: false })
  resolveTag = async (name: string) => (this.tagNames.includes(name) ? 'c'.repeat(40) : null)

  happen(
    type: RegistryEvent['type'],
    subject: RegistryEvent['subject'],
    { at, cause = 'x', ...more }: { at: string; cause?: string } & Partial<RegistryEvent>,
  ): RegistryEvent {
    const event: RegistryEvent = {
      schema: 'tidemark/event/v1',
      id: eventId({ type, subject, cause }),
      type,
      model,
      subject,
      cause,
      at,
      actor: 'someone',
      ...more,
    }
    this.texts.set(layout.event(model, event.id, type), storedJson(event))
    return event
  }

  settle(seq: number, version: string, modelDigest: string, at: string, more: Partial<RegistryEvent> = {}): void {
    const tag = layout.channelTag(model, 'production', seq)
    this.happen('promotion.settled', { version, modelDigest, channel: 'production', seq }, { ...more, at, cause: tag })
    this.tagNames.push(tag)
  }
}
