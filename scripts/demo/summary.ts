import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CloneLedger } from '@tidemark/github'
import { listVersions, readVersion, verifyRegistry } from '@tidemark/registry'
import { ChannelIntent, parseJsonDocument, RegistryEvent, TidemarkError } from '@tidemark/schemas'
import { repository, type World } from './world.ts'

const run = promisify(execFile)

export interface Summary {
  model: string
  production: string | null
  productionTags: string[]
  versions: {
    version: string
    digest: string
    tag: string
    release: string | null
    metrics: Record<string, number | null>
  }[]
  blocked: { candidate: string; by: string; reasons: string[] }[]
  verified: boolean
  timings: Record<string, number>
}

interface ApiRelease {
  html_url: string
  draft: boolean
}

/** Tells the story’s outcome from a plain clone and the releases, not from what the script did. */
export async function summarise(
  world: World,
  { model, timings }: { model: string; timings: Record<string, number> },
): Promise<{ summary: Summary; clone: string }> {
  const clone = join(world.folder, 'clone')
  await run('git', ['clone', '--quiet', world.github.gitUrl(repository), clone])
  using ledger = new CloneLedger(clone, 'model-registry')
  const head = await ledger.head()
  if (head === null) throw new Error('the clone has no registry branch')

  const versions: Summary['versions'] = []
  for (const version of await listVersions(ledger, model, head)) {
    const manifest = await readVersion(ledger, model, version, head)
    if (manifest === null) continue
    const release = await world.call<ApiRelease>('reviewer', 'GET', `/releases/${manifest.release.id}`)
    versions.push({
      version,
      digest: manifest.modelDigest,
      tag: manifest.release.tag,
      release: release.draft ? null : release.html_url,
      metrics: manifest.metrics,
    })
  }
  const blocked: Summary['blocked'] = []
  for (const path of await ledger.files(head)) {
    if (!path.startsWith(`models/${model}/events/`)) continue
    const event = parseJsonDocument(RegistryEvent, (await ledger.read(path, head)) ?? '', path)
    if (event.type === 'gate.failed')
      blocked.push({ candidate: event.subject.modelDigest, by: 'evaluate-gate', reasons: event.reasons ?? [] })
  }
  const productionTags = (await ledger.tags(`${model}#production#`)).sort((a, b) => seqOf(a) - seqOf(b))
  return {
    clone,
    summary: {
      model,
      production: await readProduction(clone, model, productionTags),
      productionTags,
      versions,
      blocked,
      verified: await isVerified(world, ledger),
      timings,
    },
  }
}

/** What the default branch wants in production, if that is also what the newest production tag says. */
async function readProduction(clone: string, model: string, tags: readonly string[]): Promise<string | null> {
  const path = `models/${model}/channels/production.json`
  const { stdout } = await run('git', ['-C', clone, 'show', `origin/main:${path}`])
  const intent = parseJsonDocument(ChannelIntent, stdout, path)
  return tags.at(-1) === `${model}#production#${intent.seq}` ? intent.version : null
}

/** Offline from the clone, and online by the scheduled workflow’s last run. */
async function isVerified({ runner }: World, ledger: CloneLedger): Promise<boolean> {
  try {
    const offline = await verifyRegistry(ledger)
    const online = runner.runs.findLast((each) => each.workflowPath.endsWith('verify.yml'))
    return offline.verified && online?.conclusion === 'success'
  } catch (error) {
    if (error instanceof TidemarkError) return false
    throw error
  }
}

function seqOf(tag: string): number {
  return Number(tag.slice(tag.lastIndexOf('#') + 1))
}
