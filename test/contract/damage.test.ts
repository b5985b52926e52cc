import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyGitHubRegistry } from '@tidemark/github'
import {
  fileOfBytes,
  planRepair,
  proposePromotion,
  type RepairStep,
  registerModel,
  settlePromotions,
  type VerificationProblem,
} from '@tidemark/registry'
import { datasetDigest, eventId, layout, type RegistryEvent, storedJson } from '@tidemark/schemas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCandidate } from './candidate.ts'
import { RegistryCopy } from './registry-copy.ts'
import { createRegistryWorld, repository } from './sandbox.ts'

const folder = mkdtempSync(join(tmpdir(), 'tidemark-damage-'))
const bare = join(folder, 'registry.git')

/** Two versions, of which the first is in production by a reviewed promotion. */
beforeAll(async () => {
  await using world = await createRegistryWorld()
  const registry = await world.connect()
  const first = await registerModel(registry, createCandidate('a'))
  if (!first.registered) throw new Error('not registered')
  const proposal = await proposePromotion(registry, {
    ...first,
    channel: 'production',
    describe: async () => ({ title: 'Promote', body: 'a report' }),
  })
  if (proposal.outcome !== 'open') throw new Error(proposal.outcome)
  const { number, headSha } = proposal.pullRequest
  await world.call('reviewer', 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE', commit_id: headSha })
  await world.call('acme', 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash' })
  await settlePromotions(registry)
  await registerModel(registry, createCandidate('b'))
  cpSync(world.github.gitDir(repository), bare, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const v1 = layout.version('churn', '1.0.0')
const v2 = layout.version('churn', '1.1.0')
const digestOf = (copy: RegistryCopy, path: string): string => JSON.parse(copy.read(path)).modelDigest
const entryOf = (copy: RegistryCopy, path: string): string => layout.byDigest('churn', digestOf(copy, path))
const root = (copy: RegistryCopy): string => copy.git(['rev-list', '--max-parents=0', copy.head()])

function settled(copy: RegistryCopy, seq: number, change: Partial<RegistryEvent> = {}): Record<string, string> {
  const named = {
    type: 'promotion.settled' as const,
    subject: { version: '1.1.0', modelDigest: digestOf(copy, v2), channel: 'production', seq },
    cause: layout.channelTag('churn', 'production', seq),
    ...change,
  }
  const event = {
    schema: 'tidemark/event/v1',
    id: eventId(named),
    model: 'churn',
    ...named,
    at: '2026-03-02T08:00:00Z',
    actor: 'author',
  }
  return { [layout.event('churn', event.id, named.type)]: storedJson(event) }
}

type Damage = [
  name: string,
  damage: (copy: RegistryCopy) => unknown,
  expected: { path: RegExp | string; message: RegExp; remedy?: RegExp; severity?: VerificationProblem['severity'] },
  repair?: RepairStep['kind'],
]

const rows: Damage[] = [
  [
    'an edited run',
    (copy) => copy.edit(JSON.parse(copy.read(v1)).run.path, '"trees": 10', '"trees": 99'),
    {
      path: /\/runs\//,
      message: /was changed in \w{12}, after \w{12} had written it/,
      remedy: /`git show \w{12}:models/,
    },
  ],
  [
    'an edited actor, which no id covers',
    (copy) => copy.edit(copy.find(/promotion.settled/), '"actor": "author"', '"actor": "other"'),
    { path: /promotion.settled/, message: /is not what churn#production#1 was set on: actor changed since/ },
  ],
  [
    'an edited time of an event that no tag witnesses',
    (copy) => copy.edit(copy.find(/promotion.requested/), /"at": ".*"/, '"at": "2020-01-01T00:00:00Z"'),
    { path: /promotion.requested/, message: /was changed in/ },
  ],
  [
    'a fact that was edited and put back',
    (copy) => {
      const text = copy.read(v2)
      copy.edit(v2, '"minor"', '"major"')
      copy.commit({ [v2]: text })
    },
    {
      path: v2,
      message: /put back as \w{12} had written it/,
      remedy: /Nothing is left to restore/,
      severity: 'warning',
    },
  ],
  [
    'a removed evaluation',
    (copy) => copy.commit({ [JSON.parse(copy.read(v2)).evaluation.path]: null }),
    { path: v2, message: /names models\/churn\/evaluations\/.*, which is not there/, remedy: /Restore the file/ },
  ],
  [
    'a removed fact, said where it was',
    (copy) => copy.commit({ [JSON.parse(copy.read(v2)).evaluation.path]: null }),
    { path: /\/evaluations\//, message: /was removed in \w{12}, after \w{12} had written it/, remedy: /git show/ },
  ],
  [
    'a removed manifest',
    (copy) => copy.commit({ [v1]: null }),
    { path: v2, message: /follows 1.0.0, but the version before it is none/, remedy: /restore what is missing/ },
  ],
  [
    'a removed digest entry',
    (copy) => copy.commit({ [entryOf(copy, v1)]: null }),
    { path: v1, message: /by-digest entry was lost/, remedy: /A repair writes it again/ },
    'restore-digest-entry',
  ],
  [
    'a digest entry that leads to another version',
    (copy) => copy.edit(entryOf(copy, v1), '"1.0.0"', '"1.1.0"'),
    { path: v1, message: /its digest is registered as 1.1.0/, remedy: /one of them was made by hand/ },
  ],
  [
    'a removed event of publishing',
    (copy) => {
      const [path = ''] = copy
        .paths()
        .filter((each) => each.endsWith('version.published.json') && copy.read(each).includes('"1.1.0"'))
      copy.commit({ [path]: null })
    },
    { path: v2, message: /was never published/, remedy: /a repair finishes it/ },
    'publish-version',
  ],
  [
    'a tag of a version that is gone',
    (copy) => copy.git(['tag', '--delete', 'churn@v1.1.0']),
    { path: v2, message: /has no tag churn@v1.1.0/, remedy: /a repair finishes it/ },
    'publish-version',
  ],
  [
    'a production tag that is gone',
    (copy) => copy.git(['tag', '--delete', 'churn#production#1']),
    { path: /promotion.settled/, message: /has no tag churn#production#1/, remedy: /a repair sets the tag/ },
  ],
  [
    'a tag that was moved within the branch',
    (copy) => copy.tag('churn@v1.1.0', root(copy)),
    {
      path: 'tag churn@v1.1.0',
      message: /does not hold models\/churn\/versions\/1.1.0.json/,
      remedy: /protect tags by a ruleset/,
    },
  ],
  [
    'a tag that was moved off the branch',
    (copy) => copy.tag('churn@v1.1.0', 'refs/heads/main'),
    { path: 'tag churn@v1.1.0', message: /is not in the branch’s history/, remedy: /forbid force pushes/ },
  ],
  [
    'a lightweight tag',
    (copy) => copy.git(['tag', '--force', 'churn@v1.1.0', copy.head()]),
    { path: 'tag churn@v1.1.0', message: /is not an annotated tag/, remedy: /Delete the tag/ },
  ],
  [
    'a tag of a version that nobody registered',
    (copy) => copy.tag('churn@v7.0.0', copy.head()),
    { path: 'tag churn@v7.0.0', message: /not registered/, remedy: /Delete the tag/ },
  ],
  [
    'a production tag without its event',
    (copy) => copy.tag('churn#production#2', copy.head()),
    { path: 'tag churn#production#2', message: /no promotion.settled event/, remedy: /Delete the tag/ },
  ],
  [
    'a forged settlement',
    (copy) => copy.commit(settled(copy, 2, { previous: null })),
    { path: /promotion.settled/, message: /says that it follows nothing, but 1.0.0 was in churn#production#2 before/ },
  ],
  [
    'a second settlement of one seq',
    (copy) => copy.commit(settled(copy, 1)),
    {
      path: /promotion.settled/,
      message: /one of 2 events that settle churn#production#1/,
      remedy: /A seq is settled once/,
    },
  ],
  [
    'a settlement that leaves a number out',
    (copy) => copy.tag('churn#production#3', copy.commit(settled(copy, 3))),
    { path: 'channel churn#production', message: /has no event for seq 2/, remedy: /git log -p/, severity: 'warning' },
  ],
  [
    'an event about bytes that the version does not have',
    (copy) =>
      copy.commit(
        settled(copy, 2, { subject: { version: '1.1.0', modelDigest: 'f'.repeat(64), channel: 'production', seq: 2 } }),
      ),
    { path: /promotion.settled/, message: /speaks of 1.1.0 with the model digest f{64}/ },
  ],
  [
    'a branch that was begun anew',
    (copy) => copy.commit({}, []),
    {
      path: 'tag churn@v1.0.0',
      message: /is not in the branch’s history/,
      remedy: /push the branch back from a clone/,
    },
  ],
  [
    'a branch that was pushed back',
    (copy) => copy.git(['update-ref', 'refs/heads/model-registry', `${copy.head()}~3`]),
    { path: 'tag churn@v1.1.0', message: /not registered/ },
  ],
  [
    'a merge into the branch',
    (copy) => copy.commit({}, [copy.head(), copy.git(['rev-parse', 'main'])]),
    { path: /^commit \w{12}/, message: /is a merge/, remedy: /ruleset/, severity: 'warning' },
  ],
  [
    'an unknown file',
    (copy) => copy.commit({ 'models/churn/notes.txt': 'hello' }),
    {
      path: 'models/churn/notes.txt',
      message: /is not a file that Tidemark writes/,
      remedy: /Remove it/,
      severity: 'warning',
    },
  ],
  [
    'an oversized file',
    (copy) => copy.commit({ [layout.dataset('churn', 'e'.repeat(64))]: ' '.repeat(4 * 1024 * 1024 + 1) }),
    { path: /datasets\/ee/, message: /larger than/ },
  ],
  [
    'a file that is no JSON',
    (copy) => copy.commit({ [layout.dataset('churn', 'e'.repeat(64))]: '{' }),
    { path: /datasets\/ee/, message: /JSON/ },
  ],
  [
    'a fact in another form',
    (copy) => copy.commit({ [v2]: JSON.stringify(JSON.parse(copy.read(v2))) }),
    { path: v2, message: /not in the stored form/ },
  ],
  [
    'a fact of another shape',
    (copy) => copy.edit(v2, '"kind": "onnx"', '"kind": "pickle"'),
    { path: v2, message: /kind/ },
  ],
  [
    'a fact under an id that is not its own',
    (copy) =>
      copy.commit({ [layout.dataset('churn', 'E'.repeat(64))]: copy.read(JSON.parse(copy.read(v1)).datasets[0].path) }),
    { path: /datasets\/EE/, message: /says that it belongs at models\/churn\/datasets/ },
  ],
  [
    'a version that leaves a number out',
    (copy) => {
      const manifest = JSON.parse(copy.read(v2))
      const parent = { version: '1.1.0', modelDigest: manifest.modelDigest }
      copy.commit({ [layout.version('churn', '1.5.0')]: storedJson({ ...manifest, version: '1.5.0', parent }) })
    },
    { path: layout.version('churn', '1.5.0'), message: /is number 1.5.0 after 1.1.0/, remedy: /without gaps/ },
  ],
  [
    'a dataset that nothing names',
    (copy) => {
      const dataset = JSON.parse(copy.read(JSON.parse(copy.read(v1)).datasets[0].path))
      dataset.files[0].sha256 = 'e'.repeat(64)
      const digest = datasetDigest(dataset)
      copy.commit({ [layout.dataset('churn', digest)]: storedJson({ ...dataset, digest }) })
    },
    { path: /datasets/, message: /named by no other fact/, severity: 'warning' },
  ],
  [
    'a rollout’s state that was removed',
    (copy) => {
      copy.commit({ 'rollouts/production/churn.json': '{}' })
      copy.commit({ 'rollouts/production/churn.json': null })
    },
    { path: 'rollouts/production/churn.json', message: /was removed/, remedy: /git show/ },
  ],
]

it('finds nothing wrong with the registry that the damages are done to', async () => {
  using copy = new RegistryCopy(bare)
  const { problems, checked } = await copy.verify({ since: root(copy) })
  expect(problems).toEqual([])
  expect(checked).toMatchObject({ commits: 6, tags: 3, successions: 1, 'version numbers': 2, 'earlier tips': 1 })
})

it.each(rows)('finds %s, and says what to do', async (_name, damage, expected, repair) => {
  using copy = new RegistryCopy(bare)
  damage(copy)
  const { problems, verified } = await copy.verify()
  const { path, message, remedy = /./, severity = 'error' } = expected
  expect(problems).toContainEqual(
    expect.objectContaining({
      severity,
      path: typeof path === 'string' ? path : expect.stringMatching(path),
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(remedy),
    }),
  )
  expect(verified).toBe(severity === 'warning')
  expect(planRepair(problems).steps.map(({ kind }) => kind)).toEqual(repair === undefined ? [] : [repair])
})

it('finds by an earlier tip that the branch was rewritten, tags and all, and repairs nothing then', async () => {
  using copy = new RegistryCopy(bare)
  const since = copy.head()
  const anew = copy.commit({}, [])
  for (const tag of copy.git(['tag', '--list', 'churn*']).split('\n')) copy.tag(tag, anew)
  copy.git(['tag', '--delete', 'churn@v1.1.0'])
  expect(planRepair((await copy.verify()).problems).steps).toHaveLength(1)
  const { problems } = await copy.verify({ since })
  expect(problems).toContainEqual(
    expect.objectContaining({ path: 'registry branch', message: expect.stringContaining(`was rewritten: ${since}`) }),
  )
  expect(planRepair(problems).steps).toEqual([])
})

it('finds what was done to releases, to the channel file and to drafts, and repairs only what nobody needs', async () => {
  await using world = await createRegistryWorld()
  const registry = await world.connect()
  const { releases } = registry
  const registered = []
  for (const seed of ['a', 'b', 'c', 'd']) registered.push(await registerModel(registry, createCandidate(seed)))
  const [swapped, missing, starter, gone] = registered.map((each) => {
    if (!each.registered) throw new Error('not registered')
    return { path: layout.version('churn', each.manifest.version), ...each }
  })
  if (!swapped || !missing || !starter || !gone) throw new Error('not registered')
  const asset = (text: string) => {
    const file = fileOfBytes(Buffer.from(text))
    return { ...file, name: 'model.onnx', open: () => file.open(0, file.sizeBytes) }
  }
  const assetOf = ({ release }: typeof swapped) => release.assets.find(({ name }) => name === 'model.onnx')?.id ?? 0
  for (const each of [swapped, missing, starter]) await releases.removeAsset(assetOf(each))
  await releases.upload(swapped.release.id, asset('other a'))
  world.github.faults.add({ match: { method: 'POST', path: /\/assets/ }, do: 'starter-asset-502' })
  await releases.upload(starter.release.id, asset('model c')).catch(() => undefined)
  await releases.remove(gone.release.id)
  const body = `<!-- tidemark:release model=churn digest=${swapped.manifest.modelDigest} -->`
  const twin = await releases.createDraft({ tag: 'churn@v9.0.0', name: 'twin', body })
  await world.call('acme', 'PUT', '/contents/models/churn/channels/production.json', {
    message: 'by hand',
    branch: 'main',
    content: Buffer.from('{"version": "1.0.0"}').toString('base64'),
  })
  world.github.advance(25 * 3_600_000)

  const { verification, repaired } = await verifyGitHubRegistry(world.connection, { repair: true })
  const error = (path: string, message: RegExp, remedy: RegExp) =>
    expect.objectContaining({
      severity: 'error',
      path,
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(remedy),
    })
  expect(repaired).toMatchObject([{ step: { kind: 'remove-draft', release: twin.id }, outcome: 'done' }])
  expect(verification.problems).toHaveLength(5)
  expect(verification.problems).toEqual(
    expect.arrayContaining([
      error(swapped.path, /model.onnx has sha256 \w{64}, expected/, /Do not deploy/),
      error(missing.path, /model.onnx is missing/, /Do not deploy/),
      error(starter.path, /model.onnx was never uploaded completely/, /Do not deploy/),
      error(gone.path, /its release \d+ is gone/, /promote another version/),
      error('models/churn/channels/production.json', /schema|expected/, /./),
    ]),
  )
})
