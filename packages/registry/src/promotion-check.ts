import {
  type ChannelIntent,
  canonicalJson,
  Dataset,
  Evaluation,
  eventId,
  layout,
  type ModelPolicy,
  RegistryEvent,
  Run,
  referTo,
  TidemarkError,
  Validation,
  VersionManifest,
} from '@tidemark/schemas'
import { findEvidenceProblems } from './evidence.ts'
import { readFact, readReferenced } from './facts.ts'
import type { LedgerReader, Releases } from './ports.ts'
import { findAssetProblems } from './release.ts'

/** What a channel holds, as far as the next change has to agree with it. */
export type ChannelState = NonNullable<ChannelIntent['previous']>

export interface PromotionCheck {
  name: string
  verdict: 'pass' | 'fail'
  detail: string
}

/**
 * What must hold for a channel to move to a version, all of it judged from the base's policy and the registry: nothing of
 * the proposed branch but the channel file is believed.
 */
export async function checkPromotion(
  { ledger, releases }: { ledger: LedgerReader; releases: Releases },
  { proposed, base, policy }: { proposed: ChannelIntent; base: ChannelState | null; policy: ModelPolicy },
): Promise<PromotionCheck[]> {
  const checks: PromotionCheck[] = [checkSequence(proposed, base), checkChannel(proposed, policy)]
  const head = await ledger.head()
  const manifest = await readManifest(ledger, proposed, head)
  if (manifest instanceof TidemarkError || head === null) {
    return [
      ...checks,
      {
        name: 'manifest',
        verdict: 'fail',
        detail: manifest instanceof TidemarkError ? manifest.message : 'no registry branch',
      },
    ]
  }
  checks.push({
    name: 'manifest',
    verdict: 'pass',
    detail: `${manifest.model} ${manifest.version}, digest ${manifest.modelDigest.slice(0, 12)}`,
  })
  checks.push(await checkEvidence(ledger, { manifest, proposed, policy, head }))
  checks.push(await checkPublished(ledger, manifest, head))
  checks.push(await checkRelease(releases, manifest))
  return checks
}

function checkSequence(proposed: ChannelIntent, base: ChannelState | null): PromotionCheck {
  const expected = base === null ? null : { version: base.version, modelDigest: base.modelDigest, seq: base.seq }
  const seq = (base?.seq ?? 0) + 1
  const fits = proposed.seq === seq && canonicalJson(proposed.previous) === canonicalJson(expected)
  const stands = base === null ? 'the channel is empty' : `the channel is at ${base.version} (seq ${base.seq})`
  return {
    name: 'sequence',
    verdict: fits ? 'pass' : 'fail',
    detail: fits
      ? `${stands}, this makes it seq ${seq}`
      : `${stands}; this change was made for another state. Run register-model again to refresh it`,
  }
}

function checkChannel(proposed: ChannelIntent, policy: ModelPolicy): PromotionCheck {
  const fits = proposed.model === policy.model && Object.hasOwn(policy.channels, proposed.channel)
  return {
    name: 'channel',
    verdict: fits ? 'pass' : 'fail',
    detail: fits
      ? `model.yaml allows the channel ${proposed.channel}`
      : `model.yaml of ${policy.model} has no channel ${proposed.channel}`,
  }
}

async function readManifest(
  ledger: LedgerReader,
  proposed: ChannelIntent,
  head: string | null,
): Promise<VersionManifest | TidemarkError> {
  const expectedPath = layout.version(proposed.model, proposed.version)
  try {
    if (head === null || proposed.manifest.path !== expectedPath) {
      throw new TidemarkError(
        'PROMOTION_REFUSED',
        `the channel file names ${proposed.manifest.path}, expected ${expectedPath}`,
        { hint: '' },
      )
    }
    const manifest = await readReferenced(ledger, VersionManifest, proposed.manifest, head)
    if (
      manifest.modelDigest === proposed.modelDigest &&
      manifest.version === proposed.version &&
      manifest.model === proposed.model
    )
      return manifest
    throw new TidemarkError(
      'PROMOTION_REFUSED',
      `${proposed.manifest.path} is about ${manifest.model} ${manifest.version} with another digest`,
      { hint: '' },
    )
  } catch (error) {
    if (error instanceof TidemarkError) return error
    throw error
  }
}

