import type { ActionContext } from '@tidemark/action-kit'
import { type Lookup, readVersionModel } from '@tidemark/data'
import { connectRegistry } from '@tidemark/github'
import { downloadModel, readChannel, readChannelState, readVersion } from '@tidemark/registry'
import { TidemarkError, type VersionManifest } from '@tidemark/schemas'
import type { definition } from './definition.ts'
import type { ScoredModel } from './scoring.ts'

export interface Champion {
  manifest: VersionManifest
  /** Its verified files: the model, the query that makes its features, and the lookups that the query joins. */
  files: ReadonlyMap<string, Uint8Array>
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
  const manifest = await readVersion(ledger, model, state.version, await ledger.head())
  if (manifest === null || manifest.modelDigest !== state.modelDigest) {
    throw new TidemarkError('REGISTRY_CORRUPT', `${model} ${state.version} is in ${channel} but not in the registry`, {
      hint: 'Run verify-registry and restore the registry branch from a clone.',
    })
  }
  return { manifest, files: await downloadModel(releases, manifest) }
}

/** A champion is scored with its own query and lookups: the candidate's may have other features. Throws `REGISTRY_CORRUPT`. */
export function championModel({ manifest, files }: Champion, lookups: readonly Lookup[]): ScoredModel {
  return { name: manifest.version, ...readVersionModel(manifest, files, lookups) }
}
