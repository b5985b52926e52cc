import { type PerformancePolicy, type Period, TidemarkError } from '@tidemark/schemas'
import { addDays, completeWeeks } from '../baseline/weeks.ts'
import type { StringColumn } from '../engine/columns.ts'
import type { Engine } from '../engine/engine.ts'
import { quoteLiteral } from '../engine/quoting.ts'
import type { DatasetFiles } from '../fingerprint/files.ts'
import { keysOf, selectLabels, selectPredictions } from './log-files.ts'

/** A version's predictions of a complete week, counted. */
export interface OutcomeWeek {
  readonly version: string
  readonly period: Period
  /** Different predictions with a usable score, and those with a label. */
  readonly predictions: number
  readonly labelled: number
  /** The same prediction once more; no probability; labels that contradict each other. None is among the ones above with a label. */
  readonly repeated: number
  readonly unusable: number
  readonly contradicted: number
}

/** The labelled rows of a week in order of time. */
export interface OutcomeRows {
  readonly scores: Float64Array
  readonly labels: Uint8Array
  readonly days: Pick<StringColumn, 'codes' | 'dictionary'>
}

/** Predictions joined with labels, in an engine. */
export interface JoinedOutcomes {
  /** The day of the newest prediction, of those that had been made: none lies after `today`. */
  readonly asOf: string
  /** The day of the newest prediction, where that lies ahead and says nothing about which labels have come. */
  readonly ahead: string | null
  /** By version and week, oldest first; a week that the log does not begin before is not among them. */
  readonly weeks: readonly OutcomeWeek[]
  /** Labels that no prediction belongs to, and predictions without a time, key or version: of no week. */
  readonly unmatchedLabels: number
  readonly undated: number
  read(week: Pick<OutcomeWeek, 'version' | 'period'>): Promise<OutcomeRows>
}

const joined = 'tidemark_outcomes'
const chosen = 'tidemark_outcome_rows'

/**
 * Joins predictions with labels in one pass over either. Of a prediction that is there several times the first counts; labels that
 * contradict each other are none. Null where there is no prediction of the model. Throws `COLUMN_MISSING`, `COLUMN_TYPE` where labels
 * are not 0 and 1 or no time can be read, `DATA_EMPTY` and `DATA_UNREADABLE`.
 */
