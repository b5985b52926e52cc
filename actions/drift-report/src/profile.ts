import { resolve } from 'node:path'
import { type ActionContext, type Outcome, provideNative } from '@tidemark/action-kit'
import {
  addDays,
  type DatasetFiles,
  type OpenSplit,
  profileWindows,
  readArrived,
  readDayRows,
  readPeriod,
  resolveFiles,
} from '@tidemark/data'
import { readDriftRecord } from '@tidemark/registry'
import { type Baseline, type DriftProfile, type DriftShard, type ShardPart, TidemarkError } from '@tidemark/schemas'
import { readToday, warnOfDaysAhead } from './ahead.ts'
import type { definition } from './definition.ts'
import { isLaid, readPlan } from './plan-file.ts'
import { referenceAmong } from './reference.ts'
import { driftData, openRows, queryOf, type RowsQuestion, score } from './rows.ts'
import { openScorer } from './scorer.ts'
import { acceptanceOf, writeShard } from './shard-files.ts'
import { patternsOf, readFiles, readWatched, type Watched } from './watched.ts'
import { longestSpan } from './windows.ts'

type Context = ActionContext<typeof definition>

/** Counts one part of the data on the plan's edges, by day, and judges nothing. */
export async function profile(context: Context): Promise<Outcome> {
  const { inputs, github } = context
  const part = readPart(inputs.shard)
  const watched = await readWatched(context)
  if (typeof watched === 'string') {
    context.log(watched)
    return {}
  }
  const plan = await readPlan(resolve(github.workspace, inputs.plan), watched.manifest)
  const files = await ownFiles(watched, part, inputs.files)
  await provideNative(['duckdb', 'onnxruntime'], context)
  await using scorer = await openScorer(context, watched)
  const question = { folder: watched.folder, monitor: watched.monitor, scorer }
  const decided = await decidedWindows(watched, plan)
  await using all = await openRows(question, files)
  const today = await readToday(watched.registry.clock)
  const arrived = await readArrived(all.engine, queryOf(question), today.latest)
  if (arrived?.ahead)
    warnOfDaysAhead(context, { newest: arrived.ahead, today, place: `The files of part ${part.index}` })
  const from = [plan.period.end, arrived === null ? '' : addDays(arrived.end, -longestSpan(watched.monitor.windows))]
  const until = arrived?.end ?? ''
  const days = await countDays(context, { question, plan, split: all, from: from.sort().at(-1)!, until, decided })
  const own = { root: files.root, files: referenceAmong(files.files, watched.referenceFiles) }
  await writeShard(resolve(github.workspace, inputs.profiles ?? defaultProfiles), {
    schema: 'tidemark/drift-shard/v1',
    model: watched.manifest.model,
    plan: plan.id,
    acceptance: acceptanceOf(watched.folder),
    part,
    dataset: all.document,
    newest: arrived?.newest ?? null,
    days,
    reference: isLaid(plan) && own.files.length > 0 ? await countReference(context, question, plan, own) : null,
  })
  const rows = all.dataset.rows
  context.log(
    `Counted ${days.length} days of ${files.files.length} files with ${rows} rows, part ${part.index} of ${part.of}.`,
  )
  return {}
}

const defaultProfiles = '.tidemark/drift-profiles'

function readPart(shard: string | undefined): ShardPart {
  const [index = 0, of = 0] = (shard ?? '').split('/').map(Number)
  if (index >= 1 && index <= of && of <= 1000) return { index, of }
  throw new TidemarkError('INPUT_INVALID', `shard is ${shard === undefined ? 'missing' : JSON.stringify(shard)}`, {
    hint: 'Say which part of how many this job counts, such as 2/5: `shard: ${{ matrix.part }}/5` with the parts from 1.',
  })
}

/** The files named, which are this part; else, of all that the policy names and the checkout has, every so many-th. */
async function ownFiles(watched: Watched, { index, of }: ShardPart, named: readonly string[]): Promise<DatasetFiles> {
  const { folder } = watched
  if (named.length > 0) return readFiles(watched, named)
  const paths = await resolveFiles(folder.root, patternsOf(folder))
  const own = paths.filter((_, i) => i % of === index - 1)
  if (own.length > 0) return readFiles(watched, own)
  throw new TidemarkError('DATA_EMPTY', `part ${index} of ${of} has none of the ${paths.length} data files`, {
    hint: 'Make no more parts than there are files, or name each job’s own with `files`.',
  })
}

/** Windows that have a verdict: their days need not be counted. */
async function decidedWindows({ registry, manifest, monitor, at }: Watched, plan: Baseline) {
  if (isLaid(plan)) return []
  const record = await readDriftRecord(registry.ledger, { ...manifest, at, baseline: plan.id, policy: monitor })
  return record.windows.filter(({ verdict }) => verdict !== 'inconclusive').map(({ window }) => window)
}

interface Days {
  readonly question: RowsQuestion
  readonly plan: Baseline
  readonly split: OpenSplit
  /** The first day that is counted. */
  readonly from: string
  /** The day after the last one that is. */
  readonly until: string
  readonly decided: readonly { readonly start: string; readonly end: string }[]
}

/** A profile of each day with rows. */
async function countDays(
  context: Context,
  { question, plan, split, from, until, decided }: Days,
): Promise<DriftProfile[]> {
  const rows = await readDayRows(split.engine, queryOf(question), from)
  const isDecided = (day: string) => decided.some(({ start, end }) => day >= start && day < end)
  const days = [...rows.keys()].filter((day) => day < until && !isDecided(day)).sort()
  if (days.length === 0) return []
  const windows = days.map((start) => ({ start, end: addDays(start, 1) }))
  const scored = await context.group(`Score ${days.length} days`, () =>
    score(context, question, split, { start: days[0]!, end: windows.at(-1)!.end }),
  )
  return profileWindows(split.engine, driftData(question, scored), plan, windows)
}

async function countReference(
  context: Context,
  question: RowsQuestion,
  plan: Baseline,
  files: DatasetFiles,
): Promise<DriftShard['reference']> {
  await using split = await openRows(question, files)
  const period = await readPeriod(split.engine, queryOf(question))
  const days =
    period === null
      ? []
      : await countDays(context, { question, plan, split, from: period.start, until: period.end, decided: [] })
  return { dataset: split.document, days }
}
