// `pnpm bench <suite>`: runs scripts/bench/<suite>.ts, prints a table and writes .bench/<suite>.json.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One measured number. It should stay under `target`, or reach `atLeast`. */
export interface Measurement {
  readonly id: string
  readonly value: number
  readonly unit: string
  readonly target?: number
  readonly atLeast?: number
  readonly note?: string
}

const suite = process.argv[2] ?? ''
const file = join(import.meta.dirname, `${suite}.ts`)
if (!/^[a-z-]+$/.test(suite) || suite === 'main' || !existsSync(file)) {
  const suites = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && name !== 'main.ts')
  console.error(`Which suite? One of: ${suites.map((name) => name.slice(0, -3)).join(', ')}`)
  process.exit(1)
}

const { run } = (await import(file)) as { run(): Promise<readonly Measurement[]> }
const measurements = await run()
const folder = join(import.meta.dirname, '../../.bench')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, `${suite}.json`), `${JSON.stringify(measurements, null, 2)}\n`)
const widest = Math.max(...measurements.map(({ id }) => id.length))
for (const { id, value, unit, target, atLeast, note = '' } of measurements) {
  const goal =
    target !== undefined
      ? `${value < target ? 'ok' : 'MISSED'} (target < ${target})`
      : atLeast !== undefined
        ? `${value >= atLeast ? 'ok' : 'MISSED'} (target ≥ ${atLeast})`
        : ''
  console.log(`${id.padEnd(widest)}  ${value.toFixed(2).padStart(9)} ${unit.padEnd(6)} ${goal.padEnd(20)} ${note}`)
}
