import { runAction } from '@tidemark/action-kit'
import { definition } from './definition.ts'

await runAction(definition, async (context) => {
  if (context.inputs.contract === undefined) return (await import('./main.ts')).validateData(context)
  return (await import('./contract-only.ts')).validateContract(context)
})
