import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ModelPolicy, parseYamlDocument } from '@tidemark/schemas'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { applyChanges } from '../../scripts/demo/lookup-candidate.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const examples = globSync('examples/*/models/*/model.yaml', { cwd: root })

interface Step {
  readonly uses?: string
  readonly with?: Record<string, string>
}
interface Job {
  readonly permissions: Record<string, string>
  readonly steps: readonly Step[]
}
const jobsOf = (file: string): Record<string, Job> => (parse(read(file)) as { jobs: Record<string, Job> }).jobs

describe.each(examples)('%s', (file) => {
  const policy = parseYamlDocument(ModelPolicy, read(file), file)

  test('names the model its folder is called after, and columns its query makes', () => {
    expect(dirname(file).endsWith(`/${policy.model}`)).toBe(true)
    const query = read(join(dirname(file), policy.data.features))
    for (const column of Object.values(policy.data.columns)) expect(query).toContain(` AS ${column}`)
    expect(policy.gate.cluster).toBe(policy.data.columns.cluster)
  })

  test('can give a first candidate a version: a rule needs no champion', () => {
    expect(policy.gate.metrics.some(({ min, max }) => min !== undefined || max !== undefined)).toBe(true)
  })
})

describe('examples/command-training', () => {
  const folder = 'examples/command-training/models/flight-delay'
  const base = 'examples/flight-delay/models/flight-delay'
  const changed = applyChanges(read(`${base}/model.yaml`), read(`${folder}/model-changes.yaml`))
  const policy = parseYamlDocument(ModelPolicy, changed, 'model.yaml')

  test('changes the policy of flight-delay in what it says, and in nothing else', () => {
    const before = parseYamlDocument(ModelPolicy, read(`${base}/model.yaml`), 'model.yaml')
    expect({ ...policy, train: before.train, data: { ...policy.data, lookups: [] } }).toEqual(before)
    expect(changed).toContain('# the last month judges the candidate, and is never trained on')
  })

  test('names a command that is there, and a query that joins every lookup and makes the columns', () => {
    expect(policy.train.executor).toBe('command')
    const script = policy.train.command?.at(-1) ?? ''
    expect(dirname(script)).toBe('models/flight-delay')
    expect(read(`examples/command-training/${script}`)).toContain('SM_MODEL_DIR')
    const query = read(`${folder}/features.sql`)
    expect(policy.data.lookups.length).toBeGreaterThan(0)
    for (const { name } of policy.data.lookups) expect(query).toContain(`JOIN ${name} `)
    for (const column of Object.values(policy.data.columns)) expect(query).toContain(` AS ${column}`)
  })

  test('trains with what Node itself brings', () => {
    const imports = [...read(`${folder}/train.mjs`).matchAll(/from '([^']+)'/g)].map(([, name]) => name)
    expect(imports.length).toBeGreaterThan(0)
    expect(imports.every((name) => name?.startsWith('node:'))).toBe(true)
  })
})

const workflows = globSync('examples/*/.github/workflows/*.yml', { cwd: root })

test.each(workflows)('%s pins what is not ours to a full commit, with the version beside it', (file) => {
  for (const [line] of read(file).matchAll(/^[ -]*uses:.*$/gm)) {
    expect(line).toMatch(
      /uses: (tidemark-ml\/tidemark\/actions\/[a-z-]+@v\d+$|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/,
    )
  }
})

test.each(workflows)('%s: a job that may write runs no code of the team', (file) => {
  for (const { permissions, steps } of Object.values(jobsOf(file))) {
    if (permissions.contents !== 'write') continue
    const ours = steps.flatMap(({ uses = '' }) => /\/actions\/([a-z-]+)@/.exec(uses)?.[1] ?? [])
    const writers = ['register-model', 'promote-model', 'deploy-canary', 'drift-report', 'verify-registry']
    expect(writers).toEqual(expect.arrayContaining(ours))
    expect(steps.every(({ uses }) => uses !== undefined)).toBe(true)
  }
})

test.each(workflows)('%s: what arrives from another job is given the digest it must have', (file) => {
  for (const { steps } of Object.values(jobsOf(file))) {
    const arrived = steps.flatMap(({ uses = '', with: given }) =>
      uses.startsWith('actions/download-artifact@') ? [given!.name!] : [],
    )
    const action = steps.find(({ uses = '' }) => uses.includes('/actions/') && uses.startsWith('tidemark-ml/'))
    for (const name of arrived) {
      expect(action?.with?.[`${name}-handover`]).toMatch(/^\$\{\{ needs\.[\w-]+\.outputs\.handover \}\}$/)
    }
  }
})

test('nothing below examples/ knows of the demo or the sandbox', () => {
  for (const file of globSync('examples/**/*.{md,yml,yaml,sql,mjs}', { cwd: root })) {
    expect(read(file), file).not.toMatch(/\bdemo\b|sandbox|loopback|127\.0\.0\.1/i)
  }
})

test.each(['README.md', ...globSync('{docs,examples}/**/*.md', { cwd: root })])(
  '%s links to files that exist',
  (file) => {
    for (const [, target = ''] of read(file).matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)) {
      const path = join(dirname(file), target.replace(/#.*$/, ''))
      expect(globSync(path, { cwd: root }), `${file} → ${target}`).toHaveLength(1)
    }
  },
)
