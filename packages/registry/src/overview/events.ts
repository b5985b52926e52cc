import { eventTypes, RegistryEvent } from '@tidemark/schemas'
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
  const events = await facts.readAll(RegistryEvent, model, sorted.slice(0, most))
  return events.sort(
    (a, b) =>
      compareText(b.at, a.at) ||
      eventTypes.indexOf(b.type) - eventTypes.indexOf(a.type) ||
      (b.subject.seq ?? 0) - (a.subject.seq ?? 0) ||
      compareText(a.id, b.id),
  )
}

/** By code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
