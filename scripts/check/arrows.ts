// DESIGN.md's import arrows: who may know whom, what pure code may touch, and what may be loaded at start.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What each package may know, from DESIGN.md's table. */
const knows: Readonly<Record<string, readonly string[]>> = {
  schemas: [],
  statistics: [],
  registry: ['schemas'],
  data: ['schemas', 'statistics'],
  models: ['schemas'],
  training: ['schemas', 'models', 'data'],
  evaluation: ['schemas', 'statistics'],
  rollout: ['schemas', 'statistics', 'registry'],
  serving: ['schemas', 'data', 'models', 'registry', 'rollout'],
  github: ['schemas', 'registry'],
  notify: ['schemas', 'registry'],
  reports: ['schemas'],
  'action-kit': ['schemas'],
  sandbox: [],
}
const all = Object.keys(knows)
/** The stand-in for GitHub must not reach a user's machine. */
const shipped = all.filter((name) => name !== 'sandbox')

/** No I/O, no clock, no randomness. */
const pure = /^packages\/((schemas|statistics|registry|evaluation|reports)\/src|rollout\/src\/judge)\//
const impureModule =
  /^(node:)?(fs|net|http|https|http2|dns|tls|dgram|child_process|worker_threads|cluster|os|process|timers)(\/|$)/
const impureCall =
  /\b(Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|process\.|fetch\(|setTimeout\(|randomUUID\(|randomBytes\()/

/** Each costs tens of milliseconds or more, which every start would pay. */
const lazyOnly = /^(onnxruntime-node|@duckdb\/node-api|@actions\/cache|tar)$/

/** A source file with its path from the root, with `/`. */
interface Source {
  readonly path: string
  readonly text: string
}

/** One line for each import or call that DESIGN.md forbids. */
export function forbiddenArrows({ path, text }: Source): string[] {
  const isTest = path.endsWith('.test.ts')
  const imports = importsOf(text)
  return [
    ...imports.flatMap(({ module, isStatic }) => {
      const reason = whyForbidden(path, module, isStatic, isTest)
      return reason ? [`${path}: imports ${module}: ${reason}`] : []
    }),
    ...(pure.test(path) && !isTest ? impureCalls(path, text) : []),
  ]
}

function whyForbidden(path: string, module: string, isStatic: boolean, isTest: boolean): string | undefined {
  const [area, name = ''] = path.split('/')
  if (area !== 'packages' && area !== 'actions') return undefined
  const target = /^@tidemark\/(?<name>[^/]+)(?<rest>\/.*)?$/.exec(module)?.groups
  if (target?.rest) return 'a package is imported by its name alone'
  if (target) {
    const allowed = area === 'actions' || name === 'cli' ? shipped : [...(knows[name] ?? []), name]
    if (!allowed.includes(target.name!))
      return `${area === 'actions' ? 'an action' : name} does not know ${target.name}`
  }
  if (module.startsWith('.') && !join(path, '..', module).split(sep).join('/').startsWith(`${area}/${name}/`)) {
    return area === 'actions' ? 'no action imports another' : 'it leaves the package; import it by name'
  }
  if (module === '@actions/core' && name !== 'action-kit') return 'only action-kit touches it'
  if (isTest) return undefined
  if (pure.test(path) && impureModule.test(module)) return 'the package is pure'
  if (isStatic && lazyOnly.test(module) && name !== 'sandbox')
    return 'it is heavy; use `await import()` where it is needed'
  return undefined
}

function impureCalls(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const call = /^\s*(\/\/|\*|\/\*)/.test(line) ? null : impureCall.exec(line)
    return call ? [`${path}:${index + 1}: ${call[0]}…: the package is pure; let the caller pass it in`] : []
  })
}

/** Modules named by import and export statements (static, unless for types only) and by `import()`. */
function importsOf(text: string): { module: string; isStatic: boolean }[] {
  const statements = text.matchAll(
    /^\s*(?:import|export)\s(?<what>(?:type\s)?[^'"`;=]*?\bfrom\s*)?['"](?<module>[^'"]+)['"]/gm,
  )
  const calls = text.matchAll(/\bimport\(\s*['"](?<module>[^'"]+)['"]/g)
  return [
    ...[...statements].map(({ groups }) => ({ module: groups!.module!, isStatic: !groups!.what?.startsWith('type') })),
    ...[...calls].map(({ groups }) => ({ module: groups!.module!, isStatic: false })),
  ]
}

/** All TypeScript files of packages/ and actions/. */
export function sources(): Source[] {
  return ['packages', 'actions'].flatMap((area) =>
    readdirSync(join(root, area), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((path) => !path.includes('/node_modules/'))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  )
}

if (import.meta.main) {
  const forbidden = sources().flatMap(forbiddenArrows)
  for (const line of forbidden) console.error(line)
  if (forbidden.length > 0) process.exitCode = 1
}
