// How long each built action takes to its first line of own work, as a ratio to `node -e 0`.
// Without inputs an action's first work, reading them, is also its last; so whole processes are compared, and the ratio is an upper bound.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actionEntries } from '../../rolldown.config.ts'
import type { Measurement } from './main.ts'

const rounds = 21
const target = 4

export async function run(): Promise<Measurement[]> {
  const workspace = mkdtempSync(join(tmpdir(), 'tidemark-start-'))
  try {
    const names = Object.keys(actionEntries())
    const times = new Map<string, number[]>(['node', ...names].map((name) => [name, []]))
    // Interleaved, so that a busy moment of the machine meets all alike; the first round warms the file cache.
    for (let round = 0; round <= rounds; round++) {
      for (const [name, measured] of times) {
        const milliseconds = timeStart(name, workspace)
        if (round > 0) measured.push(milliseconds)
      }
    }
    const base = median(times.get('node')!)
    return names.map((name) => {
      const value = median(times.get(name)!)
      const note = `${value.toFixed(0)} ms; node -e 0: ${base.toFixed(0)} ms; median of ${rounds}`
      return { id: `start.${name}`, value: value / base, unit: 'ratio', target, note }
    })
  } finally {
    rmSync(workspace, { recursive: true })
  }
}

function timeStart(name: string, cwd: string): number {
  const args = name === 'node' ? ['-e', '0'] : [join(import.meta.dirname, '../../dist', `${name}.js`)]
  const start = performance.now()
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, env: {}, encoding: 'utf8' })
  const milliseconds = performance.now() - start
  if (name !== 'node' && !stdout.includes('INPUT_INVALID'))
    throw new Error(`${name} did not stop at its inputs:\n${stdout}${stderr}`)
  return milliseconds
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}
