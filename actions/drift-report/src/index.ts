import { runAction } from '@tidemark/action-kit'
import { definition } from './definition.ts'

await runAction(definition, async (context) => {
  if (context.inputs.mode === 'judge') return (await import('./judge.ts')).judge(context)
  return (await import('./report.ts')).report(context)
})
