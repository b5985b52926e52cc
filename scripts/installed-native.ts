import { copyFileSync, existsSync, mkdirSync, realpathSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type NativeName, nativeManifest } from '../packages/action-kit/src/native/manifest.ts'
import { platformOf, thisMachine } from '../packages/action-kit/src/native/platform.ts'

const require = createRequire(import.meta.url)

/**
 * Lays out the native binaries that pnpm installed as a runner's tool cache has them below `tidemark-native/`, so that built
 * actions find them without a download. Their digests are checked by the actions, as everywhere.
 */
export function layOutInstalledNative(target: string): void {
  const platform = platformOf(thisMachine())
  for (const [name, folder] of Object.entries(installedFolders(platform))) {
    const { version, files } = nativeManifest[name as NativeName][platform]
    const to = join(target, name, version, platform)
    mkdirSync(to, { recursive: true })
    for (const file of files) {
      if (existsSync(join(to, file.name))) continue
      copyFileSync(join(folder, file.name), join(to, `${file.name}.part`))
      renameSync(join(to, `${file.name}.part`), join(to, file.name))
    }
  }
}

function installedFolders(platform: ReturnType<typeof platformOf>): Record<NativeName, string> {
  const fromDuckdb = createRequire(realpathSync(require.resolve('@duckdb/node-api')))
  const bindings = createRequire(realpathSync(fromDuckdb.resolve('@duckdb/node-bindings')))
  return {
    duckdb: dirname(bindings.resolve(`${nativeManifest.duckdb[platform].package}/duckdb.node`)),
    onnxruntime: join(dirname(require.resolve('onnxruntime-node')), '../bin/napi-v6', platform.replace('-', '/')),
  }
}
