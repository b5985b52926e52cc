import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type LedgerReader, readReferenced, readVersion } from '@tidemark/registry'
import {
  type DigestEntry,
  Evaluation,
  eventId,
  layout,
  type RegistryEvent,
  Run,
  referTo,
  runId,
  sha256,
  storedJson,
  type VersionManifest,
} from '@tidemark/schemas'

/** A commit each would write the folder of versions anew each time: gigabytes for ten thousand. */
const versionsPerCommit = 500

/**
 * Puts versions 1.1.0 to 1.<versions - 1>.0 beside the registered 1.0.0, by git alone: manifest, digest entry, run, events and
 * tag of each, nearly as registering would have written them: many in a commit, and the tags without messages. Their releases do not exist.
 */
export async function seedVersions({
  gitDir,
  ledger,
  model,
  versions,
}: {
  gitDir: string
  ledger: LedgerReader
  model: string
  versions: number
}): Promise<void> {
  const head = (await ledger.head()) ?? ''
  const first = await readVersion(ledger, model, '1.0.0', head)
  if (first === null) throw new Error(`${model} 1.0.0 is not registered`)
  const run = await readReferenced(ledger, Run, first.run, head)
  const evaluation = await readReferenced(ledger, Evaluation, first.evaluation, head)
  const importer = spawn('git', ['-C', gitDir, 'fast-import', '--quiet'], { stdio: ['pipe', 'inherit', 'inherit'] })
  const send = async (text: string) => {
    if (!importer.stdin.write(text)) await once(importer.stdin, 'drain')
  }
  let parent = first
  const tags: string[] = []
  const startSeconds = Date.parse(first.registeredAt) / 1000
  for (let from = 1; from < versions; from += versionsPerCommit) {
    const who = `author <author@users.noreply.github.com> ${startSeconds + 60 * from} +0000`
    await send(`commit refs/heads/model-registry\ncommitter ${who}\n${data(`Register ${model}`)}`)
    if (from === 1) await send(`from ${head}\n`)
    for (let i = from; i < Math.min(from + versionsPerCommit, versions); i++) {
      const { manifest, facts } = describeVersion({ before: parent, run, evaluation, index: i })
      parent = manifest
      for (const { path, document } of facts) await send(`M 100644 inline ${path}\n${data(storedJson(document))}`)
      tags.push(manifest.release.tag)
    }
  }
  importer.stdin.end()
  const [code] = await once(importer, 'close')
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`)
  const seeded = await ledger.head()
  await git(gitDir, 'pack-refs', '--all')
  // A ref each by git would be a file each, with a lock around it. Without its header git takes the file as not sorted.
  const file = join(gitDir, 'packed-refs')
  const known = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const lines = [...known, ...tags.map((tag) => `${seeded} refs/tags/${tag}`)]
  await writeFile(file, `${lines.join('\n')}\n`)
}

function describeVersion({
  before,
  run: firstRun,
  evaluation,
  index,
}: {
  before: VersionManifest
  run: Run
  evaluation: Evaluation
  index: number
}): { manifest: VersionManifest; facts: { path: string; document: unknown }[] } {
  const { model } = before
  const version = `1.${index}.0`
  const modelDigest = sha256(`bytes ${index}`)
  const seeded = { ...firstRun, seed: index, output: { ...firstRun.output, modelDigest } }
  const run: Run = { ...seeded, id: runId(seeded) }
  const runPath = layout.run(model, run.id, run.source.committedAt)
  const manifest: VersionManifest = {
    ...before,
    version,
    modelDigest,
    bump: { kind: 'minor', reasons: [`seed: ${index - 1} → ${index}`] },
    parent: { version: before.version, modelDigest: before.modelDigest },
    release: { id: 1_000_000 + index, tag: layout.versionTag(model, version) },
    run: referTo(runPath, run),
  }
  const entry: DigestEntry = { schema: 'tidemark/by-digest/v1', model, modelDigest, version }
  const event = (type: RegistryEvent['type'], cause: string) => {
    const subject = { version, modelDigest }
    const id = eventId({ type, subject, cause })
    const at = before.registeredAt
    const document = { schema: 'tidemark/event/v1', id, type, model, subject, cause, at, actor: before.registeredBy }
    return { path: layout.event(model, id, type), document }
  }
  return {
    manifest,
    facts: [
      { path: runPath, document: run },
      { path: layout.version(model, version), document: manifest },
      { path: layout.byDigest(model, modelDigest), document: entry },
      event('version.registered', evaluation.id),
      event('version.published', referTo('', manifest).sha256),
    ],
  }
}

/** The form in which fast-import takes bytes. */
function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}

async function git(folder: string, ...args: string[]): Promise<void> {
  await promisify(execFile)('git', ['-C', folder, ...args])
}
