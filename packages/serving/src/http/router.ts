import type { IncomingMessage } from 'node:http'
import type { ModelHost } from '../model/model-host.ts'
import { quoted, RequestError } from '../protocol/request-error.ts'
import { tensorMetadata } from '../protocol/tensor-contract.ts'

/** What a path means. Every route but inference is a GET without a body. */
export type Route =
  | { readonly kind: 'infer'; readonly host: ModelHost; readonly version: string | undefined }
  | { readonly kind: 'get'; readonly answer: () => Answer }

export interface Answer {
  readonly status: number
  readonly text: string
  readonly contentType?: string
}

export interface RouterContext {
  readonly hosts: ReadonlyMap<string, ModelHost>
  readonly isDraining: () => boolean
  readonly writeMetrics: () => string
}

const serverMetadata = { name: 'tidemark', version: '2', extensions: [] }

/** Finds what to do with a request. Throws `RequestError` 404, 405 and 400. */
export function createRouter(context: RouterContext): (request: IncomingMessage) => Route {
  const { hosts } = context
  // The path that nearly every request has is found without taking it apart.
  const inferPaths = new Map(
    [...hosts].map(([name, host]) => [
      `/v2/models/${name}/infer`,
      { kind: 'infer', host, version: undefined } as const,
    ]),
  )
  return (request) => {
    const { url = '/', method } = request
    const route = inferPaths.get(url) ?? findRoute(url, context)
    const allowed = route.kind === 'infer' ? ['POST'] : ['GET', 'HEAD']
    if (!allowed.includes(method ?? '')) {
      throw new RequestError(405, `${method} is not allowed here, ${allowed[0]} is`, { allow: allowed.join(', ') })
    }
    return route
  }
}

function findRoute(url: string, context: RouterContext): Route {
  const end = url.indexOf('?')
  const parts = (end === -1 ? url : url.slice(0, end)).split('/').slice(1).map(decode)
  const [first, second, ...rest] = parts
  if (first === 'metrics' && parts.length === 1) {
    return get(() => ({
      status: 200,
      text: context.writeMetrics(),
      contentType: 'text/plain; version=0.0.4; charset=utf-8',
    }))
  }
  if (first !== 'v2') throw notFound(url)
  if (parts.length === 1) return get(() => json(serverMetadata))
  if (second === 'health' && rest.length === 1) return healthRoute(rest[0]!, url, context)
  if (second === 'models' && rest.length > 0) return modelRoute(rest, url, context)
  throw notFound(url)
}

function healthRoute(what: string, url: string, { hosts, isDraining }: RouterContext): Route {
  if (what === 'live') return get(() => json({ live: true }))
  if (what !== 'ready') throw notFound(url)
  return get(() => {
    const isReady = !isDraining() && [...hosts.values()].every(({ champion }) => champion !== undefined)
    return json({ ready: isReady }, isReady ? 200 : 503)
  })
}

function modelRoute(parts: readonly string[], url: string, { hosts }: RouterContext): Route {
  const [name = '', ...rest] = parts
  const host = hosts.get(name)
  if (!host) throw new RequestError(404, `there is no model ${quoted(name)} here`)
  const isVersioned = rest[0] === 'versions' && rest.length > 1
  const version = isVersioned ? rest[1] : undefined
  const [what, ...more] = isVersioned ? rest.slice(2) : rest
  if (more.length > 0) throw notFound(url)
  if (what === undefined) return get(() => json(describeModel(host, version)))
  if (what === 'ready') {
    return get(() => {
      host.find(version)
      return json({ name, ready: true })
    })
  }
  if (what === 'infer') return { kind: 'infer', host, version }
  if (what === 'telemetry' && !isVersioned) {
    return get(() => {
      const telemetry = host.telemetry()
      if (!telemetry) throw new RequestError(503, `model ${name} is not ready`)
      return json(telemetry)
    })
  }
  throw notFound(url)
}

function describeModel(host: ModelHost, version: string | undefined): object {
  const model = host.find(version)
  // A canary's inputs are asked for while it may answer; for a version asked for by name, only its own.
  const contract = version === undefined && host.weight > 0 ? (host.requests ?? model.contract) : model.contract
  return {
    name: host.name,
    versions: version === undefined ? host.versions() : [version],
    platform: 'onnx_onnxv1',
    inputs: [...contract.inputs.values()].map(tensorMetadata),
    outputs: [...contract.outputs.values()].map(tensorMetadata),
  }
}

function get(answer: () => Answer): Route {
  return { kind: 'get', answer }
}

function json(document: object, status = 200): Answer {
  return { status, text: JSON.stringify(document) }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new RequestError(400, 'the path is not well encoded')
  }
}

function notFound(url: string): RequestError {
  return new RequestError(404, `there is nothing at ${quoted(url)}`)
}
