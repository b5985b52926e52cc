// What a baseline and a drift check cost on made tables of 20 columns, and on flights beside pandas and SciPy.
import { existsSync, linkSync } from 'node:fs'
import { join } from 'node:path'
import type { Measurement } from '../main.ts'
import { measureApart, type Work } from './apart.ts'
import { type DatedTable, writeDatedTable } from './dated.ts'
import { compareWithPandas } from './pandas.ts'

const rounds = 3

/** Every measurement is of a process of its own, since a process's greatest memory is kept until its end. */
export async function measureDriftCost(): Promise<Measurement[]> {
  const [five, three] = [await writeDatedTable(5_000_000), await writeDatedTable(3_000_000)]
  const thirty = repeat(three, 10)
  const build = await measureApart({ ...work('baseline', five), rounds: 1 })
  const five20 = await measureApart({ ...work('drift', five), rounds })
  const [small, large] = [
    await measureApart({ ...work('drift', three), rounds: 3 }),
    await measureApart({ ...work('drift', thirty), rounds: 1 }),
  ]
  const note = `5,000,000 rows, 20 columns, Parquet; ${five20.cpuSeconds.toFixed(1)} s of processor; median of ${rounds}`
  return [
    {
      id: 'baseline.5m.seconds',
      value: build.seconds,
      unit: 's',
      note: `${build.cpuSeconds.toFixed(1)} s of processor`,
    },
    { id: 'drift.5m.seconds', value: five20.seconds, unit: 's', target: 2, note },
    {
      id: 'drift.5m.peak-mb',
      value: Math.max(five20.peakMb, build.peakMb),
      unit: 'MB',
      target: 1500,
      note: 'the baseline’s included',
    },
    {
      id: 'drift.30m-to-3m.ratio',
      // Of processor time: what else runs on the machine meets the longer one more often.
      value: large.cpuSeconds / small.cpuSeconds,
      unit: 'ratio',
      target: 11,
      note: `processor time; ${large.seconds.toFixed(1)} s and ${small.seconds.toFixed(1)} s by the clock; peak ${large.peakMb.toFixed(0)} MB; the 30 are ten links to the 3`,
    },
    ...(await compareWithPandas()),
  ]
}

const work = (kind: Work['kind'], { folder, name, rows }: DatedTable): Omit<Work, 'rounds'> => ({
  kind,
  folder,
  names: rows === 30_000_000 ? linkNames(name, 10) : [name],
})

/** The same file under ten names: as many rows to decode and count, without their bytes on the disk. */
function repeat({ folder, name, rows }: DatedTable, times: number): DatedTable {
  for (const link of linkNames(name, times)) {
    if (!existsSync(join(folder, link))) linkSync(join(folder, name), join(folder, link))
  }
  return { folder, name, rows: rows * times }
}

const linkNames = (name: string, times: number): string[] =>
  Array.from({ length: times }, (_, i) => name.replace('.parquet', `-link-${i}.parquet`))
