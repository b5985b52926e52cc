import { type RegistryView, traceVersion, type VersionTrace } from '@tidemark/registry'
import { z } from 'zod'
import { type Invocation, UsageError } from '../invocation.ts'
import { drawMermaid } from '../lineage-mermaid.ts'
import { describeLineage } from '../lineage-tree.ts'
import { lookOf } from '../look.ts'
import { checkOptions } from '../options.ts'
import { readVersionReference } from '../reference.ts'
import { openSource, sourceOptions } from '../source.ts'
import type { Terminal } from '../tidemark.ts'
import { expectModel, openView, printJson, unknownVersion, warn } from '../view.ts'

const Options = z.object({ ...sourceOptions, mermaid: z.boolean().default(false), json: z.boolean().default(false) })

/** `tidemark lineage`. */
export async function execute({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  if (choice.mermaid && choice.json) throw new UsageError('--mermaid and --json are two forms; give one of them')
  const { model, version } = readVersionReference(operands[0])
  using source = await openSource(choice, terminal)
  const view = await openView(source, choice)
  await expectModel(view, model, source)
  const trace = await traceVersion(view, { model, version })
  if (trace === null) throw unknownVersion(view, { model, version })
  warn(view, terminal)
  if (choice.json) printJson(terminal, lineageDocument(view, trace))
  else terminal.print(choice.mermaid ? drawMermaid(trace) : describeLineage(trace, lookOf(terminal)))
  return 0
}

function lineageDocument(view: RegistryView, trace: VersionTrace) {
  const { manifest, lineage, children, tenures, rollouts, drift } = trace
  const { model, version, modelDigest, parent } = manifest
  return {
    head: view.head,
    model,
    version,
    modelDigest,
    status: trace.status,
    parent,
    children,
    manifest,
    ...lineage,
    tenures,
    rollouts,
    drift,
    problems: view.problems(),
  }
}
