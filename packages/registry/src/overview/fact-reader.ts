import { type DocumentSchema, type OverviewProblem, parseJsonDocument, TidemarkError } from '@tidemark/schemas'
import type { LedgerReader } from '../ports.ts'
import { describeError } from '../verification/fact-graph.ts'

/** Reads at once: enough to hide a network's delay. */
const usualReadsAtOnce = 16

/** Reads facts for people: what cannot be read becomes a problem, and the others are shown. */
export class FactReader {
  readonly #ledger: LedgerReader
  readonly #head: string
  readonly problems: OverviewProblem[] = []

  constructor(ledger: LedgerReader, head: string) {
    this.#ledger = ledger
    this.#head = head
  }

  report(path: string, message: string): void {
    this.problems.push({ path, message })
  }

  /** The document at a path; null with a problem where it is absent, malformed or about another model. */
  async read<T extends { readonly model: string }>(
    schema: DocumentSchema<T>,
    { path, model, at = this.#head }: { readonly path: string; readonly model: string; readonly at?: string },
  ): Promise<T | null> {
    const text = await this.#ledger.read(path, at)
    if (text === null) {
      this.report(path, 'is not there')
      return null
    }
    try {
      const document = parseJsonDocument(schema, text, path)
      if (document.model === model) return document
      this.report(path, `is about ${document.model}`)
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      this.report(path, describeError(error))
    }
    return null
  }

  /** The readable documents at these paths, in their order. */
  async readAll<T extends { readonly model: string }>(
    schema: DocumentSchema<T>,
    model: string,
    paths: readonly string[],
  ): Promise<T[]> {
    const documents = await mapBounded(paths, (path) => this.read(schema, { path, model }), this.#ledger.readsAtOnce)
    return documents.filter((document): document is Awaited<T> & T => document !== null)
  }
}

/** As `Promise.all` over `map`, with a bound on how much happens at once. */
export async function mapBounded<From, To>(
  items: readonly From[],
  map: (item: From) => Promise<To>,
  atOnce: number = usualReadsAtOnce,
): Promise<Awaited<To>[]> {
  const results: Awaited<To>[] = new Array(items.length)
  let next = 0
  const work = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await map(items[at]!)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work))
  return results
}
