import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { definition } from '../../actions/drift-report/src/definition.ts'
import { actionUses } from '../../packages/cli/src/doctor/action-needs.ts'
import { actionEntries } from '../../rolldown.config.ts'

const root = join(import.meta.dirname, '../..')
interface Job {
  permissions?: Record<string, string>
  steps: { uses?: string; with?: { mode?: string; repair?: boolean } }[]
}

/** Jobs that an action’s README shows, in whole workflows or by themselves. */
const shown = (action: string): Job[] =>
  [...readFileSync(join(root, 'actions', action, 'README.md'), 'utf8').matchAll(/```yaml\n(.*?)```/gs)].flatMap(
    ([, text = '']) => {
      const { jobs, permissions, ...rest } = parse(text)
      return Object.values<Job>(jobs ?? rest)
        .filter((job) => Array.isArray(job?.steps))
        .map((job) => ({ permissions, ...job }))
    },
  )

test('the doctor knows every mode that drift-report has', () => {
  const uses = actionUses.filter(({ action }) => action === 'drift-report')
  expect(uses.map(({ mode }) => `\`${mode}\``).join(', ')).toBe(definition.inputs.mode.expected)
})

test('the doctor knows every action', () => {
  expect([...new Set(actionUses.map(({ action }) => action))].sort()).toEqual(Object.keys(actionEntries()).sort())
})

test.each(actionUses)(
  'the doctor asks for what the README of $action gives it, mode $mode',
  ({ action, mode, permissions }) => {
    // Repairing is asked of nobody: what the doctor misses is the job that proves.
    const jobs = shown(action).filter((job) =>
      job.steps.some(
        (step) => step.uses?.includes(`/actions/${action}@`) && step.with?.mode === mode && step.with?.repair !== true,
      ),
    )
    // The README of promote-model shows settling only; checking is in examples/flight-delay, which the doctor finds complete.
    if (action === 'promote-model' && mode === 'check') expect(jobs).toEqual([])
    else expect([...new Set(jobs.map((job) => JSON.stringify(job.permissions)))]).toEqual([JSON.stringify(permissions)])
  },
)
