import { expect, test } from 'vitest'
import { webAddress } from './origin.ts'
import { formatTable, plain } from './table.ts'

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

test('columns line up, numbers to the right, and empty ones are left out', () => {
  const columns = [{ title: 'NAME' }, { title: 'N', isNumber: true }, { title: 'GONE' }]
  expect(
    formatTable(columns, [
      ['a', '10', ''],
      ['longer', '9', ''],
    ]),
  ).toBe('NAME     N\na       10\nlonger   9')
})
