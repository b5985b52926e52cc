import { expect, test } from 'vitest'
import { evaluateCondition, evaluateText, evaluateTexts, evaluateToken, type Scope } from './expression.ts'
import { find, parseWorkflow } from './workflow.ts'

const scope: Scope = {
  contexts: {
    github: { ref: 'refs/heads/main', event: { labels: [{ name: 'a' }, { name: 'b' }] } },
    env: { LEVEL: '3' },
    matrix: { size: 2.5 },
    needs: { train: { result: 'success' } },
  },
}

/** The token of a step's `env.X`, the only place where most contexts may be used. */
async function tokenOf(value: string) {
  const text = `on: push\njobs: { a: { runs-on: x, steps: [{ run: echo, env: { X: ${JSON.stringify(value)} } }] } }`
  const { workflow, problems } = await parseWorkflow('a.yml', text)
  expect(problems).toEqual([])
  return find(workflow?.jobs[0]?.steps[0], 'env', 'X')
}

test.each([
  ['${{ github.ref }}', 'refs/heads/main'],
  ['a ${{ matrix.size }} {b} ${{ github.missing.deep }}!', 'a 2.5 {b} !'],
  ["say 'one' and 'two' to ${{ env.LEVEL }}", "say 'one' and 'two' to 3"],
  ["${{ contains(github.event.labels.*.name, 'b') }}", 'true'],
  ["${{ github.ref == 'REFS/HEADS/MAIN' && 'yes' || 'no' }}", 'yes'],
  ['${{ env.LEVEL > 2 }}', 'true'],
  ['${{ toJSON(matrix) }}', '{\n  "size": 2.5\n}'],
  ['${{ fromJSON(\'{"a": [1, 2]}\').a[1] }}', '2'],
])('%s is %j', async (value, expected) => {
  expect(evaluateText(await tokenOf(value), scope)).toBe(expected)
})

test('a failing expression says where it is', async () => {
  const token = await tokenOf("${{ fromJSON('{') }}")
  expect(() => evaluateText(token, scope)).toThrow(/^2:\d+: /)
})

test('a list and a mapping keep their types', async () => {
  const { workflow } = await parseWorkflow(
    'a.yml',
    'on: push\njobs: { a: { runs-on: x, strategy: { matrix: { v: [1, "1", true, "${{ github.ref }}"] } }, steps: [{ run: echo }] } }',
  )
  const token = find(workflow?.jobs[0]?.token, 'strategy', 'matrix')
  expect(evaluateToken(token, scope)).toEqual({ v: [1, '1', true, 'refs/heads/main'] })
  expect(() => evaluateTexts(find(token, 'v'), scope)).toThrow('a mapping was expected')
})

const failed = { ...scope, status: { success: false, failure: true, cancelled: false } }
test.each([
  [undefined, true, false],
  ['', true, false],
  ["github.ref == 'refs/heads/main'", true, false],
  ['always()', true, true],
  ['failure()', false, true],
  ["!cancelled() && needs.train.result == 'success'", true, true],
  // A name inside a text is no status function.
  ["'failure()' != ''", true, false],
])('if: %s', (condition, afterSuccess, afterFailure) => {
  expect(evaluateCondition(condition, scope)).toBe(afterSuccess)
  expect(evaluateCondition(condition, failed)).toBe(afterFailure)
})
