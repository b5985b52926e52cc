import {
  type FileDigest,
  type ImageReference,
  layout,
  sha256,
  TidemarkError,
  type VersionManifest,
} from '@tidemark/schemas'
import { digestBytes } from './model-file.ts'
import type { ModelFile, ModelFiles, Registry, Release, ReleaseAsset, Releases } from './ports.ts'

/** GitHub refuses assets of exactly 2 GiB and more. */
export const largestPartBytes = Math.floor(1.9 * 1024 ** 3)

export type StoredFile = VersionManifest['files'][number]

/**
 * How a model's files become assets: safe lower-case names, parts of at most `partBytes`. A file of several parts is read once
 * for their digests.
 */
export async function planAssets(
  files: readonly FileDigest[],
  contents: ModelFiles,
  partBytes = largestPartBytes,
): Promise<StoredFile[]> {
  const taken = new Set<string>()
  const planned: StoredFile[] = []
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const asset = assetName(file.path, file.sha256, taken)
    if (file.sizeBytes <= partBytes) {
      planned.push({ ...file, parts: [{ asset, sizeBytes: file.sizeBytes, sha256: file.sha256 }] })
      continue
    }
    const content = contents.get(file.path) as ModelFile
    const parts: StoredFile['parts'] = []
    for (let start = 0; start < file.sizeBytes; start += partBytes) {
      const end = Math.min(start + partBytes, file.sizeBytes)
      parts.push({
        asset: `${asset}.part-${String(parts.length + 1).padStart(4, '0')}`,
        sizeBytes: end - start,
        sha256: await digestBytes(content.open(start, end)),
      })
    }
    planned.push({ ...file, parts })
  }
  return planned
}

/**
 * A draft release that holds exactly these assets, each compared with GitHub's own digest. Takes up the draft `found` that an
 * earlier attempt left behind: finished uploads are kept, broken ones (`starter`) are made anew. A draft keeps the name that
 * it was made under: it gets the version's at publishing, when nobody can take that any more. Null where the draft vanished
 * meanwhile: a twin with the same bytes was faster.
 */
export async function stageRelease(
  { releases, clock, runUrl }: Pick<Registry, 'releases' | 'clock' | 'runUrl'>,
  {
    model,
    version,
    modelDigest,
    files,
    image,
    contents,
    found,
  }: {
    model: string
    version: string
    modelDigest: string
    files: readonly StoredFile[]
    image?: ImageReference | undefined
    contents: ModelFiles
    found: Release | null
  },
): Promise<Release | null> {
  const release =
    found ??
    (await createDraft(
      { releases, clock },
      {
        tag: layout.versionTag(model, version),
        name: `${model} ${version}`,
        body: draftBody(draftMarker(model, modelDigest), runUrl, image),
      },
    ))
  const assets: ReleaseAsset[] = []
  for (const file of files) {
    let offset = 0
    for (const part of file.parts) {
      const [start, end] = [offset, offset + part.sizeBytes]
      const open = () => (contents.get(file.path) as ModelFile).open(start, end)
      const asset = await stageAsset({ releases, clock }, release, { ...part, open })
      if (asset === null) return null
      assets.push(asset)
      offset = end
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

/** Whether a draft was made by the run that `runUrl` names: only that takes it up again, since another may be at work on it. */
export function isDraftOf(draft: Pick<Release, 'body'>, runUrl: string | undefined): boolean {
  return runUrl === undefined || draft.body.includes(runMarker(runUrl))
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
      const digest = await releases.digest(asset.id)
      if (digest !== part.sha256) problems.push(`asset ${asset.name} has sha256 ${digest}, expected ${part.sha256}`)
    }
  }
  return problems
}

/** Downloads a version's files and verifies every part. Throws `RELEASE_ASSET_MISMATCH`, and `RELEASE_FAILED` where the release is gone. */
export async function downloadModel(releases: Releases, manifest: VersionManifest): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array[]>(manifest.files.map(({ path }) => [path, []]))
  for await (const { path, bytes } of downloadParts(releases, manifest)) parts.get(path)?.push(bytes)
  return new Map(
    [...parts].map(([path, bytes]) => [path, bytes.length === 1 ? (bytes[0] as Uint8Array) : Buffer.concat(bytes)]),
  )
}

