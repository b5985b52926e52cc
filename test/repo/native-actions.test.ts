import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { nativeManifest } from '../../packages/action-kit/src/native/manifest.ts'
import { platformOf, thisMachine } from '../../packages/action-kit/src/native/platform.ts'
import { build } from '../../scripts/build.ts'
import { layOutInstalledNative } from '../../scripts/installed-native.ts'

const platform = platformOf(thisMachine())
let folder = ''
let installed = ''
let run = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-native-action-'))
  await build(join(folder, 'dist'), { 'native-action': join(import.meta.dirname, 'fixtures/native-action.ts') })
  installed = join(folder, 'installed')
  layOutInstalledNative(installed)
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  run++
})

/** Runs the built action in an empty directory, with no node_modules above it. */
function runBuilt(
  env: Record<string, string>,
  nodeArgs: string[] = ['--import', join(import.meta.dirname, 'loopback-only.ts')],
) {
  const cwd = join(folder, `run-${run}`)
  mkdirSync(cwd, { recursive: true })
  writeFileSync(join(cwd, 'output'), '')
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeArgs, join(folder, 'dist/native-action.js')], {
    cwd,
    env: {
      HOME: cwd,
      INPUT_SQL: 'select 6 * 7 as answer',
      GITHUB_OUTPUT: join(cwd, 'output'),
      RUNNER_TOOL_CACHE: join(cwd, 'tools'),
      ...env,
    },
    encoding: 'utf8',
  })
  return { status, stdout: stdout + stderr, output: readFileSync(join(cwd, 'output'), 'utf8') }
}

const expectAnswers = ({ status, stdout, output }: ReturnType<typeof runBuilt>) => {
  expect(stdout).not.toContain('::error')
  expect(status).toBe(0)
  expect(output).toContain('[[42]]')
  expect(output).toContain(nativeManifest.onnxruntime[platform].version)
}

test('a built action runs from an empty directory with the binaries of its path input, without network', () => {
  expectAnswers(runBuilt({ 'INPUT_NATIVE-PATH': installed }))
})

test('a built action runs from a filled tool cache, without network', () => {
  const tools = join(folder, 'tools')
  layOutInstalledNative(join(tools, 'tidemark-native'))
  expectAnswers(runBuilt({ RUNNER_TOOL_CACHE: tools }))
})

test('a library that was changed is never loaded', () => {
  const changed = join(folder, 'changed')
  layOutInstalledNative(changed)
  const { version, files } = nativeManifest.onnxruntime[platform]
  appendFileSync(join(changed, 'onnxruntime', version, platform, files[0]!.name), '\0')
  const { status, stdout } = runBuilt({ 'INPUT_NATIVE-PATH': changed })
  expect(status).toBe(1)
  expect(stdout).toContain('NATIVE_MISMATCH')
})

test('from an empty tool cache the binaries come from the npm registry, or a clear error where it is out of reach', () => {
  const { npm_config_registry: registry, NODE_EXTRA_CA_CERTS, HTTPS_PROXY, https_proxy } = process.env
  const given = Object.entries({ npm_config_registry: registry, NODE_EXTRA_CA_CERTS, HTTPS_PROXY, https_proxy })
  const env = Object.fromEntries(given.flatMap(([name, value]) => (value ? [[name, value]] : [])))
  const { package: name, version } = nativeManifest.duckdb[platform]
  const isReachable =
    spawnSync('npm', ['view', `${name}@${version}`, 'version'], { shell: process.platform === 'win32' }).status === 0
  const result = runBuilt(env, [])
  if (isReachable) expectAnswers(result)
  else {
    expect(result.status).toBe(1)
    expect(result.stdout).toMatch(/NATIVE_UNAVAILABLE[\s\S]*hint: .*native-path/)
  }
  expect(
    existsSync(
      join(folder, `run-${run}`, 'tools/tidemark-native/onnxruntime', nativeManifest.onnxruntime[platform].version),
    ),
  ).toBe(isReachable)
})

test('binaries that were not provided are asked for by name', () => {
  const code = `import('${join(folder, 'dist/vendor/onnxruntime-node.js')}')`
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `const m = await ${code}; for (const f of Object.values(m)) f()`],
    { encoding: 'utf8' },
  )
  expect(status).not.toBe(0)
  expect(stderr).toContain("provideNative(['onnxruntime'])")
})
