import { Baseline, canonicalJson, DriftCheck, layout, type MonitorPolicy, RegistryEvent } from '@tidemark/schemas'
import { readFact } from '../facts.ts'
import type { LedgerReader } from '../ports.ts'
import { checkedEvent, type DriftSubject } from './subject.ts'

/** What the registry says about a model's drift under one baseline and policy. */
export interface DriftRecord {
  /** The newest check of each window, in order of time. */
  readonly windows: readonly DriftCheck[]
  /** What was told of drift and done about it, under any baseline and policy. */
  readonly events: readonly RegistryEvent[]
  /** The start of a window by the id of each check that judged it, under any baseline and policy. */
  readonly startOf: ReadonlyMap<string, string>
}

/** A year of weeks, four months of days: what is older is neither judged again nor told again. */
const mostWindows = ({ windows }: MonitorPolicy): number => (windows === 'day' ? 123 : 53)

/** Reads the checks of the newest windows and every event about drift. `baseline` is an id; null where there is none yet. */
export async function readDriftRecord(
  ledger: LedgerReader,
  { at, baseline, policy, ...subject }: DriftSubject & { at: string; baseline: string | null; policy: MonitorPolicy },
): Promise<DriftRecord> {
  const { model } = subject
  const paths = await ledger.files(at)
  const checkPaths = paths.flatMap((path) => {
    const [, start, id] =
      new RegExp(`^models/${model}/drift/\\d{4}/\\d\\d/([\\d-]{10})-([0-9a-f]{64})\\.json$`).exec(path) ?? []
    return start === undefined || id === undefined ? [] : [{ path, start, id }]
  })
  // What is told of performance is told by its own record; a training is for both.
  const others = performanceStarts(model, paths)
  const events = (
    await readAll(
      ledger,
      RegistryEvent,
      paths.filter((path) => speaksOfDrift(model, path)),
      at,
    )
  ).filter(({ type, cause }) => type === 'retraining.dispatched' || !others.has(cause.slice(0, 64)))
  const startOf = new Map([...others, ...checkPaths.map(({ id, start }): [string, string] => [id, start])])
  if (baseline === null) return { windows: [], events, startOf }

  const starts = new Set([...new Set(checkPaths.map(({ start }) => start))].sort().slice(-mostWindows(policy)))
  const newest = checkPaths.filter(({ start }) => starts.has(start)).map(({ path }) => path)
  const text = canonicalJson(policy)
  const checks = (await readAll(ledger, DriftCheck, newest, at)).filter(
    (check) => check.baseline === baseline && canonicalJson(check.policy) === text,
  )
  const byWindow = [...Map.groupBy(checks, ({ window }) => `${window.start} ${window.end}`)].sort()
  const windows: DriftCheck[] = []
  for (const [, rivals] of byWindow) windows.push(await newestOf(ledger, subject, rivals, at))
  return { windows, events, startOf }
}

/** Whether an event at a path tells of a model's drift or performance, or of what was done about it. */
export function speaksOfDrift(model: string, path: string): boolean {
  return (
    path.startsWith(`models/${model}/events/`) &&
    /\/[0-9a-f]{2}\/[0-9a-f]{64}-(drift\.(detected|resolved)|retraining\.dispatched)\.json$/.test(path)
  )
}

/** The start of the week by the id of each check of performance. */
function performanceStarts(model: string, paths: readonly string[]): Map<string, string> {
  return new Map(
    paths
      .filter((path) => path.startsWith(`models/${model}/performance/`))
      .flatMap((path) => {
        const [, start, id] = /\/([\d-]{10})-([0-9a-f]{64})\.json$/.exec(path) ?? []
        return start === undefined || id === undefined ? [] : [[id, start] as const]
      }),
  )
}

/** All baselines of a model. */
export async function readBaselines(ledger: LedgerReader, model: string, at: string): Promise<Baseline[]> {
  const folder = layout.baseline(model, '').replace(/\/\/?\.json$/, '')
  const shards = await ledger.list(folder, at)
  const paths = await Promise.all(
    shards.map(async (shard) =>
      (await ledger.list(`${folder}/${shard.replace(/\/$/, '')}`, at)).map((name) => `${folder}/${shard}${name}`),
    ),
  )
  return readAll(ledger, Baseline, paths.flat(), at)
}

/** Of several checks of one window the one that was committed last, as the event of its commit says. */
async function newestOf(
  ledger: LedgerReader,
  subject: DriftSubject,
  rivals: readonly DriftCheck[],
  at: string,
): Promise<DriftCheck> {
  if (rivals.length === 1) return rivals[0]!
  const dated = await Promise.all(
    rivals.map(async (check) => {
      const { path } = checkedEvent(subject, check)
      return { check, committed: (await readFact(ledger, RegistryEvent, path, at))?.at ?? '' }
    }),
  )
  // Within one second, the one that counted more.
  dated.sort((a, b) =>
    a.committed === b.committed ? a.check.window.rows - b.check.window.rows : a.committed < b.committed ? -1 : 1,
  )
  return dated.at(-1)!.check
}

async function readAll<T>(
  ledger: LedgerReader,
  schema: Parameters<typeof readFact<T>>[1],
  paths: readonly string[],
  at: string,
): Promise<T[]> {
  const documents = await Promise.all(paths.map((path) => readFact(ledger, schema, path, at)))
  return documents.filter((document) => document !== null)
}
