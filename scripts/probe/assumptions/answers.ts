import type { Assumption, Untried } from '../assumption.ts'
import { must, words } from '../site.ts'

const client = 'packages/github/src/client.ts'

export const answers: readonly Assumption[] = [
  {
    id: 'answer.date',
    says: 'Every answer has a `Date`, in whole seconds of UTC.',
    reliedOnBy: [client],
    expected: 'an HTTP date',
    async observe({ ask }) {
      const date = (await ask('GET', '')).headers.get('date') ?? 'none'
      return new Date(date).toUTCString() === date ? 'an HTTP date' : date
    },
  },
  {
    id: 'answer.rate-limit',
    says: 'Every answer tells the rate limit, what is left of it and when it begins anew.',
    reliedOnBy: [client],
    expected: 'limit, remaining, used, reset in seconds',
    async observe({ ask }) {
      const { headers } = await ask('GET', '')
      const numbers = ['limit', 'remaining', 'used', 'reset'].map((name) => [name, headers.get(`x-ratelimit-${name}`)])
      const present = numbers.filter(([, value]) => /^\d+$/.test(value ?? '')).map(([name]) => name)
      const reset = Number(headers.get('x-ratelimit-reset'))
      const inSeconds = Math.abs(reset - Date.parse(headers.get('date') ?? '') / 1000) <= 3600 * 2
      return `${present.join(', ')}${inSeconds ? ' in seconds' : ''}`
    },
  },
  {
    id: 'answer.etag',
    says: 'What did not change is answered 304 to its ETag.',
    reliedOnBy: [client],
    expected: '200 with an ETag, then 304',
    async observe({ ask, createRef, commits, prefix }) {
      must(await createRef(`refs/heads/${prefix}/etag`, (await commits())[0]))
      const path = `/git/ref/heads/${prefix}/etag`
      const first = await ask('GET', path)
      const etag = first.headers.get('etag')
      if (etag === null) return `${first.status} without an ETag`
      const second = await ask('GET', path, { headers: { 'if-none-match': etag } })
      return `${first.status} with an ETag, then ${second.status}`
    },
  },
  {
    id: 'answer.pages',
    says: 'A list that goes on has a link to its next page.',
    reliedOnBy: [client],
    expected: '1 and a next page',
    async observe({ ask, createRef, commits, prefix }) {
      const [, , third] = await commits()
      must(await createRef(`refs/heads/${prefix}/pages`, third))
      const answer = await ask('GET', `/commits?sha=${third}&per_page=1`)
      const next = /rel="next"/.test(answer.headers.get('link') ?? '') ? 'a' : 'no'
      return `${must(answer).length} and ${next} next page`
    },
  },
  {
    id: 'answer.not-found',
    says: 'A repository that is not there, or not for this token, is a 404.',
    reliedOnBy: [client],
    expected: '404 Not Found',
    async observe({ request, repository }) {
      return words(await request('GET', `/repos/${repository}-tidemark-probe-not-there`))
    },
  },
  {
    id: 'answer.bad-token',
    says: 'A token that GitHub does not know is a 401.',
    reliedOnBy: [client],
    expected: '401 Bad credentials',
    async observe({ request }) {
      return words(await request('GET', '/user', { headers: { authorization: 'Bearer tidemark-probe-no-token' } }))
    },
  },
  {
    id: 'status.create',
    says: 'A commit’s status is set by its id, also where no branch holds it, and the newest of a context counts.',
    reliedOnBy: ['packages/github/src/github-reviews.ts'],
    expected: '201, 201, success',
    async observe({ ask, createRef, commits, prefix }) {
      const [, second] = await commits()
      const set = (state: string) =>
        ask('POST', `/statuses/${second}`, { body: { state, context: `${prefix}/status`, description: 'Probe' } })
      const answered = [words(await set('failure')), words(await set('success'))]
      must(await createRef(`refs/heads/${prefix}/status`, second))
      return [...answered, must(await ask('GET', `/commits/${second}/status`)).state].join(', ')
    },
  },
  {
    id: 'status.description',
    says: 'A status’s description has at most 140 characters.',
    reliedOnBy: ['packages/reports/src/summary-line.ts'],
    expected: '140: 201, 141: 422',
    async observe({ ask, commits, prefix }) {
      const [first] = await commits()
      const set = async (length: number) => {
        const body = { state: 'pending', context: `${prefix}/length`, description: 'x'.repeat(length) }
        return `${length}: ${(await ask('POST', `/statuses/${first}`, { body })).status}`
      }
      return `${await set(140)}, ${await set(141)}`
    },
  },
]

export const untriedAnswers: readonly Untried[] = [
  {
    id: 'answer.limited',
    says: 'A request over a limit is a 403 or 429, with `retry-after` or with `x-ratelimit-remaining: 0`.',
    reliedOnBy: [client],
    because: 'it would use the token’s requests up',
  },
  {
    id: 'answer.accepted-permissions',
    says: 'A 403 for want of permissions names them in `x-accepted-github-permissions`.',
    reliedOnBy: [client],
    because: 'it takes a second token that may less',
  },
  {
    id: 'merge-group',
    says: 'A merge queue makes a commit and starts merge_group on it.',
    reliedOnBy: ['actions/promote-model/src/check.ts'],
    because: 'it would put something into the repository’s queue',
  },
]
