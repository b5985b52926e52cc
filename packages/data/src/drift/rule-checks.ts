import { type DriftCheck, type DriftResult, type DriftVerdict, windowName } from '@tidemark/schemas'
import type { ColumnNames } from '../contract/columns.ts'
import type { Contract } from '../contract/contract.ts'
import type { DriftRule } from '../contract/drift-rules.ts'
import type { CheckResult } from '../contract/validate.ts'

const worstFirst: readonly DriftVerdict[] = ['fail', 'warn', 'inconclusive', 'pass']

/**
 * Each drift rule's part of a window's verdict as a check of the contract. Drift that warns is a warning, as is what remains open: a
 * quiet week of few rows breaks no rule, and says so.
 */
export function checksOfRules(
  { driftRules, locate }: Pick<Contract, 'driftRules' | 'locate'>,
  window: DriftCheck,
  { columns, owners }: { columns: ColumnNames; owners: ReadonlyMap<string, string> },
): CheckResult[] {
  return driftRules.map((rule) => {
    const { verdict, reason } = answerOf(rule, window, { columns, owners })
    const { rows } = window.window
    return {
      ...headOf(rule, `in the ${windowName(window)}`),
      severity: verdict === 'fail' || verdict === 'pass' ? rule.severity : 'warning',
      verdict: verdict === 'warn' ? 'fail' : verdict,
      rows,
      observed: verdict === 'pass' ? 'no drift' : `${verdict}: ${reason.replace(/\.$/, '')}`,
      place: locate(rule.path),
    }
  })
}

/** Each rule's check where no row could be counted: no pass. */
export function uncountedRules(
  { driftRules, locate }: Pick<Contract, 'driftRules' | 'locate'>,
  observed: string,
  rows: number,
): CheckResult[] {
  return driftRules.map((rule) => ({
    ...headOf(rule, 'in the newest week'),
    severity: rule.severity,
    verdict: 'inconclusive',
    rows,
    observed,
    place: locate(rule.path),
  }))
}

const headOf = ({ id, column }: DriftRule, when: string) => ({
  id,
  ...(column === undefined ? {} : { column }),
  kind: 'drift',
  description: `${column ?? 'Every column'} is like the baseline ${when}.`,
  failedRows: null,
  expected: 'no drift',
  samples: [],
})

function answerOf(
  { column }: DriftRule,
  window: DriftCheck,
  { columns, owners }: { columns: ColumnNames; owners: ReadonlyMap<string, string> },
): { verdict: DriftVerdict; reason: string } {
  if (column === undefined) return window
  const name = columns.get(column) ?? column
  const own = window.results.filter((result) => (owners.get(result.column) ?? result.column) === name)
  const [worst] = own.sort((a: DriftResult, b) => worstFirst.indexOf(a.verdict) - worstFirst.indexOf(b.verdict))
  const open = window.notJudged.find(({ id }) => id === 'window' || id.endsWith(`.${name}`))
  if (worst !== undefined && (open === undefined || worst.verdict === 'fail' || worst.verdict === 'warn')) return worst
  return { verdict: 'inconclusive', reason: open?.reason ?? 'it is not counted' }
}
