// The weeks of June 2001 against January to March: a stored baseline and DuckDB here, raw reference and SciPy's tests there.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  buildBaseline,
  checkDrift,
  createDatasetView,
  type DriftData,
  fingerprintFiles,
  openDataset,
  openEngine,
  profileWindow,
} from '../../../packages/data/src/index.ts'
import { MonitorPolicy } from '../../../packages/schemas/src/index.ts'
import type { Measurement } from '../main.ts'
import { hasPandas, runPython, writeCsv } from './python.ts'

const rounds = 5
const root = realpathSync(join(import.meta.dirname, '../../../node_modules/vega-datasets/data'))
const file = 'flights-3m.parquet'
const sql = `SELECT source_file || file_row_number AS id, CAST(date AS DATE) AS day, hour(date) AS hour, delay, distance, origin, destination FROM flights`
const data: DriftData = {
  features: { sql, file: 'features.sql', view: 'flights', columns: { id: 'id' }, day: 'day' },
}
const june = { start: '2001-06-04', end: '2001-06-25' }

/** None where Python, pandas or SciPy is not there. */
export async function compareWithPandas(): Promise<Measurement[]> {
  if (!hasPandas()) {
    console.log('No pandas and SciPy on this machine: drift.flights.vs-pandas is not measured.')
    return []
  }
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
  try {
    const theirs = await measureTheirs(folder)
    const ours = await measureOurs()
    const note = `${(ours * 1000).toFixed(0)} ms; pandas: ${(theirs * 1000).toFixed(0)} ms, from its pickle; 3,000,000 rows, 5 columns; medians of ${rounds} and 3`
    return [{ id: 'drift.flights.vs-pandas', value: theirs / ours, unit: 'times', atLeast: 10, note }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openFlights() {
  const files = await fingerprintFiles(root, [file])
  const engine = await openEngine({ allowedPaths: [join(root, file)], root })
  const dataset = await openDataset(engine, files, { name: 'flights' })
  await createDatasetView(engine, dataset)
  return { engine, dataset }
}

async function measureOurs(): Promise<number> {
  const { engine, dataset } = await openFlights()
  const options = {
    model: 'flights',
    dataset: dataset.digest,
    period: { start: '2001-01-01', end: '2001-04-01' },
    publicColumns: ['hour', 'delay', 'distance', 'origin', 'destination'],
  }
  const baseline = await buildBaseline(engine, data, options)
  await engine.close()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    const opened = await openFlights()
    const window = await profileWindow(opened.engine, data, baseline, june)
    checkDrift({ baseline, window, dataset: opened.dataset.digest, policy: MonitorPolicy.parse({}) })
    await opened.engine.close()
    times.push((performance.now() - start) / 1000)
  }
  return median(times)
}

/** Writing the format that pandas reads fastest is not counted. */
async function measureTheirs(folder: string): Promise<number> {
  const csv = join(folder, 'flights.csv')
  await writeCsv(
    `SELECT CAST(date AS DATE) AS day, hour(date) AS hour, delay, distance, origin, destination FROM '${join(root, file)}'`,
    csv,
  )
  return Number(runPython(program, csv))
}

const program = `
import sys, time
import numpy as np, pandas as pd
from scipy import stats
path = sys.argv[1]
table = pd.read_csv(path)
table.to_pickle(path + '.pickle')

def drift():
    table = pd.read_pickle(path + '.pickle')
    reference = table[(table.day >= '2001-01-01') & (table.day < '2001-04-01')]
    window = table[(table.day >= '${june.start}') & (table.day < '${june.end}')]
    results = {}
    for name in ['hour', 'delay', 'distance']:
        a, b = reference[name].dropna().to_numpy(), window[name].dropna().to_numpy()
        edges = np.quantile(a, np.linspace(0, 1, 129)[1:-1])
        p, q = (np.bincount(np.searchsorted(edges, x), minlength=128) + .5 for x in (a, b))
        p, q = p / p.sum(), q / q.sum()
        results[name] = (stats.ks_2samp(a, b, mode='asymp'), stats.wasserstein_distance(a, b) / a.std(), ((p - q) * np.log(p / q)).sum(), reference[name].isna().mean(), window[name].isna().mean())
    for name in ['origin', 'destination']:
        counts = pd.concat([reference[name].value_counts(), window[name].value_counts()], axis=1).fillna(0).to_numpy()
        results[name] = (stats.chi2_contingency(counts.T)[1], abs(counts / counts.sum(axis=0) @ [1, -1]).sum() / 2)
    return results

times = []
for _ in range(3):
    start = time.perf_counter()
    drift()
    times.append(time.perf_counter() - start)
print(sorted(times)[1])
`

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
