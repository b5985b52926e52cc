import { expect, test } from 'vitest'
import { isSelected } from './filter-pattern.ts'

// The examples of GitHub's filter pattern cheat sheet.
test.each([
  ['feature/*', 'feature/my-branch', true],
  ['feature/*', 'feature/a/b', false],
  ['feature/**', 'feature/beta-a/my-branch', true],
  ['main', 'mainly', false],
  ['*', 'releases/1', false],
  ['**', 'all/the/branches', true],
  ['*feature', 'ver-10-feature', true],
  ['v2*', 'v2.0', true],
  ['v[12].[0-9]+.[0-9]+', 'v1.10.1', true],
  ['v[12].[0-9]+.[0-9]+', 'v3.1.0', false],
  ['*.jsx?', 'page.js', true],
  ['*.jsx?', 'page.jsx', true],
  ['**.js', 'src/js/app.js', true],
  ['**/docs/**', 'docs/hello.md', true],
  ['**/docs/**', 'dir/docs/my-file.txt', true],
  ['**/README.md', 'README.md', true],
  ['**/*-post.md', 'path/my-post.md', true],
  ['**/migrate-*.sql', 'db/sept/migrate-v1.sql', true],
  ['docs/*', 'docs/a/b.md', false],
  ['a.b', 'axb', false],
])('%s on %s: %s', (pattern, name, selected) => {
  expect(isSelected([pattern], name)).toBe(selected)
})

test('a later exclusion takes back, a still later pattern gives again', () => {
  const patterns = ['docs/**', '!docs/private/**', 'docs/private/index.md']
  expect(isSelected(patterns, 'docs/a.md')).toBe(true)
  expect(isSelected(patterns, 'docs/private/a.md')).toBe(false)
  expect(isSelected(patterns, 'docs/private/index.md')).toBe(true)
})
