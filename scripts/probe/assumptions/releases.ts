import { createHash } from 'node:crypto'
import type { Assumption, Untried } from '../assumption.ts'
import { must, type Site, words } from '../site.ts'

const releases = 'packages/github/src/github-releases.ts'
const registration = 'packages/registry/src/release.ts'
const bytes = Buffer.from('These bytes stand for a model.\n')

interface Asset {
  name: string
  state: string
  digest?: string | null
}

export const releaseAssumptions: readonly Assumption[] = [
  {
    id: 'release.draft-by-tag',
    says: 'A draft is not found by its tag.',
    reliedOnBy: [releases],
    expected: '404',
    async observe(site) {
      await createDraft(site, 'v10.0.0')
      return String((await site.ask('GET', `/releases/tags/${encodeURIComponent(`${site.prefix}@v10.0.0`)}`)).status)
    },
  },
  {
    id: 'release.draft-tag',
    says: 'A draft makes no tag.',
    reliedOnBy: [registration],
    expected: '404',
    async observe(site) {
      await createDraft(site, 'v11.0.0')
      return String((await site.ask('GET', `/git/ref/tags/${encodeURIComponent(`${site.prefix}@v11.0.0`)}`)).status)
    },
  },
  {
    id: 'release.draft-listed',
    says: 'A token that may write finds its drafts in the list, with the newest on the first page.',
    reliedOnBy: [releases],
    expected: 'listed as a draft',
    async observe(site) {
      const { id } = await createDraft(site, 'v12.0.0')
      const listed = must(await site.ask('GET', '/releases?per_page=100')) as { id: number; draft: boolean }[]
      const found = listed.find((each) => each.id === id)
      return found === undefined ? 'not listed' : found.draft ? 'listed as a draft' : 'listed as published'
    },
  },
  {
    id: 'release.draft-twins',
    says: 'Two drafts may have the same tag.',
    reliedOnBy: [registration],
    expected: 'two',
    async observe(site) {
      const one = await createDraft(site, 'v13.0.0')
      const two = await createDraft(site, 'v13.0.0')
      return one.id === two.id ? 'one' : 'two'
    },
  },
  {
    id: 'asset.digest',
    says: 'The answer to an upload has the state and the SHA-256 of the bytes at once.',
    reliedOnBy: [releases, registration],
    expected: `uploaded, sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    async observe(site) {
      const asset: Asset = must(await upload(site, await createDraft(site, 'v14.0.0'), 'model.onnx'))
      return `${asset.state}, ${asset.digest ?? 'no digest'}`
    },
  },
  {
    id: 'asset.names',
    says: 'Names of a-z, 0-9, `.`, `_` and `-` stay as they are.',
    reliedOnBy: [registration],
    expected: 'model.onnx part-000_1.bin',
    async observe(site) {
      const draft = await createDraft(site, 'v15.0.0')
      const names: string[] = []
      for (const name of ['model.onnx', 'part-000_1.bin']) names.push(must(await upload(site, draft, name)).name)
      return names.join(' ')
    },
  },
  {
    id: 'asset.twin',
    says: 'A second asset of the same name is refused.',
    reliedOnBy: [registration],
    expected: '422 already_exists',
    async observe(site) {
      const draft = await createDraft(site, 'v16.0.0')
      must(await upload(site, draft, 'model.onnx'))
      const { status, json } = await upload(site, draft, 'model.onnx')
      return `${status} ${json?.errors?.[0]?.code ?? json?.message ?? ''}`
    },
  },
  {
    id: 'asset.download',
    says: 'The octet-stream media type gives an asset’s bytes, also a draft’s, by way of a redirect.',
    reliedOnBy: [releases],
    expected: 'the same bytes',
    async observe(site) {
      const { id } = must(await upload(site, await createDraft(site, 'v17.0.0'), 'model.onnx'))
      const headers = { accept: 'application/octet-stream' }
      const answer = await site.ask('GET', `/releases/assets/${id}`, { headers })
      return answer.status !== 200 ? words(answer) : bytes.equals(answer.bytes) ? 'the same bytes' : 'other bytes'
    },
  },
  {
    id: 'release.publish',
    says: 'Publishing keeps an annotated tag that is there; then the release is found by it, with its assets.',
    reliedOnBy: [registration],
    expected: 'tag kept, found, 1 asset',
    async observe(site) {
      const { ask, prefix } = site
      const tag = `${prefix}@v18.0.0`
      const [commit] = await site.commits()
      const body = { tag, message: 'Probe', object: commit, type: 'commit' }
      const object = must(await ask('POST', '/git/tags', { body }))
      must(await site.createRef(`refs/tags/${tag}`, object.sha))
      const draft = await createDraft(site, 'v18.0.0')
      must(await upload(site, draft, 'model.onnx'))
      must(await ask('PATCH', `/releases/${draft.id}`, { body: { draft: false, make_latest: 'false' } }))
      const ref = must(await ask('GET', `/git/ref/tags/${encodeURIComponent(tag)}`))
      const found = await ask('GET', `/releases/tags/${encodeURIComponent(tag)}`)
      const assets = (found.json?.assets ?? []) as unknown[]
      return [
        ref.object.sha === object.sha ? 'tag kept' : 'tag moved',
        found.status === 200 && found.json.id === draft.id ? 'found' : `by tag ${found.status}`,
        `${assets.length} asset`,
      ].join(', ')
    },
  },
  {
    id: 'release.publish-renamed',
    says: 'A draft may be given another tag’s name as it is published, and makes no tag of its first name.',
    reliedOnBy: [registration, 'packages/registry/src/registration.ts'],
    expected: 'tag kept, published, no other tag',
    async observe(site) {
      const { ask, prefix } = site
      const [tag, first] = [`${prefix}@v18.1.0`, `${prefix}@v18.2.0`]
      const [commit] = await site.commits()
      const object = must(
        await ask('POST', '/git/tags', { body: { tag, message: 'Probe', object: commit, type: 'commit' } }),
      )
      must(await site.createRef(`refs/tags/${tag}`, object.sha))
      const draft = await createDraft(site, 'v18.2.0')
      const body = { tag_name: tag, name: 'Probe', draft: false, prerelease: true, make_latest: 'false' }
      const published = must(await ask('PATCH', `/releases/${draft.id}`, { body }))
      const ref = must(await ask('GET', `/git/ref/tags/${encodeURIComponent(tag)}`))
      const other = await ask('GET', `/git/ref/tags/${encodeURIComponent(first)}`)
      return [
        ref.object.sha === object.sha ? 'tag kept' : 'tag moved',
        published.tag_name === tag && published.draft === false ? 'published' : 'not published',
        other.status === 404 ? 'no other tag' : 'another tag',
      ].join(', ')
    },
  },
  {
    id: 'release.not-latest',
    says: 'A prerelease that says `make_latest: false` is not the latest release.',
    reliedOnBy: [releases],
    expected: 'another or none',
    async observe(site) {
      must(await site.createRef(`refs/tags/${site.prefix}@v19.0.0`, (await site.commits())[0]))
      const { id } = await createDraft(site, 'v19.0.0')
      const change = { draft: false, prerelease: true, make_latest: 'false' }
      must(await site.ask('PATCH', `/releases/${id}`, { body: change }))
      const latest = await site.ask('GET', '/releases/latest')
      return latest.json?.id === id ? 'the probe’s' : 'another or none'
    },
  },
]

export const untriedReleases: readonly Untried[] = [
  {
    id: 'asset.starter',
    says: 'An upload that breaks off with 502 leaves an asset in the state `starter`, which can be deleted.',
    reliedOnBy: [registration],
    because: 'GitHub’s 502 cannot be brought about',
  },
  {
    id: 'release.immutable',
    says: 'With immutable releases a published tag and its assets are locked, and the tag’s name is spent for good.',
    reliedOnBy: ['packages/registry/src/version-plan.ts'],
    because: 'what it would leave could not be removed',
  },
]

async function createDraft({ ask, prefix }: Site, version: string): Promise<{ id: number; upload_url: string }> {
  const body = { tag_name: `${prefix}@${version}`, name: `Probe ${version}`, body: '', draft: true, prerelease: true }
  return must(await ask('POST', '/releases', { body }))
}

function upload({ request }: Site, draft: { upload_url: string }, name: string) {
  const url = `${draft.upload_url.replace(/\{.*\}$/, '')}?name=${encodeURIComponent(name)}`
  return request('POST', url, { body: bytes, headers: { 'content-type': 'application/octet-stream' } })
}
