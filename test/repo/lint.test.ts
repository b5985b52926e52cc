import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'tidemark-lint-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What the rule says of the body of an async function. */
function lint(body: string): string {
  const plugins = [join(root, 'scripts/lint/returned-promise.grit')]
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ plugins, linter: { rules: { preset: 'none' } } }))
  const source = `export async function read(open, count) {\n  await using held = await open()\n  ${body}\n}\n`
  writeFileSync(join(folder, 'example.ts'), source)
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const { stderr } = spawnSync(process.execPath, [biome, 'lint', 'example.ts'], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toContain('Checked 1 file')
  return stderr
}

const message = 'is closed before this promise settles'

test.each([
  ['is given what is held', 'return count(held)'],
  ['is made on it', 'if (held.rows > 1) return held.count(2)\n  return 0'],
])('a call is to be awaited that %s', (_, body) => {
  expect(lint(body)).toContain(message)
})

test.each([
  ['awaited', 'return await count(held)'],
  ['awaited within', 'return Number(await held.count(2))'],
  ['of something else', 'await held.count(2)\n  return count(2)'],
  ['of a function within', 'const other = () => {\n    return held.count(2)\n  }\n  return await other()'],
])('a call is left alone that is %s', (_, body) => {
  expect(lint(body)).not.toContain(message)
})
