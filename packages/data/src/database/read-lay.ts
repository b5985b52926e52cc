import { type Baseline, digestOf, TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import { type BaselinePlan, layBaseline } from '../baseline/baseline.ts'
import type { ColumnPlan, NumericPlan } from '../baseline/day-table.ts'
import { edgeShares, planEdges } from '../baseline/plan.ts'
import { calibrationEdges, planScoresAt } from '../baseline/scores.ts'
import { addDays } from '../baseline/weeks.ts'
import { type LaidColumn, laidColumns } from './laid-columns.ts'
import { allShares, LayQuestion, parseAnswer } from './lay-sql.ts'

const Count = z.coerce.number().int().min(0)
const Day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d/)
  .transform((text) => text.slice(0, 10))
  .nullable()
const Numbers = z.strictObject({ n: Count, quantiles: z.array(z.number()) })
const Levels = z.strictObject({
  distinct: Count,
  known: Count,
  levels: z.array(z.strictObject({ place: Count, level: z.string(), n: Count })).max(1000),
})
const Answer = z.strictObject({
  question: LayQuestion,
  rows: Count,
  first: Day,
  last: Day,
  columns: z.array(z.union([Numbers, Levels])).max(10_000),
})

/** The laid plan that a database's answer to `writeLaySql` holds. Throws `DOCUMENT_INVALID`, and `DATA_EMPTY` where the table has no rows in the period. */
export function readLay(json: string): Baseline {
  const { question, rows, first, last, columns: found } = parseAnswer(Answer, json)
  if (rows === 0 || first === null || last === null) {
    throw new TidemarkError(
      'DATA_EMPTY',
      `${question.table.join('.')} has no rows with a ${question.day} in the period`,
      {
        hint: 'Name the column with --day, and the days with --period.',
      },
    )
  }
  const period = question.period ?? { start: first, end: addDays(last, 1) }
  const plan = planOfAnswer(question, found, rows)
  return layBaseline(plan, {
    model: question.model,
    period,
    // Rows that stay in a database have no digest: what was asked of them stands for it.
    dataset: digestOf({ ...question, rows, first, last }),
    features: digestOf(question.columns),
  })
}

type Found = readonly (z.infer<typeof Numbers> | z.infer<typeof Levels>)[]

function planOfAnswer(question: LayQuestion, found: Found, rows: number): BaselinePlan {
  const { label, score } = question
  const asked = laidColumns(question)
  const answered = asked.filter(({ kind }) => kind !== 'rate')
  const answerOf = new Map(answered.map(({ name }, i) => [name, found[i]]))
  const isScattered = (name: string): boolean => {
    const whole = answerOf.get(name)
    if (whole === undefined || !('levels' in whole)) return false
    return whole.levels.reduce((sum, { n }) => sum + n, 0) < whole.known / 2
  }
  const plans = asked
    .filter(({ text }) => text === undefined || isScattered(text.column))
    .map((column) => planColumn(column, answerOf.get(column.name), rows))
  if (score === undefined) return { columns: plans, calibration: null, expects: false }
  const [scores, ...parts] = [undefined, ...(question.segments ?? [])].map((segment, i): NumericPlan => {
    const own = found[answered.length + i]
    if (own === undefined || !('quantiles' in own)) throw incomplete(score)
    return planScoresAt(atShares(own, edgeShares(own.n)), segment)
  })
  const hasLabel = label !== undefined
  return {
    columns: [...plans, scores!, ...parts],
    calibration: hasLabel ? calibrationEdges(scores!) : null,
    expects: hasLabel,
  }
}

function planColumn(
  { kind, name, isPublic, segment, text }: LaidColumn,
  own: Found[number] | undefined,
  rows: number,
): ColumnPlan {
  if (kind === 'rate') return { kind, name, family: 'labels', segment }
  if (kind === 'numeric' && own !== undefined && 'quantiles' in own) {
    const edges = planEdges(atShares(own, edgeShares(rows)))
    return { kind, name, family: 'features', isPublic, segment, text, ...edges }
  }
  if (kind === 'categorical' && own !== undefined && 'levels' in own) {
    const levels = own.levels.toSorted((a, b) => a.place - b.place).map(({ level }) => level)
    return {
      kind,
      name,
      family: 'features',
      isHashed: !isPublic,
      levels: levels.filter((level) => level.length <= 1000 && !level.includes('\0')),
      segment,
      text,
      distinct: own.distinct,
    }
  }
  throw incomplete(name)
}

const atShares = ({ quantiles }: z.infer<typeof Numbers>, shares: readonly number[]): number[] =>
  quantiles.filter((_, i) => shares.includes(allShares[i]!))

const incomplete = (name: string): TidemarkError =>
  new TidemarkError('DOCUMENT_INVALID', `The database’s answer says nothing of ${name}`, {
    hint: 'Save what the SELECT of `tidemark profile --lay --dialect` returns as it is.',
  })
