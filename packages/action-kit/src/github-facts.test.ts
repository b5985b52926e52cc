import { expect, test } from 'vitest'
import { gitHubFacts } from './github-facts.ts'

test('a fact that is absent or malformed is an error that names the variable', () => {
  expect(() => gitHubFacts({}).sha).toThrow('GITHUB_SHA is not set.')
  expect(() => gitHubFacts({ GITHUB_SHA: 'main' }).sha).toThrow(
    'GITHUB_SHA is "main"; expected a commit in 40 hex digits.',
  )
  expect(() => gitHubFacts({ GITHUB_REPOSITORY: 'a/b/c' }).repository).toThrow('expected owner/name')
  expect(() => gitHubFacts({ GITHUB_API_URL: 'file:///etc/passwd' }).apiUrl).toThrow('expected an http(s) URL')
})

test('facts have the forms that their users rely on', () => {
  const facts = gitHubFacts({
    GITHUB_REPOSITORY: 'octo/flights.v2',
    GITHUB_REF: 'refs/heads/feature/x',
    GITHUB_SERVER_URL: 'http://localhost:3000/',
  })
  expect([facts.owner, facts.repositoryName, facts.refName]).toEqual(['octo', 'flights.v2', 'feature/x'])
  expect(facts.serverUrl).toBe('http://localhost:3000')
  expect(facts.runAttempt).toBe(1)
  expect(facts.event).toEqual({})
})
