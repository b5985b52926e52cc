import { createHash } from 'node:crypto'
import type { Release, ReleaseAsset, Releases } from '@tidemark/registry'
import { type GitHubClient, orNull } from './client.ts'
import { messageOf, statusOf } from './retries.ts'

type ApiRelease = Awaited<ReturnType<GitHubClient['octokit']['rest']['repos']['getRelease']>>['data']
type ApiAsset = ApiRelease['assets'][number]

/** Releases and their assets by GitHub's REST API. */
export class GitHubReleases implements Releases {
  readonly #client: GitHubClient
  readonly #uploadUrls = new Map<number, string>()

  constructor(client: GitHubClient) {
    this.#client = client
  }

  async get(id: number): Promise<Release | null> {
    const { octokit, repository } = this.#client
    const response = await orNull(octokit.rest.repos.getRelease({ ...repository, release_id: id }))
    return response && this.#release(response.data)
  }

  async list(): Promise<Release[]> {
    const { octokit, repository } = this.#client
    const all = await octokit.paginate(octokit.rest.repos.listReleases, { ...repository, per_page: 100 })
    return all.map((release) => this.#release(release))
  }

  async drafts(): Promise<Release[]> {
    const { octokit, repository } = this.#client
    const { data } = await octokit.rest.repos.listReleases({ ...repository, per_page: 100 })
    return data.filter((release) => release.draft).map((release) => this.#release(release))
  }

  async createDraft({ tag, name, body }: { tag: string; name: string; body: string }): Promise<Release> {
    const { octokit, repository } = this.#client
    const { data } = await octokit.rest.repos.createRelease({
      ...repository,
      tag_name: tag,
      name,
      body,
      draft: true,
      prerelease: true,
    })
    return this.#release(data)
  }

  async update(
    id: number,
    change: { tag?: string; name?: string; body?: string; isDraft?: boolean; isPrerelease?: boolean },
  ): Promise<Release> {
    const { octokit, repository } = this.#client
    const { data } = await octokit.rest.repos.updateRelease({
      ...repository,
      release_id: id,
      ...(change.tag === undefined ? {} : { tag_name: change.tag }),
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.body === undefined ? {} : { body: change.body }),
      ...(change.isDraft === undefined ? {} : { draft: change.isDraft }),
      ...(change.isPrerelease === undefined ? {} : { prerelease: change.isPrerelease }),
      make_latest: 'false',
    })
    return this.#release(data)
  }

  async remove(id: number): Promise<void> {
    const { octokit, repository } = this.#client
    await orNull(octokit.rest.repos.deleteRelease({ ...repository, release_id: id }))
  }

  async upload(
    id: number,
    { name, sizeBytes, open }: { name: string; sizeBytes: number; open(): AsyncIterable<Uint8Array> },
  ): Promise<ReleaseAsset | 'exists' | 'gone'> {
    const { octokit } = this.#client
    const url = this.#uploadUrls.get(id)
    if (url === undefined) throw new Error(`release ${id} was not read before the upload`)
    try {
      const { data } = await octokit.request({
        method: 'POST',
        url: `${url}?name=${encodeURIComponent(name)}`,
        headers: { 'content-type': 'application/octet-stream' },
        data: new StreamedBlob(sizeBytes, open),
      })
      return toAsset(data as ApiAsset)
    } catch (error) {
      if (statusOf(error) === 404) return 'gone'
      if (statusOf(error) === 422 && /already_exists/.test(messageOf(error))) return 'exists'
      throw error
    }
  }

  async removeAsset(id: number): Promise<void> {
    const { octokit, repository } = this.#client
    await orNull(octokit.rest.repos.deleteReleaseAsset({ ...repository, asset_id: id }))
  }

  async download(assetId: number): Promise<Uint8Array> {
    const { octokit, repository } = this.#client
    const { data } = await octokit.rest.repos.getReleaseAsset({
      ...repository,
      asset_id: assetId,
      headers: { accept: 'application/octet-stream' },
    })
    // With this media type the body is the asset itself; octokit's types describe the JSON form only.
    return new Uint8Array(data as unknown as ArrayBuffer)
  }

  async digest(assetId: number): Promise<string> {
    const { octokit, repository } = this.#client
    const { data } = await octokit.rest.repos.getReleaseAsset({
      ...repository,
      asset_id: assetId,
      headers: { accept: 'application/octet-stream' },
      request: { parseSuccessResponseBody: false },
    })
    const hash = createHash('sha256')
    for await (const chunk of data as unknown as AsyncIterable<Uint8Array>) hash.update(chunk)
    return hash.digest('hex')
  }

  #release(data: ApiRelease): Release {
    this.#uploadUrls.set(data.id, data.upload_url.replace(/\{.*\}$/, ''))
    return {
      id: data.id,
      tag: data.tag_name,
      isDraft: data.draft,
      isPrerelease: data.prerelease,
      url: data.html_url,
      body: data.body ?? '',
      assets: data.assets.map(toAsset),
      ...changedAt(data),
    }
  }
}

/** Not by `created_at`, which is the time of the commit that the release was made for. */
function changedAt(data: ApiRelease): Pick<Release, 'changedAt'> {
  const { updated_at: updated } = data as { updated_at?: string | null }
  const times = [updated, ...data.assets.map((asset) => asset.updated_at)].filter((time) => time != null)
  const newest = times.sort().at(-1)
  return newest === undefined ? {} : { changedAt: newest }
}

/** Bytes that are read as they are sent, again at each try. Unlike a plain stream it has a size, which GitHub asks for. */
class StreamedBlob extends Blob {
  override readonly size: number
  readonly #open: () => AsyncIterable<Uint8Array>

  constructor(sizeBytes: number, open: () => AsyncIterable<Uint8Array>) {
    super([])
    this.size = sizeBytes
    this.#open = open
  }

  override stream(): ReturnType<Blob['stream']> {
    return ReadableStream.from(this.#open()) as ReturnType<Blob['stream']>
  }
}

function toAsset(asset: ApiAsset): ReleaseAsset {
  const digest = (asset as { digest?: string | null }).digest
  return {
    id: asset.id,
    name: asset.name,
    sizeBytes: asset.size,
    sha256: digest?.startsWith('sha256:') ? digest.slice('sha256:'.length) : null,
    state: asset.state === 'uploaded' ? 'uploaded' : 'starter',
  }
}
