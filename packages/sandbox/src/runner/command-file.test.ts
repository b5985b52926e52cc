import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCommandFile } from './command-file.ts'

test('lines and heredocs are read, a value keeps its equals signs, and what looks like a line inside a heredoc is text', () => {
  expect(parseCommandFile('a=1=2\n\nb<<EOF\nx=1\n\ny\nEOF\nc=\nd=a<<b\n')).toEqual([
    ['a', '1=2'],
    ['b', 'x=1\n\ny'],
    ['c', ''],
    ['d', 'a<<b'],
  ])
})

test.each([
  ['word', "Invalid format 'word'"],
  ['=1', "Invalid format '=1'. Name must not be empty"],
  ['a<<', "Invalid format 'a<<'. Name must not be empty and delimiter must not be empty"],
  ['a<<EOF\nx', "Invalid value. Matching delimiter not found 'EOF'"],
])('%j is malformed', (content, message) => {
  expect(() => parseCommandFile(content)).toThrow(message)
})

test('whatever the toolkit writes as a heredoc is read back', () => {
  const value = fc
    .array(fc.constantFrom('a', '=', '<<', '\n', ' ', 'é', 'ghadelimiter_2'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.constantFrom('a', 'model-digest', 'A_1'), value, (name, text) => {
      expect(parseCommandFile(`${name}<<ghadelimiter_1\n${text}\nghadelimiter_1\n`)).toEqual([[name, text]])
    }),
  )
})
