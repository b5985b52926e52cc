import { TidemarkError } from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import type { Dataset } from '../fingerprint/dataset.ts'
import { createDatasetView } from './accepted-rows.ts'
import type { Check } from './checks.ts'
import { type CompiledContract, compileContract } from './compile.ts'
import type { Contract } from './contract.ts'
import { evaluateDuplicates } from './duplicates.ts'
import { foldCounts } from './folded-count.ts'
import { evaluateReference, type RelatedDataset } from './foreign-key.ts'
import { judgeMetric, judgeRowRule } from './judgement.ts'
import { type Condition, type RowPlace, type ScanResult, scanConditions } from './scan.ts'
import { evaluateSql, judgeFoldedCount, writtenSql } from './sql-check.ts'

/** What becomes of rows that break a row rule, and the largest share of them that is borne. */
export interface ViolationPolicy {
  readonly action: 'fail' | 'drop' | 'quarantine'
  /** Of all rows, in [0, 1]. Has no meaning for `fail`, which bears none. */
  readonly maxShare: number
}

export const defaultViolationPolicy: ViolationPolicy = { action: 'fail', maxShare: 0 }

export type DataVerdict = 'pass' | 'fail' | 'inconclusive'

export interface CheckResult {
  readonly id: string
  readonly column?: string
  readonly kind: string
  readonly description: string
  readonly severity: 'error' | 'warning'
  readonly verdict: DataVerdict
  /** Rows that were judged. */
  readonly rows: number
  /** Null where rows are not what is counted. */
  readonly failedRows: number | null
  readonly expected: string
  readonly observed: string
  /** The first ten offending rows: numbers, never values. */
  readonly samples: readonly RowPlace[]
  /** Line and column in the contract, from 1. */
  readonly place: { readonly line?: number; readonly column?: number }
}

export interface ValidationReport {
  readonly verdict: DataVerdict
  readonly rows: number
  /** Rows that break a row rule of severity error. */
  readonly rejectedRows: number
  /** Rows that a query over the dataset sees: all under `fail`, the rest after rejection otherwise. */
  readonly acceptedRows: number
  readonly violations: ViolationPolicy
  readonly checks: readonly CheckResult[]
  /** What the contract declares and nothing here evaluates. */
  readonly notEvaluated: readonly string[]
}

/**
 * A contract's verdict on a dataset. Row rules, metrics and queries that only count rows take one scan, each uniqueness rule,
 * reference and other query one more. Rejected rows within the policy's share do not fail the rule they break; metrics,
 * uniqueness and SQL rules judge the rows that remain. Creates the dataset's view (`createDatasetView`). `related` are the
 * contract's other objects, for references. Throws `COLUMN_MISSING`, `DATA_UNREADABLE`, `SQL_REFUSED`, `SQL_FAILED`.
 */
export async function validate(
  engine: Engine,
  dataset: Dataset,
  contract: Contract,
  policy: ViolationPolicy = defaultViolationPolicy,
  related: readonly RelatedDataset[] = [],
): Promise<ValidationReport> {
  const compiled = await compileContract(engine, dataset, contract)
  const written = await writtenSql(engine, compiled.checks, contract)
  const folded = await foldCounts(engine, written, dataset)
  const { scan, isFolded } = await scanAll(engine, dataset, conditionsOf(compiled), folded)
  const acceptedRows = policy.action === 'fail' ? scan.rows : scan.rows - scan.rejectedRows
  const isBorne = policy.action !== 'fail' && scan.rejectedRows <= policy.maxShare * scan.rows
  await createDatasetView(engine, dataset, { contract, policy })
  const circumstances = {
    scan,
    acceptedRows,
    isBorne,
    policy,
    contract,
    written,
    isFolded,
    related: [...related, { dataset, contract }],
  }
  const checks: CheckResult[] = []
  for (const check of compiled.checks) {
    const judged = await judge(engine, dataset, check, circumstances)
    const { id, kind, description, severity, expected, column, path } = check
    checks.push({
      id,
      kind,
      description,
      severity,
      expected,
      ...judged,
      place: contract.locate(path),
      ...(column === undefined ? {} : { column }),
    })
  }
  const { rows, rejectedRows } = scan
  return {
    verdict: overall(checks, acceptedRows),
    rows,
    rejectedRows,
    acceptedRows,
    violations: policy,
    checks,
    notEvaluated: contract.notEvaluated,
  }
}

/** A query's condition may fail where its query would not, on a rejected row: then the queries are run by themselves. */
async function scanAll(
  engine: Engine,
  dataset: Dataset,
  conditions: readonly Condition[],
  folded: ReadonlyMap<string, string>,
): Promise<{ scan: ScanResult; isFolded: (id: string) => boolean }> {
  if (folded.size > 0) {
    const counted = [...folded].map(([id, sql]): Condition => ({ id, sql, rejects: false }))
    try {
      const scan = await scanConditions(engine, dataset, [...conditions, ...counted])
      return { scan, isFolded: (id) => folded.has(id) }
    } catch (error) {
      if (!(error instanceof TidemarkError) || error.code !== 'SQL_FAILED') throw error
    }
  }
  return { scan: await scanConditions(engine, dataset, conditions), isFolded: () => false }
}

interface Circumstances {
  readonly scan: ScanResult
  readonly acceptedRows: number
  readonly isBorne: boolean
  readonly policy: ViolationPolicy
  readonly contract: Contract
  readonly related: readonly RelatedDataset[]
  /** The text of each SQL check, placeholders filled in. */
  readonly written: ReadonlyMap<string, string>
  readonly isFolded: (id: string) => boolean
}

export type Judged = Pick<CheckResult, 'verdict' | 'rows' | 'failedRows' | 'observed' | 'samples'>

function judge(engine: Engine, dataset: Dataset, check: Check, circumstances: Circumstances): Judged | Promise<Judged> {
  const { scan, acceptedRows, isBorne, policy, contract, written, isFolded } = circumstances
  const count = scan.counts.get(check.id)
  switch (check.type) {
    case 'row':
      return judgeRowRule(check, count, scan, isBorne, policy)
    case 'metric':
      return judgeMetric(check, count, acceptedRows, policy.action === 'fail')
    case 'duplicates':
      return evaluateDuplicates(engine, dataset, check, acceptedRows)
    case 'sql':
      return isFolded(check.id)
        ? judgeFoldedCount(check, count, acceptedRows, policy.action === 'fail')
        : evaluateSql(engine, check, { sql: written.get(check.id) ?? '', contract, acceptedRows })
    case 'reference':
      return evaluateReference(engine, dataset, check, circumstances)
    case 'settled':
      return { verdict: check.verdict, rows: scan.rows, failedRows: null, observed: check.observed, samples: [] }
  }
}

function conditionsOf({ checks }: CompiledContract): Condition[] {
  return checks.flatMap((check) => {
    if (check.type === 'row') return [{ id: check.id, sql: check.violates, rejects: check.severity === 'error' }]
    return check.type === 'metric' && check.counts !== null ? [{ id: check.id, sql: check.counts, rejects: false }] : []
  })
}

// Nothing left to judge is never a pass.
function overall(checks: readonly CheckResult[], acceptedRows: number): DataVerdict {
  const errors = checks.filter(({ severity }) => severity === 'error')
  if (errors.some(({ verdict }) => verdict === 'fail')) return 'fail'
  return acceptedRows === 0 || errors.some(({ verdict }) => verdict === 'inconclusive') ? 'inconclusive' : 'pass'
}
