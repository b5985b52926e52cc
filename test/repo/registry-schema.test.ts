import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { documents, parseJsonDocument, parseYamlDocument, readYaml } from '@tidemark/schemas'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../registry-schema')
const ajv = new Ajv2020({ strict: false, validateFormats: false })

describe.each(Object.keys(documents))('%s', (name) => {
  const isValid = ajv.compile(JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')))
  const examples = (kind: string) =>
    globSync(`examples/${name}/${kind}/*`, { cwd: folder }).map((path) => ({
      path,
      text: readFileSync(join(folder, path), 'utf8'),
    }))
  const readExample = ({ path, text }: { path: string; text: string }) =>
    path.endsWith('.yaml') ? readYaml(text, path).value : JSON.parse(text)
  const parse = ({ path, text }: { path: string; text: string }) => {
    const schema = documents[name]?.schema
    if (!schema) throw new Error(`no schema ${name}`)
    return path.endsWith('.yaml') ? parseYamlDocument(schema, text, path) : parseJsonDocument(schema, text, path)
  }

  test('has valid and invalid examples', () => {
    expect(examples('valid').length).toBeGreaterThan(0)
    expect(examples('invalid').length).toBeGreaterThan(0)
  })

  test.each(examples('valid').map((example) => [basename(example.path), example] as const))(
    '%s is accepted by the JSON Schema and by Tidemark',
    (_name, example) => {
      isValid(readExample(example))
      expect(isValid.errors).toBeNull()
      expect(() => parse(example)).not.toThrow()
    },
  )

  test.each(examples('invalid').map((example) => [basename(example.path), example] as const))(
    '%s is refused by both',
    (_name, example) => {
      expect(isValid(readExample(example))).toBe(false)
      expect(() => parse(example)).toThrow(
        expect.objectContaining({ problems: expect.arrayContaining([expect.anything()]) }),
      )
    },
  )
})

test('an editor tells of every key of model.yaml what it is for', () => {
  const silent: string[] = []
  const visit = (node: Described, path: string) => {
    for (const [name, below] of Object.entries(node.properties ?? {})) {
      const at = path === '' ? name : `${path}.${name}`
      if (below.description === undefined) silent.push(at)
      visit(below, at)
    }
    if (node.items) visit(node.items, `${path}[]`)
    if (typeof node.additionalProperties === 'object') visit(node.additionalProperties, `${path}.*`)
    for (const each of node.anyOf ?? []) visit(each, path)
  }
  visit(JSON.parse(readFileSync(join(folder, 'model.schema.json'), 'utf8')), '')
  expect(silent, 'describe these in packages/schemas/src/model-descriptions.ts').toEqual([])
})

interface Described {
  properties?: Record<string, Described>
  items?: Described
  additionalProperties?: Described | boolean
  anyOf?: Described[]
  description?: string
}
