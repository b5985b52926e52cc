import { runAction } from '@tidemark/action-kit'
import { definition } from './definition.ts'

await runAction(definition, async (context) => {
  const { mode } = context.inputs
  if (mode === 'plan') return (await import('./plan.ts')).plan(context)
  if (mode === 'profile') return (await import('./profile.ts')).profile(context)
  if (mode === 'judge') return (await import('./judge.ts')).judge(context)
  return (await import('./report.ts')).report(context)
})
