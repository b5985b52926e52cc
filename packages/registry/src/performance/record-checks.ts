import { digestOf, type MonitorPolicy, type PerformanceCheck, type VersionManifest } from '@tidemark/schemas'
import { readChannelState } from '../channel-state.ts'
import { checkedEvent, type DriftSubject } from '../drift/subject.ts'
import { append, readChannel, readVersion } from '../facts.ts'
import type { Registry } from '../ports.ts'
import { createEvent } from '../registration.ts'
import { performancePath } from './record.ts'

/** The version that answers in a channel, or null. */
export async function readServedVersion(
  { ledger, reviews, policyRoot }: Pick<Registry, 'ledger' | 'reviews' | 'policyRoot'>,
  { model, channel }: { model: string; channel: string },
): Promise<VersionManifest | null> {
  const intent = await readChannel(reviews, policyRoot, { model, channel, ref: await reviews.defaultBranch() })
  const state = await readChannelState(ledger, intent)
  return state === null ? null : readVersion(ledger, model, state.version, await ledger.head())
}

/** Where the event lies that says that these predictions and labels were judged by this policy. */
export const judgedOutcomesEvent = (
  subject: DriftSubject,
  { predictions, labels, policy }: { predictions: string; labels: string; policy: MonitorPolicy },
): ReturnType<typeof checkedEvent> => checkedEvent(subject, { dataset: digestOf({ predictions, labels }), policy })

/** Commits checks, and the event that says that these files were judged. Returns the commit. */
export async function recordPerformance(
  registry: Registry,
  {
    subject,
    policy,
    files,
    checks,
  }: {
    subject: DriftSubject
    policy: MonitorPolicy
    /** Digests of the predictions' and the labels' files. */
    files: { predictions: string; labels: string }
    checks: readonly PerformanceCheck[]
  },
): Promise<string> {
  const { path, ...judged } = judgedOutcomesEvent(subject, { ...files, policy })
  return append(registry, async () => {
    const event = await createEvent(registry, {
      ...judged,
      ...(checks.length > 0
        ? {
            reasons: checks
              .slice(0, 200)
              .map(({ version, window, verdict }) => `performance of ${version} in ${window.start}: ${verdict}`),
          }
        : {}),
    })
    const facts = checks.map((check) => ({ path: performancePath(check), document: check }))
    const weeks = `${checks.length} week${checks.length === 1 ? '' : 's'}`
    return {
      facts: [...facts, { path, document: event.document }],
      message: `Record performance of ${subject.model}: ${weeks} judged`,
    }
  })
}
