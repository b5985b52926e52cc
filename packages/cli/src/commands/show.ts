import { type ModelOverview, Name, TidemarkError, Version } from '@tidemark/schemas'
import { z } from 'zod'
import { describeModel, describeVersion } from '../description.ts'
import type { Invocation } from '../invocation.ts'
import { UsageError } from '../invocation.ts'
import { checkOptions } from '../options.ts'
import { findModel, readSource } from '../overview.ts'
import { openSource, sourceOptions } from '../source.ts'
import type { Terminal } from '../tidemark.ts'

const Options = z.object({ ...sourceOptions, json: z.boolean().default(false) })

/** `tidemark show`. */
export async function execute({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  const { model, version } = readReference(operands[0])
  using source = await openSource(choice, terminal)
  const overview = await readSource(source, { model, choice, terminal })
  const found = findModel(overview, model, source)
  if (version === undefined) {
    terminal.print(choice.json ? JSON.stringify(found, null, 2) : describeModel(found))
    return 0
  }
  const own = found.versions.find(({ manifest }) => manifest.version === version)
  if (!own) {
    const newest = found.versions.slice(-3).map(({ manifest }) => manifest.version)
    throw new TidemarkError('FILE_NOT_FOUND', `${model} has no version ${version}`, {
      hint: `\`tidemark ls ${model}\` lists them; the newest are ${newest.reverse().join(', ') || 'none'}.`,
    })
  }
  const part: ModelOverview = { ...found, ...about(found, own.manifest.modelDigest) }
  terminal.print(
    choice.json
      ? JSON.stringify({ model, ...own, rollouts: part.rollouts, events: part.events }, null, 2)
      : describeVersion(own, part),
  )
  return 0
}

function about({ rollouts, events }: ModelOverview, modelDigest: string): Pick<ModelOverview, 'rollouts' | 'events'> {
  return {
    rollouts: rollouts.filter(({ canary }) => canary.modelDigest === modelDigest),
    events: events.filter(({ subject, type }) => subject.modelDigest === modelDigest && !type.startsWith('drift.')),
  }
}

/** `flight-delay`, `flight-delay@1.1.0`, or the tag `flight-delay@v1.1.0`. */
function readReference(operand: string | undefined): { model: string; version: string | undefined } {
  if (operand === undefined) throw new UsageError('which model, or <model>@<version>?')
  const [model = '', version, ...rest] = operand.split('@')
  const plainVersion = version?.replace(/^v/, '')
  const isVersion = plainVersion === undefined || Version.safeParse(plainVersion).success
  if (rest.length === 0 && isVersion && Name.safeParse(model).success) return { model, version: plainVersion }
  throw new UsageError(`${JSON.stringify(operand)} is not <model> or <model>@<version>, such as flight-delay@1.1.0`)
}
