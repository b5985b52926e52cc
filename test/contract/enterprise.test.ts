import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { registerModel, verifyRegistry } from '@tidemark/registry'
import { expect, it } from 'vitest'
import { createCandidate } from './candidate.ts'
import { endState } from './end-state.ts'
import { createRegistryWorld } from './sandbox.ts'

/** GitHub Enterprise Server's addresses in front of a sandbox: `/api/v3`, `/api/graphql`, `/api/uploads`. */
async function startEnterprise(apiUrl: string) {
  const paths = new Set<string>()
  let own = ''
  const inward = (path: string) =>
    path.replace(/^\/api\/(v3(?=\/)|graphql|uploads)/, (_, part) => (part === 'v3' ? '' : `/${part}`))
  const outward = (text: string) =>
    text.replaceAll(`${apiUrl}/uploads/`, `${own}/api/uploads/`).replaceAll(`${apiUrl}/`, `${own}/api/v3/`)
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    paths.add(path.split('/').slice(0, 3).join('/'))
    const isKnown = /^\/api\/(v3\/|graphql$|uploads\/)/.test(path)
    const { host: _host, connection: _connection, 'transfer-encoding': _encoding, ...headers } = request.headers
    const body = await readBody(request)
    const answer = await fetch(isKnown ? apiUrl + inward(path) : `${apiUrl}/nothing-here`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      redirect: 'manual',
      ...(body.length > 0 ? { body } : {}),
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const isJson = answer.headers.get('content-type')?.startsWith('application/json')
    const sent = isJson ? Buffer.from(outward(bytes.toString('utf8'))) : bytes
    const given = [...answer.headers].filter(([name]) => !/^(content-length|connection|keep-alive)$/.test(name))
    response.writeHead(answer.status, Object.fromEntries(given.map(([name, value]) => [name, outward(value)])))
    response.end(sent)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    apiUrl: `${own}/api/v3`,
    paths,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

it('registers and verifies at the addresses of GitHub Enterprise Server', async () => {
  await using world = await createRegistryWorld()
  await using enterprise = await startEnterprise(world.github.apiUrl)
  const connect = () => world.connect(world.bot, { apiUrl: enterprise.apiUrl })
  await registerModel(await connect(), createCandidate('a'))
  await registerModel(await connect(), createCandidate('b'))
  const { ledger, releases } = await connect()
  expect((await verifyRegistry(ledger, { releases, assets: true })).problems).toEqual([])
  expect(await endState(world)).toMatchObject({ tags: ['churn@v1.0.0', 'churn@v1.1.0'], drafts: 0 })
  expect([...enterprise.paths].sort()).toEqual(['/api/graphql', '/api/uploads', '/api/v3'])
})
