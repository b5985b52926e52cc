import {
  type ChannelIntent,
  canonicalJson,
  Dataset,
  Evaluation,
  layout,
  type ModelPolicy,
  RegistryEvent,
  Run,
  TidemarkError,
  Validation,
  VersionManifest,
} from '@tidemark/schemas'
import { type ChannelState, isReturn, isSettled, markOf, settledSeqs } from './channel-state.ts'
import { findEvidenceProblems } from './evidence.ts'
import { readFact, readReferenced } from './facts.ts'
import type { LedgerReader, Releases } from './ports.ts'
import { compareAssets } from './release.ts'
import { readRetirement } from './retention/retirement.ts'
import { findGroundsProblems, readGrounds } from './rollback/grounds.ts'
import { publishedEvent, versionEventPaths } from './version-event.ts'

export interface PromotionCheck {
  name: string
  verdict: 'pass' | 'fail'
  detail: string
}

interface Proposed {
  proposed: ChannelIntent
  policy: ModelPolicy
  /** SHA-256 of the contract on the default branch. */
  contractSha256: string
}

/**
 * What must hold for a channel to move to a version, all of it judged from the base's policy and the registry: nothing of
 * the proposed branch but the channel file is believed. `base` is the channel file that the change would replace; at
 * settling, when it is replaced already, it is left out.
 */
export async function checkPromotion(
  { ledger, releases }: { ledger: LedgerReader; releases: Releases },
  change: Proposed & { base?: ChannelIntent | null; head?: string | null },
): Promise<PromotionCheck[]> {
  const { proposed, policy } = change
  const head = change.head ?? (await ledger.head({ files: firstRead(proposed) }))
  const checks = [
    ...(change.base === undefined ? [] : [checkSequence(proposed, change.base)]),
    await guarded('previous', () => checkPrevious(ledger, proposed)),
    checkChannel(proposed, policy),
  ]
  if (head === null) return [...checks, failed('manifest', 'there is no registry branch')]
  let manifest: VersionManifest | null = null
  checks.push(
    await guarded('manifest', async () => {
      const expected = layout.version(proposed.model, proposed.version)
      if (proposed.manifest.path !== expected)
        return failed('manifest', `the channel file names ${proposed.manifest.path}, expected ${expected}`)
      const found = await readReferenced(ledger, VersionManifest, proposed.manifest, head)
      if (found.modelDigest !== proposed.modelDigest)
        return failed('manifest', `${expected} is about other bytes than the channel file`)
      manifest = found
      return passed('manifest', `${found.model} ${found.version}, digest ${found.modelDigest.slice(0, 12)}`)
    }),
  )
  if (manifest === null) return checks
  const known: VersionManifest = manifest
  checks.push(
    isReturn(proposed)
      ? checkReturn(proposed, known)
      : proposed.rollback
        ? await guarded('evidence', () => checkRollback(ledger, { proposed, manifest: known, head }))
        : await guarded('evidence', () => checkEvidence(ledger, { ...change, manifest: known, head })),
  )
  checks.push(
    ...(await Promise.all([
      guarded('published', () => checkPublished(ledger, known, head)),
      guarded('release', async () => (await checkRetired(ledger, known, head)) ?? checkRelease(releases, known)),
    ])),
  )
  return checks
}

/** What is read whatever the facts say: it comes along with the head. */
export function firstRead(proposed: ChannelIntent): string[] {
  const { manifest, run, evaluation, rollback } = proposed
  const marks = [...versionEventPaths(proposed, manifest.sha256), markOf(proposed).path]
  return [manifest.path, run.path, evaluation.path, ...marks, ...(rollback ? [rollback.request.path] : [])]
}

function checkSequence(proposed: ChannelIntent, base: ChannelIntent | null): PromotionCheck {
  const expected = (base?.seq ?? 0) + 1
  const stands = base === null ? 'the channel is empty' : `the channel file is at seq ${base.seq} (${base.version})`
  if (proposed.seq === expected) return passed('sequence', `${stands}, this makes it seq ${expected}`)
  return failed('sequence', `${stands}; this change says seq ${proposed.seq}. Run register-model again to refresh it`)
}

