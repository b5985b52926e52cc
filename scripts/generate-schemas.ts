// Writes registry-schema/<document>.schema.json from packages/schemas; with --check only compares.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documents } from '@tidemark/schemas'
import { z } from 'zod'

const folder = join(import.meta.dirname, '../registry-schema')
const isCheck = process.argv.includes('--check')

/** JSON Schema (draft 2020-12) of each stored document, by file name. `input` form: defaults may be left out. */
function generate(): Map<string, string> {
  const files = new Map<string, string>()
  for (const [name, { schema, description, keys = {} }] of Object.entries(documents)) {
    const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })
    describeKeys(rest as Node, keys, '')
    const document = { $schema, title: `Tidemark ${name}`, description, ...rest }
    files.set(`${name}.schema.json`, `${JSON.stringify(document, null, 2)}\n`)
  }
  return files
}

interface Node {
  properties?: Record<string, Node>
  items?: Node
  additionalProperties?: Node | boolean
  anyOf?: Node[]
  description?: string
}

/** Puts what editors show at a key into the schema, by the key's path. */
function describeKeys(node: Node, keys: Readonly<Record<string, string>>, path: string): void {
  for (const [name, below] of Object.entries(node.properties ?? {})) {
    const at = path === '' ? name : `${path}.${name}`
    if (keys[at] !== undefined) below.description = keys[at]
    describeKeys(below, keys, at)
  }
  if (node.items) describeKeys(node.items, keys, `${path}[]`)
  if (typeof node.additionalProperties === 'object') describeKeys(node.additionalProperties, keys, `${path}.*`)
  for (const each of node.anyOf ?? []) describeKeys(each, keys, path)
}

const files = generate()
mkdirSync(folder, { recursive: true })
const present = readdirSync(folder).filter((name) => name.endsWith('.schema.json'))
const stale = [...new Set([...files.keys(), ...present])].filter((name) => {
  const current = present.includes(name) ? readFileSync(join(folder, name), 'utf8') : undefined
  return current !== files.get(name)
})
if (isCheck) {
  for (const name of stale)
    console.error(`registry-schema/${name} is not what packages/schemas gives: run node scripts/generate-schemas.ts`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
}
