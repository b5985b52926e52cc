// The flights model behind `tidemark serve` (routing to a canary, metrics and prediction log on) against a bare node:http server that
// calls onnxruntime-node, on the same requests in the same run. Each server is a process of its own; the load comes from this one.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import type { InferenceSession as Session } from 'onnxruntime-node'
import { modelDigest, RolloutPolicy, sha256 } from '../../packages/schemas/src/index.ts'
import { type Assignment, startServer, type VersionSource } from '../../packages/serving/src/index.ts'
import { openExecutor, runJob } from '../../packages/training/src/index.ts'
import { flightsOf } from '../demo/flights.ts'
import type { Measurement } from './main.ts'

const rounds = 7
const secondsPerRound = 2
const connectionCounts = [1, 16, 64]
const trainingRows = 100_000

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-serve-'))
  const children: ChildProcess[] = []
  try {
    const requests = await prepare(folder)
    const servers = new Map<string, string>()
    for (const name of ['bare', 'tidemark']) {
      const child = fork(import.meta.filename, [name, folder], { stdio: 'inherit' })
      children.push(child)
      servers.set(name, await nextMessage<string>(child))
    }
    for (const url of servers.values()) await load(url, requests, 16, 2)
    const measurements: Measurement[] = []
    for (const connections of connectionCounts) measurements.push(...(await compare(servers, requests, connections)))
    return [...measurements, await swapUnderLoad(servers.get('tidemark')!, requests, children[1]!)]
  } finally {
    for (const child of children) child.kill()
    rmSync(folder, { recursive: true })
  }
}

async function compare(
  servers: ReadonlyMap<string, string>,
  requests: readonly autocannon.Request[],
  connections: number,
): Promise<Measurement[]> {
  const results = new Map([...servers.keys()].map((name) => [name, [] as autocannon.Result[]]))
  // Interleaved and by turns first, so that a busy moment of the machine meets both alike.
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? [...servers] : [...servers].reverse()
    for (const [name, url] of order) results.get(name)!.push(await load(url, requests, connections, secondsPerRound))
  }
  for (const result of [...results.values()].flat())
    if (countFailed(result) > 0) throw new Error(`${result.url} failed on requests`)
  const middle = (name: string, read: (result: autocannon.Result) => number) => median(results.get(name)!.map(read))
  const rate = (name: string) => middle(name, (result) => result.requests.total / result.duration)
  const p99 = (name: string) => middle(name, ({ latency }) => latency.p99)
  // Of each round's neighbours, since the machine's speed drifts.
  const ratio = median(
    results
      .get('tidemark')!
      .map(
        (mine, i) =>
          mine.requests.total /
          mine.duration /
          (results.get('bare')![i]!.requests.total / results.get('bare')![i]!.duration),
      ),
  )
  const goal = connections === 1 ? 0.5 : 0.8
  const shown = (value: number) => Math.round(value).toLocaleString('en')
  return [
    {
      id: `serve.throughput.vs-bare.${connections}`,
      value: ratio,
      unit: 'ratio',
      atLeast: goal,
      note: `${shown(rate('tidemark'))} requests/s; bare: ${shown(rate('bare'))}; median of ${rounds}`,
    },
    {
      id: `serve.p99.vs-bare.${connections}`,
      // autocannon counts whole milliseconds: half of one is added to both, so that 0 does not divide.
      value: (p99('tidemark') + 0.5) / (p99('bare') + 0.5),
      unit: 'ratio',
      note: `${p99('tidemark')} ms; bare: ${p99('bare')} ms`,
    },
  ]
}

async function swapUnderLoad(
  url: string,
  requests: readonly autocannon.Request[],
  child: ChildProcess,
): Promise<Measurement> {
  const loading = load(url, requests, 16, 5)
  let isLoading = true
  let swaps = 0
  void loading.finally(() => (isLoading = false))
  while (isLoading) {
    child.send('swap')
    await nextMessage(child)
    swaps++
  }
  const result = await loading
  const note = `${swaps} swaps during ${result.requests.total.toLocaleString('en')} requests on 16 connections`
  return { id: 'serve.hot-swap.failed', value: countFailed(result), unit: 'requests', target: 1, note }
}

async function load(
  url: string,
  requests: readonly autocannon.Request[],
  connections: number,
  seconds: number,
): Promise<autocannon.Result> {
  return await autocannon({ url, connections, duration: seconds, requests: [...requests] })
}

function countFailed({ non2xx, errors, timeouts }: autocannon.Result): number {
  return non2xx + errors + timeouts
}

