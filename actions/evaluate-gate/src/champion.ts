import type { ActionContext } from '@tidemark/action-kit'
import { connectRegistry } from '@tidemark/github'
import { downloadModel, readChannel, readReferenced } from '@tidemark/registry'
import { TidemarkError, VersionManifest } from '@tidemark/schemas'
import type { definition } from './definition.ts'
import type { ScoredModel } from './scoring.ts'

export interface Champion {
  manifest: VersionManifest
  /** Its verified files: the model, and the query that makes its features. */
  files: ReadonlyMap<string, Uint8Array>
}

/** The version that the channel wants on the default branch; null where the channel is empty. */
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
  const head = intent && (await ledger.head())
  if (intent === null || head === null) return null
  const manifest = await readReferenced(ledger, VersionManifest, intent.manifest, head)
  return { manifest, files: await downloadModel(releases, manifest) }
}

/** A champion is scored with its own query: the candidate's may have other features. Throws `REGISTRY_CORRUPT`. */
export function championModel({ manifest, files }: Champion): ScoredModel {
  const bytes = files.get('model.onnx')
  const query = files.get('features.sql')
  const sha256 = manifest.files.find((file) => file.path === 'model.onnx')?.sha256
  if (bytes && query && sha256 !== undefined)
    return { name: manifest.version, bytes, sha256, query: Buffer.from(query).toString('utf8') }
  throw new TidemarkError(
    'REGISTRY_CORRUPT',
    `${manifest.model} ${manifest.version} has no model.onnx or no features.sql`,
    {
      hint: 'It was not registered by register-model. Run verify-registry.',
    },
  )
}
