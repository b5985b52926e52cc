import { connectRegistry, openRegistry } from '@tidemark/github'
import { expect, it } from 'vitest'
import { createRegistryWorld, repository } from './sandbox.ts'

const change = (parent: string | null, text: string) => ({
  parent,
  files: [{ path: 'a.json', text }],
  message: 'a fact',
})

it('says stale to a writer whose parent is no longer the head, and to one who would create the branch again', async () => {
  await using world = await createRegistryWorld()
  const { ledger } = await world.connect()
  const first = await ledger.commit(change(null, '1'))
  expect(await ledger.commit(change(first, '2'))).not.toBe('stale')
  expect(await ledger.commit(change(first, '3'))).toBe('stale')
  expect(await ledger.commit(change(null, '4'))).toBe('stale')
})

it('takes a ruleset that expects a status check for a refusal, not for a lost race', async () => {
  const rules = [
    {
      type: 'required_status_checks',
      parameters: { strict_required_status_checks_policy: false, required_status_checks: [{ context: 'tests' }] },
    },
  ]
  await using world = await createRegistryWorld({
    rulesets: [{ name: 'all', target: 'branch', include: ['~ALL'], rules }],
  })
  const { ledger } = await world.connect()
  const first = await ledger.commit(change(null, '1'))
  await expect(ledger.commit(change(first, '2'))).rejects.toMatchObject({
    code: 'GITHUB_DENIED',
    message: expect.stringContaining('is expected'),
  })
})

it('refuses the default branch as registry branch before anything is read or written there', async () => {
  await using world = await createRegistryWorld()
  const registry = connectRegistry({
    token: world.github.createToken('author', 'all'),
    repository,
    apiUrl: world.github.apiUrl,
    registryBranch: 'main',
    policyRoot: 'models',
    actor: 'author',
  })
  await expect(registry).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('main') })
})

it('reads what is asked for at once in one request, and a text too long for that on its own', async () => {
  await using world = await createRegistryWorld()
  const long = JSON.stringify({ long: 'é'.repeat(400_000) })
  const texts = { 'a/1.json': '1', 'a/2.json': '', 'a/b/3.json': '"ü"', 'long.json': long }
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }))
  const at = await (await world.connect()).ledger.commit({ parent: null, files, message: 'facts' })
  const { ledger } = await world.connect()
  const before = world.github.requests.length
  const [none, folder, nowhere, ...read] = await Promise.all([
    ledger.read('none.json', at),
    ledger.list('a', at),
    ledger.list('none', at),
    ...files.map(({ path }) => ledger.read(path, at)),
  ])
  expect({ none, folder, nowhere, read }).toEqual({
    none: null,
    folder: ['1.json', '2.json', 'b/'],
    nowhere: [],
    read: Object.values(texts),
  })
  const asked = world.github.requests.slice(before).map(({ operationId }) => operationId)
  expect(asked).toEqual(['graphql', 'repos/get-content'])
  await Promise.all([ledger.read('a/1.json', at), ledger.read('none.json', at)])
  expect(world.github.requests.length).toBe(before + 2)
})

it('brings along with the head what will be read at it, and says where there is no branch', async () => {
  await using world = await createRegistryWorld()
  const along = { files: ['a.json', 'b.json'], folders: ['models'] }
  const writer = await world.connect()
  expect(await writer.ledger.head(along)).toBeNull()
  const at = await writer.ledger.commit(change(null, '1'))
  const { ledger } = await world.connect()
  expect(await ledger.head({ files: ['a.json', 'b.json'], folders: ['models'] })).toBe(at)
  const before = world.github.requests.length
  expect(await Promise.all([ledger.read('a.json', at), ledger.read('b.json', at), ledger.list('models', at)])).toEqual([
    '1',
    null,
    [],
  ])
  expect(world.github.requests.length).toBe(before)
})

it('adds a file once, in one request, whatever the head is', async () => {
  await using world = await createRegistryWorld()
  const { ledger } = await world.connect()
  const first = await ledger.commit(change(null, '1'))
  await ledger.commit(change(first, '2'))
  const before = world.github.requests.length
  expect(await ledger.add({ path: 'events/one.json', text: '{}\n' }, 'an event')).toBe('added')
  expect(world.github.requests.length).toBe(before + 1)
  expect(await ledger.add({ path: 'events/one.json', text: '[]\n' }, 'an event')).toBe('exists')
  const head = (await ledger.head()) ?? ''
  expect(await ledger.read('events/one.json', head)).toBe('{}\n')
})

it('says of a ruleset that it refuses a file, instead of trying for ever', async () => {
  const rules = [{ type: 'creation' }, { type: 'update' }]
  await using world = await createRegistryWorld()
  const { ledger } = await world.connect()
  await ledger.commit(change(null, '1'))
  const ruleset = { name: 'closed', target: 'branch', enforcement: 'active', rules }
  const conditions = { ref_name: { include: ['refs/heads/model-registry'], exclude: [] } }
  await world.call('owner', 'POST', '/rulesets', { ...ruleset, conditions })
  await expect(ledger.add({ path: 'b.json', text: '1' }, 'a fact')).rejects.toMatchObject({ code: 'GITHUB_DENIED' })
})

it('tells a repository that the token may not see from a registry that is not there', async () => {
  await using world = await createRegistryWorld({ private: true })
  world.github.createUser('stranger')
  const stranger = world.github.createToken('stranger', 'all')
  const { ledger } = await openRegistry({
    token: stranger,
    repository,
    apiUrl: world.github.apiUrl,
    registryBranch: 'model-registry',
    policyRoot: 'models',
    actor: 'author',
  })
  await expect(ledger.head({})).rejects.toMatchObject({ code: 'GITHUB_NOT_FOUND' })
})
