import { expect, test } from 'vitest'
import { excess, permissionsOf, readOnly } from './permissions.ts'

test('what is not named is not granted, but metadata can always be read', () => {
  expect(permissionsOf({ statuses: 'write' })).toEqual({ statuses: 'write', metadata: 'read' })
  expect(permissionsOf({})).toEqual({ metadata: 'read' })
  expect(permissionsOf(undefined)).toBeUndefined()
})

test('read-all reads everything and writes nothing', () => {
  expect(new Set(Object.values(permissionsOf('read-all') ?? {}))).toEqual(new Set(['read']))
})

test('a called workflow may not ask for more than its caller has', () => {
  expect(excess({ contents: 'write', issues: 'read' }, { contents: 'read', issues: 'write' })).toEqual([
    'contents: write',
  ])
})

test("a fork's token keeps reading and loses writing", () => {
  expect(readOnly({ contents: 'write', issues: 'none' })).toEqual({ contents: 'read', issues: 'none' })
})
