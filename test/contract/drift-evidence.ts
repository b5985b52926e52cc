import type { DriftEvidence, MonitorTelling } from '@tidemark/registry'
import {
  type Baseline,
  type Dataset,
  type DriftCheck,
  type DriftProfile,
  datasetDigest,
  digestOf,
  MonitorPolicy,
} from '@tidemark/schemas'
import { ninthWeek, openOrders, orders, reference, shopData } from '../../packages/data/src/drift/shop.fixture.ts'
import { buildBaseline, checkDrift, profileWindow } from '../../packages/data/src/index.ts'
import {
  describeDriftAlert,
  describePerformanceAlert,
  monitorIssueTitle,
  monitorMarker,
  renderDriftEnd,
  renderMonitorIssue,
  renderPerformanceEnd,
} from '../../packages/reports/src/index.ts'

export const monitor = MonitorPolicy.parse({
  baseline: { version: '1.0.0' },
  label: { column: 'days_late', time: 'ordered' },
  retrain: { workflow: 'train.yml' },
})

/** Weeks of made orders: one like the reference, one with dearer prices, one of which two days have not arrived. */
export type Week = 'normal' | 'dear' | 'partial'

interface Counted {
  baseline: Baseline
  normal: DriftProfile
  dear: DriftProfile
}

let counted: Promise<Counted> | undefined

async function count(): Promise<Counted> {
  await using usual = await openOrders(orders())
  await using dearer = await openOrders(orders({ price: `round(80 + 30 * (hash(i, 'a') % 1000000 / 1000000.0), 2)` }))
  const options = { model: 'churn', dataset: digestOf('reference'), period: reference, publicColumns: ['price'] }
  const baseline = await buildBaseline(usual.engine, shopData, options)
  return {
    baseline,
    normal: await profileWindow(usual.engine, shopData, baseline, ninthWeek),
    dear: await profileWindow(dearer.engine, shopData, baseline, ninthWeek),
  }
}

/** A judgement of weeks in order, from the first after the reference; `skip` leaves out so many weeks before them. */
export async function createEvidence(
  weeks: readonly Week[],
  {
    model = 'churn',
    modelDigest,
    files = [{ path: 'data/january.parquet', sizeBytes: 10, sha256: digestOf('january'), rows: 10 }],
    skip = 0,
    policy = monitor,
  }: {
    model?: string
    modelDigest: string
    files?: Dataset['files']
    skip?: number
    policy?: MonitorPolicy
  },
): Promise<DriftEvidence> {
  counted ??= count()
  const { baseline: original, ...profiles } = await counted
  const datasetOf = (own: Dataset['files']): Dataset => ({
    schema: 'tidemark/dataset/v1',
    model,
    name: 'orders',
    digest: datasetDigest({ files: own }),
    files: own,
    rows: own.reduce((sum, { rows }) => sum + rows, 0),
    columns: [{ name: 'price', type: 'DOUBLE' }],
  })
  const referenceData = datasetOf(files)
  const newest = { path: 'data/new.parquet', sizeBytes: 9, sha256: digestOf([...weeks, skip]), rows: 9 }
  const dataset = datasetOf([...files, newest])
  const { id: _, ...rest } = { ...original, model, modelDigest, dataset: referenceData.digest }
  const baseline = { ...rest, id: digestOf(rest) }
  const checks: DriftCheck[] = weeks.map((week, i) => {
    const profile = week === 'partial' ? withoutDays(profiles.normal) : profiles[week]
    return checkDrift({ baseline, window: later(profile, skip + i), dataset: dataset.digest, policy })
  })
  return { baseline, reference: referenceData, dataset, checks }
}

/** The same counts so many weeks later: decisions know weekdays, not dates. */
function later(profile: DriftProfile, weeks: number): DriftProfile {
  const move = (date: string) => new Date(Date.parse(date) + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
  const { start, end } = profile.period
  return { ...profile, period: { start: move(start), end: move(end) }, days: profile.days.map(move) }
}

/** No day of it has arrived. */
const withoutDays = ({ period, columns }: DriftProfile): DriftProfile => ({
  period,
  days: [],
  rows: '',
  columns: columns.slice(0, 0),
  calibration: null,
})

/** How drift-report tells of what its windows say. */
export const tellingOf = (model: string): MonitorTelling => ({
  marker: monitorMarker(model),
  describe: (windows) => ({ title: monitorIssueTitle(windows), body: renderMonitorIssue(windows) }),
  describeEnd: (check) => (check.schema === 'tidemark/drift/v1' ? renderDriftEnd(check) : renderPerformanceEnd(check)),
  describeAlert: (told, issueUrl) => {
    const place = { repository: 'acme/churn', issueUrl }
    return told.topic === 'drift'
      ? describeDriftAlert(told.windows, { ...place, end: told.end })
      : describePerformanceAlert(told.windows, { ...place, end: told.end })
  },
})
