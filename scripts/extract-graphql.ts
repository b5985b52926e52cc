/**
 * Writes `packages/sandbox/openapi/github.graphql`: the types and fields of GitHub's GraphQL schema that the sandbox answers.
 * Needs npm and network; run it when a field is added: `node scripts/extract-graphql.ts`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DefinitionNode, Kind, parse, print } from 'graphql'

const version = '15.26.1'
const member = 'package/schema.graphql'
const target = join(import.meta.dirname, '../packages/sandbox/openapi/github.graphql')

/** Fields by type; an argument that is not named here is left out. */
const kept: Readonly<Record<string, readonly string[]>> = {
  Query: ['repository(owner, name)'],
  Repository: ['object(expression, oid)', 'ref(qualifiedName)'],
  Ref: ['name', 'target'],
  GitObject: ['oid'],
  Commit: ['oid', 'file(path)', 'tree'],
  Tree: ['oid', 'entries'],
  TreeEntry: ['name', 'type', 'oid', 'object'],
  Blob: ['oid', 'text', 'isBinary', 'isTruncated', 'byteSize'],
  Tag: ['oid', 'name', 'target'],
  GitObjectID: [],
}

const left = new Map(Object.entries(kept).map(([type, fields]) => [type, new Set(fields)]))
const definitions = parse(readSchema()).definitions.flatMap(reduce)
const missing = [...left].flatMap(([type, fields]) => [...fields].map((field) => `${type}.${field}`))
if (missing.length > 0 || definitions.length !== left.size)
  throw new Error(`not in @octokit/graphql-schema ${version}: ${missing.join(', ') || 'a type'}`)
writeFileSync(
  target,
  `# From @octokit/graphql-schema ${version} by scripts/extract-graphql.ts\n\n${definitions.map(print).join('\n\n')}\n`,
)

/** The definition with what is kept of it; interfaces that are not kept are no longer implemented. */
function reduce(definition: DefinitionNode): DefinitionNode[] {
  if (!('name' in definition) || definition.name === undefined) return []
  const wanted = left.get(definition.name.value)
  if (wanted === undefined) return []
  if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) return [{ ...definition, description: undefined }]
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return []
  const fields = (definition.fields ?? []).flatMap((field) => {
    const entry = [...wanted].find((each) => each.split('(')[0] === field.name.value)
    if (entry === undefined) return []
    wanted.delete(entry)
    const names = (/\((.*)\)/.exec(entry)?.[1] ?? '').split(', ')
    const args = (field.arguments ?? [])
      .filter((argument) => names.includes(argument.name.value))
      .map((argument) => ({ ...argument, description: undefined }))
    return [{ ...field, description: undefined, directives: [], arguments: args }]
  })
  const interfaces = (definition.interfaces ?? []).filter((each) => left.has(each.name.value))
  return [{ ...definition, description: undefined, directives: [], interfaces, fields }]
}

function readSchema(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-graphql-'))
  try {
    execFileSync('npm', ['pack', '--silent', `@octokit/graphql-schema@${version}`], { cwd: folder, stdio: 'pipe' })
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
    if (!tarball) throw new Error('npm pack left no tarball')
    execFileSync('tar', ['-xzf', tarball, member], { cwd: folder })
    return readFileSync(join(folder, member), 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
