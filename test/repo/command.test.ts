import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const command = join(import.meta.dirname, '../../bin/tidemark.mjs')

/** The `node` that a person's shell finds, which may be older than the one that tests run on. */
function personsPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders
    .filter((folder) => folder !== dirname(process.execPath) && !folder.includes('node_modules'))
    .join(delimiter)
}

test('the command of a checkout answers whichever Node starts it', () => {
  const empty = mkdtempSync(join(tmpdir(), 'tidemark-command-'))
  try {
    const env = { ...process.env, PATH: personsPath() }
    const { status, stderr, error } = spawnSync('node', [command, 'ls', '--clone', empty], { encoding: 'utf8', env })
    // Where there is no other Node, its own is asked.
    const own = () => spawnSync(process.execPath, [command, 'ls', '--clone', empty], { encoding: 'utf8' })
    const shown = error === undefined ? { status, stderr } : own()
    expect(shown.stderr).toContain('is not a clone')
    expect(shown.stderr).not.toContain('bug')
    expect(shown.status).toBe(1)
  } finally {
    rmSync(empty, { recursive: true })
  }
})
