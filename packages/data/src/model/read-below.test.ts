import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errorOf } from '../scratch-data.ts'
import { readBelow } from './read-below.ts'

test('a checkout that is not there is said to be so', async () => {
  const gone = join(import.meta.dirname, 'gone')
  const error = await errorOf(readBelow(gone, 'contract.yaml', 'Write it.'))
  expect(error).toMatchObject({ code: 'FILE_NOT_FOUND', message: `${gone} does not exist` })
})
