import { type Baseline, digestOf, TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import { type BaselinePlan, layBaseline } from '../baseline/baseline.ts'
import type { ColumnPlan, NumericPlan } from '../baseline/day-table.ts'
import { edgeShares, planEdges } from '../baseline/plan.ts'
import { calibrationEdges, planScoresAt } from '../baseline/scores.ts'
import { addDays } from '../baseline/weeks.ts'
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
  columns: z.array(z.union([Numbers, Levels])).max(2000),
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

function planOfAnswer(
  { columns, label, score, public: shown }: LayQuestion,
  found: readonly (z.infer<typeof Numbers> | z.infer<typeof Levels>)[],
  rows: number,
): BaselinePlan {
  const shares = new Set(edgeShares(rows))
  const plans = columns.map(({ name, kind }, i): ColumnPlan => {
    const own = found[i]
    const isPublic = shown.includes(name)
    if (kind === 'numeric' && own !== undefined && 'quantiles' in own)
      return { kind, name, family: 'features', isPublic, ...planEdges(atShares(own, shares)) }
    if (kind === 'categorical' && own !== undefined && 'levels' in own) {
      const levels = own.levels.toSorted((a, b) => a.place - b.place).map(({ level }) => level)
      return {
        kind,
        name,
        family: 'features',
        isHashed: !isPublic,
        levels: levels.filter((level) => level.length <= 1000 && !level.includes('\0')),
        distinct: own.distinct,
      }
    }
    throw incomplete(name)
  })
  const rate: ColumnPlan[] = label === undefined ? [] : [{ kind: 'rate', name: label, family: 'labels' }]
  if (score === undefined) return { columns: [...plans, ...rate], calibration: null, expects: false }
  const own = found[columns.length]
  if (own === undefined || !('quantiles' in own)) throw incomplete(score)
  const scores: NumericPlan = planScoresAt(atShares(own, new Set(edgeShares(own.n))))
  const hasLabel = label !== undefined
  return {
    columns: [...plans, ...rate, scores],
    calibration: hasLabel ? calibrationEdges(scores) : null,
    expects: hasLabel,
  }
}

const atShares = ({ quantiles }: z.infer<typeof Numbers>, shares: ReadonlySet<number>): number[] =>
  quantiles.filter((_, i) => shares.has(allShares[i]!))

const incomplete = (name: string): TidemarkError =>
  new TidemarkError('DOCUMENT_INVALID', `The database’s answer says nothing of ${name}`, {
    hint: 'Save what the SELECT of `tidemark profile --lay --dialect` returns as it is.',
  })
