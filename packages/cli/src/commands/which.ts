import { askChannel, channelsOf } from '@tidemark/registry'
import { Name, TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import { describeAnswer } from '../answer.ts'
import { type Invocation, UsageError } from '../invocation.ts'
import { lookOf } from '../look.ts'
import { Moment } from '../moment.ts'
import { checkOptions } from '../options.ts'
import { readReference } from '../reference.ts'
import { openSource, sourceOptions } from '../source.ts'
import type { Terminal } from '../tidemark.ts'
import { expectModel, openView, printJson, suggest, warn } from '../view.ts'

const Options = z.object({
  ...sourceOptions,
  channel: Name.default('production'),
  at: Moment.optional(),
  json: z.boolean().default(false),
})

/** `tidemark which`: exit code 1 where the channel held nothing then. */
export async function execute({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  const { model, version } = readReference(operands[0])
  if (version !== undefined) throw new UsageError(`which version is what it answers; ask with ${model} alone`)
  const { channel, at = null } = choice
  using source = await openSource(choice, terminal)
  const view = await openView(source, choice)
  await expectModel(view, model, source)
  const answer = await askChannel(view, { model, channel, at })
  if (answer === null) {
    throw new TidemarkError('FILE_NOT_FOUND', `nothing ever came into ${channel} of ${model}`, {
      hint: suggest(channel, await channelsOf(view, model), 'channels'),
    })
  }
  warn(view, terminal)
  if (choice.json) printJson(terminal, { head: view.head, at, ...answer, problems: view.problems() })
  else terminal.print(describeAnswer(answer, at, lookOf(terminal)))
  return answer.held === null ? 1 : 0
}
