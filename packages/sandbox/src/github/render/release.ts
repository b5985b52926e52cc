import type { Asset, Release, Repository } from '../entities.ts'
import type { World } from '../world.ts'
import { escapePath, nodeId, renderUser, repoHtml, repoUrl } from './identity.ts'

export function renderRelease(world: World, repository: Repository, release: Release) {
  const url = `${repoUrl(world, repository)}/releases/${release.id}`
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${world.apiUrl}/uploads/repos/${repository.fullName}/releases/${release.id}/assets{?name,label}`,
    html_url: `${repoHtml(world, repository)}/releases/tag/${shownTag(release)}`,
    tarball_url: release.draft ? null : `${repoUrl(world, repository)}/tarball/${escapePath(release.tagName)}`,
    zipball_url: release.draft ? null : `${repoUrl(world, repository)}/zipball/${escapePath(release.tagName)}`,
    id: release.id,
    node_id: nodeId('RE', release.id),
    tag_name: release.tagName,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    immutable: release.immutable,
    created_at: release.createdAt,
    updated_at: release.createdAt,
    published_at: release.publishedAt,
    author: renderUser(world, release.author),
    assets: release.assets.map((asset) => renderAsset(world, repository, release, asset)),
  }
}

export function renderAsset(world: World, repository: Repository, release: Release, asset: Asset) {
  return {
    url: `${repoUrl(world, repository)}/releases/assets/${asset.id}`,
    id: asset.id,
    node_id: nodeId('RA', asset.id),
    name: asset.name,
    label: asset.label,
    uploader: renderUser(world, asset.uploader),
    content_type: asset.contentType,
    state: asset.state,
    size: asset.size,
    digest: asset.digest,
    download_count: asset.downloads,
    created_at: asset.createdAt,
    updated_at: asset.updatedAt,
    // At the address of the API, since a browser's name for the sandbox need not resolve everywhere.
    browser_download_url: `${world.apiUrl}/${repository.fullName}/releases/download/${shownTag(release)}/${asset.name}`,
  }
}

/** Drafts have no tag yet, so GitHub shows them under a made-up one. */
function shownTag(release: Release): string {
  return release.draft ? `untagged-${nodeId('RE', release.id).slice(-10)}` : escapePath(release.tagName)
}
