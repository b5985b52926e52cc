import { type DigestEntry, layout, TidemarkError, type VersionManifest } from '@tidemark/schemas'
import type { Release, Releases } from '../ports.ts'
import { compareAssets, downloadModel } from '../release.ts'
import { retiredEvent } from '../version-event.ts'
import { describeError, type FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'
import { isFresh, underWay } from './fresh.ts'

const interrupted = 'Registration was interrupted: a repair finishes it, or register-model for the same candidate.'

/** No job lasts so long: after that nobody is at work on a draft any more. */
const abandonedAfterHours = 24

/** Releases hold what the manifests name, and no draft of ours is left without a manifest. */
export async function verifyReleases(
  releases: Releases,
  graph: FactGraph,
  findings: Findings,
  {
    assets,
    now,
    onProgress,
  }: { assets: boolean; now?: string | undefined; onProgress?: ((message: string) => void) | undefined },
): Promise<void> {
  const manifests = graph.all('versions')
  const listed = await releases.list()
  const byId = new Map(listed.map((release) => [release.id, release]))
  for (const { path, document: manifest } of manifests) {
    onProgress?.(`release of ${manifest.model} ${manifest.version}`)
    const { id } = manifest.release
    const release = byId.get(id) ?? (await releases.get(id))
    await verifyRelease(releases, graph, { path, manifest, release, assets, now }, findings)
  }
  const known = new Set(manifests.map(({ document }) => document.release.id))
  for (const draft of listed.filter(({ isDraft }) => isDraft)) {
    const [, mark, model, digest] = marker.exec(draft.body) ?? []
    if (model === undefined || digest === undefined || known.has(draft.id)) continue
    verifyDraft(draft, { isAbandoned: mark === 'abandoned', model, digest, now }, graph, findings)
  }
}

const marker = /^<!-- tidemark:(release|abandoned) model=(\S+) digest=([0-9a-f]{64}) -->/

/** A draft is taken up by the next registration of the same bytes; it is left over when those are registered, or nobody came. */
function verifyDraft(
  { id, tag, changedAt }: Release,
  { isAbandoned, model, digest, now }: { isAbandoned: boolean; model: string; digest: string; now: string | undefined },
  graph: FactGraph,
  findings: Findings,
): void {
  const place = `draft release ${id} (${tag})`
  const twin = graph.find<DigestEntry>('digest entries', layout.byDigest(model, digest))
  const said = twin
    ? `is a twin of ${model} ${twin.version}, which has these bytes in a release of its own`
    : `was made for ${model} with the digest ${digest}, and no version names it`
  const hours = now && changedAt ? (Date.parse(now) - Date.parse(changedAt)) / 3_600_000 : null
  const isOver = isAbandoned || (hours !== null && hours >= abandonedAfterHours)
  if (changedAt !== undefined && isOver)
    findings.warn(place, `${said}; nobody came for it in ${Math.floor(hours ?? 0)} hours`, 'A repair removes it.', {
      kind: 'remove-draft',
      release: id,
      tag,
      model,
      modelDigest: digest,
      changedAt,
    })
  else
    findings.warn(
      place,
      said,
      `Registration was interrupted: run register-model for the same candidate again, which takes it up. A repair removes it when nobody touched it for ${abandonedAfterHours} hours.`,
    )
}

async function verifyRelease(
  releases: Releases,
  graph: FactGraph,
  {
    path,
    manifest,
    release,
    assets,
    now,
  }: {
    path: string
    manifest: VersionManifest
    release: Release | null
    assets: boolean
    now: string | undefined
  },
  findings: Findings,
): Promise<void> {
  const { model, version } = manifest
  if (graph.get(retiredEvent(manifest).path) !== undefined) {
    findings.count('retired versions')
    const named = new Set(manifest.files.flatMap(({ parts }) => parts.map(({ asset }) => asset)))
    const kept = release?.assets.filter(({ name }) => named.has(name)).length ?? 0
    if (kept > 0)
      findings.notice(path, `is retired, and its release still has ${kept} assets`, 'A repair removes them.', {
        kind: 'retire-version',
        model,
        version,
        because: 'it is retired already',
      })
    return
  }
  if (release === null) {
    findings.error(
      path,
      `its release ${manifest.release.id} is gone, or still a draft that this token cannot see`,
      'Run register-model again for the same candidate; if that does not help, promote another version.',
    )
    return
  }
  if (release.isDraft && isFresh(manifest.registeredAt, now))
    findings.warn(path, 'its release is still a draft', underWay)
  else if (release.isDraft)
    findings.error(path, 'its release is still a draft', interrupted, { kind: 'publish-version', model, version })
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
