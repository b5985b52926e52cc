import { TidemarkError } from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier } from '../engine/quoting.ts'
import { assertSingleSelect } from '../engine/select-guard.ts'
import { describeJudge, type SqlCheck, satisfies } from './checks.ts'
import type { Contract } from './contract.ts'
import type { Judged } from './validate.ts'

/** Runs a contract's own SELECT, locked, over the accepted rows. It gives one row with one number; NULL is inconclusive. */
export async function evaluateSql(
  engine: Engine,
  check: SqlCheck,
  contract: Contract,
  acceptedRows: number,
): Promise<Judged> {
  const { object, file } = contract
  const sql = check.query.replaceAll(/\$?\{object\}/g, () => quoteIdentifier(object.name))
  const { line } = contract.locate([...check.path, 'query'])
  await assertSingleSelect(engine, { sql, file, tables: [object.name], firstLine: line })
  const rows = await engine.query(sql)
  const values = Object.values(rows[0] ?? {})
  const [value] = values
  if (
    rows.length !== 1 ||
    values.length !== 1 ||
    !(value === null || typeof value === 'number' || typeof value === 'bigint')
  ) {
    throw new TidemarkError('SQL_FAILED', `The query of ${check.id} does not give one number`, {
      hint: 'Select one value in one row, such as count(*).',
      problems: [{ file, line, path: check.id, message: `gives ${rows.length} rows of ${values.length} columns` }],
    })
  }
  const verdict =
    value === null || acceptedRows === 0 ? 'inconclusive' : satisfies(check.judge, Number(value)) ? 'pass' : 'fail'
  const observed = value === null ? 'no value' : `${Number(value)}`
  return {
    verdict,
    rows: acceptedRows,
    failedRows: null,
    observed: `${observed} (${describeJudge({ ...check.judge, unit: 'rows' }, '').trim()} expected)`,
    samples: [],
  }
}
