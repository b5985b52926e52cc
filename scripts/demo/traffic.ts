import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Column, openModelFolder, openSplit, readSplitFeatures, validateSplit } from '@tidemark/data'
import { firstFlightsOf } from './flights.ts'
import type { World } from './world.ts'

const model = 'flight-delay'
const atOnce = 16

/** Flights as callers ask about them: the features of the query on the default branch, in the order of departure. */
export interface Traffic {
  readonly order: readonly number[]
  readonly columns: readonly Column[]
  /** Requests sent so far: every flight is asked about once. */
  sent: number
}

export interface Replay {
  requests: number
  /** Requests that got no number for an answer. */
  failed: number
  answersByVersion: Record<string, number>
}

/** May's first flights through the query and the lookup tables of the engineer's working copy. */
export async function readTraffic(world: World): Promise<Traffic> {
  const root = join(world.folder, 'traffic')
  await rm(root, { recursive: true, force: true })
  await mkdir(join(root, 'data'), { recursive: true })
  await cp(join(world.checkout, 'models'), join(root, 'models'), { recursive: true })
  await cp(await firstFlightsOf('2001-05', 30_000), join(root, 'data/flights-2001-05.parquet'))
  const folder = await openModelFolder(root, { policyRoot: 'models', model })
  const query = await folder.readQuery(folder.policy.data.features)
  await using split = await openSplit(folder, ['data/flights-2001-05.parquet'], { lookups: query.lookups })
  const validation = await validateSplit(folder, split)
  const table = await readSplitFeatures(folder, split, {
    validated: { dataset: split.document, validation },
    query,
    wantsKeys: true,
  })
  const numbers = table.ids.map((id) => Number(id.slice(id.lastIndexOf('#') + 1)))
  const order = [...numbers.keys()].sort((a, b) => numbers[a]! - numbers[b]!)
  return { order, columns: table.features, sent: 0 }
}

/** Asks the server about the next flights, one a request, and counts who answered. */
export async function replay(url: string, traffic: Traffic, count: number): Promise<Replay> {
  const address = `${url}/v2/models/${model}`
  const { inputs } = (await (await fetch(address)).json()) as { inputs: { name: string; datatype: string }[] }
  const asked = inputs.map(({ name, datatype }) => ({
    datatype,
    column: traffic.columns.find((column) => column.name === name) ?? { name, kind: 'unknown' as const },
  }))
  const result: Replay = { requests: 0, failed: 0, answersByVersion: {} }
  const rows = traffic.order.slice(traffic.sent, traffic.sent + count)
  if (rows.length < count) throw new Error(`only ${rows.length} of ${count} flights are left to ask about`)
  traffic.sent += count
  const askNext = async () => {
    for (let row = rows.pop(); row !== undefined; row = rows.pop()) {
      const at = row
      const body = {
        inputs: asked.map(({ column, datatype }) => {
          return { name: column.name, shape: [1, 1], datatype, data: [cellOf(column, at)] }
        }),
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

function cellOf(column: Column | { kind: 'unknown' }, row: number): number | string | null {
  if (column.kind === 'unknown') return null
  if (column.kind === 'number') return Number.isNaN(column.values[row]) ? null : column.values[row]!
  // NULL has a code that no dictionary has.
  return column.dictionary[column.codes[row]!] ?? null
}
