import type { Assumption } from '../assumption.ts'
import { must, type Site, words } from '../site.ts'

const reviews = 'packages/github/src/github-reviews.ts'

export const pulls: readonly Assumption[] = [
  {
    id: 'pulls.by-head-none',
    says: 'Pull requests of a branch that has none are an empty list.',
    reliedOnBy: [reviews],
    expected: '200 []',
    async observe({ ask, owner, prefix }) {
      const answer = await ask('GET', `/pulls?state=all&head=${owner}:${prefix}/none`)
      return answer.status === 200 ? `200 ${JSON.stringify(answer.json)}` : words(answer)
    },
  },
  {
    id: 'pulls.create-unrelated',
    says: 'A branch that begins anew cannot be proposed: so the registry branch never can be merged.',
    reliedOnBy: [reviews],
    expected: 'refused with 422',
    async observe({ ask, createRef, commits, prefix, defaultBranch }) {
      must(await createRef(`refs/heads/${prefix}/unrelated`, (await commits())[0]))
      const body = { title: 'Probe', head: `${prefix}/unrelated`, base: defaultBranch, draft: true }
      const answer = await ask('POST', '/pulls', { body })
      if (answer.status < 300) await ask('PATCH', `/pulls/${answer.json.number}`, { body: { state: 'closed' } })
      return answer.status === 422 ? 'refused with 422' : `answered ${answer.status}`
    },
  },
  {
    id: 'pulls.twin',
    says: 'A second pull request of a branch is refused, in words of its own, and the first is listed by its head.',
    reliedOnBy: [reviews],
    needs: 'pull-request',
    expected: '422, already exists, 1 listed',
    async observe(site) {
      return withPullRequest(site, 'twin', async (_, create) => {
        const second = await create()
        const listed = must(await site.ask('GET', `/pulls?state=all&head=${site.owner}:${site.prefix}/twin`))
        const said = /already exists/i.test(words(second)) ? 'already exists' : words(second)
        return `${second.status}, ${said}, ${listed.length} listed`
      })
    },
  },
  {
    id: 'pulls.own-approval',
    says: 'Nobody approves a pull request of their own.',
    reliedOnBy: ['packages/registry/src/settlement.ts'],
    needs: 'pull-request',
    expected: '422, no reviews',
    async observe(site) {
      return withPullRequest(site, 'approval', async (number) => {
        const { status } = await site.ask('POST', `/pulls/${number}/reviews`, { body: { event: 'APPROVE' } })
        const listed = must(await site.ask('GET', `/pulls/${number}/reviews`)) as unknown[]
        return `${status}, ${listed.length === 0 ? 'no' : listed.length} reviews`
      })
    },
  },
  {
    id: 'pulls.closed',
    says: 'A closed pull request is neither merged nor gone.',
    reliedOnBy: [reviews],
    needs: 'pull-request',
    expected: 'closed, not merged',
    async observe(site) {
      return withPullRequest(site, 'closed', async (number) => {
        must(await site.ask('PATCH', `/pulls/${number}`, { body: { state: 'closed' } }))
        const { state, merged_at } = must(await site.ask('GET', `/pulls/${number}`))
        return `${state}, ${merged_at === null ? 'not merged' : 'merged'}`
      })
    },
  },
]

/** A draft pull request of one new file on top of the default branch; closed when `work` is done with it. */
async function withPullRequest(
  { ask, createRef, prefix, defaultBranch }: Site,
  name: string,
  work: (number: number, create: () => ReturnType<Site['ask']>) => Promise<string>,
): Promise<string> {
  const parent = must(await ask('GET', `/git/ref/heads/${defaultBranch}`)).object.sha as string
  const base = must(await ask('GET', `/git/commits/${parent}`)).tree.sha
  const entry = { path: `${prefix}-${name}.txt`, mode: '100644', type: 'blob', content: 'Probe\n' }
  const tree = must(await ask('POST', '/git/trees', { body: { base_tree: base, tree: [entry] } })).sha
  const commit = must(await ask('POST', '/git/commits', { body: { message: 'Probe', tree, parents: [parent] } })).sha
  must(await createRef(`refs/heads/${prefix}/${name}`, commit))
  const body = { title: 'Probe: to be closed', head: `${prefix}/${name}`, base: defaultBranch, draft: true }
  const create = () => ask('POST', '/pulls', { body })
  const { number } = must(await create())
  try {
    return await work(number, create)
  } finally {
    await ask('PATCH', `/pulls/${number}`, { body: { state: 'closed' } })
  }
}
