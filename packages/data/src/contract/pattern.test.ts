import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openEngine } from '../engine/engine.ts'
import { quoteLiteral } from '../engine/quoting.ts'
import { formatPatterns, isSharedPattern } from './pattern.ts'

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

test('what counts as shared finds the same texts in both engines', async () => {
  await using engine = await openEngine({ allowedPaths: [], threads: 1 })
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
  await fc.assert(
    fc.asyncProperty(pattern, fc.array(text, { minLength: 1, maxLength: 10 }), async (source, texts) => {
      fc.pre(isSharedPattern(source))
      const rows = await engine.query(
        `SELECT regexp_matches(x, ${quoteLiteral(source)}) AS found FROM (SELECT unnest([${texts.map(quoteLiteral).join(', ')}]) AS x)`,
      )
      expect(rows.map(({ found }) => found)).toEqual(texts.map((x) => new RegExp(source, 'u').test(x)))
    }),
    { numRuns: 200 },
  )
})
