import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  describeProblem,
  Evaluation,
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

  it('takes a declared signature for an opaque model only', () => {
    const signature = 'signature: { inputs: [{ name: plan, type: string, shape: [N] }], outputs: [] }\n'
    const parse = (text: string) => parseYamlDocument(ModelPolicy, text, 'm.yaml')
    expect(parse(`${policy}kind: opaque\n${signature}`)).toMatchObject({ kind: 'opaque' })
    expect(problemsOf(() => parse(policy + signature))[1]).toMatch(/^m\.yaml:13:\d+ signature: expected kind: opaque/)
  })

  it.each([
    ['a score command for an ONNX model', 'score: { command: [score] }\n', 'score: expected kind: opaque'],
    [
      'a rollout of a model that cannot be served',
      'kind: opaque\nrollout: { steps: [{ weight: 0.1, minMinutes: 10, minRequests: 100 }], guardrails: [{ id: errors, delta: 0.01 }] }\n',
      'rollout: expected no rollout for kind: opaque',
    ],
    [
      'a latency budget where latency is not measured',
      'kind: opaque\nscore: { command: [score] }\n',
      'gate.budgets.latencyP95Ms: expected no latency budget',
    ],
  ])('refuses %s, with a remedy', (_, more, problem) => {
    const budget = problem.includes('latency') ? '  budgets: { latencyP95Ms: 5 }\n' : ''
    const problems = problemsOf(() => parseYamlDocument(ModelPolicy, policy + budget + more, 'm.yaml'))
    expect(problems[1]).toContain(problem)
    expect(problems[1]).not.toContain('found')
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
    ['a repeated key in a list', 'a: [{ b: 1, "b": 2 }]'],
    ['a nesting bomb', '['.repeat(20_000)],
    ['an alias bomb', `a: &a [${'x,'.repeat(10)}]\nb: &b [${'*a,'.repeat(10)}]\nc: [${'*b,'.repeat(100)}]`],
  ])('refuses %s with YAML_INVALID instead of crashing', (_name, text) => {
    expect(() => parseYamlDocument(ModelPolicy, text, 'm.yaml')).toThrow(
      expect.objectContaining({ code: 'YAML_INVALID' }),
    )
  })

  it('lists at most 100 of 20,000 unknown keys, and says how many there are', () => {
    const unknown = Array.from({ length: 20_000 }, (_, i) => `key${i}: ${i}`).join('\n')
    const [message, ...problems] = problemsOf(() => parseYamlDocument(ModelPolicy, policy + unknown, 'm.yaml'))
    expect(message).toContain('(20000 problems, the first 100 are listed)')
    expect(problems).toHaveLength(100)
  })

  it('refuses the key __proto__ where a record would drop it', () => {
    const hidden = policy.replace('train: {}', 'train: { parameters: { __proto__: { trees: 1 } } }')
    expect(problemsOf(() => parseYamlDocument(ModelPolicy, hidden, 'm.yaml'))).toContain(
      'm.yaml:8:24 train.parameters.__proto__: this key is not allowed',
    )
  })

  it('names the line of a nesting that no document has', () => {
    const deep = policy.replace('train: {}', `train: { parameters: ${'['.repeat(200)}${']'.repeat(200)} }`)
    expect(problemsOf(() => parseYamlDocument(ModelPolicy, deep, 'm.yaml'))[1]).toMatch(/^m\.yaml:8:\d+ .*nests deeper/)
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

  it.each([
    ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ])('refuses %s nested 100,000 deep instead of running out of stack', (_name, nested) => {
    for (const text of [nested, `{"statistics":${nested}}`])
      expect(() => parseJsonDocument(Evaluation, text, 'x.json')).toThrow(
        expect.objectContaining({ code: 'DOCUMENT_INVALID' }),
      )
  })

  it('refuses half a character, of which no digest can be made', () => {
    for (const text of ['{"a":"\\ud800"}', '{"\\udc00":""}'])
      expect(() => parseJsonDocument(z.record(z.string(), z.string()), text, 'x.json')).toThrow(
        expect.objectContaining({ code: 'DOCUMENT_INVALID' }),
      )
  })

  it('refuses the key __proto__, which a record would drop, but not a column of the name constructor', () => {
    const parse = (text: string) => parseJsonDocument(z.record(z.string(), z.number()), text, 'x.json')
    expect(problemsOf(() => parse('{"a":1,"__proto__":2}'))).toContain('x.json __proto__: this key is not allowed')
    expect(parse('{"constructor":1}')).toEqual({ constructor: 1 })
  })
})
