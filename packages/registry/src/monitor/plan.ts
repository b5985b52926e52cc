import type { DriftCheck, MonitorPolicy, PerformanceCheck, RegistryEvent } from '@tidemark/schemas'
import {
  type DriftStep,
  findOpenIssue,
  isToldIn,
  nextDriftStep,
  type ResolveStep,
  type RetrainStep,
  shownIn,
  type TellStep,
  type Told,
  type WindowCheck,
  type WindowRecord,
} from '../drift/plan.ts'
import type { MonitorRecord } from './record.ts'

export type MonitorTopic = 'drift' | 'performance'

type StepOf<Topic extends MonitorTopic, Check extends WindowCheck> = { topic: Topic } & (
  | TellStep<Check>
  | RetrainStep<Check>
  /** `isLast`: nothing else is told in that issue any more, so that it is closed. */
  | (ResolveStep<Check> & { isLast: boolean })
)

/** What has to be done next about a model's drift or performance. */
export type MonitorStep = StepOf<'drift', DriftCheck> | StepOf<'performance', PerformanceCheck>

const order = ['tell', 'resolve', 'retrain'] as const

/**
 * The next step towards what the windows on record ask for, or null. Drift and performance follow the rule of `nextDriftStep` each by itself,
 * but share a model's one open issue: what is bad joins the one that tells of the other, and it is closed with the last of both.
 */
export function nextMonitorStep(
  record: MonitorRecord,
  policy: Pick<MonitorPolicy, 'retrain'> & { readonly now: string },
): MonitorStep | null {
  const steps: (MonitorStep | null)[] = [
    join('drift', nextDriftStep(record.drift, policy), record.drift, record.performance),
    join('performance', nextDriftStep(record.performance, policy), record.performance, record.drift),
  ]
  const due = steps.filter((step) => step !== null)
  return due.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0] ?? null
}

/** The issue that tells of what is not over yet, as far as the registry knows. */
export const openIssue = ({ drift, performance }: MonitorRecord): number | null =>
  findOpenIssue(drift) ?? findOpenIssue(performance)

/** Adds events to what they speak of; a training is for both. */
export function withEvents(
  record: MonitorRecord,
  topic: MonitorTopic,
  events: readonly RegistryEvent[],
): MonitorRecord {
  const { drift, performance } = record
  const shared = events.filter(({ type }) => type === 'retraining.dispatched')
  const isDrift = topic === 'drift'
  return {
    ...record,
    drift: { ...drift, events: [...drift.events, ...(isDrift ? events : shared)] },
    performance: { ...performance, events: [...performance.events, ...(isDrift ? shared : events)] },
  }
}

function join<Topic extends MonitorTopic, Check extends WindowCheck>(
  topic: Topic,
  step: DriftStep<Check> | null,
  own: WindowRecord<Check>,
  other: Told,
): StepOf<Topic, Check> | null {
  if (step === null) return null
  if (step.kind === 'tell') {
    const issue = step.issue ?? findOpenIssue(other)
    return { topic, ...step, issue, shown: shownIn(own, issue, step.checks.at(-1)!) }
  }
  if (step.kind === 'resolve') {
    const { issue, remaining } = step
    return {
      topic,
      ...step,
      isLast:
        !remaining.some((event) => event.issue === (issue ?? undefined)) && (issue === null || !isToldIn(other, issue)),
    }
  }
  return { topic, ...step }
}