/** As `downloadModel`, a verified part at a time and the parts of a file in order: a model may be larger than memory. */
export async function* downloadParts(
  releases: Releases,
  manifest: VersionManifest,
): AsyncGenerator<{ path: string; bytes: Uint8Array }> {
  const release = await releases.get(manifest.release.id)
  if (release === null) {
    throw new TidemarkError('RELEASE_FAILED', `the release of ${manifest.model} ${manifest.version} is gone`, {
      hint: 'Its assets were deleted. Run verify-registry; register the model again from its run.',
    })
  }
  const byName = new Map(release.assets.map((asset) => [asset.name, asset]))
  for (const { path, parts } of manifest.files) {
    for (const part of parts) {
      const asset = byName.get(part.asset)
      const bytes = asset && asset.sizeBytes === part.sizeBytes ? await releases.download(asset.id) : null
      if (bytes !== null && sha256(bytes) === part.sha256) {
        yield { path, bytes }
        continue
      }
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
  }
}

const mostTries = 4

/** A draft that GitHub may have made although it did not answer is looked for before another is made. */
async function createDraft(
  { releases, clock }: Pick<Registry, 'releases' | 'clock'>,
  draft: { tag: string; name: string; body: string },
): Promise<Release> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await releases.createDraft(draft)
    } catch (error) {
      if (!isUnavailable(error) || attempt === mostTries - 1) throw error
      await clock.pause(attempt)
      const made = (await releases.drafts()).find(({ body }) => body === draft.body)
      if (made) return made
    }
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof TidemarkError && error.code === 'GITHUB_UNAVAILABLE'
}

async function stageAsset(
  { releases, clock }: Pick<Registry, 'releases' | 'clock'>,
  release: Release,
  part: { asset: string; sizeBytes: number; sha256: string; open(): AsyncIterable<Uint8Array> },
): Promise<ReleaseAsset | null> {
  let present = release.assets.find((asset) => asset.name === part.asset)
  for (let attempt = 0; attempt < mostTries; attempt++) {
    if (present?.state === 'uploaded' && present.sizeBytes === part.sizeBytes) {
      if ((present.sha256 ?? (await releases.digest(present.id))) === part.sha256) return present
    }
    if (present) await releases.removeAsset(present.id)
    const uploaded = await tryUpload(releases, release, part, attempt)
    if (uploaded === 'gone') return null
    if (uploaded !== 'exists' && uploaded !== 'broken') {
      const digest = uploaded.sha256 ?? (await releases.digest(uploaded.id))
      if (digest === part.sha256) return uploaded
      throw new TidemarkError(
        'RELEASE_ASSET_MISMATCH',
        `GitHub stored ${part.asset} with sha256 ${digest}, sent ${part.sha256}`,
        {
          hint: 'The upload was damaged on its way, or the file changed. Run the job again: the draft is taken up where it stands.',
        },
      )
    }
    // What an upload that broke off has left is known only by looking.
    await clock.pause(attempt)
    const now = await releases.get(release.id)
    if (now === null) return null
    present = now.assets.find((asset) => asset.name === part.asset)
  }
  throw new TidemarkError('RELEASE_FAILED', `the upload of ${part.asset} broke off ${mostTries} times`, {
    hint: 'Run the job again: what is uploaded is kept.',
  })
}

/** `broken`: whether the asset is there is not known. The last try tells why. */
async function tryUpload(
  releases: Releases,
  { id }: Release,
  part: { asset: string; sizeBytes: number; open(): AsyncIterable<Uint8Array> },
  attempt: number,
): Promise<ReleaseAsset | 'exists' | 'gone' | 'broken'> {
  try {
    return await releases.upload(id, { name: part.asset, sizeBytes: part.sizeBytes, open: part.open })
  } catch (error) {
    if (!isUnavailable(error) || attempt === mostTries - 1) throw error
    return 'broken'
  }
}

function draftBody(marker: string, runUrl: string | undefined, image: ImageReference | undefined): string {
  const lines = [marker, ...(runUrl === undefined ? [] : [runMarker(runUrl)])]
  const what =
    image === undefined
      ? 'The manifest on the registry branch says what these files are.'
      : `It is the container image \`${image.name}@sha256:${image.digest}\`, and has no files.`
  return `${lines.join('\n')}\nRegistered by Tidemark. ${what}`
}

function runMarker(runUrl: string): string {
  return `<!-- tidemark:run ${sha256(runUrl)} -->`
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
