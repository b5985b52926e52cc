// What the registry costs: requests and seconds of registering, and seconds of commands on a large clone.
import type { Measurement } from './main.ts'
import { measureClone } from './registry/clone.ts'
import { measureRegistration } from './registry/requests.ts'

export async function run(): Promise<readonly Measurement[]> {
  return [...(await measureRegistration()), ...(await measureClone())]
}
