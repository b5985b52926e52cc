// Builds all actions and the command into dist/ (or the folder named by the first argument).
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { buildOptions, builtEntries } from '../rolldown.config.ts'

const dist = join(import.meta.dirname, '../dist')

/** Builds the entries into `dir` and returns the size of all files there, in bytes. */
export async function build(dir: string, entries = builtEntries()): Promise<number> {
  const { output, ...input } = buildOptions(entries, dir)
  const bundle = await rolldown(input)
  await bundle.write(Array.isArray(output) ? output[0] : output)
  await bundle.close()
  // The sources are ES modules, and so are their bundles, wherever the action is checked out.
  writeFileSync(join(dir, 'package.json'), '{ "type": "module" }\n')
  return sizeOf(dir)
}

/** Files of dist/ that differ from a fresh build, are missing or are left over. */
export async function staleFiles(): Promise<string[]> {
  const fresh = mkdtempSync(join(tmpdir(), 'tidemark-dist-'))
  try {
    await build(fresh)
    const names = new Set([...filesBelow(fresh), ...(existsSync(dist) ? filesBelow(dist) : [])])
    const isSame = (name: string) =>
      existsSync(join(dist, name)) &&
      existsSync(join(fresh, name)) &&
      readFileSync(join(dist, name)).equals(readFileSync(join(fresh, name)))
    return [...names].filter((name) => !isSame(name)).sort()
  } finally {
    rmSync(fresh, { recursive: true })
  }
}

/** The size of all files below `dir`, in bytes. */
export function sizeOf(dir: string): number {
  return filesBelow(dir).reduce((sum, name) => sum + statSync(join(dir, name)).size, 0)
}

function filesBelow(dir: string): string[] {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return entries.map(({ parentPath, name }) => relative(dir, join(parentPath, name)))
}

if (import.meta.main) {
  const dir = resolve(process.argv[2] ?? dist)
  const start = performance.now()
  const bytes = await build(dir)
  console.log(`${dir}: ${(bytes / 1e6).toFixed(2)} MB in ${((performance.now() - start) / 1000).toFixed(1)} s`)
}
