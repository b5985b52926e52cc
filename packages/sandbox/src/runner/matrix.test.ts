import { expect, test } from 'vitest'
import { expandMatrix, labelOf } from './matrix.ts'

test("GitHub's own example of include gives GitHub's own six combinations", () => {
  const legs = expandMatrix({
    fruit: ['apple', 'pear'],
    animal: ['cat', 'dog'],
    include: [
      { color: 'green' },
      { color: 'pink', animal: 'cat' },
      { fruit: 'apple', shape: 'circle' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ],
  })
  expect(legs).toEqual([
    { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
    { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
    { fruit: 'pear', animal: 'cat', color: 'pink' },
    { fruit: 'pear', animal: 'dog', color: 'green' },
    { fruit: 'banana' },
    { fruit: 'banana', animal: 'cat' },
  ])
})

test('exclude needs to match only in part and comes before include', () => {
  const legs = expandMatrix({
    os: ['a', 'b'],
    node: [20, 24],
    exclude: [{ os: 'a' }],
    include: [{ os: 'a', node: 1 }],
  })
  expect(legs).toEqual([
    { os: 'b', node: 20 },
    { os: 'b', node: 24 },
    { os: 'a', node: 1 },
  ])
})

test('a matrix of includes alone has one job each', () => {
  expect(expandMatrix({ include: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 1 }, { a: 2 }])
})

test('no combination, too many, and a vector that is no list are errors', () => {
  expect(() => expandMatrix({ a: [1], exclude: [{ a: 1 }] })).toThrow('at least one')
  const twenty = Array.from({ length: 20 }, (_, index) => index)
  expect(() => expandMatrix({ a: twenty, b: twenty })).toThrow('400 combinations')
  expect(() => expandMatrix({ a: 'x' })).toThrow("'a' must be a list")
})

test('a label shows the values, also those inside objects', () => {
  expect(labelOf({ os: 'linux', at: { node: 24 } })).toBe(' (linux, 24)')
})
