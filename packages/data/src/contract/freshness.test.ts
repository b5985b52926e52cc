import { expect, test } from 'vitest'
import { openScratch } from '../scratch-data.ts'
import { judgeFreshness } from './freshness.ts'
import { contractOf } from './validated.fixture.ts'

test.each([
  ['2001-01-02T12:00:00Z', 'pass'],
  ['2001-01-02T12:00:01Z', 'fail'],
  ['2000-01-01T00:00:00Z', 'inconclusive'],
])('freshness at %s is %s: what lies ahead proves nothing', async (asOf, verdict) => {
  const contract = contractOf(
    `    properties: [{ name: a, logicalType: timestamp }]\nslaProperties: [{ property: freshness, value: 24, unit: h, element: a }]\n`,
  )
  await using scratch = await openScratch({
    't.csv': 'a,b\n2001-01-01 12:00:00,1\n2000-05-01 00:00:00,1\n2031-01-01 00:00:00,1\n',
  })
  const results = await judgeFreshness(scratch.engine, scratch.dataset, contract, asOf)
  expect(results).toMatchObject([{ id: 'a.freshness', verdict, place: { line: 9 } }])
  expect(JSON.stringify(results)).not.toContain('2001-01-01')
})
