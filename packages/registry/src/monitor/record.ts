import type { DriftCheck, MonitorPolicy, PerformanceCheck, VersionReference } from '@tidemark/schemas'
import type { WindowRecord } from '../drift/plan.ts'
import { readDriftRecord } from '../drift/record.ts'
import type { DriftSubject } from '../drift/subject.ts'
import { readPerformanceRecord } from '../performance/record.ts'
import type { LedgerReader } from '../ports.ts'

/** What a model's monitor judged, and what was told of it and done about it. */
export interface MonitorRecord {
  readonly drift: WindowRecord<DriftCheck>
  /** Of the version in service; what others did is on record, and nothing is done about it. */
  readonly performance: WindowRecord<PerformanceCheck>
  /** Weeks of any version. */
  readonly weeks: readonly PerformanceCheck[]
}

/** Reads both. `baseline` is an id, null where there is none yet; `served` is null where nothing is. */
export async function readMonitorRecord(
  ledger: LedgerReader,
  {
    subject,
    served,
    at,
    baseline,
    policy,
  }: {
    /** The version whose data are what is normal. */
    subject: DriftSubject
    served: VersionReference | null
    at: string
    baseline: string | null
    policy: MonitorPolicy
  },
): Promise<MonitorRecord> {
  const drift = await readDriftRecord(ledger, { ...subject, at, baseline, policy })
  if (policy.performance === undefined)
    return { drift, performance: { windows: [], events: [], startOf: new Map() }, weeks: [] }
  const { model } = subject
  const { checks, ...rest } = await readPerformanceRecord(ledger, { model, at, policy: policy.performance })
  const windows = checks.filter(({ modelDigest }) => modelDigest === served?.modelDigest)
  return { drift, performance: { ...rest, windows }, weeks: checks }
}
