import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { TidemarkError } from '@tidemark/schemas'
import type { NativePackage } from './manifest.ts'

const attempts = 3
const timeoutMs = 10 * 60 * 1000

/**
 * Downloads the package's tarball from the registry, checks it against the pinned SHA-512 before anything is unpacked, and moves the
 * kept files to `dir` in one step. Throws `NATIVE_UNAVAILABLE` or `NATIVE_MISMATCH`.
 */
export async function downloadPackage(pinned: NativePackage, registry: string, dir: string): Promise<void> {
  await mkdir(dirname(dir), { recursive: true })
  // Beside the target, so that the rename stays within one file system.
  const staging = await mkdtemp(join(dirname(dir), '.download-'))
  try {
    const tarball = join(staging, 'package.tgz')
    const unpacked = join(staging, 'files')
    await fetchTarball(tarballUrl(registry, pinned), pinned, tarball)
    await unpack(tarball, pinned, unpacked)
    await rename(unpacked, dir).catch(async (error: NodeJS.ErrnoException) => {
      // Another process was first; what it left is verified like any hit.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'EPERM') throw error
    })
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** `<registry>/<name>/-/<name without scope>-<version>.tgz`, the form every npm registry serves. */
export function tarballUrl(
  registry: string,
  { package: name, version }: Pick<NativePackage, 'package' | 'version'>,
): string {
  return `${registry}/${name}/-/${name.slice(name.indexOf('/') + 1)}-${version}.tgz`
}

async function fetchTarball(url: string, pinned: NativePackage, file: string): Promise<void> {
  // https_proxy and no_proxy, which runners behind a proxy set. Loaded here, since node:http costs every start some milliseconds;
  // runners with a Node before 24.14 do not have the function.
  const http: { setGlobalProxyFromEnv?: () => void } = await import('node:http')
  http.setGlobalProxyFromEnv?.()
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchOnce(url, pinned, file)
    } catch (error) {
      if (error instanceof TidemarkError) throw error
      if (attempt === attempts || (error instanceof HttpError && error.status < 500 && error.status !== 429)) {
        throw new TidemarkError('NATIVE_UNAVAILABLE', `${pinned.package} ${pinned.version} could not be downloaded.`, {
          hint: 'Allow the runner to reach the npm registry, set `npm_config_registry` to a mirror, or set the input `native-path`.',
          problems: [{ file: publicUrl(url), message: reasonOf(error) }],
        })
      }
      await new Promise((resolve) => setTimeout(resolve, 500 * attempt))
    }
  }
}

async function fetchOnce(url: string, pinned: NativePackage, file: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
  if (!response.ok || response.body === null) throw new HttpError(response.status)
  const hash = createHash('sha512')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(bytes > pinned.tarballBytes ? mismatch(url, pinned, `more than ${pinned.tarballBytes} bytes`) : null, chunk)
    },
  })
  await pipeline(Readable.fromWeb(response.body), measure, createWriteStream(file))
  const integrity = `sha512-${hash.digest('base64')}`
  // A connection cut short can look like a complete answer without content-length; that is worth another attempt.
  if (bytes < pinned.tarballBytes) throw new Error(`${bytes} of ${pinned.tarballBytes} bytes arrived`)
  if (integrity !== pinned.integrity) throw mismatch(url, pinned, integrity)
}

async function unpack(tarball: string, { folder, files }: NativePackage, dir: string): Promise<void> {
  const { extract } = await import('tar')
  const wanted = new Set(files.map(({ name }) => `${folder}/${name}`))
  await mkdir(dir)
  await extract({
    file: tarball,
    cwd: dir,
    strip: folder.split('/').length,
    filter: (path, entry) => wanted.has(path) && 'type' in entry && entry.type === 'File',
  })
}

function mismatch(url: string, pinned: NativePackage, actual: string): TidemarkError {
  return new TidemarkError(
    'NATIVE_MISMATCH',
    `The download of ${pinned.package} ${pinned.version} is not the pinned one.`,
    {
      hint: 'Do not use this registry until it is known why its content differs; `npm_config_registry` names another.',
      problems: [{ file: publicUrl(url), message: `expected ${pinned.integrity}, got ${actual}` }],
    },
  )
}

class HttpError extends Error {
  readonly status: number
  constructor(status: number) {
    super(`the registry answered ${status}`)
    this.status = status
  }
}

/** `fetch failed` says nothing; its cause names the host and the reason. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error ? `${message}: ${cause.message || (cause as NodeJS.ErrnoException).code}` : message
}

/** Without a user's name and password. */
function publicUrl(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}
