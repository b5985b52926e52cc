import { TidemarkError } from '@tidemark/schemas'
import { expect, test } from 'vitest'
import { embeddedParameters, resolveParameters } from './parameters.ts'

test('what is not given has its default', () => {
  expect(resolveParameters({ trees: 7 })).toMatchObject({ trees: 7, leaves: embeddedParameters.leaves.default })
})

test('unknown names and values out of range are all named', () => {
  try {
    resolveParameters({ tree: 5, trees: 1.5, l2: Number.NaN, learning_rate: '0.1' })
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(TidemarkError)
    expect(error).toMatchObject({ code: 'POLICY_INVALID' })
    expect((error as TidemarkError).problems.map(({ path }) => path)).toEqual(['tree', 'trees', 'learning_rate', 'l2'])
  }
})