async function checkEvidence(
  ledger: LedgerReader,
  {
    manifest,
    proposed,
    policy,
    head,
  }: { manifest: VersionManifest; proposed: ChannelIntent; policy: ModelPolicy; head: string },
): Promise<PromotionCheck> {
  const name = 'evidence'
  try {
    const [run, evaluation] = await Promise.all([
      readReferenced(ledger, Run, manifest.run, head),
      readReferenced(ledger, Evaluation, manifest.evaluation, head),
    ])
    const datasets = await Promise.all(
      manifest.datasets.map((reference) => readReferenced(ledger, Dataset, reference, head)),
    )
    const validations = await Promise.all(
      manifest.validations.map((reference) => readReferenced(ledger, Validation, reference, head)),
    )
    const [training, holdout, trainingValidation, holdoutValidation] = [
      datasets[0],
      datasets[1],
      validations[0],
      validations[1],
    ]
    if (!training || !holdout || !trainingValidation || !holdoutValidation) {
      return { name, verdict: 'fail', detail: 'the manifest names too few datasets or validations' }
    }
    const problems = findEvidenceProblems(
      {
        run,
        evaluation,
        datasets: { training, holdout },
        validations: { training: trainingValidation, holdout: holdoutValidation },
      },
      policy,
    ).map((problem) => `${problem.path ?? problem.file ?? ''} ${problem.message}`)
    if (run.output.modelDigest !== manifest.modelDigest) problems.push('the run made another model')
    if (evaluation.verdict !== 'pass') problems.push(`the gate said ${evaluation.verdict}`)
    const champion = proposed.previous?.modelDigest ?? null
    if ((evaluation.champion?.modelDigest ?? null) !== champion) {
      problems.push(
        `it was compared with ${evaluation.champion?.version ?? 'no champion'}, the channel holds ${proposed.previous?.version ?? 'none'}`,
      )
    }
    if (problems.length > 0) return { name, verdict: 'fail', detail: problems.join('; ') }
    return {
      name,
      verdict: 'pass',
      detail: `the gate passed against ${evaluation.champion?.version ?? 'no champion'} under this branch’s policy`,
    }
  } catch (error) {
    if (error instanceof TidemarkError) return { name, verdict: 'fail', detail: error.message }
    throw error
  }
}

async function checkPublished(ledger: LedgerReader, manifest: VersionManifest, head: string): Promise<PromotionCheck> {
  const event = {
    type: 'version.published' as const,
    subject: { version: manifest.version, modelDigest: manifest.modelDigest },
    cause: referTo('', manifest).sha256,
  }
  const found = await readFact(ledger, RegistryEvent, layout.event(manifest.model, eventId(event), event.type), head)
  return {
    name: 'published',
    verdict: found ? 'pass' : 'fail',
    detail: found
      ? `published ${found.at} by ${found.actor}`
      : 'registration was not finished; run register-model or verify-registry with repair',
  }
}

async function checkRelease(releases: Releases, manifest: VersionManifest): Promise<PromotionCheck> {
  const release = await releases.get(manifest.release.id)
  const problems = release === null ? ['the release is gone'] : findAssetProblems(release, manifest)
  if (release?.isDraft) problems.push('the release is still a draft')
  const count = manifest.files.reduce((sum, file) => sum + file.parts.length, 0)
  return {
    name: 'release',
    verdict: problems.length === 0 ? 'pass' : 'fail',
    detail:
      problems.length === 0
        ? `${count} asset${count === 1 ? '' : 's'} with the registered digests`
        : problems.join('; '),
  }
}
