import { type ChannelIntent, type Evaluation, layout, type Run, TidemarkError } from '@tidemark/schemas'
import { isSettled, newestSettledSeq, readOutcome } from '../channel-state.ts'
import { readChannel } from '../facts.ts'
import type { LedgerReader, Reviews } from '../ports.ts'
import { listChannels } from '../settlement.ts'
import { describeError, type FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'

/** Channel files of the default branch name registered versions and their evidence, and are settled. Returns those that can be read. */
export async function verifyChannels(
  ledger: LedgerReader,
  graph: FactGraph,
  { reviews, policyRoot }: { reviews: Reviews; policyRoot: string },
  findings: Findings,
): Promise<ChannelIntent[]> {
  const intents: ChannelIntent[] = []
  const ref = await reviews.branchHead(await reviews.defaultBranch())
  if (ref === null) return intents
  for (const { model, channel } of await listChannels({ reviews, policyRoot }, ref)) {
    const path = layout.channel(policyRoot, model, channel)
    try {
      const intent = await readChannel(reviews, policyRoot, { model, channel, ref })
      if (intent === null) continue
      intents.push(intent)
      await verifyChannel(ledger, graph, { intent, path }, findings)
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      findings.error(path, describeError(error), error.hint)
    }
  }
  return intents
}

async function verifyChannel(
  ledger: LedgerReader,
  graph: FactGraph,
  { intent, path }: { intent: ChannelIntent; path: string },
  findings: Findings,
): Promise<void> {
  const problems = findIntentProblems(graph, intent)
  for (const problem of problems)
    findings.error(path, problem, 'Return the channel to a registered version by pull request.')
  if (problems.length > 0) return
  const newest = await newestSettledSeq(ledger, intent, Number.POSITIVE_INFINITY)
  if (newest > intent.seq)
    findings.warn(
      path,
      `is at seq ${intent.seq}, and seq ${newest} is in the channel: it was returned by break-glass`,
      'Merge the pull request that makes the channel file follow.',
    )
  else if (!(await isSettled(ledger, intent, intent))) await warnOfUnsettled(ledger, { intent, path }, findings)
  findings.count('channels')
}

async function warnOfUnsettled(
  ledger: LedgerReader,
  { intent, path }: { intent: ChannelIntent; path: string },
  findings: Findings,
): Promise<void> {
  const { model, channel, seq, version } = intent
  const wanted = `wants ${version} (seq ${seq})`
  const settle = { kind: 'settle-channel', model, channel, seq } as const
  const outcome = (type: Parameters<typeof readOutcome>[2]) => readOutcome(ledger, intent, type)
  if ((await outcome('rollout.rolled-back')) !== null)
    return findings.warn(
      path,
      `${wanted}, which was rolled back`,
      'Merge the pull request that returns the channel to what is in it.',
    )
  if ((await outcome('promotion.settled')) !== null)
    return findings.warn(path, `${wanted}, which is settled but for its tag`, 'A repair sets the tag.', settle)
  if ((await outcome('promotion.merged')) !== null) return findings.count('rollouts under way')
  const refused = await outcome('promotion.refused')
  if (refused === null)
    return findings.warn(
      path,
      `${wanted}, which is not settled yet`,
      'A repair settles it, or promote-model with mode settle; it says what is missing.',
      settle,
    )
  findings.warn(
    path,
    `${wanted}, which settling refused: ${(refused.reasons ?? ['without a reason on record']).join('; ')}`,
    'The channel keeps what it had. Propose the version again, or another one.',
  )
}

function findIntentProblems(graph: FactGraph, intent: ChannelIntent): string[] {
  const { manifest, run, evaluation, modelDigest } = intent
  const lost = [manifest, run, evaluation]
    .map((reference) => ({ ...reference, found: graph.get(reference.path)?.sha256 ?? 'nothing' }))
    .filter(({ sha256, found }) => found !== sha256)
    .map(({ path, sha256, found }) => `names ${path} with sha256 ${sha256}, the registry has ${found}`)
  if (lost.length > 0) return lost
  const decision = graph.find<Evaluation>('evaluations', evaluation.path)
  const digests = [
    graph.find<{ modelDigest: string }>('versions', manifest.path)?.modelDigest,
    graph.find<Run>('runs', run.path)?.output.modelDigest,
    decision?.challenger.modelDigest,
  ]
  return [
    ...(digests.every((digest) => digest === modelDigest)
      ? []
      : [`wants the model digest ${modelDigest}, which its version, run or evaluation does not have`]),
    ...(decision?.verdict === 'pass'
      ? []
      : [`rests on an evaluation whose verdict is ${decision?.verdict ?? 'unknown'}`]),
  ]
}
