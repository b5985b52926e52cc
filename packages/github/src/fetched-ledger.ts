import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { LedgerReader } from '@tidemark/registry'
import { connectGitHub } from './client.ts'
import { CloneLedger } from './clone-ledger.ts'

const run = promisify(execFile)
const longestMs = 15 * 60_000

/** The registry branch and its tags as they were when they were fetched; closing it removes the copy. */
export interface FetchedLedger extends LedgerReader, AsyncDisposable {}

/**
 * Fetches the registry branch whole by git into a folder of its own, so that a walk over all facts and all commits takes no
 * requests. Null with the reason where git is not there or cannot fetch: then the API is left.
 */
export async function fetchLedger(options: {
  token: string
  /** `owner/name` */
  repository: string
  apiUrl: string
  registryBranch: string
}): Promise<{ ledger: FetchedLedger } | { ledger: null; problem: string }> {
  const { octokit, repository } = await connectGitHub(options)
  const { clone_url: url } = (await octokit.rest.repos.get(repository)).data
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-registry-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const git = async (...args: string[]) =>
    (await run('git', args, { env: environment(options.token), maxBuffer: 1 << 28, timeout: longestMs })).stdout
  try {
    const branch = `refs/heads/${options.registryBranch}`
    // Tags before the branch: a tag follows its commit, so none is seen whose commit is not.
    const refs = readRefs(await git('ls-remote', '--end-of-options', url, branch, 'refs/tags/*'))
    await git('init', '--bare', '--quiet', '--template=', folder)
    if (refs.has(branch))
      await git('-C', folder, 'fetch', '--quiet', '--no-tags', '--end-of-options', url, `+${branch}:${branch}`)
    return { ledger: ledgerOf(folder, options.registryBranch, refs, remove) }
  } catch (error) {
    await remove()
    const { stderr, message } = error as { stderr?: string; message: string }
    return { ledger: null, problem: (stderr?.trim() || message).split('\n').at(-1)?.slice(0, 300) ?? '' }
  }
}

function ledgerOf(
  folder: string,
  branch: string,
  refs: ReadonlyMap<string, string>,
  remove: () => Promise<void>,
): FetchedLedger {
  const clone = new CloneLedger(folder, branch)
  const names = [...refs.keys()].filter((ref) => ref.startsWith('refs/tags/') && !ref.endsWith('^{}'))
  const tags = names.map((ref) => ref.slice('refs/tags/'.length))
  return {
    head: () => clone.head(),
    read: (path, at) => clone.read(path, at),
    list: (path, at) => clone.list(path, at),
    files: (at) => clone.files(at),
    history: (path, at) => clone.history(path, at),
    log: (at) => clone.log(at),
    tags: async (prefix) => tags.filter((tag) => tag.startsWith(prefix)),
    // Only for an annotated tag git names what it points at in the end.
    resolveTag: async (name) => refs.get(`refs/tags/${name}^{}`) ?? null,
    async [Symbol.asyncDispose]() {
      clone[Symbol.dispose]()
      await remove()
    },
  }
}

/** By the environment, since arguments can be read by every process of the machine. */
function environment(token: string): NodeJS.ProcessEnv {
  const settings: [string, string][] = [
    ['http.extraHeader', `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`],
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', '60'],
    ['transfer.fsckObjects', 'true'],
    ['credential.helper', ''],
    ['gc.auto', '0'],
  ]
  return {
    ...process.env,
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], i) => [
        [`GIT_CONFIG_KEY_${i}`, key],
        [`GIT_CONFIG_VALUE_${i}`, value],
      ]),
    ),
  }
}

function readRefs(listed: string): Map<string, string> {
  const refs = new Map<string, string>()
  for (const line of listed.split('\n')) {
    const [sha, ref] = line.split('\t')
    if (sha && ref) refs.set(ref, sha)
  }
  return refs
}
