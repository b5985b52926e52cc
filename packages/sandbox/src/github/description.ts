import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  multiSegment?: boolean
  schema: unknown
}

export interface Operation {
  operationId: string
  method: string
  path: string
  documentation?: string
  parameters: Parameter[]
  body?: unknown
  bodyRequired?: boolean
  rawBody?: boolean
  responses: Record<string, unknown>
}

export interface Complaint {
  /** JSON pointer into the value. */
  path: string
  message: string
  keyword: string
}

interface RouteMatch {
  operation: Operation
  params: Record<string, string>
}

/**
 * GitHub's own description of the operations the sandbox has: routes come from it, and requests and responses are held
 * against it. Validators compile on first use, since compiling all of them takes longer than most tests.
 */
export class Description {
  readonly operations: readonly Operation[]
  readonly #routes: { operation: Operation; pattern: RegExp; names: string[]; literals: number }[]
  readonly #ajv: Ajv
  readonly #compiled = new Map<string, ValidateFunction>()

  constructor() {
    const source = new URL('../../openapi/github.json', import.meta.url)
    const extract = JSON.parse(readFileSync(source, 'utf8')) as { operations: Operation[]; components: object }
    this.operations = extract.operations
    this.#routes = extract.operations
      .map((operation) => ({ operation, ...routePattern(operation) }))
      .sort((a, b) => b.literals - a.literals)
    this.#ajv = new Ajv({
      strict: false,
      allErrors: true,
      code: { optimize: false },
      validateSchema: false,
      inlineRefs: false,
      logger: false,
    })
    addFormats.default(this.#ajv)
    this.#ajv.addSchema({ $id: 'github', components: extract.components })
  }

  /** The operation for a request, with its path parameters decoded; null when there is none. */
  match(method: string, pathname: string): RouteMatch | null {
    const wanted = method === 'HEAD' ? 'GET' : method
    for (const { operation, pattern, names } of this.#routes) {
      if (operation.method !== wanted) continue
      const found = pattern.exec(pathname)
      if (found) return { operation, params: Object.fromEntries(names.map((name, i) => [name, decode(found[i + 1]!)])) }
    }
    return null
  }

  checkBody(operation: Operation, body: unknown): Complaint[] {
    return this.#check(`${operation.operationId} body`, operation.body, body)
  }

  /** Complaints about query parameters; values are strings here, so each is read as its schema's type first. */
  checkQuery(operation: Operation, query: URLSearchParams): Complaint[] {
    const complaints: Complaint[] = []
    for (const parameter of operation.parameters.filter((one) => one.in === 'query')) {
      const text = query.get(parameter.name)
      if (text === null) {
        if (parameter.required)
          complaints.push({ path: `/${parameter.name}`, message: 'is required', keyword: 'required' })
        continue
      }
      const found = this.#check(
        `${operation.operationId} query ${parameter.name}`,
        parameter.schema,
        typed(text, parameter.schema),
      )
      complaints.push(...found.map((one) => ({ ...one, path: `/${parameter.name}${one.path}` })))
    }
    return complaints
  }

  /** Names in the request that the description does not know; GitHub ignores them, a typing error in them is ours. */
  unknownNames(operation: Operation, query: URLSearchParams, body: unknown): string[] {
    const inQuery = new Set(operation.parameters.filter((one) => one.in === 'query').map((one) => one.name))
    const unknown = [...new Set(query.keys())].filter((name) => !inQuery.has(name)).map((name) => `query ${name}`)
    const properties = (operation.body as { properties?: object; anyOf?: unknown } | undefined)?.properties
    if (properties && body !== null && typeof body === 'object' && !Array.isArray(body)) {
      unknown.push(
        ...Object.keys(body)
          .filter((name) => !(name in properties))
          .map((name) => `body ${name}`),
      )
    }
    return unknown
  }

  checkResponse(operation: Operation, status: number, body: unknown): Complaint[] {
    // Errors that every operation can give (401, 403, 404 …) are described for some only.
    if (status >= 400 && !(status in operation.responses)) return []
    if (!(status in operation.responses)) {
      return [{ path: '', message: `status ${status} is not described`, keyword: 'status' }]
    }
    const schema = operation.responses[status]
    return schema === null ? [] : this.#check(`${operation.operationId} ${status}`, schema, body)
  }

  #check(id: string, schema: unknown, value: unknown): Complaint[] {
    let validate = this.#compiled.get(id)
    if (!validate) {
      validate = this.#ajv.compile(absoluteReferences(schema) as object)
      this.#compiled.set(id, validate)
    }
    if (validate(value)) return []
    return (validate.errors ?? []).map((error) => ({
      path: error.keyword === 'required' ? `${error.instancePath}/${error.params.missingProperty}` : error.instancePath,
      message: error.message ?? error.keyword,
      keyword: error.keyword,
    }))
  }
}

function routePattern(operation: Operation): { pattern: RegExp; names: string[]; literals: number } {
  const names: string[] = []
  const multi = new Set(operation.parameters.filter((one) => one.multiSegment).map((one) => one.name))
  const source = operation.path
    .replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replaceAll(/(\/?)\{(.+?)\}/g, (_, slash: string, name: string) => {
      names.push(name)
      if (name === 'path') return '(?:/(.*))?'
      const both = name === 'base' || name === 'head'
      return `${slash}${multi.has(name) || both ? '(.+?)' : '([^/]+)'}`
    })
  const literals = operation.path.replaceAll(/\{.+?\}/g, '').length
  // A name that may hold slashes may end in one too: `heads/` is a prefix of refs, not `heads`.
  const end = /\{(ref|tree_sha)\}$/.test(operation.path) ? '' : '/?'
  return { pattern: new RegExp(`^${source}${end}$`), names, literals }
}

function decode(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '')
  } catch {
    return text ?? ''
  }
}

function typed(text: string, schema: unknown): unknown {
  const type = (schema as { type?: string }).type
  if (type === 'integer' || type === 'number') return text.trim() === '' ? text : Number(text)
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  if (type === 'array') return text.split(',')
  return text
}

function absoluteReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absoluteReferences)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) =>
      key === '$ref' && typeof one === 'string' ? [key, `github${one}`] : [key, absoluteReferences(one)],
    ),
  )
}
