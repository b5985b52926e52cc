import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const maxNpmrcBytes = 64 * 1024

/**
 * The npm registry to download from, without a slash at the end, as npm finds it: environment, the project's .npmrc, the user's, the
 * public one. Only the line `registry=` is taken: tokens are not read. Wrong content can do no harm, since the tarballs are pinned.
 */
export function registryUrl(env: NodeJS.ProcessEnv, project: string, home: string): string {
  const candidates = [
    () => env.npm_config_registry || env.NPM_CONFIG_REGISTRY,
    () => registryLine(join(project, '.npmrc'), env),
    () => registryLine(join(home, '.npmrc'), env),
  ]
  for (const candidate of candidates) {
    const value = candidate()
    if (value && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/+$/, '')
  }
  return 'https://registry.npmjs.org'
}

function registryLine(file: string, env: NodeJS.ProcessEnv): string | undefined {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? Infinity) > maxNpmrcBytes) return undefined
  const value = /^\s*registry\s*=\s*(?<value>\S+)\s*$/m.exec(readFileSync(file, 'utf8'))?.groups?.value
  return value?.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => env[name] ?? whole).replace(/^(["'])(.*)\1$/, '$2')
}
