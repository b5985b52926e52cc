// Work in a child process: seconds, processor time and greatest memory of that work alone.
import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  buildBaseline,
  checkDrift,
  createDatasetView,
  type DatasetFiles,
  type DriftData,
  fingerprintFiles,
  openDataset,
  openEngine,
  profileWindow,
} from '../../../packages/data/src/index.ts'
import { Baseline, MonitorPolicy } from '../../../packages/schemas/src/index.ts'
import { datedColumns } from './dated.ts'

export interface Work {
  readonly kind: 'baseline' | 'drift'
  readonly folder: string
  readonly names: readonly string[]
  readonly rounds: number
}

export interface Cost {
  /** Median of the rounds. */
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMb: number
}

export async function measureApart(work: Work): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
  try {
    // The baseline is built apart too: its memory would be the check's.
    if (work.kind === 'drift')
      await runChild({ ...work, kind: 'baseline', names: work.names.slice(0, 1), rounds: 1 }, folder)
    return await runChild(work, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runChild(work: Work, folder: string): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [JSON.stringify(work), folder])
    child.once('message', (cost) => resolve(cost as Cost))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the measured process ended with ${code}`)))
  })
}

const period = { start: '2025-01-06', end: '2025-07-25' }
const data: DriftData = {
  features: {
    sql: `SELECT id, day, label, ${datedColumns.join(', ')} FROM t`,
    file: 'features.sql',
    view: 't',
    columns: { id: 'id', label: 'label' },
    day: 'day',
  },
}

async function measureHere({ kind, folder, names, rounds }: Work, scratch: string): Promise<Cost> {
  const files = await fingerprintFiles(folder, names)
  const path = join(scratch, 'baseline.json')
  const costs: { seconds: number; cpuSeconds: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    const baseline = kind === 'baseline' ? await build(files) : await check(files, path)
    const { user, system } = process.cpuUsage(cpu)
    costs.push({ seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 })
    if (kind === 'baseline') writeFileSync(path, JSON.stringify(baseline))
  }
  const median = costs.toSorted((a, b) => a.seconds - b.seconds)[rounds >> 1]!
  return { ...median, peakMb: process.resourceUsage().maxRSS / 1024 }
}

async function build(files: DatasetFiles): Promise<Baseline> {
  await using engine = await open(files)
  const options = { model: 'made', dataset: '0'.repeat(64), period, publicColumns: datedColumns }
  return await buildBaseline(engine, data, options)
}

/** From opened files to the verdict, the baseline as it is on record. */
async function check(files: DatasetFiles, path: string) {
  const baseline = Baseline.parse(JSON.parse(readFileSync(path, 'utf8')))
  await using engine = await open(files)
  const window = await profileWindow(engine, data, baseline, period)
  return checkDrift({ baseline, window, dataset: baseline.dataset, policy: MonitorPolicy.parse({}) })
}

async function open(files: DatasetFiles) {
  const engine = await openEngine({
    allowedPaths: files.files.map(({ path }) => join(files.root, path)),
    root: files.root,
  })
  const dataset = await openDataset(engine, files, { name: 't' })
  await createDatasetView(engine, dataset)
  return engine
}

const [work, scratch] = process.argv.slice(2)
if (process.send !== undefined && work !== undefined && scratch !== undefined) {
  process.send(await measureHere(JSON.parse(work) as Work, scratch), () => process.exit(0))
}
