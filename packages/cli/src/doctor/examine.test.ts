import type { RepositorySettings, RulesetSettings } from '@tidemark/github'
import { describe, expect, test } from 'vitest'
import { examine } from './examine.ts'
import { ghCommand } from './gh-command.ts'
import { coversRef } from './ref-pattern.ts'
import { settings } from './settings.fixture.ts'

const look = (changed: Partial<RepositorySettings>, registryBranch = 'model-registry') =>
  examine({ settings: { ...settings, ...changed }, registryBranch, policyRoot: 'models' })
const find = (id: string, changed: Partial<RepositorySettings>) => look(changed).filter((each) => each.id === id)

function workflow(text: string, state = 'active'): Partial<RepositorySettings> {
  return { workflows: { value: [{ id: 7, path: '.github/workflows/w.yml', state, text }] } }
}
const job = (uses: string, { on = 'push', permissions = 'contents: read', more = '', mode = '' } = {}) =>
  workflow(`on: ${on}
jobs:
  one:
    permissions: { ${permissions} }
    ${more}
    steps:
      - uses: tidemark-ml/tidemark/actions/${uses}@v1
        with: { model: flights${mode === '' ? '' : `, mode: ${mode}`} }
`)

describe('a workflow', () => {
  test.each([
    ['workflows.train', job('train'), /has what it needs in \.github\/workflows\/w\.yml \(job one\)/],
    ['workflows.train', job('evaluate-gate'), /No workflow uses train: no candidate is trained/],
    ['workflows.train', job('train', { permissions: 'contents: write' }), /may write contents/],
    ['workflows.train', job('train', { permissions: '' }), /lacks contents: read for train/],
    ['workflows.train', job('train', { on: 'issues' }), /starts train on issues/],
    ['workflows.train', job('train', { on: '{ push: { branches: [develop] } }' }), /not run train on pushes to main/],
    ['workflows.train', job('train', { on: '{ push: { branches: ["*"] } }' }), /has what it needs/],
    ['workflows.register-model', job('register-model'), /lacks contents: write, pull-requests: write, statuses: write/],
    [
      'workflows.register-model',
      job('register-model', {
        permissions: 'contents: write, pull-requests: write, statuses: write',
        more: 'concurrency: { group: a, cancel-in-progress: true }',
      }),
      /cancelled by the next run while it writes/,
    ],
    [
      'workflows.promote-model.check',
      job('promote-model', {
        mode: 'check',
        on: 'pull_request',
        permissions: 'contents: read, pull-requests: read, statuses: write',
      }),
      /does not start promote-model \(mode check\) on pull_request_target/,
    ],
    [
      'workflows.promote-model.check',
      job('promote-model', {
        mode: 'check',
        on: '{ pull_request_target: { types: [opened] } }',
        permissions: 'contents: read, pull-requests: read, statuses: write',
      }),
      /misses some of opened, synchronize, reopened/,
    ],
    ['workflows.file..github/workflows/w.yml', workflow('on: [push'), /not a workflow/],
    ['workflows.state..github/workflows/w.yml', workflow('on: push\njobs: {}\n', 'disabled_inactivity'), /60 days/],
    [
      'workflows.head.test',
      workflow(
        'on: pull_request_target\njobs: { test: { steps: [{ uses: actions/checkout@v5, with: { ref: "${{ github.event.pull_request.head.sha }}" } }] } }\n',
      ),
      /checks out a pull request’s head/,
    ],
    [
      'environments',
      workflow('on: push\njobs: { one: { environment: { name: production }, steps: [] } }\n'),
      /environments that are not there: production/,
    ],
  ])('%s %#', (id, changed, title) => {
    expect(find(id, changed).map((each) => each.title)).toEqual([expect.stringMatching(title)])
  })

  test.each([
    ['no job counts parts', job('drift-report', { mode: 'judge' }), []],
    [
      'a job counts parts, on edges of nobody',
      job('drift-report', { mode: 'profile' }),
      [/No workflow uses drift-report \(mode plan\)/, /mode profile\) has what it needs/],
    ],
    [
      'a job that lays edges may write, and none counts on them',
      job('drift-report', { mode: 'plan', permissions: 'contents: read, issues: write' }),
      [/may write issues/, /No workflow uses drift-report \(mode profile\)/],
    ],
  ])('with shards of the data: %s', (_, changed, titles) => {
    const found = ['plan', 'profile'].flatMap((mode) => find(`workflows.drift-report.${mode}`, changed))
    expect(found.map(({ title }) => title)).toEqual(titles.map((title) => expect.stringMatching(title)))
  })

  test('has the repository’s permissions where it says none, which the team’s code must not have', () => {
    const text = 'on: push\njobs: { one: { steps: [{ uses: tidemark-ml/tidemark/actions/train@v1 }] } }\n'
    const ofRead = find('workflows.train', workflow(text))
    const ofWrite = find('workflows.train', {
      ...workflow(text),
      workflowToken: { value: { access: 'write', mayCreatePullRequests: true } },
    })
    const hidden = find('workflows.train', { ...workflow(text), workflowToken: { refused: 'No' } })
    expect([...ofRead, ...ofWrite, ...hidden].map(({ state }) => state)).toEqual(['fine', 'change', 'unknown'])
  })
})

