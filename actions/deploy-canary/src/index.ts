import { runAction } from '@tidemark/action-kit'
import { definition } from './definition.ts'

await runAction(definition, async (context) => (await import('./main.ts')).deployCanaries(context))
