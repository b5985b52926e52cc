import { type DocumentSchema, eventTypes, RecordedEvent, RegistryEvent } from '@tidemark/schemas'
import type { FactReader } from './fact-reader.ts'

/** Routine looks come last: of very many events, those that changed something are read. */
const routine: readonly string[] = ['drift.checked']

/** A model's events, newest first; of those at the same second, the later step of the loop first. */
export async function readEvents(
  facts: FactReader,
  model: string,
  { paths, most }: { readonly paths: readonly string[]; readonly most: number },
): Promise<RegistryEvent[]> {
  const isRoutine = (path: string) => routine.some((type) => path.endsWith(`-${type}.json`))
  const sorted = [...paths.filter((path) => !isRoutine(path)), ...paths.filter(isRoutine)]
  if (sorted.length > most) facts.report(`models/${model}/events`, `holds ${sorted.length} events; ${most} were read`)
  return readNewestFirst(RegistryEvent, { facts, model, paths: sorted.slice(0, most) })
}

/** The same for showing them: also those of a type that a later Tidemark writes. */
export function readRecordedEvents(
  facts: FactReader,
  model: string,
  paths: readonly string[],
): Promise<RecordedEvent[]> {
  return readNewestFirst(RecordedEvent, { facts, model, paths })
}

async function readNewestFirst<T extends RecordedEvent>(
  schema: DocumentSchema<T>,
  { facts, model, paths }: { readonly facts: FactReader; readonly model: string; readonly paths: readonly string[] },
): Promise<T[]> {
  const events = await facts.readAll(schema, model, paths)
  return events.sort(
    (a, b) =>
      compareText(b.at, a.at) ||
      stepOf(b) - stepOf(a) ||
      (b.subject.seq ?? 0) - (a.subject.seq ?? 0) ||
      compareText(a.id, b.id),
  )
}

function stepOf(event: RecordedEvent): number {
  // A channel is given back after a roll-back, and because of it.
  const type = event.type === 'promotion.requested' && isReturnEvent(event) ? 'version.rolled-back' : event.type
  return (eventTypes as readonly string[]).indexOf(type) + (type === event.type ? 0 : 0.5)
}

/** Whether an event is about a channel that gets what it holds already: so it is returned after a roll-back. */
export const isReturnEvent = ({ previous, subject }: Pick<RecordedEvent, 'previous' | 'subject'>): boolean =>
  previous?.modelDigest === subject.modelDigest

/** By code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
