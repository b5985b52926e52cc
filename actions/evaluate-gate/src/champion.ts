import { appendFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ActionContext } from '@tidemark/action-kit'
import { digestQuery, type Lookup, type LookupQuery, readVersionModel, readVersionQuery } from '@tidemark/data'
import { connectRegistry } from '@tidemark/github'
import {
  downloadModel,
  downloadParts,
  readChannel,
  readChannelState,
  readReferenced,
  readVersion,
} from '@tidemark/registry'
import { lookupFiles, Run, TidemarkError, type VersionManifest } from '@tidemark/schemas'
import type { definition } from './definition.ts'
import type { ScoredModel } from './scored-model.ts'

export interface Champion {
  manifest: VersionManifest
  /** Its verified files, of an opaque model only the query that makes its features and the lookups that the query joins. */
  files: ReadonlyMap<string, Uint8Array>
  /** Puts its verified files into a directory, a part at a time. */
  download: (directory: string) => Promise<void>
  /** Digest of the query that it was judged with. */
  readFeatures: () => Promise<string>
}

/** The version that is in the channel: a merged one that is not settled yet does not count. Null where there is none. */
export async function fetchChampion({ inputs, github }: ActionContext<typeof definition>): Promise<Champion | null> {
  const { ledger, releases, reviews } = await connectRegistry({
    ...inputs,
    repository: github.repository,
    apiUrl: github.apiUrl,
    actor: github.actor,
  })
  const { model, channel, policyRoot } = inputs
  const ref = await reviews.defaultBranch()
  const intent = await readChannel(reviews, policyRoot, { model, channel, ref })
  const state = await readChannelState(ledger, intent)
  if (state === null) return null
  const head = await ledger.head()
  const manifest = await readVersion(ledger, model, state.version, head)
  if (head === null || manifest === null || manifest.modelDigest !== state.modelDigest) {
    throw new TidemarkError('REGISTRY_CORRUPT', `${model} ${state.version} is in ${channel} but not in the registry`, {
      hint: 'Run verify-registry and restore the registry branch from a clone.',
    })
  }
  const brought = manifest.kind === 'opaque' ? queryFiles(manifest) : manifest.files
  return {
    manifest,
    files: brought.length === 0 ? new Map() : await downloadModel(releases, { ...manifest, files: brought }),
    download: async (directory) => {
      for await (const { path, bytes } of downloadParts(releases, manifest)) {
        await mkdir(dirname(join(directory, path)), { recursive: true })
        await appendFile(join(directory, path), bytes)
      }
    },
    readFeatures: async () => (await readReferenced(ledger, Run, manifest.run, head)).data.features,
  }
}

/** A champion is scored with its own query and lookups: the candidate's may have other features. Throws `REGISTRY_CORRUPT`. */
export async function championModel(
  champion: Champion,
  { lookups, query }: { lookups: readonly Lookup[]; query: LookupQuery },
): Promise<ScoredModel> {
  const { manifest, files } = champion
  const name = manifest.version
  if (manifest.kind !== 'opaque') {
    const { query: own, ...source } = readVersionModel(manifest, files, lookups)
    return { name, source, query: own }
  }
  const source = manifest.image ? { image: manifest.image } : { fill: champion.download }
  return { name, source, query: readVersionQuery(manifest, files, lookups) ?? (await sameQuery(champion, query)) }
}

/** The files that make features, where they travel with the model: never with a container image. */
function queryFiles({ files }: VersionManifest): VersionManifest['files'] {
  const query = files.filter(({ path }) => path === 'features.sql')
  return query.length === 0 ? [] : [...query, ...lookupFiles(files).map(({ file }) => file)]
}

/** Where no query travels with a version, this commit's must be the one that it was judged with. Throws `DIGEST_MISMATCH`. */
async function sameQuery({ manifest, readFeatures }: Champion, query: LookupQuery): Promise<LookupQuery> {
  const features = await readFeatures()
  if (features === digestQuery(query)) return query
  throw new TidemarkError(
    'DIGEST_MISMATCH',
    `${manifest.model} ${manifest.version} was judged with another features query (${features}) than this commit has, and no query travels with it`,
    {
      hint: 'Keep features query and lookups of models that are container images as they are. For new features make a new model, or hand over files, with which the query travels.',
    },
  )
}
