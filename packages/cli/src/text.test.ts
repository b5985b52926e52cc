import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fact } from './facts.ts'
import { lookOf } from './look.ts'
import { nearestNames } from './nearest.ts'
import { webAddress } from './origin.ts'
import { cutTo, formatTable, plain, widthOf } from './table.ts'
import { drawTree } from './tree.ts'
import { printJson } from './view.ts'

const hostile = '\u001b[31mred\u0007 \u009b2J left\u202eright\r\nnext'

test.each([
  ['git@github.com:acme/flights.git', 'https://github.com/acme/flights'],
  ['ssh://git@github.com/acme/flights', 'https://github.com/acme/flights'],
  ['https://github.com/acme/flights.git', 'https://github.com/acme/flights'],
  ['https://x-access-token:secret@github.com/acme/flights', 'https://github.com/acme/flights'],
  ['http://gh.localhost:4000/acme/flights.git', 'http://gh.localhost:4000/acme/flights'],
  ['/srv/git/flights.git', undefined],
  ['file:///srv/git/flights.git', undefined],
  ['', undefined],
])('the web address of %j is %j, without credentials', (remote, address) => {
  expect(webAddress(remote)).toBe(address)
})

test('what would move a terminal’s cursor or turn its lines is spelled out', () => {
  expect(plain('\u001b[31mred\u0007 left\u202eright\r\nnext')).toBe('⟨U+001B⟩[31mred⟨U+0007⟩ left⟨U+202E⟩right next')
  expect(formatTable([{ title: 'A' }], [['\u001b[2J']])).toBe('A\n⟨U+001B⟩[2J')
})

test('no text of others reaches the terminal as it is: not in a table, a fact, a tree or JSON', () => {
  const look = { width: null, hasColour: false }
  let json = ''
  const terminal = { env: {}, cwd: '/', isTerminal: true, print: (text: string) => (json += text), report: () => {} }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      json = ''
      printJson(terminal, { text: text + hostile })
      expect(JSON.parse(json)).toEqual({ text: text + hostile })
      const shown = [
        formatTable([{ title: 'A' }], [[text + hostile]], look),
        fact('title', text + hostile, look),
        drawTree({ title: text + hostile, note: text + hostile }, look),
        json,
      ]
      for (const each of shown) expect(each.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u)
    }),
  )
})

test('columns line up, numbers to the right, and empty ones are left out', () => {
  const columns = [{ title: 'NAME' }, { title: 'N', isNumber: true }, { title: 'GONE' }]
  expect(
    formatTable(columns, [
      ['a', '10', ''],
      ['longer', '9', ''],
    ]),
  ).toBe('NAME     N\na       10\nlonger   9')
})

test('letters that take two columns are counted so, and combining marks take none', () => {
  expect(widthOf('模型 e\u0301')).toBe(6)
  const rows = formatTable(
    [{ title: 'A' }, { title: 'B' }],
    [
      ['模型', 'x'],
      ['abc', 'y'],
    ],
  ).split('\n')
  expect(rows).toEqual(['A     B', '模型  x', 'abc   y'])
})

test('no line is wider than the terminal: the flexible column is cut, with a mark', () => {
  const look = { width: 40, hasColour: false }
  const columns = [{ title: 'ID' }, { title: 'TEXT', isFlexible: true }, { title: 'BY' }]
  const table = formatTable(
    columns,
    [
      ['1', '漢字'.repeat(30), 'me'],
      ['2', 'short', 'you'],
    ],
    look,
  )
  for (const line of table.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(40)
  const names = ['long'.repeat(9), 'short', 'longer'.repeat(9)]
  const several = formatTable([{ title: 'A' }, { title: 'B' }, { title: 'C' }], [names], look)
  for (const line of several.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(40)
  expect(table).toContain('…')
  const tree = drawTree({ title: 'x'.repeat(90), children: [{ title: 'y', note: 'z '.repeat(90) }] }, look)
  for (const line of tree.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(40)
  for (const line of fact('title', 'word '.repeat(40), look).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(40)
})

test('extra columns are left out where there is no room, the last first, and shown where there is', () => {
  const columns = [{ title: 'A' }, { title: 'B', isExtra: true }, { title: 'C', isExtra: true }]
  const row = ['a'.repeat(20), 'b'.repeat(15), 'c'.repeat(15)]
  const titles = (width: number | null) => formatTable(columns, [row], { width, hasColour: false }).split('\n')[0]
  expect([40, 60, null].map((width) => titles(width)?.replace(/ +/g, ''))).toEqual(['AB', 'ABC', 'ABC'])
  expect(titles(40)).toMatch(/^A +B$/)
})

test('a text is cut at characters, never within one', () => {
  expect(cutTo('a𝒳𝒳𝒳𝒳', 3)).toBe('a𝒳…')
  expect(cutTo('abc', 3)).toBe('abc')
})

test.each([
  [
    { isTerminal: true, columns: 100, env: {} },
    { width: 100, hasColour: true },
  ],
  [
    { isTerminal: true, columns: 100, env: { NO_COLOR: '1' } },
    { width: 100, hasColour: false },
  ],
  [
    { isTerminal: true, columns: 100, env: { NO_COLOR: '' } },
    { width: 100, hasColour: true },
  ],
  [
    { isTerminal: true, columns: 100, env: { TERM: 'dumb' } },
    { width: 100, hasColour: false },
  ],
  [
    { isTerminal: false, columns: 100, env: {} },
    { width: null, hasColour: false },
  ],
  [
    { isTerminal: true, columns: undefined, env: {} },
    { width: null, hasColour: true },
  ],
])('%j looks like %j', (terminal, look) => {
  expect(lookOf(terminal)).toEqual(look)
})

test('colours are on a terminal alone, around plain text', () => {
  const cell = [[{ text: '\u001b[2Jbad', tone: 'bad' as const }]]
  expect(formatTable([{ title: 'A' }], cell, { width: null, hasColour: true })).toBe(
    '\u001b[2mA\u001b[0m\n\u001b[31m⟨U+001B⟩[2Jbad\u001b[0m',
  )
  expect(formatTable([{ title: 'A' }], cell)).not.toContain('\u001b')
})

test.each([
  ['flight-dely', ['flight-delay']],
  ['delay', ['flight-delay']],
  ['churm', ['churn']],
  ['zzz', []],
])('the nearest names to %j are %j', (word, names) => {
  expect(nearestNames(word, ['churn', 'flight-delay', 'fraud'])).toEqual(names)
})
