import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { sizeOf, staleFiles } from '../../scripts/build.ts'
import { actionYaml, loadDefinitions, withTables } from '../../scripts/generate-actions.ts'

const root = join(import.meta.dirname, '../..')
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')
const definitions = await loadDefinitions()

interface ActionFile {
  readonly inputs?: Record<string, { description: string; required: boolean }>
  readonly runs: { using: string; main: string }
}

test('there are actions', () => {
  expect(definitions.length).toBeGreaterThan(0)
})

test.each(definitions.map((definition) => [definition.name, definition] as const))(
  '%s: action.yml and README say what the definition says, and dist/ holds what runs',
  (name, definition) => {
    const text = read('actions', name, 'action.yml')
    expect(text).toBe(actionYaml(definition))
    const action = parse(text) as ActionFile
    expect(action.runs.using).toBe('node24')
    expect(join('actions', name, action.runs.main)).toBe(join('dist', `${name}.js`))
    expect(existsSync(join(root, 'actions', name, action.runs.main))).toBe(true)
    expect(Object.keys(action.inputs ?? {})).toEqual(Object.keys(definition.inputs))
    const readme = read('actions', name, 'README.md')
    expect(readme).toBe(withTables(readme, definition))
  },
)

test.each(definitions.map(({ name }) => name))(
  '%s: the examples in the README give known inputs only, and all required ones',
  (name) => {
    const definition = definitions.find((each) => each.name === name)!
    const blocks = [...read('actions', name, 'README.md').matchAll(/^```ya?ml\n(?<yaml>[\s\S]*?)^```/gm)]
    const steps = blocks.flatMap(({ groups }) => stepsOf(parse(groups!.yaml!), `/actions/${name}@`))
    expect(steps.length, 'a README shows how the action is used').toBeGreaterThan(0)
    for (const given of steps) {
      const known = Object.entries(definition.inputs)
      expect(known.map(([input]) => input)).toEqual(expect.arrayContaining(Object.keys(given)))
      const required = known
        .filter(([, { required, default: value }]) => required && value === undefined)
        .map(([input]) => input)
      expect(Object.keys(given)).toEqual(expect.arrayContaining(required))
    }
  },
)

/** The `with:` of every step in the value, however deep, that uses an action whose reference contains `reference`. */
function stepsOf(value: unknown, reference: string): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const { uses, with: given = {} } = value as { uses?: unknown; with?: Record<string, unknown> }
  const own = typeof uses === 'string' && uses.includes(reference) ? [given] : []
  return [...own, ...Object.values(value).flatMap((item) => stepsOf(item, reference))]
}

test('dist/ is what the sources build', async () => {
  expect(await staleFiles()).toEqual([])
})

test('dist/ is under 6 MB, declares ES modules and brings the licences of what it bundles', () => {
  expect(sizeOf(join(root, 'dist'))).toBeLessThan(6e6)
  expect(JSON.parse(read('dist/package.json'))).toEqual({ type: 'module' })
  const licences = read('dist/THIRD-PARTY-LICENSES.txt')
  for (const file of readdirSync(join(root, 'dist/vendor'))) {
    const name = file.replace(/\.js$/, '')
    expect(licences.replaceAll('@', '').replaceAll('/', '-')).toContain(`${name}`)
  }
})
