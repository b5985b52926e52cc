// The flights model as the embedded trainer writes it, from real flights: requests of one moment are run together, and must have the bits
// that each has alone. Shapes of batches are drawn, sizes on both sides of where ONNX Runtime changes its way through trees.
import { DuckDBInstance } from '@duckdb/node-api'
import { modelDigest, sha256 } from '@tidemark/schemas'
import { openExecutor, runJob } from '@tidemark/training'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LoadedModel, loadModel } from '../../packages/serving/src/model/loaded-model.ts'
import { readInferenceRequest } from '../../packages/serving/src/protocol/inference-request.ts'
import { firstFlightsOf } from '../../scripts/demo/flights.ts'

const numbers = ['departure_hour', 'weekday', 'distance'] as const
const strings = ['origin', 'destination'] as const
type Name = (typeof numbers)[number] | (typeof strings)[number]
type Flight = Readonly<Record<Name, number | string | null>> & { readonly late: number }

async function readFlights(count: number): Promise<Flight[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll(
    `SELECT hour(date)::INTEGER AS departure_hour, isodow(date)::INTEGER AS weekday, distance::INTEGER AS distance,
            origin, destination, (delay > 15)::INTEGER AS late
     FROM read_parquet('${await firstFlightsOf('2001-01', count)}') WHERE delay IS NOT NULL`,
  )
  const flights = reader.getRowObjects() as unknown as Flight[]
  connection.closeSync()
  instance.closeSync()
  return flights
}

async function trainOn(flights: readonly Flight[], trees: number): Promise<LoadedModel> {
  const table = {
    rows: flights.length,
    labels: Uint8Array.from(flights, ({ late }) => late),
    columns: [
      ...numbers.map((name) => ({
        name,
        kind: 'number' as const,
        values: Float64Array.from(flights, (flight) => Number(flight[name])),
      })),
      ...strings.map((name) => {
        const dictionary = [...new Set(flights.map((flight) => String(flight[name])))].sort()
        const codes = Uint32Array.from(flights, (flight) => dictionary.indexOf(String(flight[name])))
        return { name, kind: 'string' as const, codes, dictionary }
      }),
    ],
  }
  const job = { runId: 'run', seed: 7, parameters: { trees }, channels: {}, loadTable: async () => table }
  const { model } = await runJob(openExecutor('embedded'), job)
  const digest = sha256(model)
  const files = [{ path: 'model.onnx', sha256: digest }]
  return loadModel(
    { version: '1.0.0', sha256: digest, modelDigest: modelDigest(files), open: async () => model },
    model,
  )
}

function requestOf({ contract }: LoadedModel, flights: readonly Flight[]) {
  const inputs = [...numbers, ...strings].map((name) => ({
    name,
    datatype: contract.inputs.get(name)!.datatype.name,
    shape: [flights.length, 1],
    data: flights.map((flight) => flight[name]),
  }))
  return readInferenceRequest(Buffer.from(JSON.stringify({ inputs })), contract)
}

test.each([30, 80, 200])('flights asked for together have the bits that each has alone: %d trees', async (trees) => {
  const flights = await readFlights(6000)
  const model = await trainOn(flights, trees)
  const flight = fc
    .tuple(fc.integer({ min: 0, max: flights.length - 1 }), fc.constantFrom(...numbers, ...strings, undefined))
    .map(([i, missing]) => ({ ...flights[i]!, ...(missing ? { [missing]: null } : {}) }))
  const size = fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 40 }))
  const requests = fc.array(
    size.chain((rows) => fc.array(flight, { minLength: rows, maxLength: rows })),
    { minLength: 2, maxLength: 64 },
  )
  const before = model.runs
  let asked = 0
  await fc.assert(
    fc.asyncProperty(requests, async (drawn) => {
      const all = drawn.map((each) => requestOf(model, each))
      asked += all.length
      const together = await Promise.all(all.map((request) => model.run(request)))
      for (const [i, request] of all.entries()) {
        const [alone] = await model.runAlone(request)
        expect(together[i]!.outputs[0]!.data).toEqual(alone!.data)
        expect([...together[i]!.outputs[0]!.dims]).toEqual([drawn[i]!.length, 1])
      }
    }),
    { numRuns: 25, seed: 1 },
  )
  expect(model.runs - before - asked).toBeLessThan(asked / 2)
  model.retire()
})
