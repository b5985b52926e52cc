// `node test/conformance/run.ts FILE.json`: computes anew every number that the file has, prints each miss, and ends with the line
// `conformance: N passed, M failed, K unknown`.
import { readFileSync } from 'node:fs'
import { evaluate, readCases } from './evaluate.ts'

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Which file? For example: node test/conformance/run.ts test/conformance/fixtures/drift.json')
  process.exit(2)
}
const evaluations = evaluate(readFile(file))
for (const { id, statistic, outcome, problem } of evaluations)
  if (outcome !== 'passed') console.log(`${outcome.padEnd(8)} ${statistic} ${id}: ${problem}`)
const count = (wanted: string): number => evaluations.filter(({ outcome }) => outcome === wanted).length
console.log(`conformance: ${count('passed')} passed, ${count('failed')} failed, ${count('unknown')} unknown`)
process.exitCode = count('failed') === 0 && count('unknown') === 0 && evaluations.length > 0 ? 0 : 1

function readFile(path: string): ReturnType<typeof readCases> {
  try {
    return readCases(readFileSync(path, 'utf8'))
  } catch (error) {
    console.log(`${path} cannot be read: ${(error as Error).message}`)
    return []
  }
}
