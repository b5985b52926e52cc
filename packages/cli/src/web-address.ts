import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Source, SourceChoice } from './source.ts'
import type { Terminal } from './tidemark.ts'

/** Where a source's repository is on the web, without credentials; undefined where nobody knows. */
export async function webAddressOf(
  source: Source,
  choice: SourceChoice,
  terminal: Terminal,
): Promise<string | undefined> {
  return choice.repo === undefined ? originOf(source.name) : addressOf(choice.repo, terminal, choice['api-url'])
}

/** The web address of a clone's origin, without credentials; undefined where it is not a repository on some host. */
async function originOf(folder: string): Promise<string | undefined> {
  const { stdout } = await promisify(execFile)('git', ['-C', folder, 'remote', 'get-url', 'origin']).catch(() => ({
    stdout: '',
  }))
  return webAddress(stdout.trim())
}

/** `git@github.com:acme/flights.git` and `https://token@github.com/acme/flights` → `https://github.com/acme/flights`. */
export function webAddress(remote: string): string | undefined {
  const ssh = /^(?:ssh:\/\/)?git@([\w.-]+)[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(remote)
  if (ssh) return `https://${ssh[1]}/${ssh[2]}`
  if (!URL.canParse(remote)) return undefined
  const { protocol, host, pathname } = new URL(remote)
  const path = pathname.replace(/\.git\/?$/, '').replace(/\/$/, '')
  if ((protocol !== 'https:' && protocol !== 'http:') || !/^\/[\w.-]+\/[\w.-]+$/.test(path)) return undefined
  return `${protocol}//${host}${path}`
}

function addressOf(repo: string, { env }: Terminal, apiUrl: string | undefined): string {
  const api = apiUrl ?? env.GITHUB_API_URL ?? ''
  // GitHub Enterprise Server has its API below the server; github.com on a host of its own.
  const enterprise = /^(https?:\/\/.+)\/api\/v3\/?$/.exec(api)?.[1]
  return `${enterprise ?? env.GITHUB_SERVER_URL ?? 'https://github.com'}/${repo}`
}
