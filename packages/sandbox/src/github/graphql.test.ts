import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitFile, startTestGitHub, type TestGitHub } from './test-client.ts'

let world: TestGitHub
beforeAll(async () => {
  world = await startTestGitHub()
})
afterAll(() => world.stop())

const query = `query ($name: String!) {
  repository(owner: "acme", name: $name) {
    ref(qualifiedName: "refs/heads/main") {
      target { oid ... on Commit {
        text: file(path: "src/a.txt") { object { __typename ... on Blob { text isTruncated } } }
        folder: file(path: "src") { object { ... on Tree { entries { name type } } } }
        none: file(path: "src/none") { oid }
      } }
    }
    tag: ref(qualifiedName: "refs/tags/none") { name }
  }
}`

test('gives files and folders of one commit in one answer, and what is not there as an error beside it', async () => {
  const { name, owner, main } = await world.repository()
  const { status, json } = await owner('POST', '/graphql', { query, variables: { name: name.split('/')[1] } })
  expect(status).toBe(200)
  expect(json.data.repository).toEqual({
    ref: {
      target: {
        oid: main,
        text: { object: { __typename: 'Blob', text: 'a\n', isTruncated: false } },
        folder: { object: { entries: [{ name: 'a.txt', type: 'blob' }] } },
        none: null,
      },
    },
    tag: null,
  })
  expect(json.errors).toEqual([
    {
      type: 'NOT_FOUND',
      path: ['repository', 'ref', 'target', 'none'],
      message: "Could not resolve file for path 'src/none'.",
    },
  ])
  expect(world.github.requests.at(-1)).toMatchObject({ operationId: 'graphql', status: 200 })
  expect(world.github.unexpected).toEqual([])
})

test('cuts a blob’s text after half a megabyte, and says so', async () => {
  const { name, path, owner, main } = await world.repository()
  const sha = await commitFile(owner, path, main, 'large.txt', 'x'.repeat(600 * 1024))
  const asked = `{ repository(owner: "acme", name: "${name.split('/')[1]}") {
    object(expression: "${sha}:large.txt") { ... on Blob { text isTruncated byteSize } } } }`
  const { object } = (await owner('POST', '/graphql', { query: asked })).json.data.repository
  expect(object).toMatchObject({ isTruncated: true, byteSize: 600 * 1024 })
  expect(object.text.length).toBeLessThan(600 * 1024)
})

test('hides what a token may not see, and puts a query that GitHub would not take on record', async () => {
  const { name } = await world.repository()
  world.github.createUser('stranger')
  const stranger = world.as(world.github.createToken('stranger', 'all'))
  const hidden = await stranger('POST', '/graphql', { query, variables: { name: name.split('/')[1] } })
  expect(hidden.json).toMatchObject({
    data: { repository: null },
    errors: [{ type: 'NOT_FOUND', path: ['repository'] }],
  })
  await stranger('POST', '/graphql', { query: '{ repositories { name } }' })
  expect(world.github.unexpected).toMatchObject([{ kind: 'request' }])
  expect((await world.as(null)('POST', '/graphql', { query })).status).toBe(401)
})
