import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { create } from 'tar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { downloadPackage, tarballUrl } from './download.ts'
import type { NativePackage } from './manifest.ts'
import { verifyFolder } from './verification.ts'

let folder = ''
let server: Server
let registry = ''
let requests: string[] = []
let answer: { status: number; body: Buffer }[] = []
let tarball: Buffer
let pinned: NativePackage

const sha512 = (bytes: Buffer) => createHash('sha512').update(bytes)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-download-'))
  const content = join(folder, 'content/package/bin')
  mkdirSync(content, { recursive: true })
  for (const name of ['a.node', 'liba.so', 'unwanted.so']) writeFileSync(join(content, name), `content of ${name}`)
  await create({ gzip: true, file: join(folder, 'x.tgz'), cwd: join(folder, 'content'), portable: true }, ['package'])
  tarball = readFileSync(join(folder, 'x.tgz'))
  const files = ['a.node', 'liba.so'].map((name) => {
    const bytes = Buffer.from(`content of ${name}`)
    return { name, sizeBytes: bytes.length, sha512: sha512(bytes).digest('hex') }
  })
  pinned = {
    package: '@scope/binary-linux',
    version: '1.2.3',
    integrity: `sha512-${sha512(tarball).digest('base64')}`,
    tarballBytes: tarball.length,
    folder: 'package/bin',
    entry: 'a.node',
    files,
  }
  requests = []
  server = createServer((request, response) => {
    requests.push(request.url ?? '')
    const { status, body } = answer.shift() ?? { status: 404, body: Buffer.from('unexpected') }
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const target = () => join(folder, 'cache/binary/1.2.3')
const leftovers = () => readdirSync(dirname(target()))

test('the kept files of a verified tarball arrive, and nothing else', async () => {
  answer = [{ status: 200, body: tarball }]
  await downloadPackage(pinned, registry, target())
  expect(requests).toEqual(['/@scope/binary-linux/-/binary-linux-1.2.3.tgz'])
  expect(readdirSync(target()).sort()).toEqual(['a.node', 'liba.so'])
  expect(await verifyFolder(target(), pinned.files)).toEqual([])
  expect(leftovers()).toEqual(['1.2.3'])
})

test('a tarball that is not the pinned one is refused before it is unpacked', async () => {
  const body = Buffer.from(tarball)
  body[body.length - 9]! ^= 1
  answer = [{ status: 200, body }]
  await expect(downloadPackage(pinned, registry, target())).rejects.toMatchObject({ code: 'NATIVE_MISMATCH' })
  answer = [{ status: 200, body: Buffer.concat([tarball, tarball]) }]
  await expect(downloadPackage(pinned, registry, target())).rejects.toMatchObject({ code: 'NATIVE_MISMATCH' })
  expect(existsSync(target())).toBe(false)
  expect(leftovers()).toEqual([])
})

test('a short answer and a server’s error are tried again', async () => {
  answer = [
    { status: 503, body: Buffer.alloc(0) },
    { status: 200, body: tarball.subarray(0, 20) },
    { status: 200, body: tarball },
  ]
  await downloadPackage(pinned, registry, target())
  expect(requests).toHaveLength(3)
  expect(await verifyFolder(target(), pinned.files)).toEqual([])
})

test('an absent version is reported at once, with the address and the ways out', async () => {
  answer = [{ status: 404, body: Buffer.alloc(0) }]
  await expect(downloadPackage(pinned, registry, target())).rejects.toMatchObject({
    code: 'NATIVE_UNAVAILABLE',
    hint: expect.stringContaining('native-path'),
    problems: [{ file: tarballUrl(registry, pinned), message: 'the registry answered 404' }],
  })
  expect(requests).toHaveLength(1)
})

test('what another process put there meanwhile is left alone', async () => {
  mkdirSync(target(), { recursive: true })
  writeFileSync(join(target(), 'a.node'), 'theirs')
  answer = [{ status: 200, body: tarball }]
  await downloadPackage(pinned, registry, target())
  expect(readFileSync(join(target(), 'a.node'), 'utf8')).toBe('theirs')
})

test('every difference of a folder is found', async () => {
  expect(await verifyFolder(target(), pinned.files)).toBe('absent')
  mkdirSync(target(), { recursive: true })
  writeFileSync(join(target(), 'a.node'), 'Content of a.node')
  const problems = await verifyFolder(target(), pinned.files)
  expect(problems).toMatchObject([
    { file: join(target(), 'a.node'), message: expect.stringMatching(/^has sha512 /) },
    { file: join(target(), 'liba.so'), message: 'is missing' },
  ])
})
