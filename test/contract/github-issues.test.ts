import { expect, it } from 'vitest'
import { createRegistryWorld, repository } from './sandbox.ts'

it('lists open issues without pull requests, newest first, and says whose word they are', async () => {
  await using world = await createRegistryWorld()
  world.github.createUser('stranger')
  const token = world.github.issueJobToken({ repository, permissions: { issues: 'write' }, runId: 1, jobId: 1 })
  const { issues } = await world.connect(world.github.createToken('author', 'all'))
  const { issues: ofJob } = await world.connect(token)
  await world.call('stranger', 'POST', '/issues', { title: 'from outside' })
  const first = await ofJob.open({ title: 'by a job', body: 'a body', labels: ['tidemark-drift'] })
  const second = await issues.open({ title: 'by a person', body: '', labels: [] })
  await world.call('acme', 'POST', '/git/refs', {
    ref: 'refs/heads/change',
    sha: await world.github.ref(repository, 'refs/heads/main'),
  })
  await world.call('acme', 'PUT', '/contents/new.txt', { message: 'new', branch: 'change', content: 'bmV3' })
  await world.call('acme', 'POST', '/pulls', { title: 'a pull request', head: 'change', base: 'main' })
  const listed = async () => (await issues.newestOpen()).map(({ title, isTrusted }) => [title, isTrusted])
  expect(await listed()).toEqual([
    ['by a person', true],
    ['by a job', true],
    ['from outside', false],
  ])
  await ofJob.update(first.number, { title: 'done', state: 'completed' })
  expect(await ofJob.get(first.number)).toMatchObject({ state: 'closed', title: 'done', body: 'a body' })
  expect(await listed()).toHaveLength(2)
  await ofJob.comment(second.number, 'one')
  await ofJob.comment(second.number, 'two')
  expect(await ofJob.comments(second.number)).toEqual(['one', 'two'])
  expect(await ofJob.get(999)).toBeNull()
})
