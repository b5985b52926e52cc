import { runAction } from '@tidemark/action-kit'
import { definition } from './definition.ts'

await runAction(definition, async (context) => {
  if (context.inputs.mode === 'check') return (await import('./check.ts')).checkProposal(context)
  if (context.inputs.mode === 'rollback') return (await import('./rollback.ts')).rollBackChannel(context)
  return (await import('./settle.ts')).settle(context)
})
