import type { DriftReplay } from './drift/evidence.ts'
import type { LedgerReader, Releases, Reviews } from './ports.ts'
import { verifyChannels } from './verification/channels.ts'
import { type Replay, verifyDecisions } from './verification/decisions.ts'
import { verifyDrift } from './verification/drift.ts'
import { verifyEvents } from './verification/events.ts'
import { readFacts } from './verification/fact-graph.ts'
import { Findings, type VerificationProblem } from './verification/findings.ts'
import { verifyReleases } from './verification/releases.ts'
import { type RolloutReplay, verifyRollouts } from './verification/rollouts.ts'
import { verifyTags } from './verification/tags.ts'
import { verifyVersions } from './verification/versions.ts'

export type { VerificationProblem } from './verification/findings.ts'

export interface Verification {
  verified: boolean
  /** How many of each kind were proven. */
  checked: Record<string, number>
  /** How many of each kind could not be judged, which is no problem. */
  notChecked: Record<string, number>
  problems: VerificationProblem[]
}

/**
 * Walks the whole graph: every fact parses, lies where its content says, has the id its content gives, names facts that exist
 * with the digests it names and agrees with them; tags point at commits that hold what is there now. With `releases`, assets
 * are compared with the manifests (their bytes too with `assets`); with `intent`, channel files with tags and manifests; with
 * `replay`, decisions with their statistics, kind by kind.
 */
export async function verifyRegistry(
  ledger: LedgerReader,
  options: {
    releases?: Releases | undefined
    assets?: boolean | undefined
    intent?: { reviews: Reviews; policyRoot: string } | undefined
    replay?: { evaluation?: Replay; drift?: DriftReplay; rollout?: RolloutReplay } | undefined
    onProgress?: ((message: string) => void) | undefined
  } = {},
): Promise<Verification> {
  const { releases, assets = false, intent, replay, onProgress } = options
  const findings = new Findings()
  const head = await ledger.head()
  if (head === null) {
    findings.warn('registry branch', 'does not exist', 'Register a model first, or correct the input registry-branch.')
    return conclude(findings, false)
  }
  const graph = await readFacts(ledger, head, findings, onProgress)
  graph.verifyReferences(findings)
  const tags = await ledger.tags('')
  verifyVersions(graph, tags, findings)
  verifyEvents(graph, findings)
  await verifyTags(ledger, graph, tags, findings)
  if (releases) await verifyReleases(releases, graph, findings, { assets, onProgress })
  if (intent) await verifyChannels(ledger, graph, intent, findings)
  verifyDrift(graph, findings, replay?.drift)
  await verifyRollouts(ledger, graph, head, findings, replay?.rollout)
  if (replay?.evaluation) await verifyDecisions(graph, replay.evaluation, intent, findings)
  return conclude(
    findings,
    findings.problems.every((problem) => problem.severity !== 'error'),
  )
}

function conclude({ checked, notChecked, problems }: Findings, verified: boolean): Verification {
  return { verified, checked, notChecked, problems }
}
