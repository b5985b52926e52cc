import { expect, test } from 'vitest'
import { Masks } from './masks.ts'
import { parseWorkflowCommand } from './workflow-command.ts'

test('properties and message are unescaped, the message may hold colons', () => {
  expect(parseWorkflowCommand('::error file=a%2Cb%3A.ts,line=3,title=50%25::x::y%0Az%25')).toEqual({
    name: 'error',
    properties: { file: 'a,b:.ts', line: '3', title: '50%' },
    message: 'x::y\nz%',
  })
})

test('an escaped percent sign is not unescaped twice', () => {
  expect(parseWorkflowCommand('::notice::%250A')?.message).toBe('%0A')
})

test.each(['plain', 'a ::error::b', '::unknown::x', '::error'])('%s is text', (line) => {
  expect(parseWorkflowCommand(line)).toBeUndefined()
})

test('the longest mask wins and a secret of several lines is hidden line by line', () => {
  const masks = new Masks()
  masks.add('abc')
  masks.add('abcdef')
  masks.add('one\ntwo')
  expect(masks.hide('abcdef abc two')).toBe('*** *** ***')
})
