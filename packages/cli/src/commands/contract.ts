import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  compareContracts,
  type ImportFormat,
  importContract,
  importFormats,
  parseContracts,
  readContractDocument,
} from '@tidemark/data'
import { TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import { assertDelivery, DeliveryOptions, deliver, ObjectName } from '../contract-delivery.ts'
import { type Invocation, UsageError } from '../invocation.ts'
import { checkOptions } from '../options.ts'
import { plain } from '../table.ts'
import type { Terminal } from '../tidemark.ts'

const ImportOptions = z.object({
  ...DeliveryOptions,
  object: ObjectName.optional(),
  id: z.string().min(1).max(500).optional(),
  from: z.enum(importFormats as [ImportFormat, ...ImportFormat[]]).optional(),
})
const Json = z.object({ json: z.boolean().default(false) })

/** `tidemark contract import` */
export async function importFrom({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(ImportOptions, options)
  const [file] = operands
  if (file === undefined) throw new UsageError('it needs a file')
  assertDelivery(choice)
  const { from: format, object: name, id } = choice
  const { yaml, notCarried } = importContract(await read(file, terminal), { file, format, name, id })
  for (const one of notCarried) terminal.report(`not carried over: ${plain(one)}`)
  return deliver({ yaml, ...choice, title: `Add a contract from ${file}`, notes: notCarried }, terminal)
}

/** `tidemark contract diff`: exit code 1 where the version does not say what changed. */
export async function diff({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const { json } = checkOptions(Json, options)
  const [before, after] = operands
  if (before === undefined || after === undefined) throw new UsageError('it needs two contracts')
  const { document: first } = readContractDocument(await read(before, terminal), before)
  const { document: second, locate } = readContractDocument(await read(after, terminal), after)
  const comparison = compareContracts(first, second)
  const { changes, step, isVersionEnough } = comparison
  if (json) terminal.print(JSON.stringify({ before: first.version, after: second.version, ...comparison }, null, 2))
  else {
    for (const { effect, subject, reason, path } of changes) {
      const line = locate(path).line
      terminal.print(
        `${effect === 'breaking' ? '✕ breaking  ' : '· compatible'}  ${plain(`${after}${line === undefined ? '' : `:${line}`}  ${subject}: ${reason}`)}`,
      )
    }
    const versions = `${first.version} → ${second.version}`
    terminal.print(
      isVersionEnough
        ? `✓ ${plain(versions)}: ${step === 'none' ? 'nothing changed' : `a ${step} step, or more`}`
        : `✕ ${plain(versions)}: these changes need a ${step} step`,
    )
  }
  return isVersionEnough ? 0 : 1
}

/** `tidemark contract lint` */
export async function lint({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const { json } = checkOptions(Json, options)
  const [file] = operands
  if (file === undefined) throw new UsageError('it needs a contract')
  const contracts = parseContracts(await read(file, terminal), file)
  const found = contracts.map(({ object, notEvaluated, driftRules, freshness, relationships }) => ({
    object: object.name,
    properties: object.properties.length,
    rules: object.quality.length + object.properties.reduce((sum, { quality }) => sum + quality.length, 0),
    relationships: relationships.length,
    freshness: freshness.length,
    driftRules: driftRules.length,
    notEvaluated,
  }))
  if (json) terminal.print(JSON.stringify({ file, objects: found }, null, 2))
  else {
    terminal.print(`✓ ${plain(file)}`)
    for (const { object, properties, rules, notEvaluated } of found) {
      terminal.print(`  ${plain(object)}: ${properties} properties, ${rules} quality rules`)
      for (const one of notEvaluated) terminal.print(`    not evaluated: ${plain(one)}`)
    }
  }
  return 0
}

async function read(file: string, { cwd }: Terminal): Promise<string> {
  return readFile(resolve(cwd, file), 'utf8').catch((cause: unknown) => {
    throw new TidemarkError('FILE_NOT_FOUND', `${file} cannot be read`, { hint: 'Check its name.', cause })
  })
}
