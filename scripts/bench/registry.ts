// What the registry costs: seconds of commands on a large clone.
import type { Measurement } from './main.ts'
import { measureClone } from './registry/clone.ts'

export async function run(): Promise<readonly Measurement[]> {
  return measureClone()
}
