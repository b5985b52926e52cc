import type { Assumption, Untried } from '../assumption.ts'
import { must, words } from '../site.ts'

const ledger = 'packages/github/src/github-ledger.ts'
const reviews = 'packages/github/src/github-reviews.ts'
const telemetry = 'packages/github/src/github-telemetry.ts'
const facts = ['facts/one.json', 'facts/two.json']

interface Entry {
  path: string
  type: string
}

export const objects: readonly Assumption[] = [
  {
    id: 'tree.base',
    says: 'A tree on a base keeps what the base has and it does not name.',
    reliedOnBy: [ledger, reviews],
    expected: facts.join(' '),
    async observe({ ask, commits }) {
      const [, , third] = await commits()
      const { tree } = must(await ask('GET', `/git/trees/${third}?recursive=1`)) as { tree: Entry[] }
      return tree
        .filter(({ type }) => type === 'blob')
        .map(({ path }) => path)
        .join(' ')
    },
  },
  {
    id: 'tree.recursive',
    says: 'A tree is read by a commit’s id, with folders as entries of their own, and says that it is whole.',
    reliedOnBy: [ledger],
    expected: 'facts (tree) facts/one.json (blob) facts/two.json (blob), truncated: false',
    async observe({ ask, commits }) {
      const answer = must(await ask('GET', `/git/trees/${(await commits())[2]}?recursive=1`))
      const entries = (answer.tree as Entry[]).map(({ path, type }) => `${path} (${type})`).join(' ')
      return `${entries}, truncated: ${answer.truncated}`
    },
  },
  {
    id: 'tree.one-level',
    says: 'Without `recursive` a tree has its own level only.',
    reliedOnBy: [ledger],
    expected: 'facts (tree)',
    async observe({ ask, commits }) {
      const answer = must(await ask('GET', `/git/trees/${(await commits())[2]}`))
      return (answer.tree as Entry[]).map(({ path, type }) => `${path} (${type})`).join(' ')
    },
  },
  {
    id: 'commit.root',
    says: 'A commit may have no parents, so that a branch begins anew.',
    reliedOnBy: [ledger, telemetry],
    expected: 'no parents',
    async observe({ ask, commits }) {
      const { parents } = must(await ask('GET', `/git/commits/${(await commits())[0]}`)) as { parents: unknown[] }
      return parents.length === 0 ? 'no parents' : `${parents.length} parents`
    },
  },
  {
    id: 'commit.date',
    says: 'A commit that names no committer is dated by GitHub’s clock.',
    reliedOnBy: [telemetry],
    expected: 'within 10 minutes of the answer’s Date',
    async observe({ ask, commits }) {
      const answer = await ask('GET', `/git/commits/${(await commits())[0]}`)
      const apartMs = Math.abs(Date.parse(must(answer).committer.date) - Date.parse(answer.headers.get('date') ?? ''))
      return apartMs < 600_000 ? 'within 10 minutes of the answer’s Date' : `${apartMs / 1000} s from the answer’s Date`
    },
  },
  {
    id: 'commits.by-path',
    says: 'The commits of a path are listed newest first, and only those that change it.',
    reliedOnBy: [ledger],
    expected: 'third, first',
    async observe({ ask, commits, createRef, prefix }) {
      const all = await commits()
      must(await createRef(`refs/heads/${prefix}/history`, all[2]))
      const listed = must(await ask('GET', `/commits?sha=${all[2]}&path=facts/one.json&per_page=100`))
      const names = ['first', 'second', 'third']
      return (listed as { sha: string }[]).map(({ sha }) => names[all.indexOf(sha)] ?? sha).join(', ')
    },
  },
  {
    id: 'compare.merge-base',
    says: 'A comparison of two commits tells where they parted.',
    reliedOnBy: [reviews],
    expected: 'the first, ahead by 2',
    async observe({ ask, commits, createRef, prefix }) {
      const [first, , third] = await commits()
      must(await createRef(`refs/heads/${prefix}/compared`, third))
      const answer = must(await ask('GET', `/compare/${first}...${third}?per_page=1`))
      return `${answer.merge_base_commit.sha === first ? 'the first' : 'another'}, ahead by ${answer.ahead_by}`
    },
  },
  {
    id: 'contents.raw',
    says: 'The raw media type gives a file’s bytes as they are.',
    reliedOnBy: [ledger],
    expected: '200 {"n": 3}',
    async observe({ ask, commits, createRef, prefix }) {
      const [, , third] = await commits()
      must(await createRef(`refs/heads/${prefix}/raw`, third))
      const headers = { accept: 'application/vnd.github.raw' }
      const answer = await ask('GET', `/contents/facts/one.json?ref=${third}`, { headers })
      return `${answer.status} ${Buffer.from(answer.bytes).toString('utf8').trim()}`
    },
  },
  {
    id: 'contents.missing',
    says: 'A file that is not there is a 404.',
    reliedOnBy: [ledger],
    expected: '404',
    async observe({ ask, commits }) {
      return String((await ask('GET', `/contents/facts/none.json?ref=${(await commits())[2]}`)).status)
    },
  },
  {
    id: 'contents.folder',
    says: 'A folder’s contents are a list with types.',
    reliedOnBy: [reviews],
    expected: 'facts is a dir, one.json is a file, two.json is a file',
    async observe({ ask, commits, createRef, prefix }) {
      const [, , third] = await commits()
      must(await createRef(`refs/heads/${prefix}/folder`, third))
      const listed = [
        ...must(await ask('GET', `/contents/?ref=${third}`)),
        ...must(await ask('GET', `/contents/facts?ref=${third}`)),
      ] as { name: string; type: string }[]
      return listed.map(({ name, type }) => `${name} is a ${type}`).join(', ')
    },
  },
  {
    id: 'contents.large',
    says: 'Above 1 MB the JSON form tells the size and leaves the content out.',
    reliedOnBy: [telemetry],
    expected: 'size 1100000, content of 0 characters',
    async observe({ ask, createRef, prefix }) {
      const entry = { path: 'large.json', mode: '100644', type: 'blob', content: 'x'.repeat(1_100_000) }
      const tree = must(await ask('POST', '/git/trees', { body: { tree: [entry] } })).sha
      const body = { message: 'Probe: a large file', tree, parents: [] }
      const commit = must(await ask('POST', '/git/commits', { body })).sha
      must(await createRef(`refs/heads/${prefix}/large`, commit))
      const { size, content } = must(await ask('GET', `/contents/large.json?ref=${commit}`))
      return `size ${size}, content of ${content?.length ?? 0} characters`
    },
  },
  {
    id: 'empty.ref',
    says: 'A repository without commits answers 409 for a ref.',
    reliedOnBy: [ledger],
    needs: 'empty',
    expected: '409 Git Repository is empty.',
    async observe({ request, empty, defaultBranch }) {
      return words(await request('GET', `/repos/${empty}/git/ref/heads/${defaultBranch}`))
    },
  },
  {
    id: 'empty.tree',
    says: 'A repository without commits takes no tree.',
    reliedOnBy: [ledger],
    needs: 'empty',
    expected: '409 Git Repository is empty.',
    async observe({ request, empty }) {
      const body = { tree: [{ path: 'a.txt', mode: '100644', type: 'blob', content: 'a' }] }
      return words(await request('POST', `/repos/${empty}/git/trees`, { body }))
    },
  },
]

export const untriedObjects: readonly Untried[] = [
  {
    id: 'tree.truncated',
    says: 'A tree that is too long says `truncated: true`, and its folders can be read one by one.',
    reliedOnBy: [ledger],
    because: 'it takes more than 100,000 files',
  },
]
