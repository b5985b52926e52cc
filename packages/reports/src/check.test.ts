import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { renderCheck } from './index.ts'

it('no check at all is a failure', () => {
  expect(renderCheck({ model: 'm', channel: 'c', version: '1.0.0', checks: [] })).toContain('Promotion check: fail')
})

it("the README's example is what the check report gives", () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const check = { name: 'approvals', verdict: 'fail', detail: '0 of 1 on this head; ask @mona for a review' } as const
  const report = renderCheck({ model: 'flight-delay', channel: 'production', version: '1.1.0', checks: [check] })
  expect(/```text\n([\s\S]*?)\n```/.exec(readme)![1]).toBe(report)
})
