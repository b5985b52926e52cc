import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** Packages whose README has an example with what it prints below it. */
const examples = globSync('packages/*/README.md', { cwd: root })
  .sort()
  .flatMap((path) => {
    const [, code, output] = /```ts\n(.*?)```\n\n```\n(.*?)```/s.exec(readFileSync(join(root, path), 'utf8')) ?? []
    return code === undefined ? [] : [{ name: path.split('/')[1]!, code, output }]
  })

test('examples that can run by themselves show what they print', () => {
  expect(examples.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['cli', 'evaluation', 'models', 'rollout', 'schemas', 'serving', 'statistics', 'training']),
  )
})

test.each(examples)(
  'the example in the README of $name prints what the README shows',
  async ({ name, code, output }) => {
    const args = ['--input-type=module', '--eval', code]
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: join(root, 'packages', name) })
    expect(stdout).toBe(output)
  },
)
