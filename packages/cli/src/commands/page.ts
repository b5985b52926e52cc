import { resolve } from 'node:path'
import { renderPage } from '@tidemark/reports'
import { Name } from '@tidemark/schemas'
import { z } from 'zod'
import type { Invocation } from '../invocation.ts'
import { checkOptions } from '../options.ts'
import { findModel, readSource } from '../overview.ts'
import { openSource, sourceOptions } from '../source.ts'
import type { Terminal } from '../tidemark.ts'
import { webAddressOf } from '../web-address.ts'
import { writeAtOnce } from '../write-at-once.ts'

const Options = z.object({
  ...sourceOptions,
  out: z.string('is required: the file to write').min(1),
  model: Name.optional(),
  title: z.string().min(1).max(200).optional(),
  'repository-url': z.url({ protocol: /^https?$/ }).optional(),
})

/** `tidemark page`. */
export async function execute({ options }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  using source = await openSource(choice, terminal)
  const overview = await readSource(source, { model: choice.model, choice, terminal })
  if (choice.model !== undefined) findModel(overview, choice.model, source)
  const repositoryUrl = choice['repository-url'] ?? (await webAddressOf(source, choice, terminal))
  const name = repositoryUrl === undefined ? '' : ` of ${new URL(repositoryUrl).pathname.slice(1)}`
  const html = renderPage(overview, { title: choice.title ?? `Model registry${name}`, repositoryUrl })
  const out = resolve(terminal.cwd, choice.out)
  await writeAtOnce(out, html)
  terminal.report(
    `${out}: ${overview.models.length} model${overview.models.length === 1 ? '' : 's'} at ${overview.head?.slice(0, 12)}, ${(html.length / 1000).toFixed(0)} KB`,
  )
  return 0
}
