import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import {
  contractColumnTypes,
  createDatasetView,
  fingerprintFiles,
  openDataset,
  openEngine,
  parseContract,
} from '@tidemark/data'
import { flightsOf } from './flights.ts'

const root = join(import.meta.dirname, '../..')
const file = join(root, '.cache/flights/origin-late-share.csv')
const months = ['2001-01', '2001-02', '2001-03', '2001-04']

/**
 * Each origin's share of late flights on the day before, for days from 2 January to 30 April 2001: `origin, day, late_share`.
 * An airport of few flights says little in a day, so 20 flights that were late like those of all airports are added to its own;
 * one without any flight that day has the share of all. Made once from the flights that the example's contract accepts.
 */
export async function originLateShare(): Promise<string> {
  if (existsSync(file)) return file
  for (const month of months) await flightsOf(month)
  const folder = join(root, '.cache/flights')
  await mkdir(folder, { recursive: true })
  const contractFile = join(root, 'examples/flight-delay/models/flight-delay/contract.yaml')
  const contract = parseContract(readFileSync(contractFile, 'utf8'), contractFile)
  const files = await fingerprintFiles(
    folder,
    months.map((month) => `flights-${month}.parquet`),
  )
  const part = `${file}.part`
  await using engine = await openEngine({
    allowedPaths: files.files.map(({ path }) => join(files.root, path)),
    outputPaths: [part],
  })
  const dataset = await openDataset(engine, files, { name: 'flights', columnTypes: contractColumnTypes(contract) })
  await createDatasetView(engine, dataset, { contract, policy: { action: 'drop', maxShare: 0.005 } })
  await engine.query(
    `COPY (
       WITH daily AS (
         SELECT origin, CAST(date AS DATE) AS day, count(*) AS flights, count(*) FILTER (WHERE delay > 15) AS late
         FROM flights GROUP BY ALL
       ),
       everywhere AS (SELECT day, sum(late) / sum(flights) AS share FROM daily GROUP BY day),
       origins AS (SELECT DISTINCT origin FROM daily)
       SELECT origin, day + 1 AS day,
         round((coalesce(late, 0) + 20 * share) / (coalesce(flights, 0) + 20), 4) AS late_share
       FROM origins CROSS JOIN everywhere LEFT JOIN daily USING (origin, day)
       WHERE day < DATE '2001-04-30' ORDER BY origin, day
     ) TO '${part.replaceAll("'", "''")}' (FORMAT csv, HEADER true, USE_TMP_FILE false)`,
  )
  await rename(part, file)
  return file
}
