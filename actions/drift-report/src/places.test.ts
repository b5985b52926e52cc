import { parseContract } from '@tidemark/data'
import type { BaselineColumn } from '@tidemark/schemas'
import { expect, test } from 'vitest'
import { contractPlaces } from './places.ts'

const contract = parseContract(
  `apiVersion: v3.1.0
kind: DataContract
id: shop
version: 1.0.0
status: active
schema:
  - name: sales
    properties:
      - { name: price }
      - { name: note }
`,
  'models/shop/contract.yaml',
)
const column = (name: string, more: object = {}) => ({ kind: 'numeric', name, ...more }) as BaselineColumn
const placeOf = contractPlaces({ folder: 'models/shop', contract, policy: { data: { features: 'features.sql' } } }, [
  column('price'),
  column('price [shop=north]', { segment: { column: 'shop', value: 'north' } }),
  column('note [length]', { text: { column: 'note', measure: 'length' } }),
  column('hour'),
])

test.each([
  ['a column', 'price', 9],
  ['a column in one segment', 'price [shop=north]', 9],
  ['the length of a text', 'note [length]', 10],
])('%s stands at its line of the contract', (_, name, line) => {
  expect(placeOf(name)).toEqual({ file: 'models/shop/contract.yaml', line })
})

test.each(['hour', 'price of nothing'])('%s, which the contract does not have, stands in the query', (name) => {
  expect(placeOf(name)).toEqual({ file: 'models/shop/features.sql' })
})
