import { expect, it } from 'vitest'
import { renderContractChange } from './index.ts'

it('a contract’s breaking changes come first, with the step that its version needs', () => {
  const change = {
    file: 'contracts/shop.yaml',
    before: '1.0.0',
    after: '1.0.0',
    step: 'major',
    isVersionEnough: false,
    changes: [
      { effect: 'compatible', subject: 'orders.note', reason: 'the column is new' },
      { effect: 'breaking', subject: 'orders.id', reason: 'it may be NULL now' },
    ],
  } as const
  const text = renderContractChange(change)
  expect(text).toContain('needs a major step')
  expect(text.indexOf('may be NULL')).toBeLessThan(text.indexOf('is new'))
  const told = renderContractChange({ ...change, after: '2.0.0', isVersionEnough: true })
  expect(told).toMatch(/✅ Contract change: breaking/)
})
