import {
  ChannelIntent,
  canonicalJson,
  compareVersions,
  DigestEntry,
  type DocumentSchema,
  type FactReference,
  layout,
  parseJsonDocument,
  RolloutState,
  rolloutLayout,
  sha256,
  storedJson,
  TidemarkError,
  Version,
  VersionManifest,
} from '@tidemark/schemas'

import type { Along, LedgerFile, LedgerReader, Registry, Reviews } from './ports.ts'

/** A document on its way into the registry. */
export interface Fact {
  path: string
  document: unknown
}

export interface CommitPlan {
  facts: readonly Fact[]
  /** Files of `rollouts/`, the only ones that are ever replaced. */
  states?: readonly LedgerFile[]
  message: string
}

export function storedFact({ path, document }: Fact): LedgerFile {
  return { path, text: storedJson(document) }
}

/** Reads and validates a fact; null where it does not exist. */
export async function readFact<T>(
  ledger: Pick<LedgerReader, 'read'>,
  schema: DocumentSchema<T>,
  path: string,
  at: string | null,
): Promise<T | null> {
  const text = at === null ? null : await ledger.read(path, at)
  return text === null ? null : parseJsonDocument(schema, text, path)
}

/** Reads a fact that another fact names, and proves that it still is what was named. */
export async function readReferenced<T>(
  ledger: LedgerReader,
  schema: DocumentSchema<T>,
  reference: FactReference,
  at: string,
): Promise<T> {
  const text = await ledger.read(reference.path, at)
  if (text === null) {
    throw new TidemarkError('REGISTRY_CORRUPT', `${reference.path} is named by another fact but is not there`, {
      hint: 'Facts are never deleted. Restore the registry branch from a clone and run verify-registry.',
    })
  }
  const document = parseJsonDocument(schema, text, reference.path)
  const actual = sha256(canonicalJson(document))
  if (actual !== reference.sha256) {
    throw new TidemarkError(
      'REGISTRY_CORRUPT',
      `${reference.path} has digest ${actual}, expected ${reference.sha256}`,
      {
        hint: 'The fact was changed after it was written. Run verify-registry and restore it from history; deploy nothing that rests on it.',
      },
    )
  }
  return document
}

export async function readVersion(
  ledger: LedgerReader,
  model: string,
  version: string,
  at: string | null,
): Promise<VersionManifest | null> {
  return readFact(ledger, VersionManifest, layout.version(model, version), at)
}

export async function findByDigest(
  ledger: LedgerReader,
  model: string,
  digest: string,
  at: string | null,
): Promise<string | null> {
  const entry = await readFact(ledger, DigestEntry, layout.byDigest(model, digest), at)
  return entry?.version ?? null
}

/** All registered versions, oldest first. */
export async function listVersions(ledger: LedgerReader, model: string, at: string | null): Promise<Version[]> {
  if (at === null) return []
  const names = await ledger.list(layout.versions(model), at)
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((name) => Version.safeParse(name).success)
    .sort(compareVersions)
}

export async function readChannel(
  reviews: Pick<Reviews, 'readFile'>,
  policyRoot: string,
  { model, channel, ref }: { model: string; channel: string; ref: string },
): Promise<ChannelIntent | null> {
  const path = layout.channel(policyRoot, model, channel)
  const text = await reviews.readFile(path, ref)
  if (text === null) return null
  const intent = parseJsonDocument(ChannelIntent, text, path)
  if (intent.model !== model || intent.channel !== channel) {
    throw new TidemarkError('DOCUMENT_INVALID', `${path} says model ${intent.model}, channel ${intent.channel}`, {
      hint: 'A channel file lies at <policy-root>/<model>/channels/<channel>.json. Correct the file in a pull request.',
    })
  }
  return intent
}

/** The rollout's state of a channel on the registry branch, or null. */
export async function readRollout(
  ledger: Pick<LedgerReader, 'read'>,
  { model, channel }: Pick<ChannelIntent, 'model' | 'channel'>,
  head: string | null,
): Promise<RolloutState | null> {
  const path = rolloutLayout.state(channel, model)
  const state = await readFact(ledger, RolloutState, path, head)
  if (state === null || (state.model === model && state.channel === channel)) return state
  throw new TidemarkError('REGISTRY_CORRUPT', `${path} is about ${state.model} on ${state.channel}`, {
    hint: 'The state was written to a wrong place. Restore the file from history and run verify-registry.',
  })
}

const attempts = 40

/**
 * Commits by compare-and-swap: `plan` is asked again at every head until its commit is in, so that what it decides always
 * follows from what is there. Facts are create-only and the first writer wins: a path that is already taken is left out.
 * `states` replace what lies at their paths. A plan of null, or one that adds nothing, commits nothing. Returns the commit that
 * holds all of it. `along` says what `plan` is going to read. Throws `REGISTRY_CONFLICT` where the branch never stood still.
 */
export async function commitPlan(
  { ledger, clock }: Pick<Registry, 'ledger' | 'clock'>,
  plan: (head: string | null) => Promise<CommitPlan | null>,
  along?: Along,
): Promise<string | null> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const head = await ledger.head(along)
    const planned = await plan(head)
    if (planned === null) return head
    const { facts, states = [], message } = planned
    const present = await Promise.all(
      facts.map(async ({ path }) => head !== null && (await ledger.read(path, head)) !== null),
    )
    const files = [...facts.filter((_, i) => !present[i]).map(storedFact), ...states]
    if (files.length === 0 && head !== null) return head
    const commit = await ledger.commit({ parent: head, files, message })
    if (commit !== 'stale') return commit
    await clock.pause(attempt)
  }
  throw conflict()
}

/** Appends facts, as `commitPlan` does, and returns the commit that holds all of them. */
export async function append(
  registry: Pick<Registry, 'ledger' | 'clock'>,
  plan: (head: string | null) => Promise<CommitPlan>,
  along?: Along,
): Promise<string> {
  return (await commitPlan(registry, plan, along)) as string
}

/** Appends one fact that follows from nothing else on the branch, in one request. What lies at its path already stays. */
export async function appendFact(
  { ledger, clock }: Pick<Registry, 'ledger' | 'clock'>,
  fact: Fact,
  message: string,
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if ((await ledger.add(storedFact(fact), message)) !== 'stale') return
    await clock.pause(attempt)
  }
  throw conflict()
}

function conflict(): TidemarkError {
  return new TidemarkError(
    'REGISTRY_CONFLICT',
    `the registry branch moved ${attempts} times in a row while a commit was being made`,
    {
      hint: 'Run the job again. If this repeats, let fewer jobs register at the same time (workflow concurrency).',
    },
  )
}

/** The document that already lies at a fact's path, or the fact's own: what later facts have to name. */
export async function adopt<T>(
  ledger: LedgerReader,
  schema: DocumentSchema<T>,
  fact: { path: string; document: T },
  head: string | null,
): Promise<T> {
  return (await readFact(ledger, schema, fact.path, head)) ?? fact.document
}
