import type { Assumption } from '../assumption.ts'
import { must, words } from '../site.ts'

const ledger = 'packages/github/src/github-ledger.ts'
const telemetry = 'packages/github/src/github-telemetry.ts'
const reviews = 'packages/github/src/github-reviews.ts'

export const refs: readonly Assumption[] = [
  {
    id: 'ref.create',
    says: 'A ref is made at a commit that no other ref holds.',
    reliedOnBy: [ledger, telemetry, reviews],
    expected: '201 commit',
    async observe({ createRef, commits, prefix }) {
      const answer = await createRef(`refs/heads/${prefix}/created`, (await commits())[0])
      return answer.status === 201 ? `201 ${answer.json.object.type}` : words(answer)
    },
  },
  {
    id: 'ref.create-existing',
    says: 'Making a ref that is there is refused, and the words tell it from other refusals.',
    reliedOnBy: [ledger, telemetry],
    expected: '422 Reference already exists',
    async observe({ createRef, commits, prefix }) {
      const [first, second] = await commits()
      must(await createRef(`refs/heads/${prefix}/existing`, first))
      return words(await createRef(`refs/heads/${prefix}/existing`, second))
    },
  },
  {
    id: 'ref.create-folder-conflict',
    says: 'A ref cannot be made below the name of another one.',
    reliedOnBy: ['packages/schemas/src/names.ts'],
    expected: 'refused with 422',
    async observe({ createRef, commits, prefix }) {
      const [first] = await commits()
      must(await createRef(`refs/tags/${prefix}-folder`, first))
      const { status } = await createRef(`refs/tags/${prefix}-folder/below`, first)
      return status === 422 ? 'refused with 422' : `answered ${status}`
    },
  },
  {
    id: 'ref.update-forward',
    says: 'A ref moves forward without force.',
    reliedOnBy: [ledger],
    expected: '200 at the new commit',
    async observe({ ask, createRef, commits, prefix }) {
      const [first, second] = await commits()
      must(await createRef(`refs/heads/${prefix}/forward`, first))
      const body = { sha: second, force: false }
      const answer = await ask('PATCH', `/git/refs/heads/${prefix}/forward`, { body })
      if (answer.status !== 200) return words(answer)
      return answer.json.object.sha === second ? '200 at the new commit' : '200 elsewhere'
    },
  },
  {
    id: 'ref.update-stale',
    says: 'The compare-and-swap: without force a ref does not move to a commit that is not on top of it, in words of its own.',
    reliedOnBy: [ledger],
    expected: '422 Update is not a fast forward',
    async observe({ ask, createRef, commits, prefix }) {
      const [first, second] = await commits()
      must(await createRef(`refs/heads/${prefix}/stale`, second))
      return words(await ask('PATCH', `/git/refs/heads/${prefix}/stale`, { body: { sha: first, force: false } }))
    },
  },
  {
    id: 'ref.update-race',
    says: 'Of rival updates on one parent exactly one wins.',
    reliedOnBy: [ledger],
    expected: '1 of 4 won',
    async observe({ ask, createRef, commits, prefix }) {
      const [first] = await commits()
      must(await createRef(`refs/heads/${prefix}/race`, first))
      const tree = must(await ask('GET', `/git/commits/${first}`)).tree.sha
      const rivals = await Promise.all(
        [1, 2, 3, 4].map(async (n) => {
          const body = { message: `Probe: rival ${n}`, tree, parents: [first] }
          return must(await ask('POST', '/git/commits', { body })).sha as string
        }),
      )
      const answers = await Promise.all(
        rivals.map((sha) => ask('PATCH', `/git/refs/heads/${prefix}/race`, { body: { sha, force: false } })),
      )
      return `${answers.filter(({ status }) => status === 200).length} of ${rivals.length} won`
    },
  },
  {
    id: 'ref.update-forced',
    says: 'With force a ref goes back.',
    reliedOnBy: [telemetry, reviews],
    expected: '200',
    async observe({ ask, createRef, commits, prefix }) {
      const [first, second] = await commits()
      must(await createRef(`refs/heads/${prefix}/forced`, second))
      return words(await ask('PATCH', `/git/refs/heads/${prefix}/forced`, { body: { sha: first, force: true } }))
    },
  },
  {
    id: 'ref.update-missing',
    says: 'A ref that is gone is not moved, in words of its own.',
    reliedOnBy: [telemetry],
    expected: '422 Reference does not exist',
    async observe({ ask, commits, prefix }) {
      const [first] = await commits()
      return words(await ask('PATCH', `/git/refs/heads/${prefix}/missing`, { body: { sha: first, force: true } }))
    },
  },
  {
    id: 'ref.delete-missing',
    says: 'Deleting a ref that is gone is a 422.',
    reliedOnBy: [telemetry, reviews],
    expected: '204, then 422',
    async observe({ ask, createRef, commits, prefix }) {
      must(await createRef(`refs/heads/${prefix}/deleted`, (await commits())[0]))
      const first = await ask('DELETE', `/git/refs/heads/${prefix}/deleted`)
      const second = await ask('DELETE', `/git/refs/heads/${prefix}/deleted`)
      return `${first.status}, then ${second.status}`
    },
  },
  {
    id: 'ref.get-missing',
    says: 'A ref that is not there is a 404, also where others begin with its name.',
    reliedOnBy: [ledger],
    expected: '404',
    async observe({ ask, createRef, commits, prefix }) {
      must(await createRef(`refs/heads/${prefix}/longer-name`, (await commits())[0]))
      return String((await ask('GET', `/git/ref/heads/${prefix}/longer`)).status)
    },
  },
  {
    id: 'tag.names',
    says: 'Tags may be called <model>@v<version> and <model>#<channel>#<n>; in a path `#` is written %23.',
    reliedOnBy: [ledger, 'packages/registry/src/production.ts'],
    expected: '201, 201, found, found',
    async observe({ ask, createRef, commits, prefix }) {
      const [first] = await commits()
      const names = [`${prefix}@v1.0.0`, `${prefix}#production#1`]
      const made = await Promise.all(names.map((name) => createRef(`refs/tags/${name}`, first)))
      const read = await Promise.all(names.map((name) => ask('GET', `/git/ref/tags/${encodeURIComponent(name)}`)))
      const found = read.map(({ status, json }, i) =>
        json?.ref === `refs/tags/${names[i]}` ? 'found' : String(status),
      )
      return [...made.map(words), ...found].join(', ')
    },
  },
  {
    id: 'tag.annotated',
    says: 'An annotated tag is made as an object and then a ref; the ref tells that it is a tag, the tag its commit.',
    reliedOnBy: [ledger],
    expected: 'the ref is a tag, the tag is of the commit',
    async observe({ ask, createRef, commits, prefix }) {
      const [first] = await commits()
      const tag = `${prefix}@v2.0.0`
      const body = { tag, message: 'Probe', object: first, type: 'commit' }
      const object = must(await ask('POST', '/git/tags', { body }))
      must(await createRef(`refs/tags/${tag}`, object.sha))
      const ref = must(await ask('GET', `/git/ref/tags/${encodeURIComponent(tag)}`))
      const read = must(await ask('GET', `/git/tags/${ref.object.sha}`))
      return `the ref is a ${ref.object.type}, the tag is of ${read.object.sha === first ? 'the commit' : 'something else'}`
    },
  },
  {
    id: 'refs.matching',
    says: 'Matching refs are all refs whose names begin so, `#` in it included.',
    reliedOnBy: [ledger, telemetry],
    expected: '2 of 3',
    async observe({ ask, createRef, commits, prefix }) {
      const [first] = await commits()
      for (const name of ['#a#1', '#a#2', '#b#1']) must(await createRef(`refs/tags/${prefix}-m${name}`, first))
      const found = must(await ask('GET', `/git/matching-refs/tags/${encodeURIComponent(`${prefix}-m#a#`)}`))
      return `${found.length} of 3`
    },
  },
  {
    id: 'refs.matching-none',
    says: 'No matching ref is an empty list.',
    reliedOnBy: [ledger, telemetry],
    expected: '200 []',
    async observe({ ask, prefix }) {
      const answer = await ask('GET', `/git/matching-refs/tags/${prefix}-none`)
      return answer.status === 200 ? `200 ${JSON.stringify(answer.json)}` : words(answer)
    },
  },
  {
    id: 'refs.matching-whole',
    says: 'Matching refs have no pages: the answer has all of them, more than the 30 of other lists.',
    reliedOnBy: [ledger, telemetry],
    expected: '32 at once, without a next page',
    async observe({ ask, createRef, commits, prefix }) {
      const [first] = await commits()
      for (let n = 1; n <= 32; n++) must(await createRef(`refs/tags/${prefix}-w${n}`, first))
      const answer = await ask('GET', `/git/matching-refs/tags/${prefix}-w`)
      const next = /rel="next"/.test(answer.headers.get('link') ?? '') ? 'with' : 'without'
      return `${must(answer).length} at once, ${next} a next page`
    },
  },
  {
    id: 'refs.namespace',
    says: 'Refs outside of heads and tags can be made, listed, forced to another history and removed.',
    reliedOnBy: [telemetry],
    expected: '201, listed, 200, 204',
    async observe({ ask, createRef, commits, prefix }) {
      const [first, second] = await commits()
      const name = `tidemark/probe/${prefix}/one`
      const made = await createRef(`refs/${name}`, second)
      const listed = await ask('GET', `/git/matching-refs/tidemark/probe/${prefix}/`)
      const isListed = (listed.json as { ref: string }[] | null)?.some(({ ref }) => ref === `refs/${name}`)
      const moved = await ask('PATCH', `/git/refs/${name}`, { body: { sha: first, force: true } })
      const gone = await ask('DELETE', `/git/refs/${name}`)
      return [words(made), isListed ? 'listed' : 'not listed', words(moved), words(gone)].join(', ')
    },
  },
]
