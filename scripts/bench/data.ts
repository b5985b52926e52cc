// The data room against what people would write or use instead, on the flights and on a synthetic table of 5,000,000 rows.
import { measureValidation } from './data/validate.ts'
import type { Measurement } from './main.ts'

export async function run(): Promise<Measurement[]> {
  return [...(await measureValidation())]
}
