import { describe, expect, it } from 'vitest'
import {
  describeProblem,
  ModelPolicy,
  parseJsonDocument,
  parseYamlDocument,
  TidemarkError,
  Validation,
} from './index.ts'

const policy = `schema: tidemark/model/v1
model: flight-delay
owners: [octo]
task: binary
data:
  files: data/*.parquet
  columns: { id: row_id, label: late, cluster: flight_date }
train: {}
gate:
  cluster: flight_date
  metrics:
    - { id: roc_auc, mode: non_inferior, margin: 0.01, min: 0.64 }
`

function problemsOf(action: () => unknown): string[] {
  try {
    action()
  } catch (error) {
    if (error instanceof TidemarkError) return [error.message, ...error.problems.map(describeProblem)]
    throw error
  }
  throw new Error('expected an error')
}

describe('model.yaml', () => {
  it('fills in the defaults of the design', () => {
    const parsed = parseYamlDocument(ModelPolicy, policy, 'model.yaml')
    expect(parsed.data.violations).toEqual({ action: 'fail', maxShare: 0 })
    expect(parsed.data.holdout).toEqual({ newestFiles: 1 })
    expect(parsed.channels).toEqual({ production: { approvals: 1 } })
  })

  it('reports every problem at once, each with line, column, path and the value found', () => {
    const broken = policy
      .replace('flight-delay', '../x')
      .replace('task: binary', 'task: binary\ncolour: red')
      .replace('margin: 0.01', 'margin: -1')
    const problems = problemsOf(() => parseYamlDocument(ModelPolicy, broken, 'models/x/model.yaml'))
    expect(problems).toContainEqual(expect.stringMatching(/^models\/x\/model\.yaml:2:1 model: .*found "\.\.\/x"$/))
    expect(problems).toContainEqual('models/x/model.yaml:5:1 colour: this key is not known here')
    expect(problems).toContainEqual(
      expect.stringMatching(/^models\/x\/model\.yaml:13:\d+ gate\.metrics\[0\]\.margin: .*found -1$/),
    )
  })

  it.each([['a b'], ['../x'], [''], ['A'], ['-a'], ['a'.repeat(64)], ['a/b'], ['a\u0000']])(
    'refuses the model name %j',
    (name) => {
      expect(() =>
        parseYamlDocument(ModelPolicy, policy.replace('flight-delay', JSON.stringify(name)), 'm.yaml'),
      ).toThrow(expect.objectContaining({ code: 'POLICY_INVALID' }))
    },
  )

  it.each([
    ['an unclosed bracket', 'a: [1, 2'],
    ['a repeated key', 'a: 1\na: 2'],
    ['a nesting bomb', '['.repeat(20_000)],
    ['an alias bomb', `a: &a [${'x,'.repeat(10)}]\nb: &b [${'*a,'.repeat(10)}]\nc: [${'*b,'.repeat(100)}]`],
  ])('refuses %s with YAML_INVALID instead of crashing', (_name, text) => {
    expect(() => parseYamlDocument(ModelPolicy, text, 'm.yaml')).toThrow(
      expect.objectContaining({ code: 'YAML_INVALID' }),
    )
  })

  it('refuses a document larger than its bound before parsing it', () => {
    expect(() => parseYamlDocument(ModelPolicy, '#'.repeat(4 * 1024 * 1024 + 1), 'm.yaml')).toThrow(
      expect.objectContaining({ code: 'FILE_TOO_LARGE' }),
    )
  })
})

describe('stored JSON', () => {
  it('names the file when it is not JSON', () => {
    expect(problemsOf(() => parseJsonDocument(Validation, '{', 'models/m/x.json'))[0]).toMatch(
      /^models\/m\/x\.json is not JSON/,
    )
  })
})
