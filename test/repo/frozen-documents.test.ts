import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf, documents, ModelPolicy, parseJsonDocument, parseYamlDocument } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { z } from 'zod'

/**
 * Documents as some release wrote them. Files are added here and never changed or removed: what is stored in teams'
 * repositories does not change either.
 */
const folder = join(import.meta.dirname, '../frozen')
const digests = JSON.parse(readFileSync(join(folder, 'digests.json'), 'utf8')) as Record<string, string>
const files = globSync('*/v*/*', { cwd: folder }).sort()

/** A document's `schema` values, such as tidemark/run/v1. */
function versionsOf(name: string): string[] {
  const described = JSON.stringify(z.toJSONSchema(documents[name]?.schema ?? z.never(), { io: 'input' }))
  return [...new Set(described.match(/tidemark\/[a-z-]+\/v\d+/g))].filter((each) =>
    each.startsWith(`tidemark/${name}/`),
  )
}

it.each(Object.keys(documents))('%s has a frozen document of each schema version', (name) => {
  const versions = versionsOf(name)
  expect(versions.length).toBeGreaterThan(0)
  for (const version of versions) {
    const place = version.replace('tidemark/', '')
    expect(existsSync(join(folder, place)), `copy a valid ${version} to test/frozen/${place}`).toBe(true)
  }
})

it.each(files)('%s is read as ever, with the digest by which others name it', (file) => {
  const schema = documents[file.split('/')[0] ?? '']?.schema
  if (!schema) throw new Error(`${file}: the document is not in the catalogue any more, so that nobody can read it`)
  const text = readFileSync(join(folder, file), 'utf8')
  const parsed = file.endsWith('.yaml') ? parseYamlDocument(schema, text, file) : parseJsonDocument(schema, text, file)
  // Of a policy decisions name the gate, with the defaults that were filled in: a new default would make them unprovable.
  const named = file.startsWith('model/') ? ModelPolicy.parse(parsed).gate : parsed
  expect(digestOf(named), `the digest of ${file} belongs into test/frozen/digests.json`).toBe(digests[file])
})

it('has no digest of a document that was removed', () => {
  expect(Object.keys(digests).sort()).toEqual(files)
})
