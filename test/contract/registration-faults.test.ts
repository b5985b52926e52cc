import { registerModel, verifyRegistry } from '@tidemark/registry'
import type { Fault } from '@tidemark/sandbox'
import { expect, it } from 'vitest'
import { createCandidate } from './candidate.ts'
import { endState } from './end-state.ts'
import { createRegistryWorld, type RegistryWorld } from './sandbox.ts'

const register = async (world: RegistryWorld, waits: number[] = []) =>
  registerModel(await world.connect(world.bot, { wait: async (ms) => void waits.push(ms) }), createCandidate('a'))

it('lets 24 registrations at once all end, with versions unique and gapless per model and one for identical bytes', async () => {
  await using world = await createRegistryWorld()
  const jobs = [
    ...Array.from({ length: 12 }, (_, i) => ({ model: 'churn', seed: String(i) })),
    ...Array.from({ length: 6 }, () => ({ model: 'churn', seed: 'twin' })),
    ...Array.from({ length: 6 }, (_, i) => ({ model: ['fraud', 'price'][i % 2] as string, seed: String(i) })),
  ]
  const done = await Promise.all(
    jobs.map(async ({ model, seed }, i) => {
      const runUrl = `https://github.com/acme/churn/actions/runs/${i}`
      return registerModel(
        await world.connect(world.bot, { runUrl, wait: undefined }),
        createCandidate(seed, { model }),
      )
    }),
  )
  const versionsOf = (model: string) =>
    done.flatMap((each) => (each.registered ? [each.manifest] : [])).filter((each) => each.model === model)
  const gapless = (count: number) => Array.from({ length: count }, (_, i) => `1.${i}.0`)
  const byNumber = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })
  for (const [model, count] of [
    ['churn', 13],
    ['fraud', 3],
    ['price', 3],
  ] as const) {
    const versions = versionsOf(model).map(({ version }) => version)
    expect([...new Set(versions)].sort(byNumber)).toEqual(gapless(count))
    const state = await endState(world, model)
    expect(state?.versions.map(({ tag }) => tag)).toEqual(gapless(count).map((version) => `${model}@v${version}`))
  }
  expect(
    new Set(
      versionsOf('churn')
        .slice(12)
        .map(({ version }) => version),
    ).size,
  ).toBe(1)
  const state = await endState(world)
  expect(state?.tags).toHaveLength(13 + 3 + 3)
  expect(state?.drafts).toBe(0)
  const releases = await world.call<unknown[]>('owner', 'GET', '/releases?per_page=100')
  expect(releases).toHaveLength(13 + 3 + 3)
  const { ledger, releases: port } = await world.connect()
  expect((await verifyRegistry(ledger, { releases: port, assets: true })).problems).toEqual([])
}, 240_000)

it.each(['before', 'after'] as const)(
  'ends as if nothing had happened when the client is killed %s the effect of any request and run again',
  async (moment) => {
    await using undisturbed = await createRegistryWorld()
    await register(undisturbed)
    const { length } = undisturbed.github.requests
    const expected = await endState(undisturbed)
    expect(length).toBeGreaterThan(10)
    for (let n = 1; n <= length; n++) {
      await using world = await createRegistryWorld()
      world.github.faults.killAt(n, moment)
      await register(world).catch(() => undefined)
      world.github.faults.clear()
      await register(world)
      expect(await endState(world), `killed ${moment} request ${n} of ${length}`).toEqual(expected)
    }
  },
  240_000,
)

const troubles: [string, Omit<Fault, 'match' | 'times'>][] = [
  ['answered by a 500', { do: 'status', status: 500 }],
  ['answered by a 502', { do: 'status', status: 502 }],
  ['dropped before its effect', { do: 'drop-before' }],
  ['dropped after its effect', { do: 'drop-after' }],
  ['limited by a 403 that says when to come again', { do: 'rate-limit-secondary' }],
  ['limited by a 429 that says when to come again', { do: 'rate-limit-secondary', status: 429 }],
  ['limited by a 403 that does not say when to come again', { do: 'rate-limit-secondary', isSilent: true }],
  [
    'limited by a 429 that does not say when to come again',
    { do: 'rate-limit-secondary', status: 429, isSilent: true },
  ],
  ['limited by the hour', { do: 'rate-limit-primary' }],
]

it.each(troubles)(
  'ends as if nothing had happened when three of every seven requests are %s',
  async (_name, trouble) => {
    await using undisturbed = await createRegistryWorld()
    await register(undisturbed)
    await using world = await createRegistryWorld()
    for (let n = 1; n < 200; n++)
      if ([1, 2, 4].includes(n % 7)) world.github.faults.add({ match: { nth: n }, ...trouble })
    const waits: number[] = []
    let runs = 0
    const finish = async (): Promise<void> => {
      runs++
      await register(world, waits).catch(async (error: { code?: string }) => {
        expect(error.code).toMatch(/^GITHUB_/)
        if (runs < 10) return finish()
      })
    }
    await finish()
    world.github.faults.clear()
    expect(await endState(world)).toEqual(await endState(undisturbed))
    expect(world.github.unexpected).toEqual([])
    const longest = Math.max(...waits)
    if (trouble.isSilent) expect(longest).toBeGreaterThanOrEqual(60_000)
    else if (trouble.do.startsWith('rate-limit')) expect(longest).toBeGreaterThanOrEqual(1000)
    else expect(longest).toBeLessThan(6000)
  },
)

