import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type NativeName, nativeManifest, type Platform } from './manifest.ts'
import { platformOf } from './platform.ts'
import { locateNative } from './provide.ts'

const machine = { os: 'linux', arch: 'arm64', glibc: '2.39' }
const { version, files } = nativeManifest.duckdb['linux-arm64']

let folder = ''
let logged: string[] = []
let registry: Server
beforeEach(async () => {
  registry = createServer((_request, response) => response.writeHead(404).end())
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve))
  folder = mkdtempSync(join(tmpdir(), 'tidemark-native-'))
  logged = []
})
afterEach(() => {
  registry.close()
  rmSync(folder, { recursive: true })
})

const locate = (nativePath?: string) =>
  locateNative('duckdb', {
    env: {
      RUNNER_TOOL_CACHE: folder,
      npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}`,
    },
    nativePath,
    machine,
    log: (message) => logged.push(message),
  })

test('musl, unknown systems and unknown processors are refused with a remedy', () => {
  expect(platformOf(machine)).toBe('linux-arm64')
  expect(() => platformOf({ ...machine, glibc: undefined })).toThrow('musl')
  expect(() => platformOf({ os: 'freebsd', arch: 'x64', glibc: undefined })).toThrow('not available for freebsd-x64')
  expect(() => platformOf({ os: 'darwin', arch: 'x64', glibc: undefined })).toThrow('not available for darwin-x64')
})

test('a path input without the files says where they were looked for, and nothing is downloaded', async () => {
  await expect(locate(folder)).rejects.toMatchObject({
    code: 'NATIVE_UNAVAILABLE',
    problems: [{ file: join(folder, 'duckdb', version, 'linux-arm64') }],
  })
  expect(logged).toEqual([])
})

test('a file in the path input that differs is a mismatch', async () => {
  const dir = join(folder, 'duckdb', version, 'linux-arm64')
  mkdirSync(dir, { recursive: true })
  for (const { name } of files) writeFileSync(join(dir, name), 'other')
  await expect(locate(folder)).rejects.toMatchObject({
    code: 'NATIVE_MISMATCH',
    problems: files.map(({ name }) => ({ file: join(dir, name) })),
  })
})

test('a bad entry of the tool cache is removed and fetched anew', async () => {
  const dir = join(folder, 'tidemark-native/duckdb', version, 'linux-arm64')
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, files[0]!.name), 'other')
  await expect(locate()).rejects.toMatchObject({ code: 'NATIVE_UNAVAILABLE' })
  expect(logged[0]).toContain('differs from the pinned one')
  expect(logged[1]).toContain('Downloading')
  await expect(locate()).rejects.toMatchObject({ code: 'NATIVE_UNAVAILABLE' })
  expect(logged.filter((line) => line.includes('differs'))).toHaveLength(1)
})

test('every platform of the manifest names its entry among its files, with whole digests', () => {
  for (const name of Object.keys(nativeManifest) as NativeName[]) {
    for (const platform of Object.keys(nativeManifest[name]) as Platform[]) {
      const { entry, files, integrity } = nativeManifest[name][platform]
      expect(files.map((file) => file.name)).toContain(entry)
      expect(Buffer.from(integrity.slice('sha512-'.length), 'base64')).toHaveLength(64)
      for (const file of files) expect(file.sha512).toMatch(/^[0-9a-f]{128}$/)
    }
  }
})
