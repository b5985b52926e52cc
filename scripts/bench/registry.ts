// What the registry costs: requests and seconds of registering and promoting, and seconds of commands on a large clone.
import type { Measurement } from './main.ts'
import { measureClone } from './registry/clone.ts'
import { measurePromoteRequests } from './registry/promote-requests.ts'
import { measureRegistration } from './registry/requests.ts'

export async function run(): Promise<readonly Measurement[]> {
  return [...(await measureRegistration()), ...(await measurePromoteRequests()), ...(await measureClone())]
}
