import { type FileDigest, layout, sha256, TidemarkError, type VersionManifest } from '@tidemark/schemas'
import type { ModelFiles, Release, ReleaseAsset, Releases } from './ports.ts'

/** GitHub refuses assets of exactly 2 GiB and more. */
export const largestPartBytes = Math.floor(1.9 * 1024 ** 3)

export type StoredFile = VersionManifest['files'][number]

/** How a model's files become assets: safe lower-case names, parts under 1.9 GiB. */
export function planAssets(
  files: readonly FileDigest[],
  bytesOf: ModelFiles,
  partBytes = largestPartBytes,
): StoredFile[] {
  const taken = new Set<string>()
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => {
      const bytes = bytesOf.get(file.path) as Uint8Array
      const count = Math.max(1, Math.ceil(bytes.length / partBytes))
      const base = assetName(file.path, file.sha256, taken)
      const parts = Array.from({ length: count }, (_, i) => {
        const part = bytes.subarray(i * partBytes, (i + 1) * partBytes)
        const asset = count === 1 ? base : `${base}.part-${String(i + 1).padStart(4, '0')}`
        return { asset, sizeBytes: part.length, sha256: sha256(part) }
      })
      return { ...file, parts }
    })
}

/**
 * A draft release that holds exactly these assets, each compared with GitHub's own digest. Takes up a draft that an earlier
 * attempt left behind: finished uploads are kept, broken ones (`starter`) are made anew.
 */
export async function stageRelease(
  releases: Releases,
  {
    model,
    version,
    modelDigest,
    files,
    bytesOf,
    found,
  }: {
    model: string
    version: string
    modelDigest: string
    files: readonly StoredFile[]
    bytesOf: ModelFiles
    found: Release | null
  },
): Promise<Release> {
  const tag = layout.versionTag(model, version)
  let release =
    found ?? (await releases.createDraft({ tag, name: `${model} ${version}`, body: draftBody(model, modelDigest) }))
  if (release.tag !== tag) release = await releases.update(release.id, { tag, name: `${model} ${version}` })
  const assets: ReleaseAsset[] = []
  for (const file of files) {
    let offset = 0
    for (const part of file.parts) {
      const bytes = (bytesOf.get(file.path) as Uint8Array).subarray(offset, offset + part.sizeBytes)
      assets.push(await stageAsset(releases, release, { ...part, bytes }))
      offset += part.sizeBytes
    }
  }
  return { ...release, assets }
}

/** Which model's bytes a draft was made for; stands in the first line of its body. */
export function draftMarker(model: string, modelDigest: string): string {
  return `<!-- tidemark:release model=${model} digest=${modelDigest} -->`
}

/** Stands instead on a draft that nobody came for, until it is removed: no registration takes it up any more. */
export function abandonedMarker(model: string, modelDigest: string): string {
  return `<!-- tidemark:abandoned model=${model} digest=${modelDigest} -->`
}

/** Compares what GitHub holds with what the manifest names. Empty when all is as it should be. */
export function findAssetProblems(release: Release, manifest: Pick<VersionManifest, 'files'>): string[] {
  const problems: string[] = []
  const byName = new Map(release.assets.map((asset) => [asset.name, asset]))
  for (const file of manifest.files) {
    for (const part of file.parts) {
      const asset = byName.get(part.asset)
      if (asset === undefined) problems.push(`asset ${part.asset} is missing`)
      else if (asset.state !== 'uploaded') problems.push(`asset ${part.asset} was never uploaded completely`)
      else if (asset.sizeBytes !== part.sizeBytes)
        problems.push(`asset ${part.asset} has ${asset.sizeBytes} bytes, expected ${part.sizeBytes}`)
      else if (asset.sha256 !== null && asset.sha256 !== part.sha256) {
        problems.push(`asset ${part.asset} has sha256 ${asset.sha256}, expected ${part.sha256}`)
      }
    }
  }
  return problems
}

/**
 * As `findAssetProblems`, and where GitHub gives no digest the asset is downloaded and hashed. Assets that the manifest does
 * not name are a problem too.
 */
