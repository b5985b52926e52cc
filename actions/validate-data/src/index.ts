import { runAction } from '@tidemark/action-kit'
import { definition } from './definition.ts'
import { readSubject } from './subject.ts'

await runAction(definition, async (context) => {
  const subject = readSubject(context.inputs)
  const judge = async (each: typeof context) =>
    'model' in subject
      ? (await import('./main.ts')).validateData(each, subject.model)
      : (await import('./contract-only.ts')).validateContract(each, subject.contract)
  if (context.inputs.commentToken === undefined) return judge(context)
  const { comment, keepSummary } = await import('./comment.ts')
  const kept = keepSummary(context)
  const outcome = await judge(kept.context)
  await comment(context, 'model' in subject ? subject.model : subject.contract, kept.parts)
  return outcome
})
