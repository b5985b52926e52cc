import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { builtEntries } from '../../rolldown.config.ts'
import { build } from '../../scripts/build.ts'
import { layOutInstalledNative } from '../../scripts/installed-native.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the freshly built actions. */
    builtActions: string
    /** RUNNER_TOOL_CACHE with the native binaries in it. */
    toolCache: string
    /** A module that denies a process every network but loopback. */
    loopbackOnly: string
  }
}

/** Builds the actions once for all end-to-end tests, so that they judge the sources as they are and not a committed dist/. */
export default async function buildOnce(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-e2e-'))
  // Built too: taking its types out anew would cost every process that a test starts 80 ms.
  const loopbackOnly = join(import.meta.dirname, '../repo/loopback-only.ts')
  await build(folder, { ...builtEntries(), 'loopback-only': loopbackOnly })
  const toolCache = join(import.meta.dirname, '../../.cache/tool-cache')
  layOutInstalledNative(join(toolCache, 'tidemark-native'))
  project.provide('builtActions', folder)
  project.provide('loopbackOnly', join(folder, 'loopback-only.js'))
  project.provide('toolCache', toolCache)
  return () => rmSync(folder, { recursive: true })
}
