// Builds all actions into dist/ (or the folder named by the first argument).
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { actionEntries, buildOptions } from '../rolldown.config.ts'

/** Builds the entries into `dir` and returns the size of all files there, in bytes. */
export async function build(dir: string, entries = actionEntries()): Promise<number> {
  const { output, ...input } = buildOptions(entries, dir)
  const bundle = await rolldown(input)
  await bundle.write(Array.isArray(output) ? output[0] : output)
  await bundle.close()
  // The sources are ES modules, and so are their bundles, wherever the action is checked out.
  writeFileSync(join(dir, 'package.json'), '{ "type": "module" }\n')
  return sizeOf(dir)
}

/** The size of all files below `dir`, in bytes. */
export function sizeOf(dir: string): number {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

if (import.meta.main) {
  const dir = resolve(process.argv[2] ?? join(import.meta.dirname, '../dist'))
  const start = performance.now()
  const bytes = await build(dir)
  console.log(`${dir}: ${(bytes / 1e6).toFixed(2)} MB in ${((performance.now() - start) / 1000).toFixed(1)} s`)
}
