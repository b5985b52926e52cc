// Compiles the counting loop of packages/data, so that its bytes travel in the code.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import wabt from 'wabt'

const folder = join(import.meta.dirname, '../packages/data/src/baseline')
const source = 'count-numbers.wat'
const target = join(folder, 'count-numbers.generated.ts')

const { parseWat } = await wabt()
using parsed = disposable(parseWat(source, readFileSync(join(folder, source), 'utf8')))
const bytes = Buffer.from(parsed.value.toBinary({}).buffer)
const generated = `// Generated from ${source} by scripts/generate-count-numbers.ts.

/** The module of ${source}. */
export const countNumbersWasm =
  '${bytes.toString('base64')}'
`

if (!process.argv.includes('--check')) writeFileSync(target, generated)
else if (readFileSync(target, 'utf8') !== generated) {
  console.error(`${target} is not what ${source} says: node scripts/generate-count-numbers.ts`)
  process.exitCode = 1
}

function disposable<T extends { destroy(): void }>(value: T): { value: T } & Disposable {
  return { value, [Symbol.dispose]: () => value.destroy() }
}
