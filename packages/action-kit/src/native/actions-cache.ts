import type { NativePackage, Platform } from './manifest.ts'

/**
 * GitHub's cache, between jobs on fresh machines. It only saves time, so that nothing that goes wrong with it matters; what it restores is
 * verified like everything else. The key holds the tarball's digest: another version never hits.
 */
export async function restoreFromActionsCache(
  dir: string,
  pinned: NativePackage,
  platform: Platform,
): Promise<boolean> {
  if (!isAvailable()) return false
  try {
    const { restoreCache } = await import('@actions/cache')
    return (await restoreCache([dir], cacheKey(pinned, platform))) !== undefined
  } catch {
    return false
  }
}

/** Saves the verified folder for later jobs. */
export async function saveToActionsCache(dir: string, pinned: NativePackage, platform: Platform): Promise<void> {
  if (!isAvailable()) return
  try {
    const { saveCache } = await import('@actions/cache')
    await saveCache([dir], cacheKey(pinned, platform))
  } catch {
    // Another job was first, the job may not write, or the service is down: the next job downloads.
  }
}

/** Asked before the module is loaded: it is the heaviest of all. */
function isAvailable(): boolean {
  return Boolean(
    process.env.ACTIONS_RUNTIME_TOKEN && (process.env.ACTIONS_RESULTS_URL || process.env.ACTIONS_CACHE_URL),
  )
}

function cacheKey({ package: name, version, integrity }: NativePackage, platform: Platform): string {
  const digest = Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex').slice(0, 32)
  return `tidemark-native-${name.replace('@', '').replace('/', '-')}-${version}-${platform}-${digest}`
}
