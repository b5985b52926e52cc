import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Engine, openEngine } from '../engine/engine.ts'
import { quoteLiteral } from '../engine/quoting.ts'
import { formatPatterns } from './formats.ts'
import { isSharedPattern, isWholePattern } from './pattern.ts'

test.each([
  '^[A-Z0-9]{3}$',
  '^L\\d{8}$',
  'a|b',
  '^(?:ab)+-\\w*$',
  '[a-z.]{2,}',
  formatPatterns.uuid ?? '',
  formatPatterns.ipv4 ?? '',
])('RE2 reads %s as ECMA-262 does', (pattern) => {
  expect(isSharedPattern(pattern)).toBe(true)
})

test.each([
  '(?=a)',
  'a^',
  '$a',
  '(^a)',
  '(?<!a)b',
  '(?<n>a)',
  '(a)\\1',
  '\\s',
  'a.c',
  '[^a]',
  '\\p{L}',
  'é',
  '\\bword',
  '(?i:a)',
  'a{1001}',
  '\\u0041',
  '[[:alpha:]]',
  '\\x41',
])('%s is left to JavaScript', (pattern) => {
  expect(isSharedPattern(pattern)).toBe(false)
})

const atom = fc.constantFrom(
  'a',
  'B',
  '7',
  '_',
  '-',
  '\\d',
  '\\w',
  '[a-c]',
  '[A-Z0-9_]',
  '\\.',
  '^',
  '$',
  '(?:ab)',
  '(a|b)',
)
const part = fc
  .tuple(atom, fc.constantFrom('', '', '*', '+?', '?', '{2}', '{1,2}', '{1,}'))
  .map(([a, q]) => (/^[$^]$/.test(a) ? a : a + q))
const pattern = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
const text = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'B', '7', '_', '-', '.', '\n', 'é', '😀', ' '),
  maxLength: 6,
})

const found = async (engine: Engine, matches: string, source: string, texts: readonly string[]) => {
  const rows = await engine.query(
    `SELECT ${matches}(x, ${quoteLiteral(source)}) AS found FROM (SELECT unnest([${texts.map(quoteLiteral).join(', ')}]) AS x)`,
  )
  return rows.map((row) => row.found)
}
const texts = fc.array(text, { minLength: 1, maxLength: 10 })
const isFoundByEcma = (source: string) => (x: string) => new RegExp(source, 'u').test(x)

test('what counts as shared finds the same texts in both engines', async () => {
  await using engine = await openEngine({ allowedPaths: [], threads: 1 })
  await fc.assert(
    fc.asyncProperty(pattern, texts, async (source, tried) => {
      fc.pre(isSharedPattern(source))
      expect(await found(engine, 'regexp_matches', source, tried)).toEqual(tried.map(isFoundByEcma(source)))
    }),
    { numRuns: 200 },
  )
})

test('what counts as whole is found by a full match', async () => {
  await using engine = await openEngine({ allowedPaths: [], threads: 1 })
  await fc.assert(
    fc.asyncProperty(
      pattern.map((source) => `^${source}$`),
      texts,
      async (source, tried) => {
        fc.pre(isSharedPattern(source) && isWholePattern(source))
        expect(await found(engine, 'regexp_full_match', source, tried)).toEqual(tried.map(isFoundByEcma(source)))
      },
    ),
    { numRuns: 200 },
  )
  expect(['^a|b$', '^a\\$', 'a$', '^a'].filter(isWholePattern)).toEqual([])
})