/** What the intent follows must be the newest that was in the channel: it is the champion that the gate has to have met. */
async function checkPrevious(ledger: LedgerReader, proposed: ChannelIntent): Promise<PromotionCheck> {
  const seqs = await settledSeqs(ledger, proposed)
  const newest = seqs.find((seq) => seq < proposed.seq) ?? 0
  const { previous } = proposed
  const taken = seqs.find((seq) => seq >= proposed.seq)
  if (taken !== undefined && !(taken === proposed.seq && (await isSettled(ledger, proposed, proposed)))) {
    return failed(
      'previous',
      `seq ${taken} is in the channel already. Merge the pull request that makes the channel file say so first, then run register-model again`,
    )
  }
  if ((previous?.seq ?? 0) !== newest) {
    return failed(
      'previous',
      `it follows ${describe(previous)}, but seq ${newest || 'none'} is in the channel. Run register-model again to refresh it`,
    )
  }
  if (previous === null) return passed('previous', 'first version on this channel')
  const holds = await isSettled(ledger, proposed, previous)
  return holds
    ? passed('previous', `follows ${describe(previous)}`)
    : failed('previous', `${describe(previous)} was never settled`)
}

function checkChannel(proposed: ChannelIntent, policy: ModelPolicy): PromotionCheck {
  const fits = proposed.model === policy.model && Object.hasOwn(policy.channels, proposed.channel)
  return fits
    ? passed('channel', `model.yaml allows the channel ${proposed.channel}`)
    : failed('channel', `model.yaml of ${policy.model} has no channel ${proposed.channel}`)
}

/** A return brings nothing new into production, so the evidence it was promoted on is enough, however old. */
function checkReturn({ run, evaluation, version }: ChannelIntent, manifest: VersionManifest): PromotionCheck {
  const isOwn = canonicalJson([run, evaluation]) === canonicalJson([manifest.run, manifest.evaluation])
  return isOwn
    ? passed('evidence', `returns the channel to ${version}, which is in it`)
    : failed('evidence', `a return to ${version} names the run and evaluation of its manifest`)
}

/** What the channel held once was judged then; what makes it come again is a request on record: a person's, or the monitor's with its checks. */
async function checkRollback(
  ledger: LedgerReader,
  { proposed, manifest, head }: { proposed: ChannelIntent; manifest: VersionManifest; head: string },
): Promise<PromotionCheck> {
  const { version, modelDigest, channel, previous, rollback } = proposed
  if (rollback === undefined) throw new Error('a rollback without its request')
  if (canonicalJson([proposed.run, proposed.evaluation]) !== canonicalJson([manifest.run, manifest.evaluation]))
    return failed('evidence', `a rollback to ${version} names the run and evaluation of its manifest`)
  const request = await readReferenced(ledger, RegistryEvent, rollback.request, head)
  const isAbout =
    request.type === 'rollback.requested' &&
    request.model === proposed.model &&
    canonicalJson(request.subject) === canonicalJson({ version, modelDigest, channel })
  if (!isAbout) return failed('evidence', `${rollback.request.path} does not ask for ${version} on ${channel}`)
  const unfounded = request.monitor ? findGroundsProblems(request, await readGrounds(ledger, request, head)) : []
  if (unfounded.length > 0) return failed('evidence', `${rollback.request.path} ${unfounded.join('; ')}`)
  if (canonicalJson(request.leaves ?? null) !== canonicalJson(previous))
    return failed('evidence', 'the rollback was asked for when the channel held something else; ask for it again')
  if (!(await isSettled(ledger, proposed, { version, modelDigest, seq: rollback.seq })))
    return failed('evidence', `${version} was not in ${channel} under seq ${rollback.seq}`)
  const who = request.monitor ? 'the monitor' : request.actor
  return passed('evidence', `${channel} held ${version} as seq ${rollback.seq}; ${who} asks for it again`)
}

