import { connect } from 'node:net'
import { expect, test } from 'vitest'

test('a test that reaches for the network fails, and says where it wanted to go', async () => {
  await expect(fetch('https://192.0.2.1/')).rejects.toMatchObject({
    cause: { message: expect.stringContaining('tests may not reach 192.0.2.1') },
  })
  expect(() => connect(443, 'example.com')).toThrow('tests may not reach example.com')
})
