import type { Assumption, Untried } from '../assumption.ts'
import { must, type Site, words } from '../site.ts'

const reader = 'packages/github/src/object-reader.ts'
const ledger = 'packages/github/src/github-ledger.ts'

const entry = 'object { __typename ... on Blob { text isTruncated } ... on Tree { entries { name type } } }'

async function query({ request, repository }: Site, declared: string, fields: string, variables: object) {
  const [owner, repo] = repository.split('/')
  const body = {
    query: `query ($owner: String!, $repo: String!, ${declared}) { repository(owner: $owner, name: $repo) { ${fields} } }`,
    variables: { owner, repo, ...variables },
  }
  return must(await request('POST', '/graphql', { body }))
}

/** One query for many facts, and one request for one event. */
export const registryReads: readonly Assumption[] = [
  {
    id: 'graphql.head',
    says: 'One GraphQL query gives a branch’s head with texts and folders of that very commit; a file that is missing is null.',
    reliedOnBy: [reader],
    expected: 'the head, its tree, {"n": 3}, one.json and two.json, null',
    async observe(site) {
      const [, , third] = await site.commits()
      must(await site.createRef(`refs/heads/${site.prefix}/read`, third))
      const fields = `ref(qualifiedName: $at) { target { ... on Commit { oid tree { oid }
        text: file(path: "facts/one.json") { ${entry} } folder: file(path: "facts") { ${entry} }
        none: file(path: "facts/none.json") { ${entry} } } } }`
      const at = `refs/heads/${site.prefix}/read`
      const { target } = (await query(site, '$at: String!', fields, { at })).data.repository.ref
      const tree = must(await site.ask('GET', `/git/commits/${third}`)).tree.sha
      const names = (target.folder.object.entries as { name: string }[]).map(({ name }) => name)
      return [
        target.oid === third ? 'the head' : 'another commit',
        target.tree.oid === tree ? 'its tree' : 'another tree',
        target.text.object.text.trim(),
        names.join(' and '),
        JSON.stringify(target.none),
      ].join(', ')
    },
  },
  {
    id: 'graphql.head-missing',
    says: 'A branch that is not there is null, and no error.',
    reliedOnBy: [reader],
    expected: 'null, 0 errors',
    async observe(site) {
      const at = `refs/heads/${site.prefix}/none`
      const { data, errors = [] } = await query(site, '$at: String!', 'ref(qualifiedName: $at) { name }', { at })
      return `${JSON.stringify(data.repository.ref)}, ${errors.length} errors`
    },
  },
  {
    id: 'graphql.tag',
    says: 'A tag is found by its whole name, with @ and # in it, and not by the beginning of another.',
    reliedOnBy: [ledger, 'packages/registry/src/registration.ts'],
    expected: 'found, found, not found',
    async observe(site) {
      const [first] = await site.commits()
      const names = [`${site.prefix}-q@v1.0.0`, `${site.prefix}-q#production#1`]
      for (const name of names) must(await site.createRef(`refs/tags/${name}`, first))
      const asked = [...names, `${site.prefix}-q@v1.0`]
      const { data } = await query(
        site,
        '$a: String!, $b: String!, $c: String!',
        'a: ref(qualifiedName: $a) { name } b: ref(qualifiedName: $b) { name } c: ref(qualifiedName: $c) { name }',
        Object.fromEntries(asked.map((name, i) => ['abc'[i], `refs/tags/${name}`])),
      )
      return ['a', 'b', 'c'].map((alias) => (data.repository[alias] ? 'found' : 'not found')).join(', ')
    },
  },
  {
    id: 'contents.add',
    says: 'The contents API adds a file to a branch once: where it is there, it wants the blob’s id, in words of its own.',
    reliedOnBy: [ledger],
    expected: '201, 422 Invalid request. "sha" wasn\'t supplied.',
    async observe({ ask, createRef, commits, prefix }) {
      must(await createRef(`refs/heads/${prefix}/add`, (await commits())[0]))
      const add = (text: string) => {
        const content = Buffer.from(text).toString('base64')
        return ask('PUT', '/contents/facts/added.json', {
          body: { message: 'Probe: add', branch: `${prefix}/add`, content },
        })
      }
      const answers = [await add('1'), await add('2')]
      return answers.map((answer) => words(answer).replaceAll(/\s+/g, ' ')).join(', ')
    },
  },
  {
    id: 'contents.add-branch-missing',
    says: 'To a branch that is gone nothing is added.',
    reliedOnBy: [ledger],
    expected: '404',
    async observe({ ask, prefix }) {
      const body = { message: 'Probe: add', branch: `${prefix}/gone`, content: Buffer.from('1').toString('base64') }
      return String((await ask('PUT', '/contents/facts/added.json', { body })).status)
    },
  },
]

export const untriedRegistryReads: readonly Untried[] = [
  {
    id: 'contents.add-race',
    says: 'Of two that add files to a branch at once the slower is answered 409 with "is at … but expected …".',
    reliedOnBy: [ledger],
    because: 'two requests cannot be made to meet on purpose',
  },
  {
    id: 'graphql.limits',
    says: 'A GraphQL query that is limited or given up is answered with status 200 and an error that says so.',
    reliedOnBy: ['packages/github/src/graphql.ts'],
    because: 'a probe does not use up a limit',
  },
]
