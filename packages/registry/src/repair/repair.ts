import { type DigestEntry, layout, TidemarkError, type VersionManifest } from '@tidemark/schemas'
import { append, readVersion } from '../facts.ts'
import type { Registry } from '../ports.ts'
import { publishVersion } from '../registration.ts'
import { retireVersion } from '../retention/retire.ts'
import { removeDraft } from './draft.ts'
import { closeProposal, deleteBranch } from './proposal.ts'
import { done, left, type Repaired, type StepResult, unneeded } from './result.ts'
import { settleChannel } from './settle.ts'
import type { RepairStep } from './step.ts'

/**
 * Does the steps of a plan one by one. Each looks again at what is there before it changes anything, so that two repairs at
 * once, or one after a kill, end where one would. What cannot be done is told and the next step has its turn; only a GitHub that
 * does not answer ends it. Never removes what a manifest names.
 */
export async function repairRegistry(
  registry: Registry,
  steps: readonly RepairStep[],
  onProgress?: (message: string) => void,
): Promise<Repaired[]> {
  const results: Repaired[] = []
  for (const [i, step] of steps.entries()) {
    onProgress?.(`step ${i + 1} of ${steps.length}: ${step.kind}`)
    try {
      results.push({ step, ...(await take(registry, step)) })
    } catch (error) {
      if (!(error instanceof TidemarkError) || error.code === 'GITHUB_UNAVAILABLE') throw error
      const problems = error.problems.map(({ message }) => message)
      results.push({ step, ...left([error.message, ...problems].join('; '), error.hint) })
    }
  }
  return results
}

function take(registry: Registry, step: RepairStep): Promise<StepResult> {
  switch (step.kind) {
    case 'restore-digest-entry':
      return withManifest(registry, step, (manifest) => restoreDigestEntry(registry, manifest))
    case 'publish-version':
      return withManifest(registry, step, async (manifest) => {
        const { tag } = await publishVersion(registry, manifest)
        return done(`${tag} is tagged and published`)
      })
    case 'settle-channel':
      return settleChannel(registry, step)
    case 'close-proposal':
      return closeProposal(registry, step)
    case 'delete-branch':
      return deleteBranch(registry, step)
    case 'remove-draft':
      return removeDraft(registry, step)
    case 'retire-version':
      return withManifest(registry, step, (manifest) => retireVersion(registry, manifest, step.because))
  }
}

async function withManifest(
  { ledger }: Registry,
  { model, version }: { model: string; version: string },
  act: (manifest: VersionManifest) => Promise<StepResult>,
): Promise<StepResult> {
  const manifest = await readVersion(ledger, model, version, await ledger.head())
  return manifest === null ? unneeded(`${model} ${version} is not there any more`) : act(manifest)
}

async function restoreDigestEntry(registry: Registry, manifest: VersionManifest): Promise<StepResult> {
  const { model, version, modelDigest } = manifest
  const document: DigestEntry = { schema: 'tidemark/by-digest/v1', model, modelDigest, version }
  const path = layout.byDigest(model, modelDigest)
  await append(registry, async () => ({
    facts: [{ path, document }],
    message: `Restore the digest entry of ${model} ${version}`,
  }))
  return done(`${path} names ${version} again`)
}
