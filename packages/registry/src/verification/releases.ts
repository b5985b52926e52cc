import { TidemarkError, type VersionManifest } from '@tidemark/schemas'
import type { Releases } from '../ports.ts'
import { compareAssets, downloadModel } from '../release.ts'
import { describeError, type FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'

const interrupted = 'Registration was interrupted: run register-model for the same candidate again.'

/** Releases hold what the manifests name, and no draft of ours is left without a manifest. */
export async function verifyReleases(
  releases: Releases,
  graph: FactGraph,
  findings: Findings,
  { assets, onProgress }: { assets: boolean; onProgress?: ((message: string) => void) | undefined },
): Promise<void> {
  const manifests = graph.all('versions')
  for (const { path, document } of manifests) {
    onProgress?.(`release of ${document.model} ${document.version}`)
    await verifyRelease(releases, { path, manifest: document, assets }, findings)
  }
  const known = new Set(manifests.map(({ document }) => document.release.id))
  for (const draft of await releases.drafts()) {
    const [, model, digest] = /^<!-- tidemark:release model=(\S+) digest=([0-9a-f]{64}) -->/.exec(draft.body) ?? []
    if (model === undefined || known.has(draft.id)) continue
    findings.warn(
      `draft release ${draft.id} (${draft.tag})`,
      `was made for ${model} with the digest ${digest}, and no version names it`,
      `${interrupted} That finishes the draft or removes it; where the candidate is gone, delete the draft.`,
    )
  }
}

async function verifyRelease(
  releases: Releases,
  { path, manifest, assets }: { path: string; manifest: VersionManifest; assets: boolean },
  findings: Findings,
): Promise<void> {
  const release = await releases.get(manifest.release.id)
  if (release === null) {
    findings.error(
      path,
      `its release ${manifest.release.id} is gone, or still a draft that this token cannot see`,
      'Run register-model again for the same candidate; if that does not help, promote another version.',
    )
    return
  }
  if (release.isDraft) findings.error(path, 'its release is still a draft', interrupted)
  // A draft gets its name at publishing.
  if (!release.isDraft && release.tag !== manifest.release.tag)
    findings.error(path, `its release has the tag ${release.tag}, expected ${manifest.release.tag}`)
  const problems = await compareAssets(releases, release, manifest)
  for (const problem of problems)
    findings.error(path, problem, 'Do not deploy this version: its assets are not what was registered.')
  if (problems.length > 0) return
  findings.count('releases')
  if (!assets) return
  try {
    await downloadModel(releases, manifest)
    findings.count('assets')
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    findings.error(path, describeError(error), error.hint)
  }
}