async function checkEvidence(
  ledger: LedgerReader,
  { manifest, proposed, policy, contractSha256, head }: Proposed & { manifest: VersionManifest; head: string },
): Promise<PromotionCheck> {
  const [run, evaluation] = await Promise.all([
    readReferenced(ledger, Run, proposed.run, head),
    readReferenced(ledger, Evaluation, proposed.evaluation, head),
  ])
  const { model } = manifest
  const [training, trainingValidation, holdout, holdoutValidation] = await Promise.all([
    readFact(ledger, Dataset, layout.dataset(model, run.data.dataset), head),
    readFact(ledger, Validation, layout.validation(model, run.data.validation), head),
    readFact(ledger, Dataset, layout.dataset(model, evaluation.holdout.dataset), head),
    readFact(ledger, Validation, layout.validation(model, evaluation.holdout.validation), head),
  ])
  if (!training || !holdout || !trainingValidation || !holdoutValidation)
    return failed('evidence', 'a dataset or validation that it rests on is not in the registry')
  const problems = findEvidenceProblems(
    {
      run,
      evaluation,
      datasets: { training, holdout },
      validations: { training: trainingValidation, holdout: holdoutValidation },
    },
    { policy, contractSha256 },
  ).map((problem) => `${problem.path ?? problem.file ?? ''} ${problem.message}`)
  if (run.output.modelDigest !== manifest.modelDigest) problems.push('the run made another model')
  if (evaluation.verdict !== 'pass') problems.push(`the gate said ${evaluation.verdict}`)
  if (
    canonicalJson(evaluation.champion?.modelDigest ?? null) !== canonicalJson(proposed.previous?.modelDigest ?? null)
  ) {
    problems.push(
      `it was compared with ${evaluation.champion?.version ?? 'no champion'}, the channel holds ${proposed.previous?.version ?? 'none'}. Evaluate it again`,
    )
  }
  if (problems.length > 0) return failed('evidence', problems.join('; '))
  return passed(
    'evidence',
    `the gate passed against ${evaluation.champion?.version ?? 'no champion'} under the default branch’s policy`,
  )
}

async function checkPublished(ledger: LedgerReader, manifest: VersionManifest, head: string): Promise<PromotionCheck> {
  const { path } = publishedEvent(manifest)
  const found = await readFact(ledger, RegistryEvent, path, head)
  return found
    ? passed('published', `published ${found.at} by ${found.actor}`)
    : failed('published', 'registration was not finished; run register-model for the same candidate again')
}

/** Refused from the event on, whether its assets are gone yet or not; null where it was not retired. */
async function checkRetired(
  ledger: LedgerReader,
  manifest: VersionManifest,
  head: string,
): Promise<PromotionCheck | null> {
  const retired = await readRetirement(ledger, manifest, head)
  return retired === null
    ? null
    : failed(
        'release',
        `${manifest.version} was retired on ${retired.at}: its assets are dropped. Promote a version that is kept, or train it again with new data`,
      )
}

async function checkRelease(releases: Releases, manifest: VersionManifest): Promise<PromotionCheck> {
  const release = await releases.get(manifest.release.id)
  const problems =
    release === null ? ['the release is gone, or still a draft'] : await compareAssets(releases, release, manifest)
  if (release?.isDraft) problems.push('the release is still a draft')
  const count = manifest.files.reduce((sum, file) => sum + file.parts.length, 0)
  return problems.length === 0
    ? passed(
        'release',
        manifest.image
          ? `the image ${manifest.image.name}@sha256:${manifest.image.digest}`
          : `${count} asset${count === 1 ? '' : 's'} with the registered digests`,
      )
    : failed('release', problems.join('; '))
}

const describe = (state: ChannelState | null) => (state === null ? 'nothing' : `${state.version} (seq ${state.seq})`)

export const passed = (name: string, detail: string): PromotionCheck => ({ name, verdict: 'pass', detail })
export const failed = (name: string, detail: string): PromotionCheck => ({ name, verdict: 'fail', detail })

/** A check that cannot be made is a failed check with the error's sentence, not an end of all checks. */
export async function guarded(name: string, check: () => Promise<PromotionCheck>): Promise<PromotionCheck> {
  try {
    return await check()
  } catch (error) {
    if (error instanceof TidemarkError) return failed(name, error.message)
    throw error
  }
}
