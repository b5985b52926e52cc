import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import type { Dataset } from '../fingerprint/dataset.ts'
import { resolveColumns } from './columns.ts'
import type { Contract } from './contract.ts'
import type { CheckResult } from './validate.ts'

/**
 * Whether the newest values of a contract's freshness columns are young enough at a time (ISO 8601, UTC). Kept apart from
 * `validate`, whose verdict is a fact of the data and must not change with the clock. Values after `asOf` prove nothing and are
 * left out; times without a zone are taken for UTC. Ages are told only as within the limit or not, since they would give values away.
 */
export async function judgeFreshness(
  engine: Engine,
  dataset: Dataset,
  contract: Contract,
  asOf: string,
): Promise<CheckResult[]> {
  const columns = contract.freshness.length === 0 ? new Map<string, string>() : resolveColumns(dataset, contract)
  const results: CheckResult[] = []
  for (const { id, column, maxAgeMs, limit, place } of contract.freshness) {
    const name = columns.get(column) ?? column
    const type = dataset.columns.find((each) => each.name === name)?.type ?? ''
    const head = {
      id,
      column,
      kind: 'freshness',
      description: `${column} reaches to within ${limit} of now`,
      severity: 'error' as const,
      rows: dataset.rows,
      failedRows: null,
      expected: `within ${limit}`,
      samples: [],
      place,
    }
    if (!/^(DATE|TIMESTAMP.*)$/.test(type)) {
      results.push({ ...head, verdict: 'inconclusive', observed: `not testable on ${type}` })
      continue
    }
    const now = `${quoteLiteral(asOf)}::TIMESTAMPTZ`
    const value = `${quoteIdentifier(name)}::TIMESTAMPTZ`
    const [row] = await engine.query(
      `SELECT max(${value}) FILTER (WHERE ${value} <= ${now}) >= ${now} - to_milliseconds(${maxAgeMs}) AS is_fresh
       FROM ${dataset.rawView} WHERE isfinite(${quoteIdentifier(name)})`,
    )
    const isFresh = row?.is_fresh ?? null
    results.push({
      ...head,
      verdict: isFresh === null ? 'inconclusive' : isFresh ? 'pass' : 'fail',
      observed: isFresh === null ? 'no time up to now' : isFresh ? `within ${limit}` : `older than ${limit}`,
    })
  }
  return results
}
