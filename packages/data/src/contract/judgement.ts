import { type MetricCheck, type RowCheck, satisfies } from './checks.ts'
import type { RowCount, ScanResult } from './scan.ts'
import type { Judged, ViolationPolicy } from './validate.ts'

/** A row rule fails when any row breaks it, unless the policy bears the rows that all rules reject together. */
export function judgeRowRule(
  check: RowCheck,
  count: RowCount | undefined,
  { rows, rejectedRows }: ScanResult,
  isBorne: boolean,
  policy: ViolationPolicy,
): Judged {
  const failedRows = count?.rows ?? 0
  const share = describeShare(failedRows, rows)
  const handled = policy.action === 'drop' ? 'dropped' : 'quarantined'
  const isRejecting = check.severity === 'error'
  const observed =
    failedRows === 0 || !isRejecting || policy.action === 'fail'
      ? share
      : isBorne
        ? `${share}, ${handled}`
        : `${share}; all rules reject ${describeShare(rejectedRows, rows)}, more than the ${percent(policy.maxShare)} allowed`
  const verdict = rows === 0 ? 'inconclusive' : failedRows === 0 || (isRejecting && isBorne) ? 'pass' : 'fail'
  return { verdict, rows, failedRows, observed, samples: count?.samples ?? [] }
}

/** A metric over the accepted rows; a share of no rows is inconclusive. */
export function judgeMetric(
  check: MetricCheck,
  count: RowCount | undefined,
  acceptedRows: number,
  ofAllRows: boolean,
): Judged {
  const { judge } = check
  if (check.counts === null) {
    const verdict = satisfies(judge, acceptedRows) ? 'pass' : 'fail'
    return { verdict, rows: acceptedRows, failedRows: null, observed: `${acceptedRows} rows`, samples: [] }
  }
  const found = (ofAllRows ? count?.rows : count?.acceptedRows) ?? 0
  const samples = found === 0 ? [] : (count?.samples ?? [])
  return { ...judgeCount(judge, found, acceptedRows), samples }
}

/** A count of rows against an operator, in rows or in percent of the rows judged. */
export function judgeCount(judge: MetricCheck['judge'], found: number, rows: number): Omit<Judged, 'samples'> {
  if (rows === 0) return { verdict: 'inconclusive', rows, failedRows: null, observed: 'no rows to judge' }
  const value = judge.unit === 'percent' ? (100 * found) / rows : found
  return {
    verdict: satisfies(judge, value) ? 'pass' : 'fail',
    rows,
    failedRows: found,
    observed: describeShare(found, rows),
  }
}

/** `54 of 508239 rows (0.0106 %)` */
export function describeShare(failed: number, rows: number): string {
  if (failed === 0) return `0 of ${rows} rows`
  return `${failed} of ${rows} rows (${percent(failed / rows)})`
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`
}
