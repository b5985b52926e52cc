import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { StoryEntry } from '@tidemark/registry'
import { layout, parseYamlDocument, TidemarkError, Waiver } from '@tidemark/schemas'

const run = promisify(execFile)
const most = 200

/**
 * Waivers of a model that are on a clone's default branch (`origin/HEAD`, else what is checked out), as entries of its story at
 * the time of the commit that brought them. Whether one counts is promotion's to say. What is no waiver is left out.
 */
export async function readWaivers(
  clone: string,
  { model, policyRoot }: { readonly model: string; readonly policyRoot: string },
): Promise<StoryEntry[]> {
  const git = async (...args: string[]) =>
    (await run('git', ['-C', clone, ...args], { maxBuffer: 1 << 26 }).catch(() => ({ stdout: '' }))).stdout
  const ref = (await git('rev-parse', '--verify', '--quiet', 'refs/remotes/origin/HEAD^{commit}')).trim() || 'HEAD'
  const folder = layout.waivers(policyRoot, model)
  // A zero, the time and the files of each commit that added some; newest first.
  const log = await git(
    'log',
    '--diff-filter=A',
    '--no-renames',
    '--name-only',
    '--format=%x00%cI',
    ref,
    '--',
    `:(top,literal)${folder}`,
  )
  const added = log
    .split('\0')
    .flatMap((commit) => {
      const [time = '', ...paths] = commit.split('\n').filter((line) => line !== '')
      return paths.filter((path) => /^[\w./-]+\.ya?ml$/.test(path)).map((path) => ({ time, path }))
    })
    .slice(0, most)
  const entries = await Promise.all(
    added.map(async ({ time, path }) => toEntry(await git('show', `${ref}:${path}`), { time, path, model })),
  )
  return entries.filter((entry) => entry !== null)
}

function toEntry(
  text: string,
  { time, path, model }: { readonly time: string; readonly path: string; readonly model: string },
): StoryEntry | null {
  try {
    const waiver = parseYamlDocument(Waiver, text, path)
    if (waiver.model !== model || Number.isNaN(Date.parse(time))) return null
    return {
      at: new Date(time).toISOString().replace('.000Z', 'Z'),
      type: 'waiver.granted',
      version: waiver.version,
      modelDigest: waiver.modelDigest,
      channel: waiver.channel,
      seq: null,
      previous: null,
      isReturn: false,
      weight: null,
      actor: waiver.owner,
      approvedBy: [],
      pullRequest: null,
      issue: null,
      reasons: [`until ${waiver.expires.slice(0, 10)}: ${waiver.reason}`],
      cause: path,
      runUrl: null,
    }
  } catch (error) {
    if (error instanceof TidemarkError) return null
    throw error
  }
}
