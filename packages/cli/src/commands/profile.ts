import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  dialects,
  fillBaseline,
  mergeProfiles,
  readColumns,
  readCounts,
  readLay,
  writeColumnsSql,
  writeCountSql,
  writeLaySql,
} from '@tidemark/data'
import { Baseline, DriftProfile, Name, Period, parseJsonDocument, storedJson, TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import type { Invocation } from '../invocation.ts'
import { checkOptions } from '../options.ts'
import { countRows, layRows, type RowsQuestion } from '../profile/rows.ts'
import { plain } from '../table.ts'
import type { Terminal } from '../tidemark.ts'

const isDay = (text: string): boolean => {
  const day = new Date(text)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
const Column = z.string().min(1).max(200)
const File = z.string().min(1)
const Options = z.object({
  day: Column.optional(),
  id: Column.optional(),
  label: Column.optional(),
  score: Column.optional(),
  public: z.array(Column).default([]),
  segment: z
    .array(
      z
        .string()
        .regex(/^[^=]+=./, 'expected a column and a value, such as shop=north')
        .transform((text) => ({ column: text.slice(0, text.indexOf('=')), value: text.slice(text.indexOf('=') + 1) })),
    )
    .default([]),
  model: Name.default('data'),
  period: z
    .string()
    .transform((text) => {
      const [start, end] = text.split('..')
      return { start, end }
    })
    .pipe(Period)
    .refine(
      ({ start, end }) => isDay(start) && isDay(end) && start < end,
      'expected two days, the first before the second',
    )
    .optional(),
  lay: z.boolean().default(false),
  plan: File.optional(),
  merge: z.array(File).default([]),
  finish: z.boolean().default(false),
  dialect: z.enum(dialects).optional(),
  table: z
    .string()
    .regex(/^[^.]+(\.[^.]+){0,2}$/, 'expected a table such as public.orders')
    .optional(),
  describe: z.boolean().default(false),
  columns: File.optional(),
  from: File.optional(),
  'native-path': z.string().min(1).optional(),
})
type Options = z.infer<typeof Options>
type DialectName = NonNullable<Options['dialect']>

/** `tidemark profile`: exit code 0, or an error. */
export async function execute({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  terminal.print((await answer(choice, operands, terminal)).trimEnd())
  return 0
}

async function answer(choice: Options, files: readonly string[], terminal: Terminal): Promise<string> {
  const sources = [files.length > 0, choice.merge.length > 0, choice.from !== undefined, choice.dialect !== undefined]
  if (sources.filter(Boolean).length !== 1) throw refuse('name files, --merge, --from or --dialect: one of them')
  if (files.length > 0) return fromFiles(choice, files, terminal)
  const asked = choice.dialect === undefined ? null : await writeSql(choice, choice.dialect, terminal)
  if (asked !== null) return asked
  if (choice.lay && choice.from !== undefined) return storedJson(readLay(await readText(choice.from, terminal)))
  if (choice.plan === undefined) throw refuse('--plan is missing: it says on which edges is counted')
  const plan = await readPlan(choice.plan, choice, terminal)
  const paths = choice.merge.map((path) => resolve(terminal.cwd, path))
  const repeated = choice.merge.find((_, i) => paths.indexOf(paths[i]!) < i)
  if (repeated !== undefined) throw refuse(`--merge names ${repeated} twice, and would count its rows twice`)
  const profile =
    choice.from === undefined
      ? mergeProfiles(await Promise.all(choice.merge.map((path) => readShard(path, terminal))), plan)
      : readCounts(await readText(choice.from, terminal), plan)
  return storedJson(choice.finish ? fillBaseline(plan, profile) : profile)
}

/** What a database is asked: its columns, their edges, or counts on the edges of a plan. */
async function writeSql(choice: Options, dialect: DialectName, terminal: Terminal): Promise<string> {
  const { table: named, day, id, label, score, model, period } = choice
  const table = named?.split('.')
  if (table !== undefined && choice.describe) return writeColumnsSql({ dialect, table })
  if (table === undefined || day === undefined) throw refuse('--dialect needs --table and --day')
  if (!choice.lay) {
    if (choice.plan === undefined) throw refuse('--plan is missing: it says on which edges is counted')
    return writeCountSql(await readPlan(choice.plan, choice, terminal), { dialect, day, score, name: table })
  }
  if (choice.columns === undefined) throw refuse('--columns is missing: what the SELECT of --describe returned')
  const roles = { day, id, label, score, segments: choice.segment }
  const columns = readColumns(await readText(choice.columns, terminal), roles)
  return writeLaySql({ dialect, table, model, period, public: choice.public, columns, ...roles })
}

async function fromFiles(choice: Options, files: readonly string[], terminal: Terminal): Promise<string> {
  const { day, plan: path } = choice
  if (day === undefined) throw refuse('--day is missing: the column with a row’s day')
  if (choice.lay && (path !== undefined || choice.finish))
    throw refuse('--lay makes a plan: without --plan and --finish')
  const { provideNative } = await import('@tidemark/action-kit')
  await provideNative(['duckdb'], {
    inputs: { nativePath: choice['native-path'] },
    log: (text) => terminal.report(plain(text)),
  })
  const question: RowsQuestion = {
    ...choice,
    day,
    files,
    root: terminal.cwd,
    publicColumns: choice.public,
    segments: choice.segment,
  }
  if (choice.lay) return storedJson(await layRows(question))
  const plan = path === undefined ? await layRows(question) : await readPlan(path, choice, terminal)
  const profile = await countRows(question, plan)
  return storedJson(path === undefined || choice.finish ? fillBaseline(plan, profile) : profile)
}

/** The plan, for the period that is wanted. */
async function readPlan(path: string, { period }: Options, terminal: Terminal): Promise<Baseline> {
  const plan = await readDocument(Baseline, path, terminal)
  return period === undefined ? plan : { ...plan, period }
}

async function readDocument<T>(schema: z.ZodType<T>, path: string, terminal: Terminal): Promise<T> {
  return parseJsonDocument(schema, await readText(path, terminal), path)
}

/** A shard's counts: by day, and so larger than documents of the registry. */
const readShard = async (path: string, terminal: Terminal): Promise<DriftProfile> =>
  parseJsonDocument(DriftProfile, await readText(path, terminal), path, { maximumBytes: mostBytes })

const mostBytes = 256 * 1024 * 1024

async function readText(path: string, { cwd }: Terminal): Promise<string> {
  const file = resolve(cwd, path)
  try {
    if ((await stat(file)).size <= mostBytes) return await readFile(file, 'utf8')
  } catch (cause) {
    throw new TidemarkError('FILE_NOT_FOUND', `${path} cannot be read`, { hint: 'Check the path.', cause })
  }
  throw new TidemarkError('FILE_TOO_LARGE', `${path} is larger than ${mostBytes} bytes`, { hint: 'Count fewer days.' })
}

const refuse = (message: string): TidemarkError =>
  new TidemarkError('INPUT_INVALID', message, { hint: '`tidemark profile --help` has examples of each use.' })