describe('actions that may run', () => {
  const selected = (patterns: string[]) =>
    find('actions.allowed', {
      ...job('train'),
      actions: {
        value: {
          isEnabled: true,
          allowed: 'selected',
          needsFullSha: false,
          selected: { githubOwned: false, patterns },
        },
      },
    })
  test.each([
    [['tidemark-ml/*'], 'fine'],
    [['tidemark-ml/tidemark/actions/train@v1'], 'fine'],
    [['tidemark-ml/tidemark/actions/train@v2'], 'change'],
    [['tidemark/*'], 'change'],
    [[], 'change'],
  ])('by the patterns %j: %s', (patterns, state) => {
    expect(selected(patterns)[0]?.state).toBe(state)
  })
  test('a repository that asks for full commits names those that are not', () => {
    const actions = { value: { isEnabled: true, allowed: 'all' as const, needsFullSha: true, selected: null } }
    expect(find('actions.pins', { ...job('train'), actions })[0]?.title).toMatch(/actions\/train@v1 are named by a tag/)
  })
})

describe('rulesets', () => {
  const ruleset = (changed: Partial<RulesetSettings>): Partial<RepositorySettings> => ({
    rulesets: {
      value: [
        {
          id: 3,
          name: 'all',
          target: 'tag',
          isActive: true,
          isOwn: true,
          include: ['~ALL'],
          exclude: [],
          rules: [],
          bypassActors: [],
          ...changed,
        },
      ],
    },
  })
  const kept = [{ type: 'update' }, { type: 'deletion' }]
  test.each([
    [{ rules: kept }, 'fine'],
    [{ rules: kept, isActive: false }, 'change'],
    [{ rules: kept, target: 'branch' }, 'change'],
    [{ rules: kept, include: ['refs/tags/v*'] }, 'change'],
    [{ rules: kept, exclude: ['refs/tags/*#production#*'] }, 'change'],
    [{ rules: [{ type: 'update' }] }, 'change'],
  ])('keep tags by %j: %s', (changed, state) => {
    expect(find('tags.kept', ruleset(changed))[0]?.state).toBe(state)
  })
  test('that refuse what workflows write are found, unless GitHub Actions may bypass them', () => {
    const rules = [{ type: 'creation' }]
    const bypass = (bypassActors: RulesetSettings['bypassActors']) =>
      find('tags.writable', ruleset({ rules, bypassActors })).map(({ state }) => state)
    expect(bypass([])).toEqual(['change'])
    expect(bypass(null)).toEqual(['unknown'])
    expect(bypass([{ type: 'Integration', id: 15368 }])).toEqual(['fine'])
    const registryBranchRules = { value: [{ type: 'pull_request', parameters: {}, rulesetId: 3 }] }
    expect(
      find('registry-branch.writable', { ...ruleset({ target: 'branch' }), registryBranchRules })[0],
    ).toMatchObject({
      state: 'change',
      url: expect.stringMatching(/\/3$/),
    })
  })
})

