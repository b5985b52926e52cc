// The data room against what people would write or use instead, on the flights and on synthetic tables of up to 30,000,000 rows.
import { measureDriftCost } from './data/drift.ts'
import { measureValidation } from './data/validate.ts'
import type { Measurement } from './main.ts'

export async function run(): Promise<Measurement[]> {
  return [...(await measureValidation()), ...(await measureDriftCost())]
}
