import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CloneLedger } from '@tidemark/github'
import { listVersions, readVersion, verifyRegistry } from '@tidemark/registry'
import {
  ChannelIntent,
  type DocumentSchema,
  DriftCheck,
  parseJsonDocument,
  RegistryEvent,
  RolloutState,
  rolloutLayout,
  TidemarkError,
} from '@tidemark/schemas'
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
  rollouts: {
    version: string
    outcome: string
    steps: { at: string; action: string; weight: number }[]
    cause?: string
  }[]
  drift: { window: string; verdict: string; columns: string[]; issue?: number }[]
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
  const files = await ledger.files(head)
  const events = await readAll(ledger, RegistryEvent, { files, prefix: `models/${model}/events/`, head })
  const blocked = events
    .filter(({ type }) => type === 'gate.failed')
    .map(({ subject, reasons }) => ({ candidate: subject.modelDigest, by: 'evaluate-gate', reasons: reasons ?? [] }))
  const checks = await readAll(ledger, DriftCheck, { files, prefix: `models/${model}/drift/`, head })
  const productionTags = (await ledger.tags(`${model}#production#`)).sort((a, b) => seqOf(a) - seqOf(b))
  return {
    clone,
    summary: {
      model,
      production: await readProduction(clone, model, productionTags),
      productionTags,
      versions,
      blocked,
      rollouts: await readRollouts(ledger, model, head),
      drift: describeDrift(checks, events),
      verified: await isVerified(world, ledger),
      timings,
    },
  }
}

async function readAll<T>(
  ledger: CloneLedger,
  schema: DocumentSchema<T>,
  { files, prefix, head }: { files: readonly string[]; prefix: string; head: string },
): Promise<T[]> {
  const documents: T[] = []
  for (const path of files.filter((each) => each.startsWith(prefix)))
    documents.push(parseJsonDocument(schema, (await ledger.read(path, head)) ?? '', path))
  return documents
}

/** Every rollout by its last state, from the history of the one file that holds them. */
async function readRollouts(ledger: CloneLedger, model: string, head: string): Promise<Summary['rollouts']> {
  const path = rolloutLayout.state('production', model)
  const last = new Map<number, RolloutState>()
  for (const commit of await ledger.history(path, head)) {
    const state = parseJsonDocument(RolloutState, (await ledger.read(path, commit)) ?? '', path)
    // A state of a version against itself is how a rollback at once tells servers what the channel holds.
    if (state.canary.modelDigest !== state.champion.modelDigest) last.set(state.seq, state)
  }
  return [...last.values()].map(({ canary, phase, history, cause }) => ({
    version: canary.version,
    outcome: phase,
    steps: history.map(({ at, action, weight }) => ({ at, action, weight })),
    ...(cause === null ? {} : { cause: cause.reason }),
  }))
}

function describeDrift(checks: readonly DriftCheck[], events: readonly RegistryEvent[]): Summary['drift'] {
  const issueOf = new Map(
    events.flatMap(({ type, cause, issue }) =>
      type.startsWith('drift.') && issue ? [[cause.slice(0, 64), issue] as const] : [],
    ),
  )
  return [...checks]
    .sort((a, b) => (a.window.start < b.window.start ? -1 : 1))
    .map(({ id, window, verdict, results }) => {
      const changed = results.filter((result) => result.verdict === 'warn' || result.verdict === 'fail')
      const issue = issueOf.get(id)
      return {
        window: window.start,
        verdict,
        columns: [...new Set(changed.map(({ column }) => column))],
        ...(issue === undefined ? {} : { issue }),
      }
    })
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
