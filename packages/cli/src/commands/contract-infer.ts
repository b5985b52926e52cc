import { join, posix, relative, resolve, sep } from 'node:path'
import {
  createDatasetView,
  describeRows,
  fingerprintFiles,
  type InferredColumn,
  inferContract,
  openDataset,
  openEngine,
  partitionNames,
} from '@tidemark/data'
import { RelativePath, storedJson } from '@tidemark/schemas'
import { z } from 'zod'
import { assertDelivery, DeliveryOptions, deliver, ObjectName } from '../contract-delivery.ts'
import { type Invocation, UsageError } from '../invocation.ts'
import { checkOptions } from '../options.ts'
import { plain } from '../table.ts'
import type { Terminal } from '../tidemark.ts'

const InferOptions = z.object({
  ...DeliveryOptions,
  object: ObjectName.optional(),
  id: z.string().min(1).max(500).optional(),
  values: z.boolean().default(false),
  day: z.string().min(1).max(200).optional(),
  baseline: RelativePath.optional(),
  'no-baseline': z.boolean().default(false),
  'native-path': z.string().min(1).optional(),
})

type Choice = z.infer<typeof InferOptions>

/** `tidemark contract infer` */
export async function execute({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(InferOptions, options)
  if (operands.length === 0) throw new UsageError('it needs files')
  assertDelivery(choice)
  const { provideNative } = await import('@tidemark/action-kit')
  const log = (text: string) => terminal.report(plain(text))
  await provideNative(['duckdb'], { inputs: { nativePath: choice['native-path'] }, log })
  const { baseline: _, ...where } = choice
  const { name, ...found } = await inferFiles(choice, operands, terminal)
  return deliver({ ...where, ...found, title: `Add a contract for ${name}`, notes: [] }, terminal)
}

/** The contract of the files, and their baseline where one is wanted and the data have days. */
async function inferFiles(
  choice: Choice,
  patterns: readonly string[],
  terminal: Terminal,
): Promise<{ name: string; yaml: string; baseline?: { path: string; text: string } }> {
  const files = await fingerprintFiles(terminal.cwd, patterns)
  const paths = files.files.map(({ path }) => path)
  const name = choice.object ?? objectName(paths[0] ?? '')
  await using engine = await openEngine({ allowedPaths: paths.map((path) => join(files.root, path)), root: files.root })
  const partitions = partitionNames(paths)
  const dataset = await openDataset(engine, files, { name, partitions })
  const place = baselinePlace(choice, terminal)
  const { yaml, columns, day } = await inferContract(engine, dataset, {
    id: choice.id ?? `urn:contract:${name}`,
    physicalName: patterns.length === 1 ? patterns[0] : undefined,
    partitions,
    listsValues: choice.values,
    drift: place === null ? undefined : { baseline: place, day: choice.day },
  })
  if (place === null) return { name, yaml }
  if (day === null) {
    terminal.report(`no baseline is written: ${plain(whyNoDay(columns))}`)
    return { name, yaml }
  }
  await createDatasetView(engine, dataset)
  // What is unique is never like what was there before.
  const without = columns.filter(({ isUnique }) => isUnique).map((column) => column.name)
  const baseline = await describeRows(engine, dataset, { model: modelName(name), day, without })
  return { name, yaml, baseline: { path: place, text: storedJson(baseline) } }
}

function whyNoDay(columns: readonly InferredColumn[]): string {
  const [only, ...more] = columns.filter(({ logicalType }) => logicalType === 'date' || logicalType === 'timestamp')
  if (only === undefined) return 'no column has dates'
  if (more.length === 0) return `${only.name} is NULL in places; name it with --day to leave those rows out`
  return `${[only, ...more].map(({ name }) => name).join(', ')} may each be a row’s day: name it with --day`
}

/** Where a contract's baseline stands: beside it. Null where none is wanted, or nothing says where. */
function baselinePlace(choice: Choice, { cwd, report }: Pick<Terminal, 'cwd' | 'report'>): string | null {
  const { baseline, out, 'pull-request': path, 'no-baseline': isUnwanted } = choice
  if (isUnwanted) return null
  if (baseline === undefined && path === undefined && out === undefined) {
    if (choice.day !== undefined)
      report('no baseline is written: name a place with --baseline, or the contract’s with --out')
    return null
  }
  const contract = path ?? (out === undefined ? undefined : relative(cwd, resolve(cwd, out)).split(sep).join('/'))
  if (baseline !== undefined || contract === undefined) return baseline ?? null
  const { dir, name } = posix.parse(contract)
  const beside = posix.join(dir, name === 'contract' ? 'baseline.json' : `${name}.baseline.json`)
  if (RelativePath.safeParse(beside).success) return beside
  report('no baseline is written: the contract is not below this folder. Name a place with --baseline')
  return null
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

/** What a baseline calls the object: digests of its texts are salted with it. */
function modelName(object: string): string {
  return (
    object
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'data'
  )
}
