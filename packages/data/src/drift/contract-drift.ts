import {
  Baseline,
  type DriftCheck,
  digestOf,
  MonitorPolicy,
  type Period,
  parseJsonDocument,
  TidemarkError,
} from '@tidemark/schemas'
import { plainRows } from '../baseline/plain-rows.ts'
import { readPeriod } from '../baseline/scoring-rows.ts'
import type { DriftData } from '../baseline/source.ts'
import { completeWeeks } from '../baseline/weeks.ts'
import { profileWindows } from '../baseline/window.ts'
import { type ColumnNames, resolveColumns } from '../contract/columns.ts'
import { type Contract, publicColumns } from '../contract/contract.ts'
import { dayOfRules } from '../contract/drift-rules.ts'
import type { CheckResult } from '../contract/validate.ts'
import type { Engine } from '../engine/engine.ts'
import type { Dataset } from '../fingerprint/dataset.ts'
import { readBelow } from '../model/read-below.ts'
import { checkDrift } from './check.ts'
import { withDriftRules } from './contract-rules.ts'
import { ownersOf } from './limits.ts'
import { checksOfRules, uncountedRules } from './rule-checks.ts'

/** What a contract's drift rules say of a dataset, beside a committed baseline. */
export interface ContractDrift {
  /** Complete weeks after the baseline, in order; the last one decides. */
  readonly windows: readonly DriftCheck[]
  /** Of each rule, where there is a window: drift of a rule of severity error is an error, and so is that its rows cannot be counted. */
  readonly checks: readonly CheckResult[]
  /** Why nothing is judged; null where something is. */
  readonly notJudged: string | null
}

/** Half a year. */
const mostWindows = 26

/**
 * Judges a dataset's complete weeks after the baseline that a contract's drift rules name, with the monitor's own decision. Without a
 * model nothing but the contract is the policy: its object's rule is one of all columns; where there is none, the columns with a rule
 * are judged. Null without drift rules. The dataset's view must be there. Throws `FILE_NOT_FOUND`, `DOCUMENT_INVALID` and
 * `DIGEST_MISMATCH` for a baseline that is not as it was written.
 */
export async function judgeContractDrift(
  engine: Engine,
  dataset: Dataset,
  contract: Contract,
  root: string,
): Promise<ContractDrift | null> {
  const { driftRules: rules, object } = contract
  if (rules.length === 0) return null
  const [path] = rules.flatMap(({ baseline }) => baseline ?? [])
  const dayProperty = dayOfRules(object, rules)
  if (path === undefined || dayProperty === undefined)
    return nothing('no drift rule names a baseline; drift-report has the one of a model’s version')
  const whole = await readBaseline(root, path)
  const columns = resolveColumns(dataset, contract)
  const day = columns.get(dayProperty) ?? dayProperty
  const data = plainRows(dataset, { day, label: whole.columns.find(({ kind }) => kind === 'rate')?.name })
  try {
    const arrived = await readPeriod(engine, data.features)
    const { end } = whole.period
    const windows = arrived === null ? [] : completeWeeks({ start: end, end: arrived.end }).slice(-mostWindows)
    if (windows.length === 0) return nothing(`no complete week has come since the baseline, which ends before ${end}`)
    return await judgeWindows(windows, { engine, dataset, contract, data, baseline: whole, columns })
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    // What is wrong with the data is for their other checks to say; that nothing could be counted holds as these do.
    const reason = `the rows cannot be counted by ${dayProperty} (${error.code})`
    return { windows: [], checks: uncountedRules(contract, reason, dataset.rows), notJudged: reason }
  }
}

async function judgeWindows(
  windows: readonly Period[],
  {
    engine,
    dataset,
    contract,
    data,
    baseline: whole,
    columns,
  }: {
    engine: Engine
    dataset: Dataset
    contract: Contract
    data: DriftData
    baseline: Baseline
    columns: ColumnNames
  },
): Promise<ContractDrift> {
  const { monitor } = withDriftRules(MonitorPolicy.parse({}), contract, { hasThresholds: false })
  const ruled = new Set(contract.driftRules.flatMap(({ column }) => columns.get(column ?? '') ?? []))
  const isAll = contract.driftRules.some(({ column }) => column === undefined)
  const owners = ownersOf(whole)
  const baseline = isAll
    ? whole
    : { ...whole, columns: whole.columns.filter(({ name }) => ruled.has(owners.get(name) ?? name)) }
  const open = new Set(publicColumns(contract))
  const isPublic = (name: string) => open.has(owners.get(name) ?? name)
  const profiles = await profileWindows(engine, data, baseline, windows)
  const checks = profiles
    .map((window) => checkDrift({ baseline, window, dataset: dataset.digest, policy: monitor }))
    .map((check) => withoutValues(check, isPublic))
  return { windows: checks, checks: checksOfRules(contract, checks.at(-1)!, { columns, owners }), notJudged: null }
}

const nothing = (notJudged: string): ContractDrift => ({ windows: [], checks: [], notJudged })

/** A mean is made of values: it is told of public columns alone, as are the base's. Rates are of rows. */
function withoutValues(check: DriftCheck, isPublic: (column: string) => boolean): DriftCheck {
  const results = check.results.map((result) =>
    result.statistic !== 'ks' || isPublic(result.column)
      ? result
      : { ...result, values: { baseline: null, window: null } },
  )
  return { ...check, results }
}

/** A baseline below a checkout, as it was written. */
export async function readBaseline(root: string, path: string): Promise<Baseline> {
  const hint = `Write it with \`tidemark contract infer --baseline ${path}\` or \`tidemark profile\`, or correct the rule’s path, which is from the repository’s root.`
  return parseBaseline(await readBelow(root, path, hint), path)
}

/** A baseline from its text. Throws `DOCUMENT_INVALID`, and `DIGEST_MISMATCH` where it was edited. */
export function parseBaseline(text: string, file: string): Baseline {
  const baseline = parseJsonDocument(Baseline, text, file)
  const { id, ...rest } = baseline
  if (digestOf(rest) === id) return baseline
  throw new TidemarkError(
    'DIGEST_MISMATCH',
    `${file} is not the baseline that it says it is: its id is another one’s`,
    {
      hint: 'It was edited. Restore it from Git history, or write it again.',
    },
  )
}
