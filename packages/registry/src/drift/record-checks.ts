import { type DriftCheck, layout, type MonitorPolicy, type VersionManifest } from '@tidemark/schemas'
import { append, type Fact } from '../facts.ts'
import type { Registry } from '../ports.ts'
import { createEvent } from '../registration.ts'
import type { DriftEvidence } from './evidence.ts'
import { checkedEvent } from './subject.ts'

/** Commits a judgement with everything it rests on, and the event that says that these data were judged. Returns the commit. */
export async function recordDrift(
  registry: Registry,
  { manifest, policy, evidence }: { manifest: VersionManifest; policy: MonitorPolicy; evidence: DriftEvidence },
): Promise<string> {
  const { model } = manifest
  const { baseline, reference, dataset, checks } = evidence
  const { path, ...checked } = checkedEvent(manifest, { dataset: dataset.digest, policy })
  return append(registry, async () => {
    const event = await createEvent(registry, {
      ...checked,
      ...(checks.length > 0 ? { reasons: checks.map(describeWindow) } : {}),
    })
    const facts: Fact[] = [
      { path: layout.baseline(model, baseline.id), document: baseline },
      { path: layout.dataset(model, reference.digest), document: reference },
      { path: layout.dataset(model, dataset.digest), document: dataset },
      ...checks.map((check) => ({ path: layout.drift(model, check.id, check.window.start), document: check })),
      { path, document: event.document },
    ]
    const unique = facts.filter((fact, i) => facts.findIndex((other) => other.path === fact.path) === i)
    const windows = `${checks.length} window${checks.length === 1 ? '' : 's'}`
    return { facts: unique, message: `Record drift of ${model}: ${windows} judged` }
  })
}

const describeWindow = ({ window, verdict }: DriftCheck): string => `${window.start}: ${verdict}`
