import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Column, openModelFolder, openSplit, readSplitFeatures, validateSplit } from '@tidemark/data'
import { firstFlightsOf } from './flights.ts'
import { layOverLookup } from './lookup-candidate.ts'
import type { World } from './world.ts'

const run = promisify(execFile)
const example = join(import.meta.dirname, '../../examples/flight-delay')
const model = 'flight-delay'
const file = 'data/flights-2001-05.parquet'
const flights = 30_000
const atOnce = 16

type Cell = number | string | null

/** Flights as callers ask about them: the features of the query on the default branch, in the order of departure. */
export interface Traffic {
  readonly names: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Requests sent so far: every flight is asked about once. */
  sent: number
}

export interface Replay {
  requests: number
  /** Requests that got no number for an answer. */
  failed: number
  answersByVersion: Record<string, number>
}

/**
 * May's first flights through the query and the lookup table that the engineer is going to push. Read by a process of its own: a
 * process that grew large is slow to start others, and the runner starts many.
 */
export async function readTraffic(world: World): Promise<Traffic> {
  const root = join(world.folder, 'traffic')
  await mkdir(join(root, 'data'), { recursive: true })
  await cp(join(example, 'models'), join(root, 'models'), { recursive: true })
  await layOverLookup(root)
  await cp(await firstFlightsOf('2001-05', flights), join(root, file))
  await run(process.execPath, [import.meta.filename, root])
  return { ...JSON.parse(await readFile(join(root, 'traffic.json'), 'utf8')), sent: 0 }
}

async function writeTraffic(root: string): Promise<void> {
  const folder = await openModelFolder(root, { policyRoot: 'models', model })
  const { data } = folder.policy
  const query = await folder.readQuery(data.features)
  await using split = await openSplit(folder, [file], { lookups: query.lookups })
  const validation = await validateSplit(folder, split)
  const validated = { dataset: split.document, validation }
  const { ids, features } = await readSplitFeatures(folder, split, { validated, query, wantsKeys: true })
  const numbers = ids.map((id) => Number(id.slice(id.lastIndexOf('#') + 1)))
  const order = [...numbers.keys()].sort((a, b) => numbers[a]! - numbers[b]!)
  const rows = order.map((row) => features.map((column) => cellOf(column, row)))
  await writeFile(join(root, 'traffic.json'), JSON.stringify({ names: features.map(({ name }) => name), rows }))
}

/** Asks the server about the next flights, one a request, and counts who answered. */
export async function replay(url: string, traffic: Traffic, count: number): Promise<Replay> {
  const address = `${url}/v2/models/${model}`
  const { inputs } = (await (await fetch(address)).json()) as { inputs: { name: string; datatype: string }[] }
  const asked = inputs.map(({ name, datatype }) => ({ name, datatype, at: traffic.names.indexOf(name) }))
  const result: Replay = { requests: 0, failed: 0, answersByVersion: {} }
  const rows = traffic.rows.slice(traffic.sent, traffic.sent + count)
  if (rows.length < count) throw new Error(`only ${rows.length} of ${count} flights are left to ask about`)
  traffic.sent += count
  const askNext = async () => {
    for (let row = rows.pop(); row !== undefined; row = rows.pop()) {
      const cells = row
      const body = {
        inputs: asked.map(({ name, datatype, at }) => ({ name, shape: [1, 1], datatype, data: [cells[at] ?? null] })),
      }
      const response = await fetch(`${address}/infer`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const answer = (await response.json()) as { model_version?: string; outputs?: { data: unknown[] }[] }
      result.requests++
      if (typeof answer.outputs?.[0]?.data[0] !== 'number') result.failed++
      const version = answer.model_version ?? 'none'
      result.answersByVersion[version] = (result.answersByVersion[version] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, askNext))
  return result
}

function cellOf(column: Column, row: number): Cell {
  if (column.kind === 'number') return Number.isNaN(column.values[row]) ? null : column.values[row]!
  // NULL has a code that no dictionary has.
  return column.dictionary[column.codes[row]!] ?? null
}

if (import.meta.main) await writeTraffic(process.argv[2] ?? '')
