import {
  type RegistryView,
  readStory,
  readVersions,
  type Story,
  summarizeModels,
  traceVersion,
} from '@tidemark/registry'
import { z } from 'zod'
import { describeModel, describeVersion } from '../description.ts'
import type { Invocation } from '../invocation.ts'
import { lookOf } from '../look.ts'
import { checkOptions } from '../options.ts'
import { readReference } from '../reference.ts'
import { openSource, sourceOptions } from '../source.ts'
import type { Terminal } from '../tidemark.ts'
import { expectModel, openView, printJson, unknownVersion, warn } from '../view.ts'

const Options = z.object({ ...sourceOptions, json: z.boolean().default(false) })
const mostVersions = 5
const mostEntries = 15

/** `tidemark show`. */
export async function execute({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  const { model, version } = readReference(operands[0])
  using source = await openSource(choice, terminal)
  const view = await openView(source, choice)
  await expectModel(view, model, source)
  const show = { view, terminal, isJson: choice.json }
  if (version === undefined) await showModel(show, model)
  else await showVersion(show, { model, version })
  warn(view, terminal)
  return 0
}

interface Show {
  readonly view: RegistryView
  readonly terminal: Terminal
  readonly isJson: boolean
}

async function showModel({ view, terminal, isJson }: Show, model: string): Promise<void> {
  const [[summary], { versions }, { entries, rollouts: all }] = await Promise.all([
    summarizeModels(view, [model]),
    readVersions(view, { model, most: mostVersions }),
    readStory(view, { model }),
  ])
  const rollouts = await view.rollouts(model)
  const story: Story = { entries: entries.slice(0, mostEntries), rollouts: all }
  if (isJson) {
    const document = { head: view.head, ...summary, newestVersions: versions, rollouts, entries: story.entries }
    printJson(terminal, { ...document, problems: view.problems() })
    return
  }
  const older = entries.length - story.entries.length
  terminal.print(describeModel({ summary: summary!, versions, rollouts, story, older }, lookOf(terminal)))
}

async function showVersion(
  { view, terminal, isJson }: Show,
  { model, version }: { readonly model: string; readonly version: string },
): Promise<void> {
  const trace = await traceVersion(view, { model, version })
  if (trace === null) throw unknownVersion(view, { model, version })
  if (isJson) {
    printJson(terminal, { head: view.head, model, version, ...trace, problems: view.problems() })
    return
  }
  const { entries, rollouts } = await readStory(view, { model, filter: { modelDigest: trace.manifest.modelDigest } })
  const own = entries.filter(({ type }) => !/^(drift|retraining)\./.test(type))
  terminal.print(describeVersion(trace, { entries: own, rollouts }, lookOf(terminal)))
}
