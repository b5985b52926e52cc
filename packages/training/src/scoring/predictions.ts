import { createReadStream } from 'node:fs'
import { type Problem, TidemarkError } from '@tidemark/schemas'

/** One record of two fields by RFC 4180; the second is a plain word, quoted or not. */
const record = /(?:"((?:[^"]|"")*)"|([^",\r\n]*)),"?([^",\r\n]*)"?\r?\n/y
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
/** An id has no length of its own; what goes on for longer is no record. */
const longestRecord = 1 << 20
const shownRows = 5

/**
 * Reads predictions (CSV: a header of the id's name and `probability`, then a record a row, in any order) as one number for each of
 * `ids`, in their order; NaN is what is no finite decimal number. Throws `SCORING_FAILED` for what is no such file, and
 * `ROWS_MISMATCH` unless the ids are exactly those asked for, each once.
 */
export async function readPredictions(
  file: string,
  { idName, ids }: { readonly idName: string; readonly ids: readonly string[] },
): Promise<Float64Array> {
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const scores = new Float64Array(ids.length)
  const isScored = new Uint8Array(ids.length)
  const wrong = { unknown: counter('is no row that was asked for'), repeated: counter('is there more than once') }
  let line = 0
  await readRecords(file, (id, value) => {
    if (line++ === 0) return assertHeader([id, value], idName)
    const row = rowOf.get(id)
    if (row === undefined) wrong.unknown.add(id)
    else if (isScored[row] === 1) wrong.repeated.add(id)
    else {
      isScored[row] = 1
      scores[row] = decimal.test(value) ? Number(value) : Number.NaN
    }
  })
  if (line === 0) assertHeader(['', ''], idName)
  const missing = counter('has no prediction')
  isScored.forEach((isThere, row) => {
    if (isThere === 0) missing.add(ids[row]!)
  })
  const found = [missing, wrong.unknown, wrong.repeated].filter(({ count }) => count > 0)
  if (found.length === 0) return scores
  throw new TidemarkError(
    'ROWS_MISMATCH',
    `The predictions are not those of the ${ids.length} rows that were asked for: ${missing.count} are missing, ${wrong.unknown.count} unknown, ${wrong.repeated.count} repeated.`,
    {
      hint: `Write one record for every row of the input, with its ${idName} as it is there, and no others.`,
      problems: found.flatMap(({ problems }) => problems),
    },
  )
}

/** Counts ids and keeps the first ones. */
function counter(message: string): { count: number; readonly problems: Problem[]; add(id: string): void } {
  return {
    count: 0,
    problems: [],
    add(id) {
      if (this.count++ < shownRows) this.problems.push({ path: `row ${id.slice(0, 100)}`, message })
    },
  }
}

function assertHeader([id, value]: readonly [string, string], idName: string): void {
  if (id === idName && value === 'probability') return
  throw unreadable(`starts with ${JSON.stringify(`${id},${value}`.slice(0, 100))} instead of ${idName},probability`)
}

async function readRecords(file: string, take: (id: string, value: string) => void): Promise<void> {
  let rest = ''
  let line = 0
  const takeWhole = () => {
    record.lastIndex = 0
    let end = 0
    for (let match = record.exec(rest); match !== null; match = record.exec(rest)) {
      line++
      end = record.lastIndex
      take(match[1]?.replaceAll('""', '"') ?? match[2] ?? '', match[3] ?? '')
    }
    rest = rest.slice(end)
  }
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    rest += line === 0 && rest === '' ? String(chunk).replace(/^\uFEFF/, '') : String(chunk)
    takeWhole()
    if (rest.length > longestRecord) throw unreadable(`has no record of two fields after line ${line}`)
  }
  if (rest !== '' && !rest.endsWith('\n')) rest += '\n'
  takeWhole()
  if (rest.trim() !== '') throw unreadable(`has no record of two fields after line ${line}`)
}

function unreadable(message: string): TidemarkError {
  return new TidemarkError('SCORING_FAILED', 'The predictions of the score command cannot be read.', {
    hint: 'Write CSV to TIDEMARK_PREDICTIONS: a header, then the row id and its probability, a record a line.',
    problems: [{ file: 'predictions.csv', message }],
  })
}
