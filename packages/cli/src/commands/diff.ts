import { type Compared, compareLineages, readCompared } from '@tidemark/registry'
import { z } from 'zod'
import { describeDifference } from '../difference.ts'
import { type Invocation, UsageError } from '../invocation.ts'
import { lookOf } from '../look.ts'
import { checkOptions } from '../options.ts'
import { readVersionReference } from '../reference.ts'
import { openSource, sourceOptions } from '../source.ts'
import type { Terminal } from '../tidemark.ts'
import { expectModel, openView, printJson, unknownVersion, warn } from '../view.ts'
import { webAddressOf } from '../web-address.ts'

const Options = z.object({ ...sourceOptions, json: z.boolean().default(false) })

/** `tidemark diff`. */
export async function execute({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  const from = readVersionReference(operands[0])
  // `diff flight-delay@1.0.0 1.1.0` is about one model as well.
  const second = operands[1]
  if (second === undefined)
    throw new UsageError('which other version? tidemark diff <model>@<version> <model>@<version>')
  const to = readVersionReference(second.includes('@') ? second : `${from.model}@${second}`)
  if (from.model !== to.model)
    throw new UsageError(`${from.model} and ${to.model} are two models; versions of one are compared`)
  const { model } = from
  using source = await openSource(choice, terminal)
  const view = await openView(source, choice)
  await expectModel(view, model, source)
  const [a, b] = await Promise.all([readCompared(view, from), readCompared(view, to)])
  if (a === null) throw unknownVersion(view, from)
  if (b === null) throw unknownVersion(view, to)
  warn(view, terminal)
  const difference = compareLineages(a, b)
  const compareUrl = addressOfComparison((await webAddressOf(source, choice, terminal)) ?? '', [a, b])
  if (choice.json) {
    const versions = { a: from.version, b: to.version }
    printJson(terminal, { head: view.head, model, ...versions, ...difference, compareUrl, problems: view.problems() })
  } else {
    terminal.print(
      describeDifference(difference, { model, a: from.version, b: to.version, compareUrl, look: lookOf(terminal) }),
    )
  }
  return 0
}

/** On the host that the registry is from; commits are of the repository that the versions name. */
function addressOfComparison(address: string, [a, b]: readonly [Compared, Compared]): string {
  const origin = URL.canParse(address) ? new URL(address).origin : 'https://github.com'
  const { repository, sha } = b.manifest.source
  return `${origin}/${repository}/compare/${a.manifest.source.sha}...${sha}`
}
