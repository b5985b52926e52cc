import {
  type Baseline,
  canonicalJson,
  Evaluation,
  layout,
  PerformanceCheck,
  type PerformancePolicy,
  RegistryEvent,
  type VersionManifest,
} from '@tidemark/schemas'
import { readBaselines, speaksOfDrift } from '../drift/record.ts'
import { readFact, readReferenced, readVersion } from '../facts.ts'
import type { LedgerReader } from '../ports.ts'
import type { PerformanceGround } from './evidence.ts'

/** What the registry says about how a model's versions did, under one policy. */
export interface PerformanceRecord {
  /** The newest check of each version's weeks, in order of time. */
  readonly checks: readonly PerformanceCheck[]
  /** What was told of it and done about it. */
  readonly events: readonly RegistryEvent[]
  /** The start of a week by the id of each check that judged it, of drift too: one training is for both. */
  readonly startOf: ReadonlyMap<string, string>
}

/** A year: what is older is neither judged again nor told again. */
const mostWeeks = 53

/** Reads the checks of the newest weeks, and every event about them. */
export async function readPerformanceRecord(
  ledger: LedgerReader,
  { model, at, policy }: { model: string; at: string; policy: PerformancePolicy },
): Promise<PerformanceRecord> {
  const paths = await ledger.files(at)
  const filed = paths.flatMap((path) => {
    const [, kind, start, id] =
      new RegExp(`^models/${model}/(performance|drift)/\\d{4}/\\d\\d/([\\d-]{10})-([0-9a-f]{64})\\.json$`).exec(path) ??
      []
    return kind === undefined || start === undefined || id === undefined ? [] : [{ path, kind, start, id }]
  })
  const own = filed.filter(({ kind }) => kind === 'performance')
  const starts = new Set([...new Set(own.map(({ start }) => start))].sort().slice(-mostWeeks))
  const newest = own.filter(({ start }) => starts.has(start))
  const [read, events] = await Promise.all([
    Promise.all(newest.map(({ path }) => readFact(ledger, PerformanceCheck, path, at))),
    Promise.all(
      paths.filter((path) => speaksOfDrift(model, path)).map((path) => readFact(ledger, RegistryEvent, path, at)),
    ),
  ])
  const ids = new Set(own.map(({ id }) => id))
  const text = canonicalJson(policy)
  const checks = read.filter((check) => check !== null && canonicalJson(check.policy) === text) as PerformanceCheck[]
  return {
    checks: newestChecks(checks),
    events: events
      .filter((event) => event !== null)
      .filter((event) => event.type === 'retraining.dispatched' || ids.has(event.cause.slice(0, 64))),
    startOf: new Map(filed.map(({ id, start }) => [id, start])),
  }
}

/** Of several checks of one version's week that of most labels, which is the last, in order of time. */
export function newestChecks(checks: readonly PerformanceCheck[]): PerformanceCheck[] {
  const byWeek = Map.groupBy(checks, ({ window, modelDigest }) => `${window.start} ${modelDigest}`)
  return [...byWeek.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([, rivals]) =>
        [...rivals]
          .sort(
            (a, b) =>
              a.statistics.labelled - b.statistics.labelled ||
              (a.statistics.asOf < b.statistics.asOf ? -1 : 1) ||
              (a.id < b.id ? -1 : 1),
          )
          .at(-1)!,
    )
}

/** What the registry knows that checks of these versions can name. */
export async function readPerformanceGround(
  ledger: LedgerReader,
  {
    model,
    versions,
    at,
    known,
  }: { model: string; versions: Iterable<string>; at: string; known: readonly PerformanceCheck[] },
): Promise<(check: PerformanceCheck) => PerformanceGround> {
  const manifests = new Map<string, VersionManifest>()
  const evaluations = new Map<string, Evaluation>()
  for (const version of new Set(versions)) {
    const manifest = await readVersion(ledger, model, version, at)
    if (manifest === null) continue
    manifests.set(version, manifest)
    const evaluation = await readReferenced(ledger, Evaluation, manifest.evaluation, at)
    evaluations.set(evaluation.id, evaluation)
  }
  const baselines = new Map((await readBaselines(ledger, model, at)).map((each): [string, Baseline] => [each.id, each]))
  const checks = new Map(known.map((check) => [check.id, check]))
  return ({ version, evaluation, statistics: { pageHinkley, expected } }) => ({
    manifest: manifests.get(version) ?? null,
    evaluation: evaluations.get(evaluation) ?? null,
    baseline: baselines.get(expected?.baseline ?? '') ?? null,
    previous: checks.get(pageHinkley?.from ?? '') ?? null,
  })
}

/** Where a check lies. */
export const performancePath = ({ model, id, window }: PerformanceCheck): string =>
  layout.performance(model, id, window.start)
