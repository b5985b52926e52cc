import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('the README’s example prints what the README shows', () => {
  const folder = new URL('..', import.meta.url)
  const readme = readFileSync(new URL('README.md', folder), 'utf8')
  const [, code, output] = /```ts\n(.*?)```\n\n```\n(.*?)```/s.exec(readme)!
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', code!], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(printed).toBe(output)
})