describe('policies', () => {
  const complete = `schema: tidemark/model/v1
model: flights
owners: [octocat]
task: binary
data: { files: data/*.csv, columns: { id: id, label: late } }
train: {}
gate: { cluster: day, metrics: [{ id: roc_auc, mode: absolute, min: 0.6 }] }
`
  const policy = (text: string, others: Record<string, string> = {}): Partial<RepositorySettings> => ({
    policies: {
      value: Object.entries({ 'models/flights/model.yaml': text, ...others }).map(([path, content]) => ({
        path,
        text: content,
      })),
    },
  })
  test('that cannot be read are named with line and column, and files that they miss', () => {
    const [found] = find('policies.flights', policy('schema: tidemark/model/v1\nmodel: churn\nowners: []\n'))
    expect(found).toMatchObject({ state: 'change', detail: expect.stringMatching(/model\.yaml:3:\d+ owners/) })
    expect(look(policy('a: [')).find(({ id }) => id === 'policies.flights')?.state).toBe('change')
  })
  test.each([
    [['octocat'], 'change'],
    [['octocat', 'hubot'], 'fine'],
  ])('that want an approval need somebody besides who made the candidate: %j is %s', (writers, state) => {
    const found = find('policies.flights.approvals', { ...policy(complete), writers: { value: writers } })
    expect(found.map((each) => each.state)).toEqual([state])
  })
  test.each([
    ['monitor: {}', /has what it needs/],
    [
      'monitor: { rollback: { on: drift } }',
      /lacks pull-requests: write, statuses: write for drift-report \(mode report\)/,
    ],
  ])('with %s ask for the rights that the monitor then needs', (monitor, title) => {
    const permissions = 'contents: write, issues: write, actions: write'
    const found = find('workflows.drift-report.report', {
      ...policy(`${complete}${monitor}\n`),
      ...job('drift-report', { mode: 'report', permissions }),
    })
    expect(found.map((each) => each.title)).toEqual([expect.stringMatching(title)])
  })
  test('none at all is told with what writes one', () => {
    expect(find('policies', {})[0]?.detail).toContain('tidemark init')
  })
})

test.each([
  ['registry-branch.state', { registryBranch: { value: ['.github', 'models'] } }, 'change'],
  ['registry-branch.state', { registryBranch: { value: ['models', 'notes.txt'] } }, 'change'],
  ['registry-branch.state', { registryBranch: { value: ['models', 'rollouts'] } }, 'fine'],
  ['clock', { clockApartMs: -90_000 }, 'change'],
  ['clock', { clockApartMs: 1500 }, 'fine'],
  ['repository.archived', { isArchived: true }, 'change'],
  ['token.scopes', { scopes: ['read:org'] }, 'change'],
  ['token.scopes', { scopes: ['repo'] }, 'fine'],
  [
    'actions.enabled',
    { actions: { value: { isEnabled: false, allowed: 'all', needsFullSha: false, selected: null } } },
    'change',
  ],
] as const)('%s with %j: %s', (id, changed, state) => {
  expect(find(id, changed as Partial<RepositorySettings>)[0]?.state).toBe(state)
})

test('the default branch cannot be the registry branch', () => {
  expect(look({}, 'main').find(({ id }) => id === 'registry-branch.state')?.state).toBe('change')
})

test('a command keeps quotes and dollars of a body from the shell', () => {
  const body = { rules: ["it's $HOME `x`"] }
  const command = ghCommand({ method: 'POST', path: "repos/a/b c'd", body }, 'ghe.example.com')
  expect(command).toBe(
    `gh api --hostname ghe.example.com --method POST 'repos/a/b c'\\''d' --input - <<'JSON'\n${JSON.stringify(body)}\nJSON`,
  )
})

test('a command gives a flat body as fields', () => {
  const body = { name: "it's", isOn: true }
  expect(ghCommand({ method: 'PUT', path: 'a', body }, 'github.com')).toBe(
    String.raw`gh api --method PUT a -f 'name=it'\''s' -F isOn=true`,
  )
})

test.each([
  ['refs/tags/*', 'refs/tags/m@v1.0.0', true],
  ['refs/tags/*', 'refs/tags/a/b', false],
  ['refs/tags/**/*', 'refs/tags/a/b', true],
  ['refs/tags/v?', 'refs/tags/v1', true],
  ['refs/tags/v.', 'refs/tags/v1', false],
  ['~DEFAULT_BRANCH', 'refs/heads/main', true],
])('the pattern %s takes %s: %s', (pattern, ref, isTaken) => {
  expect(coversRef({ include: [pattern], exclude: [] }, ref, 'main')).toBe(isTaken)
})
