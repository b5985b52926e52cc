// Writes what `tidemark init` begins with: the files of examples/flight-delay that say nothing about flights, word for word.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const target = join(root, 'packages/cli/src/init/templates.generated.ts')
const paths = [
  '.gitattributes',
  '.gitignore',
  ...['promote', 'rollback', 'tick', 'train', 'verify'].map((name) => `.github/workflows/${name}.yml`),
]

const entries = paths.map((path) => {
  const text = readFileSync(join(root, 'examples/flight-delay', path), 'utf8')
  return `  ${JSON.stringify(path)}: ${JSON.stringify(text)},\n`
})
const generated = `// Generated from examples/flight-delay by scripts/generate-init-templates.ts.

/** Texts by path, of a model that is called flight-delay. */
export const templates: Readonly<Record<string, string>> = {
${entries.join('')}}
`

if (!process.argv.includes('--check')) writeFileSync(target, generated)
else if (readFileSync(target, 'utf8') !== generated) {
  console.error(`${target} is not what examples/flight-delay says: node scripts/generate-init-templates.ts`)
  process.exitCode = 1
}
