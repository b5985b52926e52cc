import { listVersions, readVersion } from '@tidemark/registry'
import type { RegistryWorld } from './sandbox.ts'

interface EndState {
  paths: string[]
  versions: { version: string | undefined; tag: string | undefined; isDraft: boolean | undefined }[]
  tags: string[]
  drafts: number
}

/** What a registry holds, without the times and commit ids that differ from run to run. */
export async function endState({ connect }: RegistryWorld, model = 'churn'): Promise<EndState | null> {
  const { ledger, releases } = await connect()
  const head = await ledger.head()
  if (head === null) return null
  const paths = await ledger.files(head)
  const versions = await Promise.all(
    (await listVersions(ledger, model, head)).map((version) => readVersion(ledger, model, version, head)),
  )
  return {
    paths: paths.sort(),
    versions: await Promise.all(
      versions.map(async (manifest) => {
        const release = manifest && (await releases.get(manifest.release.id))
        return {
          version: manifest?.version,
          digest: manifest?.modelDigest,
          tag: release?.tag,
          isDraft: release?.isDraft,
          assets: release?.assets.map(({ name, sha256, state }) => ({ name, sha256, state })),
        }
      }),
    ),
    tags: (await ledger.tags('')).sort(),
    drafts: (await releases.drafts()).length,
  }
}
