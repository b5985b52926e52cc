import { layout, type VersionManifest } from '@tidemark/schemas'
import { findByDigest, readVersion } from '../facts.ts'
import type { Registry } from '../ports.ts'
import { abandonedMarker, draftMarker } from '../release.ts'
import { done, type StepResult, unneeded } from './result.ts'
import type { RepairStep } from './step.ts'

type Step = Extract<RepairStep, { kind: 'remove-draft' }>

/**
 * Removes a draft that nobody came for. It loses its mark first, so that no registration that starts now takes it up; then the
 * registry is read again, since one that had it in hand may have committed a manifest meanwhile.
 */
export async function removeDraft(registry: Registry, step: Step): Promise<StepResult> {
  const { releases } = registry
  const { release, tag, model, modelDigest, changedAt } = step
  const draft = await releases.get(release)
  if (draft === null) return unneeded('it is gone')
  const mark = abandonedMarker(model, modelDigest)
  const isMarked = draft.body.startsWith(mark)
  if (!draft.isDraft || (await isNamed(registry, step, draft.tag))) return unneeded('a version names it by now')
  if (!isMarked && (draft.changedAt !== changedAt || !draft.body.startsWith(draftMarker(model, modelDigest))))
    return unneeded('somebody took it up meanwhile')
  if (!isMarked) {
    try {
      await releases.update(release, { body: `${mark}\nNobody came back for this draft: it is being removed.` })
    } catch (cause) {
      // Another repair may have removed it between the two requests.
      if ((await releases.get(release)) === null) return unneeded('it is gone')
      throw cause
    }
  }
  if (await isNamed(registry, step, draft.tag)) return unneeded('a version names it by now')
  await releases.remove(release)
  return done(`the draft of ${tag} is removed`)
}

/** Whether the manifest of these bytes, or the one that the draft's tag speaks of, names the release. */
async function isNamed({ ledger }: Registry, { release, model, modelDigest }: Step, tag: string): Promise<boolean> {
  const head = await ledger.head()
  const names = (manifest: VersionManifest | null) => manifest?.release.id === release
  const version = await findByDigest(ledger, model, modelDigest, head)
  if (version !== null && names(await readVersion(ledger, model, version, head))) return true
  const prefix = layout.versionTag(model, '')
  return tag.startsWith(prefix) && names(await readVersion(ledger, model, tag.slice(prefix.length), head))
}
