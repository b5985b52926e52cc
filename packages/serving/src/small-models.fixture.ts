import { encodeModel } from '@tidemark/models'
import {
  modelDigest,
  type RolloutPolicy,
  RolloutPolicy as rolloutPolicy,
  sha256,
  type Telemetry,
} from '@tidemark/schemas'
import type { Assignment, CanarySource, ModelSource, VersionSource } from './assignment.ts'
import type { ServerEvent, ServerOptions } from './options.ts'
import { startServer, type TidemarkServer } from './server.ts'

type Model = Parameters<typeof encodeModel>[0]
type Node = Model['graph']['nodes'][number]

const node = (opType: string, inputs: string[], outputs: string[], attributes: Node['attributes'] = {}): Node => ({
  domain: '',
  opType,
  name: outputs[0]!,
  inputs,
  outputs,
  attributes,
})

function encode(
  inputs: [string, string][],
  outputs: [string, string][],
  nodes: Node[],
  metadata: Model['metadata'] = {},
): Uint8Array {
  const values = (list: [string, string][]) => list.map(([name, type]) => ({ name, type, shape: ['N', 1] }))
  return encodeModel({
    irVersion: 8,
    producer: { name: 'fixture', version: '1' },
    opsets: [{ domain: '', version: 17 }],
    metadata,
    graph: { name: 'fixture', inputs: values(inputs), outputs: values(outputs), nodes },
  } as Model)
}

/** `probability` = sigmoid(x + bias). */
export const sigmoidModel = (bias: number): Uint8Array =>
  encode(
    [['x', 'float']],
    [['probability', 'float']],
    [
      node('Constant', [], ['bias'], { value_float: { type: 'float', value: bias } }),
      node('Add', ['x', 'bias'], ['sum']),
      node('Sigmoid', ['sum'], ['probability']),
    ],
  )

/** `probability` = √x: NaN where x is negative. */
export const rootModel = (): Uint8Array =>
  encode([['x', 'float']], [['probability', 'float']], [node('Sqrt', ['x'], ['probability'])])

/** Looks x up in a table of one row: fails where x is 1 or more. */
export const fragileModel = (): Uint8Array =>
  encode(
    [['x', 'float']],
    [['probability', 'float']],
    [
      node('Constant', [], ['table'], { value_floats: { type: 'floats', value: [0.5] } }),
      node('Cast', ['x'], ['index'], { to: { type: 'int', value: 7 } }),
      node('Gather', ['table', 'index'], ['probability']),
    ],
  )

/** `probability` = the x-th of four shares, x a whole number: fails outside the table. */
export const tableModel = (shares = [0.1, 0.2, 0.3, 0.4]): Uint8Array =>
  encode(
    [['x', 'int64']],
    [['probability', 'float']],
    [
      node('Constant', [], ['table'], { value_floats: { type: 'floats', value: shares } }),
      node('Gather', ['table', 'x'], ['probability']),
    ],
  )

/** `probability` = x less the mean over all rows, which no other request may have a part in. */
export const meanModel = (): Uint8Array =>
  encode(
    [['x', 'float']],
    [['probability', 'float']],
    [
      node('ReduceMean', ['x'], ['mean'], { axes: { type: 'ints', value: [0] } }),
      node('Sub', ['x', 'mean'], ['probability']),
    ],
  )

/** Gives back what it gets, of every kind that JSON carries differently. */
export const echoModel = (): Uint8Array =>
  encode(
    [
      ['whole', 'int64'],
      ['text', 'string'],
      ['flag', 'bool'],
      ['double', 'double'],
    ],
    [
      ['whole_out', 'int64'],
      ['text_out', 'string'],
      ['flag_out', 'bool'],
      ['double_out', 'double'],
    ],
    ['whole', 'text', 'flag', 'double'].map((name) => node('Identity', [name], [`${name}_out`])),
  )

/** `probability` = sigmoid(x + y), where callers may leave y out: then it is NaN. */
export const widerModel = (optional = 'y'): Uint8Array =>
  encode(
    [
      ['x', 'float'],
      ['y', 'float'],
    ],
    [['probability', 'float']],
    [node('Add', ['x', 'y'], ['sum']), node('Sigmoid', ['sum'], ['probability'])],
    { 'tidemark.optional_inputs': optional },
  )

/** Takes another input than the others. */
export const strangerModel = (): Uint8Array =>
  encode([['y', 'float']], [['probability', 'float']], [node('Sigmoid', ['y'], ['probability'])])

export function versionSource(version: string, bytes: Uint8Array): VersionSource {
  const digest = sha256(bytes)
  return {
    version,
    sha256: digest,
    modelDigest: modelDigest([{ path: 'model.onnx', sha256: digest }]),
    open: async () => bytes,
  }
}

export function canarySource(version: string, bytes: Uint8Array, change: Partial<CanarySource> = {}): CanarySource {
  return {
    ...versionSource(version, bytes),
    seq: 2,
    weight: 1,
    lease: { expiresAt: '2001-05-01T03:00:00Z', now: '2001-05-01T00:00:00Z' },
    plan: plan(),
    slowMs: 10_000,
    consumed: [],
    ...change,
  }
}

export const plan = (unit = 'request'): RolloutPolicy =>
  rolloutPolicy.parse({ unit, steps: [{ weight: 0.05 }, { weight: 0.5 }] })

/** A source that a test rewrites. */
export class ScratchSource implements ModelSource {
  assignment: Assignment | Error

  constructor(assignment: Assignment | Error) {
    this.assignment = assignment
  }

  async current(): Promise<Assignment> {
    if (this.assignment instanceof Error) throw this.assignment
    return this.assignment
  }
}

/** A server of one model `flights` on a free port, with what it published and said. */
export async function startScratchServer(
  source: ModelSource,
  options: Partial<ServerOptions> = {},
): Promise<
  TidemarkServer & {
    readonly events: ServerEvent[]
    readonly published: Telemetry[]
    [Symbol.asyncDispose](): Promise<void>
  }
> {
  const events: ServerEvent[] = []
  const published: Telemetry[] = []
  const server = await startServer({
    channel: 'production',
    models: [{ name: 'flights', source }],
    port: 0,
    pollMs: 3_600_000,
    telemetry: { sink: { publish: async (telemetry) => void published.push(telemetry) }, windowMs: 3_600_000 },
    onEvent: (event) => events.push(event),
    ...options,
  })
  return { ...server, events, published, [Symbol.asyncDispose]: () => server.close() }
}

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: {
    readonly error?: string
    readonly id?: string
    readonly model_version?: string
    readonly outputs?: {
      readonly name: string
      readonly datatype: string
      readonly shape: number[]
      readonly data: unknown[]
    }[]
  }
}

export async function post(
  url: string,
  body: string | object | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const payload = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
  const response = await fetch(url, {
    method: 'POST',
    body: payload,
    headers: { 'content-type': 'application/json', ...headers },
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Reply['body'] }
}

/** A request for one row. */
export const ask = (x: number | null, id?: string) => ({
  ...(id === undefined ? {} : { id }),
  inputs: [{ name: 'x', shape: [1, 1], datatype: 'FP32', data: [x] }],
})

export const inferUrl = (server: TidemarkServer): string => `${server.url}/v2/models/flights/infer`
