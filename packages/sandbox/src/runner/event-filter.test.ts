import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WorkflowTrigger } from '../host.ts'
import { isStartedBy } from './event-filter.ts'

let dir = ''
const commits: string[] = []
const zero = '0'.repeat(40)

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid', ...args], {
    cwd: dir,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim()

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'event-filter-'))
  git('init', '-q', '-b', 'main')
  for (const file of ['README.md', 'model.yaml', 'notes.txt']) {
    writeFileSync(path.join(dir, file), file)
    git('add', '-A')
    git('commit', '-q', '-m', file)
    commits.push(git('rev-parse', 'HEAD'))
  }
  // A branch that leaves main at its first commit and changes one file of its own in two commits.
  git('checkout', '-q', '-b', 'topic', commits[0] ?? '')
  for (const text of ['1', '2']) {
    writeFileSync(path.join(dir, 'topic.sql'), text)
    git('add', '-A')
    git('commit', '-q', '-m', text)
    commits.push(git('rev-parse', 'HEAD'))
  }
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const push = (ref: string, before = zero, after = commits[2] ?? ''): WorkflowTrigger => ({
  event: 'push',
  repository: 'acme/flights',
  actor: 'ada',
  ref,
  sha: after,
  payload: { before, after },
})
const starts = (filters: object | null, trigger: WorkflowTrigger) =>
  isStartedBy({ [trigger.event]: filters } as never, trigger, dir)

test('branch filters keep tags away, tag filters keep branches away, no filter lets both in', async () => {
  const [branch, tag] = [push('refs/heads/main'), push('refs/tags/v1')]
  expect(await starts({ branches: ['main'] }, branch)).toBe(true)
  expect(await starts({ branches: ['main'] }, tag)).toBe(false)
  expect(await starts({ tags: ['v*'] }, tag)).toBe(true)
  expect(await starts({ tags: ['v*'] }, branch)).toBe(false)
  expect(await starts({ 'branches-ignore': ['main'] }, branch)).toBe(false)
  expect(await starts(null, branch)).toBe(true)
  expect(await starts(null, tag)).toBe(true)
})

test('paths are those of the pushed range; tags are not asked for paths', async () => {
  const last = push('refs/heads/main', commits[1], commits[2])
  expect(await starts({ paths: ['notes.txt'] }, last)).toBe(true)
  expect(await starts({ paths: ['model.yaml'] }, last)).toBe(false)
  expect(await starts({ paths: ['model.yaml'] }, push('refs/heads/main', commits[0], commits[2]))).toBe(true)
  expect(await starts({ 'paths-ignore': ['**.txt'] }, last)).toBe(false)
  expect(await starts({ paths: ['other'] }, push('refs/tags/v1'))).toBe(true)
})

test('the first push of a branch is compared with the parent of its deepest new commit', async () => {
  const first = push('refs/heads/topic', zero, commits[4])
  expect(await starts({ paths: ['topic.sql'] }, first)).toBe(true)
  expect(await starts({ paths: ['README.md'] }, first)).toBe(false)
})

test('a pull request is started by default activity, base branch and the files of its own commits', async () => {
  const pull = (action: string): WorkflowTrigger => ({
    ...push('refs/pull/1/merge'),
    event: 'pull_request',
    action,
    payload: { pull_request: { base: { ref: 'main', sha: commits[2] }, head: { ref: 'topic', sha: commits[4] } } },
  })
  expect(await starts(null, pull('opened'))).toBe(true)
  expect(await starts(null, pull('closed'))).toBe(false)
  expect(await starts({ types: ['closed'] }, pull('closed'))).toBe(true)
  expect(await starts({ branches: ['release/**'] }, pull('opened'))).toBe(false)
  expect(await starts({ paths: ['topic.sql'] }, pull('opened'))).toBe(true)
  // Changed on the base only, after the branch left it.
  expect(await starts({ paths: ['notes.txt'] }, pull('opened'))).toBe(false)
})

test('a repository dispatch is selected by its type, a merge group by its base', async () => {
  const dispatch: WorkflowTrigger = { ...push('refs/heads/main'), event: 'repository_dispatch', action: 'retrain' }
  expect(await starts({ types: ['retrain'] }, dispatch)).toBe(true)
  expect(await starts({ types: ['other'] }, dispatch)).toBe(false)
  const group: WorkflowTrigger = {
    ...push('refs/heads/gh-readonly-queue/main/pr-1'),
    event: 'merge_group',
    action: 'checks_requested',
    payload: { merge_group: { base_ref: 'refs/heads/main' } },
  }
  expect(await starts({ branches: ['main'] }, group)).toBe(true)
  expect(await starts({ branches: ['next'] }, group)).toBe(false)
  expect(await isStartedBy({ push: null }, group, dir)).toBe(false)
})
