import { downloadModel, type Registry, readChannel, readRollout, readVersion } from '@tidemark/registry'
import {
  type ChannelIntent,
  digestOfModel,
  layout,
  type RolloutState,
  TidemarkError,
  type VersionManifest,
  type VersionReference,
} from '@tidemark/schemas'
import type { Assignment, CanarySource, ModelSource, VersionSource } from '../assignment.ts'

/** The parts of a registry that a server reads; it writes nothing. */
export type RepositoryReader = {
  readonly ledger: Pick<Registry['ledger'], 'head' | 'read' | 'tags'>
  readonly reviews: Pick<Registry['reviews'], 'defaultBranch' | 'branchHead' | 'readFile'>
  readonly releases: Pick<Registry['releases'], 'get' | 'download'>
  readonly clock: Pick<Registry['clock'], 'now'>
  readonly policyRoot: string
}

/**
 * Follows one channel of a repository: what the newest production tag says is the champion, what the rollout's state says is the canary.
 * A look costs three small requests while nothing has changed (two branch heads and the channel's tags); everything else is read
 * at a commit, which never changes. `current` throws while nothing is in production, and what the registry throws.
 */
export function repositorySource(
  repository: RepositoryReader,
  { model, channel }: { readonly model: string; readonly channel: string },
): ModelSource {
  let branch: string | undefined
  let known: { readonly key: string; readonly facts: Facts } | undefined
  return {
    async current() {
      branch ??= await repository.reviews.defaultBranch()
      const [head, ref, tags] = await Promise.all([
        repository.ledger.head(),
        repository.reviews.branchHead(branch),
        repository.ledger.tags(`${model}#${channel}#`),
      ])
      const seq = newestSeq(tags, `${model}#${channel}#`)
      const key = JSON.stringify([head, ref, seq])
      if (known?.key !== key) known = { key, facts: await readFacts(repository, { model, channel, head, ref, seq }) }
      return assign(known.facts, repository, await repository.clock.now())
    },
  }
}

interface Facts {
  readonly champion: VersionManifest
  readonly canary: VersionManifest | null
  readonly state: RolloutState | null
}

async function readFacts(
  repository: RepositoryReader,
  at: {
    readonly model: string
    readonly channel: string
    readonly head: string | null
    readonly ref: string | null
    readonly seq: number | null
  },
): Promise<Facts> {
  const { model, channel, head, ref, seq } = at
  if (head === null || ref === null || seq === null) {
    throw new TidemarkError('REGISTRY_CORRUPT', `${model} has no version in ${channel} yet`, {
      hint: `The tag ${layout.channelTag(model, channel, 1)} comes when the first promotion is settled; the server waits for it.`,
    })
  }
  const [intent, state] = await Promise.all([
    readChannel(repository.reviews, repository.policyRoot, { model, channel, ref }),
    readRollout(repository.ledger, { model, channel }, head),
  ])
  const champion = await readManifest(repository, model, head, versionAt(seq, intent, state, at))
  const isRunning =
    state !== null && (state.phase === 'pending' || state.phase === 'running' || state.phase === 'holding')
  // A rollout is of one intent: when another was merged, or it is in production already, its canary has no part any more.
  const isWanted =
    isRunning && state.seq > seq && intent?.seq === state.seq && intent.modelDigest === state.canary.modelDigest
  const isSameChampion = state?.champion.modelDigest === champion.modelDigest
  const canary = isWanted && isSameChampion ? await readManifest(repository, model, head, state.canary) : null
  return { champion, canary, state: canary ? state : null }
}

/** Which version the channel's tag of this number means: a tag names only its number. */
function versionAt(
  seq: number,
  intent: ChannelIntent | null,
  state: RolloutState | null,
  { model, channel }: { readonly model: string; readonly channel: string },
): VersionReference {
  // At 100 % the state says so first and the tag follows it: believed where the default branch asks for just that, or the tag is there.
  const isAskedFor = intent?.seq === state?.seq && intent?.modelDigest === state?.canary.modelDigest
  if (state?.phase === 'promoted' && (state.seq === seq || (state.seq > seq && isAskedFor))) return state.canary
  if (intent?.seq === seq) return intent
  if (intent?.previous?.seq === seq) return intent.previous
  // Between the tag and a later rollout nothing else came into production, or there would be a newer tag.
  if (state && state.seq > seq) return state.champion
  throw new TidemarkError(
    'REGISTRY_CORRUPT',
    `nothing says which version ${layout.channelTag(model, channel, seq)} is`,
    {
      hint: 'The channel file, its `previous` or the rollout must know this number. Run verify-registry.',
    },
  )
}

async function readManifest(
  { ledger }: RepositoryReader,
  model: string,
  head: string,
  reference: VersionReference,
): Promise<VersionManifest> {
  const path = layout.version(model, reference.version)
  const manifest = await readVersion(ledger as Registry['ledger'], model, reference.version, head)
  const problem = !manifest
    ? 'is not there'
    : manifest.modelDigest !== reference.modelDigest
      ? `has model digest ${manifest.modelDigest}, expected ${reference.modelDigest}`
      : digestOfModel(manifest) !== manifest.modelDigest
        ? 'names files that do not make its model digest'
        : null
  if (manifest && !problem) return manifest
  throw new TidemarkError('REGISTRY_CORRUPT', `${path} ${problem}`, {
    hint: 'Run verify-registry; the server goes on with the last version that it could verify.',
  })
}

function assign({ champion, canary, state }: Facts, repository: RepositoryReader, now: string): Assignment {
  if (!canary || !state) return { champion: describeVersion(champion, repository), now }
  const rollout: Omit<CanarySource, keyof VersionSource> = {
    seq: state.seq,
    weight: state.phase === 'pending' ? 0 : state.weight,
    lease: { expiresAt: state.leaseUntil, now },
    plan: state.plan,
    slowMs: state.slowMs,
    consumed: state.consumed,
  }
  return {
    champion: describeVersion(champion, repository),
    canary: { ...describeVersion(canary, repository), ...rollout },
    now,
  }
}

function describeVersion(manifest: VersionManifest, { releases }: RepositoryReader): VersionSource {
  const { version, modelDigest, files } = manifest
  if (manifest.kind === 'opaque') {
    throw new TidemarkError(
      'MODEL_REFUSED',
      `${manifest.model} ${version} is an opaque model, which is not served here`,
      {
        hint: 'Serve it by its own means: its files are in its release, or it is the image that its manifest names.',
      },
    )
  }
  const onnx = files.filter(({ path }) => path.endsWith('.onnx'))
  const [file] = onnx
  if (!file || onnx.length > 1) {
    throw new TidemarkError(
      'MODEL_REFUSED',
      `${manifest.model} ${version} has ${onnx.length} ONNX files, expected one`,
      {
        hint: 'Register the model as one self-contained file.',
      },
    )
  }
  const open = async () => (await downloadModel(releases as Registry['releases'], manifest)).get(file.path)!
  return { version, modelDigest, sha256: file.sha256, open }
}

function newestSeq(tags: readonly string[], prefix: string): number | null {
  const numbers = tags
    .filter((tag) => tag.startsWith(prefix) && /^[1-9]\d{0,8}$/.test(tag.slice(prefix.length)))
    .map((tag) => Number(tag.slice(prefix.length)))
  return numbers.length > 0 ? Math.max(...numbers) : null
}