export async function joinOutcomes(
  engine: Engine,
  {
    predictions,
    labels,
    model,
    policy,
    today,
  }: {
    predictions: DatasetFiles
    labels: DatasetFiles
    model: string
    policy: PerformancePolicy
    /** The date; a log's own newest time may be of a clock that is wrong. */
    today: string
  },
): Promise<JoinedOutcomes | null> {
  const keys = keysOf(policy)
  await engine.query(`CREATE OR REPLACE TEMP TABLE ${joined} AS
    WITH predictions AS (${await selectPredictions(engine, predictions, { model, policy })}),
    dated AS (
      SELECT ${keys.join(', ')}, version, min({ time: time, score: score }) FILTER (WHERE score IS NOT NULL) AS first,
        min(time) AS seen, count(*) FILTER (WHERE score IS NOT NULL) AS copies, count(*) FILTER (WHERE score IS NULL) AS unusable
      FROM predictions WHERE time IS NOT NULL AND version IS NOT NULL AND ${keys.map((key) => `${key} IS NOT NULL`).join(' AND ')}
      GROUP BY ALL
      UNION ALL BY NAME
      SELECT NULL AS version, count(*) AS unusable FROM predictions
      WHERE time IS NULL OR version IS NULL OR ${keys.map((key) => `${key} IS NULL`).join(' OR ')}
    ),
    labels AS (
      SELECT ${keys.join(', ')}, min(label) AS label, count(DISTINCT label) > 1 AS contradicted,
        count(*) FILTER (WHERE label NOT IN (0, 1)) AS wrong
      FROM (${await selectLabels(engine, labels, policy)}) GROUP BY ALL
    )
    SELECT ${keys.join(', ')}, version, coalesce(first.time, seen) AS time, first.score AS score, copies, unusable,
      CASE WHEN NOT contradicted THEN label END AS label, coalesce(contradicted, false) AS contradicted,
      label IS NOT NULL AS has_label, coalesce(wrong, 0) AS wrong
    FROM dated FULL JOIN labels USING (${keys.join(', ')})`)
  const [whole] = await engine.query(`SELECT
    max(time)::DATE::VARCHAR AS last, min(time)::DATE::VARCHAR AS oldest,
    (max(time::DATE) FILTER (WHERE time::DATE <= DATE ${quoteLiteral(today)}))::VARCHAR AS newest, sum(wrong)::BIGINT AS wrong,
    count(*) FILTER (WHERE version IS NULL AND has_label) AS unmatched,
    coalesce(sum(unusable) FILTER (WHERE version IS NULL), 0)::BIGINT AS undated FROM ${joined}`)
  if (Number(whole?.wrong ?? 0) > 0) throw notBinary(Number(whole?.wrong), policy)
  const undated = Number(whole?.undated ?? 0)
  if (typeof whole?.last !== 'string' || typeof whole.oldest !== 'string') {
    if (undated > 0) throw noTime(undated, policy)
    return null
  }
  const asOf = typeof whole.newest === 'string' ? whole.newest : today
  const inLog = typeof whole.newest === 'string' ? completeWeeks({ start: whole.oldest, end: addDays(asOf, 1) }) : []
  const starts = new Set(inLog.map(({ start }) => start))
  const counted = await engine.query(`SELECT version, date_trunc('week', time)::DATE::VARCHAR AS start,
      count(score) AS predictions, count(label) FILTER (WHERE score IS NOT NULL) AS labelled,
      sum(greatest(copies - 1, 0))::BIGINT AS repeated, sum(unusable)::BIGINT AS unusable,
      count(*) FILTER (WHERE contradicted AND score IS NOT NULL) AS contradicted
    FROM ${joined} WHERE version IS NOT NULL GROUP BY ALL ORDER BY start, version`)
  return {
    asOf,
    ahead: whole.last > today ? whole.last : null,
    unmatchedLabels: Number(whole.unmatched),
    undated,
    weeks: counted
      .filter(({ start }) => starts.has(String(start)))
      .map((week) => ({
        version: String(week.version),
        period: { start: String(week.start), end: addDays(String(week.start), 7) },
        predictions: Number(week.predictions),
        labelled: Number(week.labelled),
        repeated: Number(week.repeated),
        unusable: Number(week.unusable),
        contradicted: Number(week.contradicted),
      })),
    read: (week) => readRows(engine, keys, week),
  }
}

async function readRows(
  engine: Engine,
  keys: readonly string[],
  { version, period: { start, end } }: Pick<OutcomeWeek, 'version' | 'period'>,
): Promise<OutcomeRows> {
  // Rows of one moment stand in the order of their keys, so that sums and tests come out the same each time.
  await engine.query(`CREATE OR REPLACE TEMP TABLE ${chosen} AS
    SELECT date_diff('day', DATE ${quoteLiteral(start)}, time::DATE) AS day, score, label FROM ${joined}
    WHERE version = ${quoteLiteral(version)} AND time >= TIMESTAMP ${quoteLiteral(start)} AND time < TIMESTAMP ${quoteLiteral(end)}
      AND score IS NOT NULL AND label IS NOT NULL ORDER BY time, ${keys.join(', ')}`)
  const columns = await engine.columns(
    chosen,
    ['day', 'score', 'label'].map((name) => ({ name, kind: 'number' as const })),
  )
  await engine.query(`DROP TABLE ${chosen}`)
  const [days, scores, labels] = columns.map((column) =>
    column.kind === 'number' ? column.values : new Float64Array(),
  )
  return {
    scores: scores!,
    labels: Uint8Array.from(labels!),
    days: { codes: Uint32Array.from(days!), dictionary: Array.from({ length: 7 }, (_, day) => addDays(start, day)) },
  }
}

const notBinary = (count: number, { columns }: PerformancePolicy): TidemarkError =>
  new TidemarkError('COLUMN_TYPE', `${count} labels in ${columns.label} are neither 0 nor 1`, {
    hint: 'Name a column of 0 and 1 as monitor.performance.columns.label; leave empty what is not known yet.',
    problems: [{ path: columns.label, message: 'expected 0 or 1' }],
  })

const noTime = (count: number, { columns }: PerformancePolicy): TidemarkError =>
  new TidemarkError('COLUMN_TYPE', `None of ${count} predictions has a time in ${columns.time}, a version and a key`, {
    hint: 'Times are ISO 8601, such as 2026-03-01T09:30:00Z. Check join and columns of monitor.performance in model.yaml.',
    problems: [{ path: columns.time, message: 'cannot be read as a time' }],
  })
