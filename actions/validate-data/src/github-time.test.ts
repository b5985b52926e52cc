import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TidemarkError } from '@tidemark/schemas'
import { expect, test } from 'vitest'
import { gitHubTime } from './github-time.ts'

async function ask(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await gitHubTime(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('the time is the date of whatever GitHub answers, and nothing about us is sent', async () => {
  let authorization: string | undefined
  const time = await ask(({ headers }, response) => {
    authorization = headers.authorization
    response.writeHead(403, { date: 'Mon, 02 Apr 2001 08:00:00 GMT' }).end()
  })
  expect([time, authorization]).toEqual(['2001-04-02T08:00:00Z', undefined])
})

test.each<[string, RequestListener]>([
  [
    'without a date',
    (_, response) => {
      response.sendDate = false
      response.end()
    },
  ],
  ['no answer', ({ socket }) => void socket.destroy()],
])('%s there is no time, and no clock of this machine stands in', async (_, answer) => {
  const error = await ask(answer).catch((each: unknown) => each)
  expect(error).toBeInstanceOf(TidemarkError)
  expect(error).toMatchObject({ code: 'GITHUB_UNAVAILABLE', hint: expect.stringContaining('as-of') })
})
