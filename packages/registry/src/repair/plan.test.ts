import { expect, it } from 'vitest'
import type { VerificationProblem } from '../verification/findings.ts'
import { planRepair } from './plan.ts'
import type { RepairStep } from './step.ts'

const publish: RepairStep = { kind: 'publish-version', model: 'churn', version: '1.0.0' }
const branch: RepairStep = { kind: 'delete-branch', branch: 'tidemark/churn/production/1.0.0', sha: 'a'.repeat(40) }
const problem = (path: string, repair?: RepairStep): VerificationProblem => ({
  severity: 'error',
  path,
  message: 'is wrong',
  remedy: 'do this',
  ...(repair ? { repair } : {}),
})

it('does each step once, and finishes before it removes', () => {
  const problems = [problem('branch', branch), problem('1.0.0', publish), problem('1.0.0', publish)]
  expect(planRepair(problems)).toEqual({ steps: [publish, branch], left: [] })
})

it('does nothing about a fact that was also forged, and leaves all of it to a person', () => {
  const problems = [problem('1.0.0', publish), problem('1.0.0'), problem('branch', branch)]
  expect(planRepair(problems)).toEqual({ steps: [branch], left: problems.slice(0, 2) })
})

it('does nothing on a branch whose history was rewritten', () => {
  const problems = [problem('1.0.0', publish), problem('registry branch')]
  expect(planRepair(problems)).toEqual({ steps: [], left: problems })
})