/** Trains champion and canary on January's first flights and returns requests made of later ones. */
async function prepare(folder: string): Promise<autocannon.Request[]> {
  const flights = await readFlights(await flightsOf('2001-01'))
  for (const [name, trees] of [
    ['champion', 80],
    ['canary', 81],
  ] as const) {
    const job = {
      runId: name,
      seed: 7,
      parameters: { trees },
      channels: {},
      loadTable: async () => tableOf(flights.slice(0, trainingRows)),
    }
    writeFileSync(join(folder, `${name}.onnx`), (await runJob(openExecutor('embedded'), job)).model)
  }
  return flights.slice(trainingRows, trainingRows + 64).map((flight) => ({
    method: 'POST',
    path: '/v2/models/flight-delay/infer',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      inputs: [
        ...numbers.map((name) => ({ name, shape: [1, 1], datatype: 'FP32', data: [flight[name]] })),
        ...strings.map((name) => ({ name, shape: [1, 1], datatype: 'BYTES', data: [flight[name]] })),
      ],
    }),
  }))
}

const numbers = ['departure_hour', 'weekday', 'distance'] as const
const strings = ['origin', 'destination'] as const
type Flight = Record<(typeof numbers)[number] | 'late', number> & Record<(typeof strings)[number], string>

async function readFlights(file: string): Promise<Flight[]> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll(
    `SELECT hour(date)::INTEGER AS departure_hour, isodow(date)::INTEGER AS weekday, distance::INTEGER AS distance,
            origin, destination, (delay > 15)::INTEGER AS late
     FROM read_parquet('${file}') WHERE delay IS NOT NULL LIMIT ${trainingRows + 64}`,
  )
  const rows = reader.getRowObjects() as unknown as Flight[]
  connection.closeSync()
  instance.closeSync()
  return rows
}

function tableOf(flights: readonly Flight[]) {
  const textColumn = (name: (typeof strings)[number]) => {
    const dictionary = [...new Set(flights.map((flight) => flight[name]))].sort()
    const codes = new Map(dictionary.map((text, code) => [text, code]))
    return {
      name,
      kind: 'string' as const,
      codes: Uint32Array.from(flights, (flight) => codes.get(flight[name])!),
      dictionary,
    }
  }
  return {
    rows: flights.length,
    labels: Uint8Array.from(flights, ({ late }) => late),
    columns: [
      ...numbers.map((name) => ({
        name,
        kind: 'number' as const,
        values: Float64Array.from(flights, (flight) => flight[name]),
      })),
      ...strings.map(textColumn),
    ],
  }
}

/** What someone would write who needs one model behind HTTP: no validation, one session, the same answer. */
async function serveBare(folder: string): Promise<string> {
  const runtime = await import('onnxruntime-node')
  const session: Session = await runtime.InferenceSession.create(join(folder, 'champion.onnx'), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  })
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const { inputs } = JSON.parse(Buffer.concat(chunks).toString()) as {
        inputs: { name: string; shape: number[]; datatype: string; data: (number | string)[] }[]
      }
      const feeds = Object.fromEntries(
        inputs.map(({ name, shape, datatype, data }) => [
          name,
          datatype === 'BYTES'
            ? new runtime.Tensor('string', data as string[], shape)
            : new runtime.Tensor('float32', Float32Array.from(data as number[]), shape),
        ]),
      )
      const { probability } = await session.run(feeds)
      const { data, dims } = probability!
      const outputs = [{ name: 'probability', datatype: 'FP32', shape: dims, data: Array.from(data as Float32Array) }]
      const text = JSON.stringify({ model_name: 'flight-delay', outputs })
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      response.end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function serveTidemark(folder: string): Promise<string> {
  const [first, second] = ['champion', 'canary'].map((name, i): VersionSource => {
    const bytes = readFileSync(join(folder, `${name}.onnx`))
    const digest = sha256(bytes)
    return {
      version: `1.${i}.0`,
      sha256: digest,
      modelDigest: modelDigest([{ path: 'model.onnx', sha256: digest }]),
      open: async () => bytes,
    }
  }) as [VersionSource, VersionSource]
  const plan = RolloutPolicy.parse({})
  let isSwapped = false
  let seq = 1
  const current = async (): Promise<Assignment> => {
    const [champion, canary] = isSwapped ? [second, first] : [first, second]
    const lease = { expiresAt: '2001-02-01T00:00:00Z', now: '2001-01-01T00:00:00Z' }
    return { champion, canary: { ...canary, seq, weight: 0.25, lease, plan, slowMs: 50, consumed: [] } }
  }
  const server = await startServer({
    channel: 'production',
    models: [{ name: 'flight-delay', source: { current } }],
    port: 0,
    log: { path: join(folder, 'predictions.ndjson') },
  })
  process.on('message', async () => {
    isSwapped = !isSwapped
    seq++
    await server.refresh()
    process.send!('swapped')
  })
  return server.url
}

function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('a server ended'))
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      resolve(message as T)
    })
  })
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

if (import.meta.main) {
  const [name, folder = ''] = process.argv.slice(2)
  process.send!(name === 'bare' ? await serveBare(folder) : await serveTidemark(folder))
}
