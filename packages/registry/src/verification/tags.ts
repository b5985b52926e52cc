import { layout, type RegistryEvent } from '@tidemark/schemas'
import type { LedgerReader } from '../ports.ts'
import type { FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'
import { isFresh, underWay } from './fresh.ts'
import type { BranchHistory } from './history.ts'

const remedy = 'Tags are written once. Delete the tag, run the job that made it again, and protect tags by a ruleset.'

const rewritten =
  'Do not deploy from it. The branch was rewritten after this tag was set, or the tag was moved: push the branch back from a clone that has the old one, and forbid force pushes by a ruleset.'

/**
 * Tags point at commits of the branch's history that hold what they stand for, letter for letter as the head does: a tag is the witness of an event,
 * of which the id covers neither actor, time nor approvals.
 */
export async function verifyTags(
  ledger: LedgerReader,
  graph: FactGraph,
  { tags, history, now }: { tags: readonly string[]; history: BranchHistory; now?: string | undefined },
  findings: Findings,
): Promise<void> {
  const witnesses = witnessesOf(graph)
  for (const tag of tags) {
    const version = /^([a-z0-9-]+)@v(\d+\.\d+\.\d+)$/.exec(tag)
    const channel = /^([a-z0-9-]+)#([a-z0-9-]+)#(\d+)$/.exec(tag)
    if (!version && !channel) continue // not ours
    const place = `tag ${tag}`
    const commit = await ledger.resolveTag(tag)
    if (commit === null) {
      findings.error(place, 'is not an annotated tag', remedy)
      continue
    }
    const isKnown = history.has(commit)
    if (isKnown === null) findings.skip('whether a tag’s commit is in the history')
    const witnessed = witnesses.get(tag) ?? []
    if (witnessed.length === 0) {
      findings.error(
        place,
        version ? 'names a version that is not registered' : 'has no promotion.settled event',
        remedy,
      )
      continue
    }
    if (isKnown === false) {
      findings.error(place, `points at ${commit}, which is not in the branch’s history`, rewritten)
      continue
    }
    const compared = await Promise.all(
      witnessed.map(async (fact) => ({ ...fact, tagged: await ledger.read(fact.path, commit) })),
    )
    const held = compared.filter(({ tagged }) => tagged !== null)
    // Of two events that settle the same, the tagged commit says which was first; that there are two is reported elsewhere.
    const missing = version ? compared.find(({ tagged }) => tagged === null) : held.length === 0 && compared[0]
    if (missing) findings.error(place, `points at ${commit}, which does not hold ${missing.path}`, remedy)
    const changed = held.filter(({ tagged, text }) => tagged !== text)
    for (const { path, text, tagged } of changed)
      findings.error(path, `is not what ${tag} was set on: ${describeChange(tagged ?? '', text)} changed since`)
    if (!missing && changed.length === 0) findings.count('tags')
  }
  const names = new Set(tags)
  for (const { path, document: event } of graph.all('events')) {
    const tag = settledTag(event)
    if (tag === null || names.has(tag)) continue
    if (isFresh(event.at, now)) findings.warn(path, `has no tag ${tag}`, underWay)
    else
      findings.error(
        path,
        `has no tag ${tag}`,
        'Settling was interrupted: where the channel file still wants this, a repair sets the tag. Where it moved on, nobody was served this version: leave it.',
      )
  }
}

/** For each tag the facts that its commit must hold: what registering a version writes, or the event of a settlement. */
function witnessesOf(graph: FactGraph): Map<string, { path: string; text: string }[]> {
  const witnesses = new Map<string, { path: string; text: string }[]>()
  const add = (tag: string, path: string) => {
    const fact = graph.get(path)
    if (fact) witnesses.set(tag, [...(witnesses.get(tag) ?? []), { path, text: fact.text }])
  }
  for (const { path, document: manifest } of graph.all('versions')) {
    const { model, version, modelDigest, run, evaluation } = manifest
    const tag = layout.versionTag(model, version)
    for (const each of [path, layout.byDigest(model, modelDigest), run.path, evaluation.path]) add(tag, each)
  }
  for (const { path, document: event } of graph.all('events')) {
    const tag =
      event.type === 'version.registered'
        ? layout.versionTag(event.model, event.subject.version ?? '')
        : settledTag(event)
    if (tag !== null) add(tag, path)
  }
  return witnesses
}

function settledTag({ type, model, subject: { channel, seq } }: RegistryEvent): string | null {
  if (type !== 'promotion.settled' || channel === undefined || seq === undefined) return null
  return layout.channelTag(model, channel, seq)
}

/** Names of the parts that differ; both texts were written as objects, unless somebody broke one. */
function describeChange(before: string, after: string): string {
  try {
    const [a, b] = [JSON.parse(before), JSON.parse(after)] as [Record<string, unknown>, Record<string, unknown>]
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    return names.filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name])).join(', ') || 'its form'
  } catch {
    return 'it'
  }
}
