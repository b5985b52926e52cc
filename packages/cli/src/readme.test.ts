import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from './commands.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('the README has every command', () => {
  expect([...readme.matchAll(/^\| `tidemark (\w+(?: \w+)?)/gm)].map(([, name]) => name)).toEqual(
    commands.map(({ name }) => name),
  )
})
