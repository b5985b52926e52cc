// Writes packages/action-kit/src/native/manifest.generated.json from pnpm-lock.yaml and the tarballs it pins.
// With --check nothing is downloaded: the manifest's versions and integrities must be the lock file's.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { list, type ReadEntry } from 'tar'
import { parse } from 'yaml'
import type { NativeFile, NativeName, NativePackage, Platform } from '../packages/action-kit/src/native/manifest.ts'

const output = new URL('../packages/action-kit/src/native/manifest.generated.json', import.meta.url)

type Source = Pick<NativePackage, 'package' | 'folder' | 'entry'> & { readonly names: readonly string[] }

const duckdb = (platform: Platform, library: string): Source => ({
  package: `@duckdb/node-bindings-${platform}`,
  folder: 'package',
  entry: 'duckdb.node',
  names: ['duckdb.node', library],
})
const onnxruntime = (platform: Platform, libraries: readonly string[]): Source => ({
  package: 'onnxruntime-node',
  folder: `package/bin/napi-v6/${platform.replace('-', '/')}`,
  entry: 'onnxruntime_binding.node',
  names: ['onnxruntime_binding.node', ...libraries],
})

// The tarballs also hold what a CPU session never loads: the shader compiler on Windows, a second copy of the library on macOS.
const sources: Record<NativeName, Record<Platform, Source>> = {
  duckdb: {
    'linux-x64': duckdb('linux-x64', 'libduckdb.so'),
    'linux-arm64': duckdb('linux-arm64', 'libduckdb.so'),
    'darwin-arm64': duckdb('darwin-arm64', 'libduckdb.dylib'),
    'win32-x64': duckdb('win32-x64', 'duckdb.dll'),
  },
  onnxruntime: {
    'linux-x64': onnxruntime('linux-x64', ['libonnxruntime.so.1']),
    'linux-arm64': onnxruntime('linux-arm64', ['libonnxruntime.so.1']),
    'darwin-arm64': onnxruntime('darwin-arm64', ['libonnxruntime.1.dylib']),
    'win32-x64': onnxruntime('win32-x64', ['onnxruntime.dll', 'DirectML.dll']),
  },
}

const locked = lockedVersions()
const packed = new Map<string, string>()
if (process.argv.includes('--check')) check()
else await generate()

function check(): void {
  const manifest = JSON.parse(readFileSync(output, 'utf8')) as Record<string, Record<string, NativePackage>>
  const stale = Object.entries(sources).flatMap(([name, platforms]) =>
    Object.entries(platforms).filter(([platform, source]) => {
      const pinned = manifest[name]?.[platform]
      const lock = locked.get(source.package)
      return (
        pinned?.version !== lock?.version ||
        pinned?.integrity !== lock?.integrity ||
        pinned?.files.map((file) => file.name).join() !== source.names.toSorted().join()
      )
    }),
  )
  if (stale.length === 0) return
  for (const [platform, { package: name }] of stale) console.error(`${name} (${platform}) differs from pnpm-lock.yaml`)
  console.error('Run: node scripts/generate-native-manifest.ts')
  process.exitCode = 1
}

async function generate(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-manifest-'))
  try {
    const manifest: Record<string, Record<string, NativePackage>> = {}
    for (const [name, platforms] of Object.entries(sources)) {
      manifest[name] = {}
      for (const [platform, source] of Object.entries(platforms)) manifest[name][platform] = await pin(source, folder)
    }
    writeFileSync(output, `${JSON.stringify(manifest, null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function pin(source: Source, folder: string): Promise<NativePackage> {
  const lock = locked.get(source.package)
  if (!lock) throw new Error(`${source.package} is not in pnpm-lock.yaml: install with a registry that has it`)
  const tarball = pack(`${source.package}@${lock.version}`, folder)
  const bytes = readFileSync(tarball)
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  if (integrity !== lock.integrity)
    throw new Error(`${source.package}: downloaded ${integrity}, locked ${lock.integrity}`)
  const wanted = new Map(source.names.map((name) => [`${source.folder}/${name}`, name]))
  const files: NativeFile[] = []
  await list({
    file: tarball,
    onReadEntry(entry: ReadEntry) {
      const name = wanted.get(entry.path)
      if (name === undefined) return
      const hash = createHash('sha512')
      entry.on('data', (chunk) => hash.update(chunk))
      entry.on('end', () => files.push({ name, sizeBytes: entry.size, sha512: hash.digest('hex') }))
    },
  })
  if (files.length !== wanted.size)
    throw new Error(`${source.package}: not all of ${[...wanted.keys()].join(', ')} are there`)
  const { package: name, folder: inside, entry } = source
  const sorted = files.sort((a, b) => (a.name < b.name ? -1 : 1))
  return { package: name, ...lock, tarballBytes: bytes.length, folder: inside, entry, files: sorted }
}

function pack(spec: string, folder: string): string {
  const known = packed.get(spec)
  if (known) return known
  const { status, stdout } = spawnSync('npm', ['pack', spec, '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`npm pack ${spec} failed`)
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  const file = join(folder, filename)
  packed.set(spec, file)
  return file
}

/** Name → version and integrity; the lock file's keys are `name@version`. */
function lockedVersions(): Map<string, { version: string; integrity: string }> {
  const lock = parse(readFileSync(new URL('../pnpm-lock.yaml', import.meta.url), 'utf8')) as {
    packages: Record<string, { resolution: { integrity: string } }>
  }
  return new Map(
    Object.entries(lock.packages).map(([key, { resolution }]) => {
      const at = key.lastIndexOf('@')
      return [key.slice(0, at), { version: key.slice(at + 1), integrity: resolution.integrity }]
    }),
  )
}
