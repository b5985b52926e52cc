import { runAction } from '@tidemark/action-kit'
import { definition } from './definition.ts'

await runAction(definition, async (context) => {
  const judge =
    context.inputs.contract === undefined
      ? (await import('./main.ts')).validateData
      : (await import('./contract-only.ts')).validateContract
  if (context.inputs.commentToken === undefined) return judge(context)
  const { comment, keepSummary } = await import('./comment.ts')
  const kept = keepSummary(context)
  const outcome = await judge(kept.context)
  await comment(context, context.inputs.model ?? context.inputs.contract ?? '', kept.parts)
  return outcome
})
