import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from './commands.ts'

const folder = new URL('..', import.meta.url)
const readme = readFileSync(new URL('README.md', folder), 'utf8')

test('the README’s example prints what the README shows', () => {
  const [, code, output] = /```ts\n(.*?)```\n\n```\n(.*?)```/s.exec(readme)!
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', code!], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(printed).toBe(output)
})

test('the README has every command', () => {
  expect([...readme.matchAll(/^\| `tidemark (\w+(?: \w+)?)/gm)].map(([, name]) => name)).toEqual(
    commands.map(({ name }) => name),
  )
})
