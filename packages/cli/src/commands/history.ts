import { readStory, type Story } from '@tidemark/registry'
import { Name, RelativePath } from '@tidemark/schemas'
import { z } from 'zod'
import type { Invocation } from '../invocation.ts'
import { lookOf } from '../look.ts'
import { Moment } from '../moment.ts'
import { checkOptions } from '../options.ts'
import { readReference } from '../reference.ts'
import { openSource, sourceOptions } from '../source.ts'
import { formatStory } from '../story-table.ts'
import type { Terminal } from '../tidemark.ts'
import { expectModel, openView, printJson, warn } from '../view.ts'
import { readWaivers } from '../waivers.ts'

const Type = z
  .string()
  .regex(/^[a-z][a-z-]*(\.[a-z-]+)*$/, 'expected a type such as rollout or promotion.settled')
  .max(64)
const Options = z.object({
  ...sourceOptions,
  channel: Name.optional(),
  type: z.array(Type).optional(),
  since: Moment.optional(),
  until: Moment.optional(),
  limit: z.coerce.number().int().min(1).max(1_000_000).optional(),
  reverse: z.boolean().default(false),
  'policy-root': RelativePath.default('models'),
  json: z.boolean().default(false),
})

/** `tidemark history`. */
export async function execute({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  const { model, version } = readReference(operands[0])
  const { channel, type: types, since, until, limit } = choice
  using source = await openSource(choice, terminal)
  const view = await openView(source, choice)
  await expectModel(view, model, source)
  const filter = { channel, types, since, until, version }
  const waivers =
    choice.repo === undefined ? await readWaivers(source.name, { model, policyRoot: choice['policy-root'] }) : []
  const { entries: found, rollouts } = await readStory(view, { model, filter, besides: waivers })
  warn(view, terminal)
  const newest = limit === undefined ? found : found.slice(0, limit)
  const entries = choice.reverse ? newest.toReversed() : newest
  if (choice.json) {
    printJson(terminal, {
      head: view.head,
      model,
      entries,
      older: found.length - newest.length,
      problems: view.problems(),
    })
    return 0
  }
  terminal.print(describe({ entries, rollouts }, { terminal, older: found.length - newest.length }))
  return 0
}

function describe(story: Story, { terminal, older }: { readonly terminal: Terminal; readonly older: number }): string {
  if (story.entries.length === 0) return 'Nothing happened that is as asked.'
  const more = older > 0 ? `\nand ${older} older; --limit shows more` : ''
  return formatStory(story, lookOf(terminal)) + more
}
