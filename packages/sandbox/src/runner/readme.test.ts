import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

test("the README's example runs as it stands", async () => {
  const folder = path.join(import.meta.dirname, '../..')
  const example = /```ts\n(.*?)```/s.exec(readFileSync(path.join(folder, 'README.md'), 'utf8'))?.[1] ?? ''
  const args = ['--input-type=module-typescript', '--eval', example]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder })
  expect(stdout.trim().split('\n')).toEqual([
    'run-queued .github/workflows/ci.yml ',
    'run-started .github/workflows/ci.yml ',
    'job-started .github/workflows/ci.yml ',
    'step-started .github/workflows/ci.yml ',
    'step-completed .github/workflows/ci.yml ',
    'job-completed .github/workflows/ci.yml ',
    'run-completed .github/workflows/ci.yml success',
    'hello',
  ])
})
