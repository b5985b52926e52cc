import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The web address of a clone's origin, without credentials; undefined where it is not a repository on some host. */
export async function originOf(folder: string): Promise<string | undefined> {
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
