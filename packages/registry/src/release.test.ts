import { sha256 } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { fileOfBytes } from './model-file.ts'
import type { Release } from './ports.ts'
import { findAssetProblems, planAssets } from './release.ts'

const contents = new Map(
  Object.entries({ 'Model Card.md': 'card', 'sub/model.onnx': '0123456789', 'sub-model.onnx': 'other' }).map(
    ([path, text]) => [path, fileOfBytes(Buffer.from(text))],
  ),
)
const files = [...contents].map(([path, { sizeBytes, sha256 }]) => ({ path, sizeBytes, sha256 }))

describe('planAssets', () => {
  it('gives every file a safe name of its own', async () => {
    const names = (await planAssets(files, contents)).flatMap((file) => file.parts.map((part) => part.asset))
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9._-]*$/)
    expect(names).toContain('model-card.md')
  })

  it('cuts a large file into parts that add up to it, each with its own digest', async () => {
    const file = (await planAssets(files, contents, 4)).find((each) => each.path === 'sub/model.onnx')
    expect(file?.parts.map((part) => part.sizeBytes)).toEqual([4, 4, 2])
    expect(file?.parts.map((part) => part.sha256)).toEqual(['0123', '4567', '89'].map((part) => sha256(part)))
    expect(file?.parts.map((part) => part.asset)).toEqual(
      ['sub-model.onnx.part-0001', 'sub-model.onnx.part-0002', 'sub-model.onnx.part-0003'].map((name) =>
        expect.stringContaining(name.slice(-10)),
      ),
    )
  })
})

describe('findAssetProblems', async () => {
  const manifest = { files: await planAssets(files, contents) }
  const release = (change: Partial<Release['assets'][number]> = {}): Release => ({
    id: 1,
    tag: 'm@v1.0.0',
    isDraft: false,
    isPrerelease: true,
    url: '',
    body: '',
    assets: manifest.files
      .flatMap((file) => file.parts)
      .map((part, i) => ({
        id: i,
        name: part.asset,
        sizeBytes: part.sizeBytes,
        sha256: part.sha256,
        state: 'uploaded' as const,
        ...(i === 0 ? change : {}),
      })),
  })

  it('finds nothing where GitHub holds what the manifest names', () => {
    expect(findAssetProblems(release(), manifest)).toEqual([])
  })

  it.each([
    ['another digest', { sha256: 'f'.repeat(64) }],
    ['another size', { sizeBytes: 1 }],
    ['an upload that never ended', { state: 'starter' as const }],
    ['another name', { name: 'x' }],
  ])('names an asset with %s', (_name, change) => {
    expect(findAssetProblems(release(change), manifest)).toHaveLength(1)
  })
})
