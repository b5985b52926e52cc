import { type Problem, TidemarkError } from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier } from '../engine/quoting.ts'
import { assertSingleSelect } from '../engine/select-guard.ts'
import { type Check, describeJudge, type SqlCheck, satisfies } from './checks.ts'
import type { Contract } from './contract.ts'
import type { RowCount } from './scan.ts'
import type { Judged } from './validate.ts'

/**
 * The texts of a contract's queries by check, placeholders filled in. Throws `SQL_REFUSED` with everything in any of them that
 * is not one locked SELECT from the object.
 */
export async function writtenSql(
  engine: Engine,
  checks: readonly Check[],
  { object, file, locate }: Contract,
): Promise<ReadonlyMap<string, string>> {
  const written = new Map<string, string>()
  const refused: TidemarkError[] = []
  for (const check of checks) {
    if (check.type !== 'sql') continue
    const sql = check.query.replaceAll(/\$?\{object\}/g, () => quoteIdentifier(object.name))
    const { line } = locate([...check.path, 'query'])
    try {
      await assertSingleSelect(engine, { sql, file, tables: [object.name], firstLine: line })
      written.set(check.id, sql)
    } catch (error) {
      if (!(error instanceof TidemarkError) || error.code !== 'SQL_REFUSED') throw error
      refused.push(error)
    }
  }
  const [first] = refused
  if (first === undefined) return written
  const problems = refused.flatMap((error): readonly Problem[] =>
    error.problems.length > 0 ? error.problems : [{ file, message: error.message }],
  )
  throw new TidemarkError('SQL_REFUSED', first.message, { hint: first.hint, problems, cause: first })
}

/** What a single query may take, whatever it joins. */
const limitMs = 10 * 60_000

/** Runs a contract's own SELECT over the accepted rows. It gives one row with one number or truth value; NULL is inconclusive, as an infinity is. */
export async function evaluateSql(
  engine: Engine,
  check: SqlCheck,
  { sql, contract, acceptedRows }: { sql: string; contract: Contract; acceptedRows: number },
): Promise<Judged> {
  const { file } = contract
  const { line } = contract.locate([...check.path, 'query'])
  const rows = await engine.query(sql, { limitMs }).catch((error: unknown) => {
    if (!(error instanceof TidemarkError) || error.code !== 'SQL_FAILED') throw error
    const { code, message, hint, cause } = error
    const problems = [{ file, line, path: check.id, message }]
    throw new TidemarkError(code, `The query of ${check.id} failed: ${message}`, { hint, problems, cause })
  })
  const values = Object.values(rows[0] ?? {})
  const [value] = values
  const isAnswer = value === null || ['number', 'bigint', 'boolean'].includes(typeof value)
  if (rows.length !== 1 || values.length !== 1 || !isAnswer) {
    throw new TidemarkError('SQL_FAILED', `The query of ${check.id} does not give one number`, {
      hint: 'Select one value in one row, such as count(*).',
      problems: [{ file, line, path: check.id, message: `gives ${rows.length} rows of ${values.length} columns` }],
    })
  }
  const answer = value === null ? null : Number(value)
  return { ...judgeAnswer(check, answer, acceptedRows), failedRows: null, samples: [] }
}

/** The same for a query that only counts rows and was answered by the one scan: its rows are known by their numbers. */
export function judgeFoldedCount(
  check: SqlCheck,
  count: RowCount | undefined,
  acceptedRows: number,
  ofAllRows: boolean,
): Judged {
  const found = (ofAllRows ? count?.rows : count?.acceptedRows) ?? 0
  const { operator, bound } = check.judge
  // What may only be few is what offends; where a query asks for at least so many, its rows are the good ones.
  const areOffending = operator.startsWith('mustBeLess') || (operator === 'mustBe' && bound === 0)
  return {
    ...judgeAnswer(check, found, acceptedRows),
    failedRows: areOffending ? found : null,
    samples: areOffending && found > 0 ? (count?.samples ?? []) : [],
  }
}

function judgeAnswer(
  { judge }: SqlCheck,
  value: number | null,
  acceptedRows: number,
): Pick<Judged, 'verdict' | 'rows' | 'observed'> {
  // What is divided by zero is no number that a bound could be held against.
  const isUnknown = value === null || Math.abs(value) === Number.POSITIVE_INFINITY
  const verdict = isUnknown || acceptedRows === 0 ? 'inconclusive' : satisfies(judge, value) ? 'pass' : 'fail'
  const expected = describeJudge({ ...judge, unit: 'rows' }, '').trim()
  return { verdict, rows: acceptedRows, observed: `${value ?? 'no value'} (${expected} expected)` }
}
