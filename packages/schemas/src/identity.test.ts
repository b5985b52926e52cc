import { describe, expect, it } from 'vitest'
import {
  compareVersions,
  eventId,
  featuresDigest,
  layout,
  lookupFiles,
  lookupPath,
  modelDigest,
  RelativePath,
  sha256,
} from './index.ts'

describe('identity', () => {
  it('digests a model over its files raw digests in path order, whatever order they are given in', () => {
    const files = [
      { path: 'model.onnx', sha256: sha256('m') },
      { path: 'features.sql', sha256: sha256('f') },
    ]
    const expected = sha256(Buffer.concat([Buffer.from(sha256('f'), 'hex'), Buffer.from(sha256('m'), 'hex')]))
    expect(modelDigest(files)).toBe(expected)
    expect(modelDigest(files.toReversed())).toBe(expected)
  })

  it('names a features query by its text, or with lookups by its text, their names and their bytes', () => {
    const query = sha256('SELECT 1')
    const lookup = (name: string, text: string) => ({ name, sha256: sha256(text) })
    expect(featuresDigest(query, [])).toBe(query)
    const digest = featuresDigest(query, [lookup('a', '1'), lookup('b', '2')])
    expect(featuresDigest(query, [lookup('b', '2'), lookup('A', '1')])).toBe(digest)
    for (const others of [
      [],
      [lookup('a', '1')],
      [lookup('a', '2'), lookup('b', '1')],
      [lookup('a', '1'), lookup('b', '3')],
    ])
      expect(featuresDigest(query, others)).not.toBe(digest)
  })

  it('finds a lookup again among the files of a model', () => {
    const path = lookupPath({ name: 'rates', file: 'tables/Rates.PARQUET' })
    const files = [{ path }, { path: 'model.onnx' }, { path: 'lookups/deeper/x.csv' }]
    expect(lookupFiles(files)).toEqual([{ name: 'rates', file: { path: 'lookups/rates.parquet' } }])
  })

  it('gives an event the same id at every retry, whatever its time', () => {
    const event = {
      type: 'version.registered' as const,
      subject: { modelDigest: sha256('a'), version: '1.0.0' },
      cause: sha256('run'),
    }
    expect(eventId({ ...event })).toBe(eventId(event))
    expect(eventId({ ...event, cause: sha256('other') })).not.toBe(eventId(event))
  })

  it('orders versions by number, not by text', () => {
    expect(['1.10.0', '1.9.3', '2.0.0', '1.9.20'].sort(compareVersions)).toEqual(['1.9.3', '1.9.20', '1.10.0', '2.0.0'])
  })

  it('files a run by the month of its commit', () => {
    expect(layout.run('m', 'a'.repeat(64), '2026-03-09T00:00:00Z')).toBe(`models/m/runs/2026/03/${'a'.repeat(64)}.json`)
  })

  it.each(['/etc/passwd', '../x', 'a/../b', 'a//b', 'a\\b', 'C:/x', 'a\nb', '.', ''])('refuses the path %j', (path) => {
    expect(RelativePath.safeParse(path).success).toBe(false)
  })
})
