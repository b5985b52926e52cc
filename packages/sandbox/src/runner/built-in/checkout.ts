import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { booleanInput, input, runScript, saveState, setOutput, variable } from './step-io.ts'

interface Target {
  /** What to fetch. */
  refspec: string
  /** What to check out; a branch by name, anything else detached. */
  branch: string | undefined
  revision: string
  /** What the revision has to be; empty when only the name is known. */
  sha: string
}

await runScript(() => {
  const repository = input('repository') || variable('GITHUB_REPOSITORY')
  const workspace = variable('GITHUB_WORKSPACE')
  const folder = path.resolve(workspace, input('path') || '.')
  if (folder !== workspace && !folder.startsWith(workspace + path.sep)) {
    throw new Error(`input 'path': '${input('path')}' is outside of the workspace`)
  }
  const url = variable('SANDBOX_GIT_URL')
  mkdirSync(folder, { recursive: true })
  const git = (...args: string[]) => {
    console.log(
      `##[command]git ${args.map((arg) => (/AUTHORIZATION/.test(arg) ? 'AUTHORIZATION: basic ***' : arg)).join(' ')}`,
    )
    return execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1' },
    })
  }
  const isOwn = readdirSync(folder).includes('.git') && tryGit(() => git('remote', 'get-url', 'origin').trim()) === url
  if (isOwn && booleanInput('clean')) git('clean', '-ffdx')
  if (!isOwn) {
    for (const entry of readdirSync(folder)) rmSync(path.join(folder, entry), { recursive: true, force: true })
    git('init', '--quiet', '--initial-branch=main')
    git('remote', 'add', 'origin', url)
  }
  const key = credentialKey(url)
  if (key) {
    const credential = Buffer.from(`x-access-token:${input('token')}`).toString('base64')
    git('config', '--local', key, `AUTHORIZATION: basic ${credential}`)
    saveState('key', key)
    saveState('folder', folder)
  }
  const has = ({ revision, sha }: Target) => {
    const found = tryGit(() => git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`).trim())
    return found !== undefined && (sha === '' || found === sha)
  }
  try {
    const target = targetOf(repository, (ref) => git('ls-remote', '--heads', '--tags', 'origin', ref))
    const depth = Number(input('fetch-depth') || 1)
    if (!Number.isInteger(depth) || depth < 0)
      throw new Error(`input 'fetch-depth' must be a whole number, not '${input('fetch-depth')}'`)
    const fetch = (...refspecs: string[]) =>
      git(
        ...[
          '-c',
          'protocol.version=2',
          '-c',
          'core.looseCompression=0',
          '-c',
          'fetch.unpackLimit=10000',
          'fetch',
          '--no-tags',
          '--prune',
          '--no-recurse-submodules',
        ],
        ...(depth > 0 ? [`--depth=${depth}`] : []),
        ...(input('filter') ? [`--filter=${input('filter')}`] : []),
        ...['origin', ...refspecs],
      )
    const [heads, tags] = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*']
    if (depth === 0) fetch(heads, tags)
    // The branch may have moved on since the event; what is asked for is the event's commit.
    if (depth > 0 || !has(target)) fetch(...(depth > 0 && booleanInput('fetch-tags') ? [tags] : []), target.refspec)
    if (target.branch) git('checkout', '--quiet', '--force', '-B', target.branch, target.revision)
    else git('checkout', '--quiet', '--force', '--detach', target.revision)
    setOutput('commit', git('rev-parse', 'HEAD').trim())
    setOutput('ref', input('ref') || variable('GITHUB_REF'))
  } finally {
    if (key && !booleanInput('persist-credentials')) git('config', '--local', '--unset-all', key)
  }
})

function targetOf(repository: string, list: (ref: string) => string): Target {
  const ref = input('ref')
  const isEvent = repository === variable('GITHUB_REPOSITORY') && ref === ''
  if (isEvent) return known(variable('GITHUB_REF'), variable('GITHUB_SHA'))
  if (ref === '')
    return {
      refspec: '+HEAD:refs/remotes/origin/HEAD',
      branch: undefined,
      revision: 'refs/remotes/origin/HEAD',
      sha: '',
    }
  if (/^[0-9a-f]{40}$/.test(ref)) return { refspec: ref, branch: undefined, revision: ref, sha: ref }
  if (ref.startsWith('refs/')) return known(ref)
  const found = list(ref)
    .split('\n')
    .map((line) => line.split('\t')[1])
  const full = [`refs/heads/${ref}`, `refs/tags/${ref}`].find((each) => found.includes(each))
  if (!full) throw new Error(`A branch or tag with the name '${ref}' could not be found`)
  return known(full)
}

/** A full ref; with a commit the ref's name is kept but that commit is fetched, though the ref may have moved on. */
function known(ref: string, sha = ''): Target {
  const local = ref.replace(/^refs\/heads\//, 'refs/remotes/origin/').replace(/^refs\/pull\//, 'refs/remotes/pull/')
  const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined
  // An annotated tag must keep its object, so a tag is fetched by its name.
  const from = sha === '' || ref.startsWith('refs/tags/') ? ref : sha
  return { refspec: `+${from}:${local}`, branch, revision: local, sha }
}

function credentialKey(url: string): string | undefined {
  return /^https?:/.test(url) ? `http.${new URL(url).origin}/.extraheader` : undefined
}

function tryGit(work: () => string): string | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
