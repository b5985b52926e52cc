import type { Measurement } from './main.ts'
import { measureRegistration } from './registry/requests.ts'

/** What the registry costs. */
export async function run(): Promise<readonly Measurement[]> {
  return measureRegistration()
}