export async function compareAssets(
  releases: Releases,
  release: Release,
  manifest: Pick<VersionManifest, 'files'>,
): Promise<string[]> {
  const problems = findAssetProblems(release, manifest)
  const parts = new Map(manifest.files.flatMap((file) => file.parts).map((part) => [part.asset, part]))
  for (const asset of release.assets) {
    const part = parts.get(asset.name)
    if (part === undefined) problems.push(`asset ${asset.name} is not named by the manifest`)
    else if (asset.sha256 === null && asset.state === 'uploaded' && asset.sizeBytes === part.sizeBytes) {
      const digest = sha256(await releases.download(asset.id))
      if (digest !== part.sha256) problems.push(`asset ${asset.name} has sha256 ${digest}, expected ${part.sha256}`)
    }
  }
  return problems
}

/** Downloads a version's files and verifies every part and file. Throws `RELEASE_ASSET_MISMATCH`. */
export async function downloadModel(releases: Releases, manifest: VersionManifest): Promise<Map<string, Uint8Array>> {
  const release = await releases.get(manifest.release.id)
  if (release === null) {
    throw new TidemarkError('RELEASE_FAILED', `the release of ${manifest.model} ${manifest.version} is gone`, {
      hint: 'Its assets were deleted. Run verify-registry; register the model again from its run.',
    })
  }
  const byName = new Map(release.assets.map((asset) => [asset.name, asset]))
  const files = new Map<string, Uint8Array>()
  for (const file of manifest.files) {
    const parts: Uint8Array[] = []
    for (const part of file.parts) {
      const asset = byName.get(part.asset)
      const bytes = asset && asset.sizeBytes === part.sizeBytes ? await releases.download(asset.id) : null
      if (bytes === null || sha256(bytes) !== part.sha256) {
        throw new TidemarkError(
          'RELEASE_ASSET_MISMATCH',
          `asset ${part.asset} of ${manifest.model} ${manifest.version} is not what was registered`,
          {
            hint: 'The asset changed after registration. Run verify-registry; do not deploy this version.',
            problems: [
              {
                file: part.asset,
                message: `expected ${part.sizeBytes} bytes of sha256 ${part.sha256}, found ${bytes ? sha256(bytes) : `${asset?.sizeBytes ?? 'no'} bytes`}`,
              },
            ],
          },
        )
      }
      parts.push(bytes)
    }
    files.set(file.path, parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts))
  }
  return files
}

async function stageAsset(
  releases: Releases,
  release: Release,
  part: { asset: string; sizeBytes: number; sha256: string; bytes: Uint8Array },
): Promise<ReleaseAsset> {
  const present = release.assets.find((asset) => asset.name === part.asset)
  if (present && present.state === 'uploaded' && present.sizeBytes === part.sizeBytes) {
    const digest = present.sha256 ?? sha256(await releases.download(present.id))
    if (digest === part.sha256) return present
  }
  if (present) await releases.removeAsset(present.id)
  const uploaded = await releases.upload(release.id, { name: part.asset, bytes: part.bytes })
  const digest = uploaded.sha256 ?? sha256(await releases.download(uploaded.id))
  if (digest === part.sha256) return uploaded
  throw new TidemarkError(
    'RELEASE_ASSET_MISMATCH',
    `GitHub stored ${part.asset} with sha256 ${digest}, sent ${part.sha256}`,
    {
      hint: 'The upload was damaged on its way. Run the job again: the draft is taken up where it stands.',
    },
  )
}

function draftBody(model: string, modelDigest: string): string {
  return `${draftMarker(model, modelDigest)}\nRegistered by Tidemark. The manifest on the registry branch says what these files are.`
}

function assetName(path: string, digest: string, taken: Set<string>): string {
  const name =
    path
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[^a-z0-9]+/, '')
      .slice(0, 150) || 'file'
  const unique = taken.has(name) ? `${digest.slice(0, 12)}-${name}` : name
  taken.add(unique)
  return unique
}
