import { describe, expect, it } from 'vitest'
import { isRepeatable, limitOf, retryDelayMs } from './retries.ts'

const answer = (status: number, headers: Record<string, string> = {}, message = '') =>
  Object.assign(new Error(message), { status, response: { headers } })
const delay = (error: unknown, { isRepeatable = true, attempt = 0, random = 0 } = {}) =>
  retryDelayMs(error, { isRepeatable, attempt, random: () => random })

describe('a rate limit', () => {
  it('is waited for as long as GitHub asks, and a random part of a second', () => {
    expect(delay(answer(429, { 'retry-after': '7' }))).toBe(7000)
    expect(delay(answer(403, { 'retry-after': '7' }), { random: 0.5 })).toBe(7500)
  })

  it('is waited for until it resets, by GitHub’s clock', () => {
    const date = 'Mon, 02 Mar 2026 08:00:00 GMT'
    const reset = String(Date.parse(date) / 1000 + 30)
    expect(delay(answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset, date }))).toBe(31_000)
  })

  it('without a time is waited for a minute, then two, and no longer', () => {
    const secondary = answer(403, {}, 'You have exceeded a secondary rate limit.')
    expect([0, 1, 2].map((attempt) => delay(secondary, { attempt }))).toEqual([60_000, 120_000, null])
    expect(delay(answer(429))).toBe(60_000)
  })

  it('that lasts half an hour ends the job', () => {
    expect(delay(answer(429, { 'retry-after': '1800' }))).toBeNull()
  })

  it('is not what any other 403 is', () => {
    expect(limitOf(answer(403, { 'x-ratelimit-remaining': '12' }, 'Resource not accessible by integration'))).toBeNull()
    expect(delay(answer(403))).toBeNull()
  })
})

describe('a broken connection or a 5xx', () => {
  it('is tried again four times where the request can be repeated, with growing waits', () => {
    const waits = [0, 1, 2, 3, 4].map((attempt) => delay(answer(502), { attempt, random: 0.5 }))
    expect(waits).toEqual([250, 500, 1000, 2000, null])
  })

  it('is not tried again where it might do something twice', () => {
    expect(delay(answer(500), { isRepeatable: false })).toBeNull()
  })

  it.each([
    ['GET', '/repos/{owner}/{repo}', true],
    ['PATCH', '/repos/{owner}/{repo}/git/refs/{ref}', true],
    ['PUT', '/repos/{owner}/{repo}/contents/{path}', true],
    ['POST', '/graphql', true],
    ['POST', '/repos/{owner}/{repo}/git/trees', true],
    ['POST', '/repos/{owner}/{repo}/git/refs', true],
    ['POST', '/repos/{owner}/{repo}/releases', false],
    ['POST', '/repos/{owner}/{repo}/pulls', false],
    ['POST', '/repos/{owner}/{repo}/issues/{issue_number}/comments', false],
  ])('%s %s can be repeated: %s', (method, url, expected) => {
    expect(isRepeatable({ method, url })).toBe(expected)
  })
})