it('replaces an asset that an upload left as a starter with its 502, and keeps the one before', async () => {
  await using world = await createRegistryWorld()
  world.github.faults.add({ match: { path: /assets\?name=model/ }, do: 'starter-asset-502', times: 2 })
  const registration = await register(world)
  if (!registration.registered) throw new Error('not registered')
  expect(registration.release.assets.map(({ name, state }) => [name, state])).toEqual([
    ['features.sql', 'uploaded'],
    ['model.onnx', 'uploaded'],
  ])
  expect(world.github.requestCounts()['repos/upload-release-asset']).toBe(4)
})

it('decides again at every head that it finds moved: the version after the one that was faster', async () => {
  await using world = await createRegistryWorld()
  await registerModel(await world.connect(), createCandidate('first'))
  const registry = await world.connect()
  const commit = registry.ledger.commit.bind(registry.ledger)
  const rivals = ['b', 'c', 'd']
  registry.ledger.commit = async (change) => {
    const rival = rivals.shift()
    if (rival !== undefined) await registerModel(await world.connect(), createCandidate(rival))
    return commit(change)
  }
  expect(await registerModel(registry, createCandidate('a'))).toMatchObject({
    manifest: { version: '1.4.0', parent: { version: '1.3.0' } },
    release: { tag: 'churn@v1.4.0' },
  })
})

it('gives up a draft that a twin with the same bytes removed, and finds the twin’s version', async () => {
  await using world = await createRegistryWorld()
  const registry = await world.connect()
  const upload = registry.releases.upload.bind(registry.releases)
  let isFirst = true
  registry.releases.upload = async (id, asset) => {
    if (isFirst) {
      isFirst = false
      await registerModel(await world.connect(world.bot, { runUrl: 'https://github.com/other' }), createCandidate('a'))
    }
    return upload(id, asset)
  }
  expect(await registerModel(registry, createCandidate('a'))).toMatchObject({
    isNew: false,
    manifest: { version: '1.0.0' },
  })
  expect(await endState(world)).toMatchObject({ drafts: 0, tags: ['churn@v1.0.0'] })
})

it('steps over a version whose tag was burned by a failed release', async () => {
  await using world = await createRegistryWorld()
  const { object } = await world.call<{ object: { sha: string } }>('owner', 'GET', '/git/ref/heads/main')
  await world.call('owner', 'POST', '/git/refs', { ref: 'refs/tags/churn@v1.0.0', sha: object.sha })
  expect(await registerModel(await world.connect(), createCandidate('a'))).toMatchObject({
    manifest: { version: '1.0.1', bump: { kind: 'patch' } },
    release: { tag: 'churn@v1.0.1' },
  })
})

it('says what is missing when the token may not write, and writes nothing', async () => {
  await using world = await createRegistryWorld()
  const permissions = { contents: 'read' } as const
  const reader = world.github.issueJobToken({ repository: 'acme/churn', permissions, runId: 2, jobId: 2 })
  await expect(registerModel(await world.connect(reader), createCandidate('a'))).rejects.toMatchObject({
    code: 'GITHUB_DENIED',
    hint: expect.stringContaining('contents'),
  })
  expect(await endState(world)).toBeNull()
})

it('says so when the registry branch vanishes between the commit and the publication', async () => {
  await using world = await createRegistryWorld()
  const registry = await world.connect()
  const createTag = registry.ledger.createTag.bind(registry.ledger)
  registry.ledger.createTag = async (tag) => {
    const outcome = await createTag(tag)
    await world.call('owner', 'DELETE', '/git/refs/heads/model-registry')
    return outcome
  }
  await expect(registerModel(registry, createCandidate('a'))).rejects.toMatchObject({
    code: 'GITHUB_NOT_FOUND',
    hint: expect.stringContaining('Restore it from a clone'),
  })
})

it('registers where the default branch takes changes by reviewed pull requests only', async () => {
  const requiredReviews = { count: 1, dismissStale: false, bypass: [] }
  await using world = await createRegistryWorld({ protection: { main: { requiredReviews, enforceAdmins: true } } })
  expect(await register(world)).toMatchObject({ registered: true, isNew: true })
})

it('keeps hostile parameters out of the commit’s structure, refs, paths and asset names', async () => {
  await using world = await createRegistryWorld()
  const hostile = '1\n\nCo-authored-by: x <x@x>\r::error::one\u001b[31m'
  await registerModel(await world.connect(), createCandidate('a'))
  const parameters = { 'x\n::warning::two': hostile, '../../y': '`<img src=x>`', trees: 10 }
  const registration = await registerModel(await world.connect(), createCandidate('b', { parameters }))
  if (!registration.registered) throw new Error('not registered')
  for (const reason of registration.manifest.bump.reasons) expect(reason).not.toMatch(/[\u0000-\u001f\u007f]/)
  type Commit = { commit: { message: string } }
  const commits = await world.call<Commit[]>('owner', 'GET', '/commits?sha=model-registry&per_page=2')
  const lines = commits.flatMap(({ commit }) => commit.message.split('\n'))
  expect(lines).toContain('Register churn 1.1.0')
  expect(lines.filter((line) => /^(Co-authored-by|::)/i.test(line))).toEqual([])
  const state = await endState(world)
  for (const path of [...(state?.paths ?? []), ...(state?.tags ?? [])]) expect(path).toMatch(/^[a-z0-9@./_-]+$/i)
})
