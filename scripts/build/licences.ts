import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'rolldown'

const allowed = [
  'MIT',
  'ISC',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
]

/** Packages whose licence field says nothing usable, by `name@version`, with what their files say; each was looked at. */
const reviewed: Readonly<Record<string, string>> = {}

interface Bundled {
  readonly id: string
  readonly licence: string
  readonly isAllowed: boolean
  readonly texts: readonly string[]
}

/**
 * Collects the licences of all bundled packages into THIRD-PARTY-LICENSES.txt, since minified code has lost its notices.
 * Fails the build on a licence that is neither allowed nor reviewed.
 */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
      const folders = new Set(modules.flatMap((id) => packageFolder(id) ?? []))
      const bundled = [...folders].map(readPackage).sort((a, b) => (a.id < b.id ? -1 : 1))
      const refused = bundled.filter(({ isAllowed }) => !isAllowed).map(({ id, licence }) => `${id}: ${licence}`)
      if (refused.length > 0) this.error(`licences that are neither allowed nor reviewed:\n  ${refused.join('\n  ')}`)
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source: describe(bundled) })
    },
  }
}

/** The folder of the package, not of a package.json deeper inside, which may say nothing of a licence. */
function packageFolder(id: string): string | undefined {
  return /^\0?(?<folder>.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.groups?.folder
}

function readPackage(folder: string): Bundled {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>
  const id = `${manifest.name}@${manifest.version}`
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|thirdpartynotice)/i.test(name))
  return {
    id,
    licence: reviewed[id] ?? String(manifest.license),
    isAllowed: reviewed[id] !== undefined || isAllowed(String(manifest.license)),
    texts: files.sort().map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()),
  }
}

/** Of an SPDX `A OR B` one has to be allowed, of `A AND B` all. */
function isAllowed(expression: string): boolean {
  const alternatives = expression.replaceAll(/[()]/g, '').split(' OR ')
  return alternatives.some((all) => all.split(' AND ').every((id) => allowed.includes(id.trim())))
}

function describe(packages: readonly Bundled[]): string {
  const blocks = packages.map(({ id, licence, texts }) => [`${id} (${licence})`, ...texts].join('\n\n'))
  return `${['The files in vendor/ hold code of these packages.', ...blocks].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}
