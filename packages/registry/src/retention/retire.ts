import { TidemarkError, type VersionManifest } from '@tidemark/schemas'
import { commitPlan, readChannel, readRollout } from '../facts.ts'
import type { Registry } from '../ports.ts'
import { createEvent } from '../registration.ts'
import { done, type StepResult, unneeded } from '../repair/result.ts'
import { listChannels } from '../settlement.ts'
import { retiredEvent } from '../version-event.ts'

/**
 * Writes `version.retired`, then removes the assets that the manifest names. The event comes first, and every promotion that is
 * checked after it is refused; before assets go, what is wanted is read again. Harmless to repeat.
 */
export async function retireVersion(
  registry: Registry,
  manifest: VersionManifest,
  because: string,
): Promise<StepResult> {
  const { model, version } = manifest
  const { type, subject, cause } = retiredEvent(manifest)
  let wanted: string | null = null
  await commitPlan(registry, async (head) => {
    wanted = await findUse(registry, manifest, head)
    if (wanted !== null) return null
    const event = await createEvent(registry, { type, model, subject, cause, reasons: [because] })
    return { facts: [event], message: `Retire ${model} ${version}` }
  })
  wanted ??= await findUse(registry, manifest, await registry.ledger.head())
  if (wanted !== null) return unneeded(`${wanted} needs it by now`)
  const release = await registry.releases.get(manifest.release.id)
  const named = new Set(manifest.files.flatMap(({ parts }) => parts.map(({ asset }) => asset)))
  const assets = release?.assets.filter(({ name }) => named.has(name)) ?? []
  for (const { id } of assets) await registry.releases.removeAsset(id)
  return done(`${assets.length} assets of ${version} are removed, its manifest stays`)
}

/** Who needs a version's bytes at this moment; null where nobody does. */
async function findUse(registry: Registry, manifest: VersionManifest, head: string | null): Promise<string | null> {
  const { reviews, ledger, policyRoot } = registry
  const { model, version, modelDigest } = manifest
  const ref = await reviews.branchHead(await reviews.defaultBranch())
  if (ref === null) return null
  for (const named of await listChannels(registry, ref)) {
    if (named.model !== model) continue
    const { channel } = named
    try {
      const intent = await readChannel(reviews, policyRoot, { model, channel, ref })
      if (intent?.modelDigest === modelDigest || intent?.previous?.modelDigest === modelDigest) return channel
      const rollout = await readRollout(ledger, named, head)
      const isOpen = rollout !== null && rollout.phase !== 'promoted' && rollout.phase !== 'rolled-back'
      if (isOpen && [rollout.champion, rollout.canary].some((arm) => arm.modelDigest === modelDigest))
        return `the rollout in ${channel}`
    } catch (error) {
      // What cannot be read may name it.
      if (error instanceof TidemarkError) return `${channel}, which cannot be read,`
      throw error
    }
  }
  const [open] = (await reviews.openPullRequests(`tidemark/${model}/`)).filter(({ headBranch }) =>
    headBranch.endsWith(`/${version}`),
  )
  return open ? `pull request #${open.number}` : null
}
