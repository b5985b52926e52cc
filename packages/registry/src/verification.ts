import type { ModelPolicy } from '@tidemark/schemas'
import type { DriftReplay } from './drift/evidence.ts'
import type { LedgerReader, Releases, Reviews } from './ports.ts'
import { verifyChannels } from './verification/channels.ts'
import { type Replay, verifyDecisions } from './verification/decisions.ts'
import { verifyDrift } from './verification/drift.ts'
import { verifyEvents } from './verification/events.ts'
import { readFacts } from './verification/fact-graph.ts'
import { Findings, type VerificationProblem } from './verification/findings.ts'
import { verifyHistory } from './verification/history.ts'
import { verifyOrphans } from './verification/orphans.ts'
import { readPolicies } from './verification/policies.ts'
import { verifyProposals } from './verification/proposals.ts'
import { verifyReleases } from './verification/releases.ts'
import { findDueRetirements } from './verification/retention.ts'
import { type RolloutReplay, verifyRollouts } from './verification/rollouts.ts'
import { verifySequences } from './verification/sequences.ts'
import { verifyTags } from './verification/tags.ts'
import { verifyVersions } from './verification/versions.ts'

export type { VerificationProblem } from './verification/findings.ts'

export interface Verification {
  verified: boolean
  /** The commit that was verified; null where there is no registry branch. */
  head: string | null
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
    /** A commit that was the branch's tip before: it must still be in its history. */
    since?: string | undefined
    /** GitHub's time: it tells what is under way from what was interrupted, and what nobody comes back for. */
    now?: string | undefined
  } = {},
): Promise<Verification> {
  const { releases, assets = false, intent, replay, onProgress, since, now } = options
  const findings = new Findings()
  const head = await ledger.head()
  if (head === null) {
    findings.warn('registry branch', 'does not exist', 'Register a model first, or correct the input registry-branch.')
    return conclude(findings, null)
  }
  const graph = await readFacts(ledger, head, findings, onProgress)
  graph.verifyReferences(findings)
  verifyOrphans(graph, findings)
  const tags = await ledger.tags('')
  verifyVersions(graph, { tags, now }, findings)
  verifyEvents(graph, findings)
  const history = await verifyHistory(ledger, { head, since }, findings)
  await verifyTags(ledger, graph, { tags, history, now }, findings)
  if (releases) await verifyReleases(releases, graph, findings, { assets, now, onProgress })
  else findings.skip('releases, which only GitHub has', graph.all('versions').length)
  verifyDrift(graph, findings, replay?.drift)
  const rollouts = await verifyRollouts(ledger, graph, head, findings, replay?.rollout)
  let policies: ReadonlyMap<string, ModelPolicy> = new Map()
  if (intent) {
    const intents = await verifyChannels(ledger, graph, intent, findings)
    verifySequences(graph, intents, findings)
    const proposed = await verifyProposals(graph, { ...intent, intents, tags }, findings)
    policies = await readPolicies(intent, new Set(graph.all('evaluations').map(({ document }) => document.model)))
    if (now) findDueRetirements(graph, { policies, intents, rollouts, proposed, now }, findings)
  } else {
    verifySequences(graph, null, findings)
    findings.skip('channel files and pull requests, which are not on the registry branch')
  }
  if (replay?.evaluation) verifyDecisions(graph, replay.evaluation, policies, findings)
  return conclude(findings, head)
}

function conclude({ checked, notChecked, problems }: Findings, head: string | null): Verification {
  const verified = head !== null && problems.every(({ severity }) => severity !== 'error')
  return { verified, head, checked, notChecked, problems }
}
