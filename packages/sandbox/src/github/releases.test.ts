import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Request, startTestGitHub, type TestGitHub } from './test-client.ts'

let world: TestGitHub
beforeAll(async () => {
  world = await startTestGitHub()
})
afterEach(() => expect(world.github.unexpected).toEqual([]))
afterAll(() => world.stop())

async function draft(owner: Request, path: string, tag: string, more: object = {}) {
  const release = await owner('POST', `${path}/releases`, { tag_name: tag, draft: true, ...more })
  const url = `${path}/releases/${release.json.id}`
  const upload = (name: string, content: string) =>
    owner(
      'POST',
      `${release.json.upload_url.replace(/\{.*/, '')}?name=${encodeURIComponent(name)}`,
      Buffer.from(content),
      {
        'content-type': 'application/octet-stream',
      },
    )
  const publish = (fields: object = {}) => owner('PATCH', url, { draft: false, ...fields })
  return { id: release.json.id as number, url, upload, publish }
}

test('a draft has no tag and is not found by one; publishing makes the tag', async () => {
  const { name, path, owner, main } = await world.repository()
  const release = await draft(owner, path, 'm@v1.0.0', { target_commitish: 'main' })
  expect(await world.github.ref(name, 'refs/tags/m@v1.0.0')).toBeNull()
  const byTag = `${path}/releases/tags/${encodeURIComponent('m@v1.0.0')}`
  expect((await owner('GET', byTag)).status).toBe(404)
  const published = await release.publish({ prerelease: true })
  expect(published.json).toMatchObject({ draft: false, prerelease: true, published_at: expect.any(String) })
  expect(await world.github.ref(name, 'refs/tags/m@v1.0.0')).toBe(main)
  expect((await owner('GET', byTag)).json.id).toBe(release.id)
  expect((await owner('GET', `${path}/releases/latest`)).status).toBe(404)
  await owner('PATCH', release.url, { prerelease: false })
  expect((await owner('GET', `${path}/releases/latest`)).json.id).toBe(release.id)
})

test('several drafts may have one tag, but only one published release', async () => {
  const { path, owner } = await world.repository()
  const [first, second] = [await draft(owner, path, 'v1'), await draft(owner, path, 'v1')]
  expect((await first.publish()).status).toBe(200)
  const refused = await second.publish()
  expect(refused.json.errors).toEqual([{ resource: 'Release', code: 'already_exists', field: 'tag_name' }])
})

test('readers do not see drafts', async () => {
  const { name, path, owner } = await world.repository({ collaborators: { reader: 'read' } })
  const release = await draft(owner, path, 'v1')
  const reader = world.as(world.github.createToken('reader', { contents: 'read' }, name))
  expect((await reader('GET', `${path}/releases`)).json).toEqual([])
  expect((await reader('GET', release.url)).status).toBe(404)
})

describe('assets', () => {
  test('come back with their digest and bytes', async () => {
    const { path, owner } = await world.repository()
    const { upload, url } = await draft(owner, path, 'v1')
    const asset = await upload('model v1 (final).onnx', 'weights')
    const digest = `sha256:${createHash('sha256').update('weights').digest('hex')}`
    expect(asset.json).toMatchObject({ name: 'model.v1.final.onnx', state: 'uploaded', size: 7, digest })
    const download = await owner('GET', `${path}/releases/assets/${asset.json.id}`, undefined, {
      accept: 'application/octet-stream',
    })
    expect(download.text).toBe('weights')
    expect((await owner('GET', `${url}/assets`)).json).toHaveLength(1)
    expect((await fetch(asset.json.browser_download_url)).status).toBe(404)
  })

  test('cannot have the name of another, even of one that never arrived', async () => {
    const { path, owner } = await world.repository()
    const { upload, url } = await draft(owner, path, 'v1')
    world.github.faults.add({ match: { method: 'POST', path: /\/assets/ }, do: 'starter-asset-502' })
    expect((await upload('m.onnx', 'x')).status).toBe(502)
    const [starter] = (await owner('GET', `${url}/assets`)).json
    expect(starter).toMatchObject({ name: 'm.onnx', state: 'starter', size: 0, digest: null })
    expect((await upload('m.onnx', 'x')).json.errors[0].code).toBe('already_exists')
    expect((await owner('DELETE', `${path}/releases/assets/${starter.id}`)).status).toBe(204)
    expect((await upload('m.onnx', 'x')).status).toBe(201)
  })
})

test('an immutable release keeps its assets and tag, and its tag name is used up', async () => {
  const { path, owner, main } = await world.repository({ immutableReleases: true })
  const { upload, publish, url } = await draft(owner, path, 'v1')
  const asset = await upload('a', 'a')
  expect((await publish()).json.immutable).toBe(true)
  expect((await upload('b', 'b')).status).toBe(422)
  expect((await owner('DELETE', `${path}/releases/assets/${asset.json.id}`)).status).toBe(422)
  expect((await owner('DELETE', `${path}/git/refs/tags/v1`)).status).toBe(422)
  expect((await owner('DELETE', url)).status).toBe(204)
  expect((await owner('DELETE', `${path}/git/refs/tags/v1`)).status).toBe(204)
  const again = await owner('POST', `${path}/releases`, { tag_name: 'v1' })
  expect(again.json.errors[0].message).toBe('tag_name was used by an immutable release')
  expect((await owner('POST', `${path}/git/refs`, { ref: 'refs/tags/v1', sha: main })).status).toBe(422)
})

test('publishing is refused where a ruleset keeps the tag from being made', async () => {
  const { path, owner } = await world.repository({
    rulesets: [{ name: 'tags', target: 'tag', include: ['refs/tags/v*'], rules: [{ type: 'creation' }] }],
  })
  const refused = await (await draft(owner, path, 'v1')).publish()
  expect(refused.json.errors.at(-1).message).toBe('Published releases must have a valid tag')
  expect((await (await draft(owner, path, 'w1')).publish()).status).toBe(200)
})
