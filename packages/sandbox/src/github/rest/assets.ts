import { createHash, randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ApiError } from '../api-error.ts'
import type { Asset, Release } from '../entities.ts'
import { renderAsset } from '../render/release.ts'
import type { World } from '../world.ts'
import { releaseOf, seesDrafts } from './releases.ts'
import { bodyOf, numberOf, type RepositoryCall, type Routes, signedIn } from './route.ts'

const read = ['contents', 'read'] as const
const write = ['contents', 'write'] as const
/** One asset's limit; a file of exactly 2 GiB is refused. */
const largest = 2 ** 31
const mostAssets = 1000

export const assetRoutes: Routes = {
  'repos/upload-release-asset': {
    needs: write,
    async handle(call) {
      const { world, repository, bytes } = call
      const release = releaseOf(call)
      const given = call.query.get('name') ?? ''
      const name = storedName(given)
      if (release.immutable) {
        throw new ApiError(422, 'Validation Failed', [
          {
            resource: 'ReleaseAsset',
            code: 'custom',
            field: 'release',
            message: 'Cannot upload assets to an immutable release.',
          },
        ])
      }
      if (name === '') throw ApiError.invalid({ resource: 'ReleaseAsset', code: 'missing_field', field: 'name' })
      if (release.assets.some((one) => one.name === name)) {
        throw ApiError.invalid({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' })
      }
      if (release.assets.length >= mostAssets) {
        throw ApiError.invalid({
          resource: 'ReleaseAsset',
          code: 'custom',
          field: 'base',
          message: `file_count is limited to ${mostAssets} assets per release`,
        })
      }
      if (bytes.length >= largest)
        throw ApiError.invalid({
          resource: 'ReleaseAsset',
          code: 'custom',
          field: 'size',
          message: 'size must be less than 2147483648',
        })
      if (bytes.length === 0) throw new ApiError(400, 'Bad Content-Length: ')
      const now = world.timestamp()
      const asset: Asset = {
        id: world.nextId(),
        name,
        label: call.query.get('label') ?? '',
        contentType: call.contentType || 'application/octet-stream',
        size: 0,
        digest: null,
        state: 'starter',
        uploader: signedIn(call).login,
        downloads: 0,
        createdAt: now,
        updatedAt: now,
      }
      release.assets.push(asset)
      if (call.fault === 'starter-asset-502') throw new ApiError(502, 'Server Error')
      await writeFile(assetPath(world, asset.id), bytes)
      asset.size = bytes.length
      asset.digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
      asset.state = 'uploaded'
      const json = renderAsset(world, repository, release, asset)
      return { status: 201, json, headers: { location: json.url } }
    },
  },
  'repos/list-release-assets': {
    needs: read,
    handle(call) {
      const release = releaseOf(call)
      return {
        items: release.assets,
        render: (asset: Asset) => renderAsset(call.world, call.repository, release, asset),
      }
    },
  },
  'repos/get-release-asset': {
    needs: read,
    handle(call) {
      const { release, asset } = assetOf(call)
      if (!call.accept.includes('application/octet-stream')) {
        return { status: 200, json: renderAsset(call.world, call.repository, release, asset) }
      }
      if (asset.state !== 'uploaded') throw ApiError.notFound()
      return { status: 302, headers: { location: signedAddress(call.world, asset) } }
    },
  },
  'repos/update-release-asset': {
    needs: write,
    handle(call) {
      const { release, asset } = assetOf(call)
      const body = bodyOf<{ name?: string; label?: string }>(call)
      if (release.immutable) throw new ApiError(422, 'Cannot update assets of an immutable release.')
      const name = body.name === undefined ? asset.name : storedName(body.name)
      if (release.assets.some((one) => one !== asset && one.name === name)) {
        throw ApiError.invalid({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' })
      }
      Object.assign(asset, { name, label: body.label ?? asset.label, updatedAt: call.world.timestamp() })
      return { status: 200, json: renderAsset(call.world, call.repository, release, asset) }
    },
  },
  'repos/delete-release-asset': {
    needs: write,
    async handle(call) {
      const { release, asset } = assetOf(call)
      if (release.immutable) throw new ApiError(422, 'Cannot delete asset from an immutable release.')
      release.assets.splice(release.assets.indexOf(asset), 1)
      await rm(assetPath(call.world, asset.id), { force: true })
      return { status: 204 }
    },
  },
}

export function assetPath(world: World, id: number): string {
  return join(world.root, '.assets', String(id))
}

/** Where an asset's bytes can be had without credentials, as GitHub redirects to its storage. */
function signedAddress(world: World, asset: Asset): string {
  const signature = randomBytes(12).toString('hex')
  world.signatures.set(signature, asset.id)
  asset.downloads++
  return `${world.apiUrl}/_assets/${asset.id}?sig=${signature}`
}

/** The bytes behind a signed address, or null. */
export async function signedBytes(world: World, id: number, signature: string | null): Promise<Buffer | null> {
  if (signature === null || world.signatures.get(signature) !== id) return null
  return readFile(assetPath(world, id)).catch(() => null)
}

/** What a browser gets at an asset's `browser_download_url`: public repositories' published assets only. */
export async function publicBytes(world: World, fullName: string, tag: string, name: string): Promise<Buffer | null> {
  const repository = world.repositories.get(fullName.toLowerCase())
  if (!repository || repository.private) return null
  const release = [...repository.releases.values()].find((one) => !one.draft && one.tagName === tag)
  const asset = release?.assets.find((one) => one.name === name && one.state === 'uploaded')
  return asset ? readFile(assetPath(world, asset.id)).catch(() => null) : null
}

function assetOf(call: RepositoryCall): { release: Release; asset: Asset } {
  const id = numberOf(call, 'asset_id')
  for (const release of call.repository.releases.values()) {
    const asset = release.assets.find((one) => one.id === id)
    if (asset && (!release.draft || seesDrafts(call))) return { release, asset }
  }
  throw ApiError.notFound()
}

/** GitHub renames: other characters become dots, and none stand at the ends. */
function storedName(name: string): string {
  return name
    .replaceAll(/[^A-Za-z0-9._-]+/g, '.')
    .replaceAll(/\.{2,}/g, '.')
    .replaceAll(/^\.+|\.+$/g, '')
}
