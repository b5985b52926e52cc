import { rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Problem, TidemarkError } from '@tidemark/schemas'
import { restoreFromActionsCache, saveToActionsCache } from './actions-cache.ts'
import { downloadPackage } from './download.ts'
import { type NativeName, type NativePackage, nativeManifest, type Platform } from './manifest.ts'
import { type Machine, platformOf, thisMachine } from './platform.ts'
import { registryUrl } from './registry-setting.ts'
import { verifyFolder } from './verification.ts'

/** Set to true in the built actions; unset when run from sources. */
declare const TIDEMARK_BUILT: boolean | undefined

/** Where the bundled loaders look; see rolldown.config.ts. Not the environment: another step could write that. */
const loaded = Symbol.for('tidemark.native')

/**
 * Makes the native binaries reachable for this process, so that importing `@duckdb/node-api` or `onnxruntime-node` afterwards works in a
 * built action. From sources nothing is done: node_modules has them. Throws `NATIVE_UNSUPPORTED`, `NATIVE_UNAVAILABLE` or `NATIVE_MISMATCH`.
 */
export async function provideNative(
  names: readonly NativeName[],
  { inputs, log }: { readonly inputs: { readonly nativePath?: string | undefined }; log(message: string): void },
): Promise<void> {
  if (typeof TIDEMARK_BUILT === 'undefined') return
  const files = ((globalThis as { [loaded]?: Partial<Record<NativeName, string>> })[loaded] ??= {})
  for (const name of names) {
    if (files[name] === undefined)
      files[name] = await locateNative(name, { env: process.env, nativePath: inputs.nativePath, log })
  }
}

/** The verified file to load, absolute: from the input, the tool cache, the Actions cache or the registry, in this order. */
export async function locateNative(
  name: NativeName,
  place: {
    readonly env: NodeJS.ProcessEnv
    readonly nativePath: string | undefined
    readonly machine?: Machine
    log(message: string): void
  },
): Promise<string> {
  const platform = platformOf(place.machine ?? thisMachine())
  const pinned = nativeManifest[name][platform]
  const below = join(name, pinned.version, platform)
  if (place.nativePath !== undefined) return fromPath(resolve(place.nativePath, below), pinned)
  return fromCaches(join(toolCache(place.env), 'tidemark-native', below), pinned, platform, place)
}

async function fromPath(dir: string, pinned: NativePackage): Promise<string> {
  const problems = await verifyFolder(dir, pinned.files)
  if (problems === 'absent') {
    throw new TidemarkError('NATIVE_UNAVAILABLE', `The input native-path has no ${pinned.package} ${pinned.version}.`, {
      hint: `Put ${pinned.files.map((file) => file.name).join(', ')} of that npm package there, or leave the input empty.`,
      problems: [{ file: dir, message: 'is missing' }],
    })
  }
  if (problems.length > 0) throw differs(pinned, problems)
  return join(dir, pinned.entry)
}

async function fromCaches(
  dir: string,
  pinned: NativePackage,
  platform: Platform,
  { env, log }: { readonly env: NodeJS.ProcessEnv; log(message: string): void },
): Promise<string> {
  const entry = join(dir, pinned.entry)
  if (await isSound(dir, pinned, log)) return entry
  if ((await restoreFromActionsCache(dir, pinned, platform)) && (await isSound(dir, pinned, log))) return entry
  const registry = registryUrl(env, env.GITHUB_WORKSPACE || process.cwd(), homedir())
  log(
    `Downloading ${pinned.package} ${pinned.version} (${Math.round(pinned.tarballBytes / 1e6)} MB), once for this tool cache.`,
  )
  await downloadPackage(pinned, registry, dir)
  const problems = await verifyFolder(dir, pinned.files)
  if (problems === 'absent') throw differs(pinned, [{ file: dir, message: 'holds none of the pinned files' }])
  if (problems.length > 0) throw differs(pinned, problems)
  await saveToActionsCache(dir, pinned, platform)
  return entry
}

/** Removes a folder that differs, so that it is fetched anew. */
async function isSound(dir: string, pinned: NativePackage, log: (message: string) => void): Promise<boolean> {
  const problems = await verifyFolder(dir, pinned.files)
  if (problems === 'absent') return false
  if (problems.length === 0) return true
  log(
    `The cached ${pinned.package} differs from the pinned one and is fetched anew: ${problems[0]!.file} ${problems[0]!.message}`,
  )
  await rm(dir, { recursive: true, force: true })
  return false
}

function differs(pinned: NativePackage, problems: readonly Problem[]): TidemarkError {
  return new TidemarkError('NATIVE_MISMATCH', `${pinned.package} ${pinned.version} is not the pinned one.`, {
    hint: 'Nothing of it was loaded. Find out who writes to this place; the right files are those of the npm package.',
    problems,
  })
}

function toolCache(env: NodeJS.ProcessEnv): string {
  return env.RUNNER_TOOL_CACHE || env.XDG_CACHE_HOME || join(homedir(), '.cache')
}
