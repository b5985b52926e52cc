import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  compareContracts,
  fingerprintFiles,
  type ImportFormat,
  importContract,
  importFormats,
  inferContract,
  openDataset,
  openEngine,
  parseContracts,
  partitionNames,
  readContractDocument,
} from '@tidemark/data'
import { RelativePath, RepositoryName, TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import { proposeContract } from '../contract-proposal.ts'
import { type Invocation, UsageError } from '../invocation.ts'
import { checkOptions } from '../options.ts'
import { plain } from '../table.ts'
import type { Terminal } from '../tidemark.ts'

const ObjectName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, 'expected letters, digits and _')
const Output = {
  out: z.string().min(1).optional(),
  'pull-request': RelativePath.optional(),
  repo: RepositoryName.optional(),
  'api-url': z.url({ protocol: /^https?$/ }).optional(),
}
const InferOptions = z.object({
  ...Output,
  object: ObjectName.optional(),
  id: z.string().min(1).max(500).optional(),
  values: z.boolean().default(false),
  'native-path': z.string().min(1).optional(),
})
const ImportOptions = z.object({
  ...Output,
  object: ObjectName.optional(),
  id: z.string().min(1).max(500).optional(),
  from: z.enum(importFormats as [ImportFormat, ...ImportFormat[]]).optional(),
})
const Json = z.object({ json: z.boolean().default(false) })

/** `tidemark contract infer` */
export async function infer({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(InferOptions, options)
  if (operands.length === 0) throw new UsageError('it needs files')
  assertDelivery(choice)
  const { provideNative } = await import('@tidemark/action-kit')
  const log = (text: string) => terminal.report(plain(text))
  await provideNative(['duckdb'], { inputs: { nativePath: choice['native-path'] }, log })
  const files = await fingerprintFiles(terminal.cwd, operands)
  const paths = files.files.map(({ path }) => path)
  const name = choice.object ?? objectName(paths[0] ?? '')
  await using engine = await openEngine({ allowedPaths: paths.map((path) => join(files.root, path)), root: files.root })
  const partitions = partitionNames(paths)
  const dataset = await openDataset(engine, files, { name, partitions })
  const yaml = await inferContract(engine, dataset, {
    id: choice.id ?? `urn:contract:${name}`,
    physicalName: operands.length === 1 ? operands[0] : undefined,
    partitions,
    listsValues: choice.values,
  })
  return deliver(yaml, { ...choice, title: `Add a contract for ${name}`, notes: [] }, terminal)
}

/** `tidemark contract import` */
export async function importFrom({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(ImportOptions, options)
  const [file] = operands
  if (file === undefined) throw new UsageError('it needs a file')
  assertDelivery(choice)
  const { from: format, object: name, id } = choice
  const { yaml, notCarried } = importContract(await read(file, terminal), { file, format, name, id })
  for (const one of notCarried) terminal.report(`not carried over: ${plain(one)}`)
  return deliver(yaml, { ...choice, title: `Add a contract from ${file}`, notes: notCarried }, terminal)
}

/** `tidemark contract diff`: exit code 1 where the version does not say what changed. */
export async function diff({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const { json } = checkOptions(Json, options)
  const [before, after] = operands
  if (before === undefined || after === undefined) throw new UsageError('it needs two contracts')
  const [old, now] = [before, after].map((file) =>
    read(file, terminal).then((text) => readContractDocument(text, file)),
  )
  const [{ document: first }, { document: second, locate }] = [await old!, await now!]
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

interface Delivery extends z.infer<z.ZodObject<typeof Output>> {
  readonly title: string
  readonly notes: readonly string[]
}

/** Before any work is done for nothing. */
function assertDelivery({ repo, 'pull-request': path }: Pick<Delivery, 'repo' | 'pull-request'>): void {
  if ((path === undefined) !== (repo === undefined)) {
    throw new TidemarkError('INPUT_INVALID', '--pull-request and --repo go together', {
      hint: 'Give the path of the contract and the repository, or --out for a file.',
    })
  }
}

async function deliver(yaml: string, delivery: Delivery, terminal: Terminal): Promise<number> {
  const { out, repo, title, notes, 'pull-request': path, 'api-url': apiUrl } = delivery
  if (path !== undefined && repo !== undefined) {
    const { url, isNew } = await proposeContract({ repo, 'api-url': apiUrl, path, yaml, title, notes }, terminal)
    terminal.print(`${isNew ? 'opened' : 'updated'} ${plain(url)}`)
  }
  if (out !== undefined) await writeFile(resolve(terminal.cwd, out), yaml)
  else if (path === undefined) terminal.print(yaml.trimEnd())
  return 0
}

async function read(file: string, { cwd }: Terminal): Promise<string> {
  return readFile(resolve(cwd, file), 'utf8').catch((cause: unknown) => {
    throw new TidemarkError('FILE_NOT_FOUND', `${file} cannot be read`, { hint: 'Check its name.', cause })
  })
}

/** `data/flights-2001-01.parquet` holds flights, and so does `flights/2001-01.parquet`. */
function objectName(path: string): string {
  const words = path.split('/').map((part) =>
    part
      .replace(/\..*$/, '')
      .replace(/[-_.]?\d[\d-_.]*$/, '')
      .replaceAll(/[^A-Za-z0-9_]+/g, '_'),
  )
  return words.findLast((word) => /^[A-Za-z_]/.test(word))?.slice(0, 63) ?? 'data'
}
