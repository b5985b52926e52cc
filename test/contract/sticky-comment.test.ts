import { connectComments } from '@tidemark/github'
import { keepComment } from '@tidemark/registry'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRegistryWorld, type RegistryWorld, repository } from './sandbox.ts'

const marker = '<!-- tidemark:data churn -->'
let world: RegistryWorld
let pullRequest: number

beforeAll(async () => {
  world = await createRegistryWorld()
  const opened = await world.call<{ number: number }>('author', 'POST', '/issues', { title: 'A place for comments' })
  pullRequest = opened.number
})
afterAll(() => world[Symbol.asyncDispose]())

const jobToken = () => world.github.issueJobToken({ repository, permissions: { issues: 'write' }, runId: 1, jobId: 1 })
const connect = (token = jobToken()) => connectComments({ token, repository, apiUrl: world.github.apiUrl })
const all = () =>
  world.call<{ body: string; user: { login: string } }[]>('acme', 'GET', `/issues/${pullRequest}/comments?per_page=100`)

it('one comment is written, changed and left alone, behind a hundred others and one that pretends', async () => {
  // What a person wrote is not ours, whatever it begins with.
  await world.call('reader', 'POST', `/issues/${pullRequest}/comments`, { body: `${marker}\n\npretending` })
  for (let i = 0; i < 101; i++)
    await world.call('author', 'POST', `/issues/${pullRequest}/comments`, { body: `talk ${i}` })
  const comments = await connect()
  const keep = (text: string) => keepComment(comments, { pullRequest, marker, body: `${marker}\n\n${text}\n` })
  expect(await keep('first')).toBe('created')
  expect(await keep('second')).toBe('updated')
  expect(await keep('second')).toBe('unchanged')
  const own = (await comments.list(pullRequest)).filter(({ isOwn }) => isOwn)
  expect(own.map(({ body }) => body.trim())).toEqual([`${marker}\n\nsecond`])
  expect((await all())[0]!.body).toContain('pretending')
})

it('by a personal token, a person’s own comment is kept and the bot’s is not touched', async () => {
  const comments = await connect(world.github.createToken('author', 'all'))
  const done = await keepComment(comments, { pullRequest, marker, body: `${marker}\n\nmine` })
  expect(done).toBe('created')
  expect((await comments.list(pullRequest)).filter(({ isOwn, body }) => isOwn && body.startsWith(marker))).toHaveLength(
    1,
  )
})
