/**
 * Writes `packages/sandbox/openapi/github.json`: the operations of GitHub's OpenAPI description that the sandbox
 * implements, as JSON Schema. Needs npm and network; run it when an operation is added: `node scripts/extract-openapi.ts`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const version = '23.0.2'
const member = 'package/generated/api.github.com.json'
const target = join(import.meta.dirname, '../packages/sandbox/openapi/github.json')

const operationIds = new Set(
  `
  git/create-blob git/get-blob git/create-tree git/get-tree git/create-commit git/get-commit git/create-tag git/get-tag
  git/create-ref git/get-ref git/list-matching-refs git/update-ref git/delete-ref
  repos/get repos/list-branches repos/get-branch repos/list-tags repos/get-content repos/create-or-update-file-contents
  repos/delete-file repos/compare-commits repos/get-commit repos/list-commits repos/list-pull-requests-associated-with-commit
  repos/get-branch-protection repos/update-branch-protection repos/delete-branch-protection
  repos/get-repo-rulesets repos/create-repo-ruleset repos/get-repo-ruleset repos/update-repo-ruleset
  repos/delete-repo-ruleset repos/get-branch-rules
  repos/list-collaborators repos/get-collaborator-permission-level repos/create-dispatch-event
  repos/check-immutable-releases repos/enable-immutable-releases repos/disable-immutable-releases
  repos/create-release repos/list-releases repos/get-release repos/get-release-by-tag repos/get-latest-release
  repos/update-release repos/delete-release repos/list-release-assets repos/get-release-asset repos/update-release-asset
  repos/delete-release-asset repos/upload-release-asset
  repos/create-commit-status repos/get-combined-status-for-ref repos/list-commit-statuses-for-ref
  pulls/create pulls/list pulls/get pulls/update pulls/list-files pulls/list-commits pulls/merge pulls/check-if-merged
  pulls/create-review pulls/list-reviews pulls/get-review pulls/dismiss-review
  pulls/request-reviewers pulls/list-requested-reviewers pulls/remove-requested-reviewers
  issues/create issues/list-for-repo issues/get issues/update issues/create-comment issues/list-comments
  issues/get-comment issues/update-comment issues/delete-comment
  issues/list-labels-for-repo issues/create-label issues/get-label issues/delete-label
  issues/list-labels-on-issue issues/add-labels issues/set-labels issues/remove-label
  checks/create checks/update checks/get checks/list-for-ref
  actions/create-workflow-dispatch actions/list-workflow-runs-for-repo actions/list-workflow-runs actions/get-workflow-run
  actions/list-jobs-for-workflow-run actions/get-job-for-workflow-run actions/approve-workflow-run
  actions/get-github-actions-default-workflow-permissions-repository
  actions/set-github-actions-default-workflow-permissions-repository
  actions/get-github-actions-permissions-repository actions/set-github-actions-permissions-repository
  actions/get-allowed-actions-repository actions/set-allowed-actions-repository
  actions/list-repo-workflows repos/get-all-environments
  users/get-by-username users/get-authenticated rate-limit/get
  `
    .split(/\s+/)
    .filter(Boolean),
)

const keywords = (
  'type format pattern minimum maximum exclusiveMinimum minLength maxLength minItems maxItems uniqueItems items required ' +
  'minProperties maxProperties additionalProperties allOf anyOf not'
).split(' ')

type Node = { [key: string]: unknown }

const api = readDescription()
const components: Record<string, Node> = {}
const operations: Node[] = []
const missing = new Set(operationIds)
for (const [path, item] of Object.entries(api.paths as Record<string, Node>)) {
  for (const [method, value] of Object.entries(item)) {
    const operation = value as Node
    if (!operationIds.has(operation.operationId as string)) continue
    missing.delete(operation.operationId as string)
    operations.push(describe(method, path, operation, (item.parameters ?? []) as Node[]))
  }
}
if (missing.size > 0) throw new Error(`not in @octokit/openapi ${version}: ${[...missing].join(', ')}`)
// Where the description is narrower than what GitHub does: an upload that broke off leaves an asset in state `starter`,
// as the description's own prose says.
widen('release-asset', 'state', 'starter')
operations.sort((a, b) => String(a.operationId).localeCompare(String(b.operationId)))
const schemas = Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1)))
const lines = (entries: string[]) => entries.join(',\n')
writeFileSync(
  target,
  `{"source":"@octokit/openapi ${version}",\n"operations":[\n${lines(operations.map((one) => JSON.stringify(one)))}\n],\n` +
    `"components":{"schemas":{\n${lines(Object.entries(schemas).map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`))}\n}}}\n`,
)
console.log(`${operations.length} operations, ${Object.keys(schemas).length} schemas → ${target}`)

function readDescription(): Node {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-openapi-'))
  try {
    execFileSync('npm', ['pack', '--silent', `@octokit/openapi@${version}`], { cwd: folder, stdio: 'pipe' })
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
    if (!tarball) throw new Error('npm pack left no tarball')
    execFileSync('tar', ['-xzf', tarball, member], { cwd: folder })
    return JSON.parse(readFileSync(join(folder, member), 'utf8')) as Node
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function describe(method: string, path: string, operation: Node, shared: Node[]): Node {
  const parameters = [...shared, ...((operation.parameters ?? []) as Node[])].map(resolve).map((parameter) => ({
    name: parameter.name,
    in: parameter.in,
    ...(parameter.required ? { required: true } : {}),
    ...(parameter['x-multi-segment'] ? { multiSegment: true } : {}),
    schema: convert(parameter.schema),
  }))
  const body = operation.requestBody ? resolve(operation.requestBody as Node) : undefined
  const content = (body?.content ?? {}) as Record<string, Node>
  const responses: Node = {}
  for (const [status, value] of Object.entries(operation.responses as Record<string, Node>)) {
    const kinds = (resolve(value).content ?? {}) as Record<string, Node>
    responses[status] = kinds['application/json'] ? convert(kinds['application/json'].schema) : null
  }
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    documentation: (operation.externalDocs as Node | undefined)?.url,
    parameters,
    ...(content['application/json']
      ? { body: convert(content['application/json'].schema), bodyRequired: body?.required === true }
      : {}),
    ...(body && !content['application/json'] ? { rawBody: true } : {}),
    responses,
  }
}

function widen(schema: string, property: string, value: string): void {
  const properties = components[schema]?.properties as Record<string, { enum: string[] }> | undefined
  if (!properties?.[property]) throw new Error(`${schema}.${property} is no longer in the description`)
  properties[property].enum.push(value)
}

function resolve(node: Node): Node {
  const reference = node.$ref
  if (typeof reference !== 'string') return node
  return resolve(
    reference
      .slice(2)
      .split('/')
      .reduce<Node>((at, key) => at[key] as Node, api),
  )
}

/** OpenAPI 3.0's schema dialect to JSON Schema draft 7: `nullable` becomes a type, prose goes. */
function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert)
  if (value === null || typeof value !== 'object') return value
  const node = value as Node
  if (typeof node.$ref === 'string') {
    const name = node.$ref.replace('#/components/schemas/', '')
    if (!(name in components)) {
      components[name] = {}
      components[name] = convert(resolve(node)) as Node
    }
    return { $ref: `#/components/schemas/${name}` }
  }
  const kept: Node = {}
  for (const key of keywords) if (node[key] !== undefined) kept[key] = convert(node[key])
  for (const key of ['properties', 'patternProperties']) {
    if (!node[key]) continue
    kept[key] = Object.fromEntries(Object.entries(node[key] as Node).map(([name, one]) => [name, convert(one)]))
  }
  // GitHub's alternatives overlap (a private user is a public user too), so "exactly one" would refuse its own answers.
  if (node.oneOf) kept.anyOf = convert(node.oneOf)
  if (node.enum) kept.enum = node.enum
  if (node.default !== undefined) kept.default = node.default
  if (node.nullable !== true) return kept
  if (kept.enum) kept.enum = [...new Set([...(kept.enum as unknown[]), null])]
  if (kept.type) return { ...kept, type: [kept.type, 'null'].flat() }
  return Object.keys(kept).length > 0 ? { anyOf: [{ type: 'null' }, kept] } : {}
}
