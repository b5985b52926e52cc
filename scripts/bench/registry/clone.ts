// How long `tidemark ls` and `which` take as whole commands, from a clone with 10,000 versions, their events and tags.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Measurement } from '../main.ts'
import { writeSeededClone } from './seeded-clone.ts'

const root = join(import.meta.dirname, '../../..')
const count = 10_000
const rounds = 7

/** `which.10000.seconds` and `ls.10000.seconds`, of the built command. */
export async function measureClone(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-clone-'))
  try {
    const { model, facts } = await writeSeededClone(folder, { count, seed: 1 })
    const past = '2020-07-01 12:00'
    const measure = (id: string, args: readonly string[], note: string): Measurement => ({
      id,
      value: median(timesOf(folder, args)),
      unit: 's',
      target: 1,
      note,
    })
    const about = `${facts.toLocaleString('en-US')} facts; median of ${rounds}`
    return [
      measure('which.10000.seconds', ['which', model], about),
      measure('which.10000.past.seconds', ['which', model, '--at', past], `at ${past}`),
      measure('ls.10000.seconds', ['ls'], about),
      measure('ls.10000.versions.seconds', ['ls', model], `ls ${model}`),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Seconds of each round but the first, which warms the file cache. */
function timesOf(clone: string, args: readonly string[]): number[] {
  return Array.from({ length: rounds + 1 }, () => {
    const start = performance.now()
    const run = spawnSync(process.execPath, [join(root, 'bin/tidemark.mjs'), ...args, '--clone', clone], {
      encoding: 'utf8',
      timeout: 60_000,
    })
    const seconds = (performance.now() - start) / 1000
    if (run.status !== 0 || run.stderr !== '')
      throw new Error(`tidemark ${args.join(' ')} did not answer as it should:\n${run.stdout}${run.stderr}`)
    return seconds
  }).slice(1)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}
