import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteLiteral } from '../engine/quoting.ts'
import { openScratch } from '../scratch-data.ts'
import { parseContract } from './contract.ts'
import { validate } from './validate.ts'

const contract = parseContract(
  `apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema:
  - name: t
    properties:
      - name: n
        logicalType: number
        required: true
        logicalTypeOptions: { minimum: -1, exclusiveMaximum: 2 }
        quality: [{ id: n_null, metric: nullValues, mustBe: 0 }, { id: n_twice, metric: duplicateValues, mustBe: 0 }]
      - name: s
        logicalType: string
        logicalTypeOptions: { minLength: 1, maxLength: 2, pattern: '^[ab]*$' }
        quality:
          - { id: s_missing, metric: missingValues, mustBe: 0, arguments: { missingValues: [b] } }
          - { id: s_invalid, metric: invalidValues, mustBe: 0, arguments: { validValues: [a, ab, b] } }
`,
  'contract.yaml',
)

interface Row {
  n: number | null
  s: string | null
}
const broken: Record<string, (row: Row) => boolean> = {
  'n.required': ({ n }) => n === null,
  'n.finite': ({ n }) => n !== null && !Number.isFinite(n),
  'n.minimum': ({ n }) => n !== null && n < -1,
  'n.exclusiveMaximum': ({ n }) => n !== null && n >= 2,
  's.minLength': ({ s }) => s !== null && [...s].length < 1,
  's.maxLength': ({ s }) => s !== null && [...s].length > 2,
  's.pattern': ({ s }) => s !== null && !/^[ab]*$/u.test(s),
}
const counted: Record<string, (row: Row) => boolean> = {
  n_null: ({ n }) => n === null,
  s_missing: ({ s }) => s === null || s === 'b',
  s_invalid: ({ s }) => s !== null && !['a', 'ab', 'b'].includes(s),
}

const row = fc.record({
  n: fc.constantFrom(null, Number.NaN, Infinity, -Infinity, -2, -1, 0, -0, 1.5, 2, 1e300),
  s: fc.constantFrom(null, '', 'a', 'b', 'ab', 'abc', 'x', "'", '😀😀', 'é'),
})
const literal = (n: number | null) => (n === null ? 'NULL' : `'${Object.is(n, -0) ? '-0' : n}'`)

test('every count equals a plain evaluation row by row, under each policy', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 25 }),
      fc.constantFrom('fail' as const, 'drop' as const),
      async (rows, action) => {
        const values = rows.map(
          ({ n, s }) => `(${literal(n)}::DOUBLE, ${s === null ? 'NULL' : quoteLiteral(s)}::VARCHAR)`,
        )
        await using scratch = await openScratch({
          't.parquet': { sql: `SELECT * FROM (VALUES ${values.join(', ')}) v(n, s)` },
        })
        const report = await validate(scratch.engine, scratch.dataset, contract, { action, maxShare: 1 })
        const found = new Map(report.checks.map((check) => [check.id, check]))
        for (const [id, breaks] of Object.entries(broken)) {
          const places = rows.flatMap((one, i) => (breaks(one) ? [{ file: 't.parquet', row: i }] : []))
          expect(found.get(id)).toMatchObject({
            failedRows: places.length,
            samples: places.slice(0, 10),
            rows: rows.length,
          })
        }
        const rejected = rows.filter((one) => Object.values(broken).some((breaks) => breaks(one)))
        const judged = action === 'drop' ? rows.filter((one) => !rejected.includes(one)) : rows
        expect(report).toMatchObject({ rows: rows.length, rejectedRows: rejected.length, acceptedRows: judged.length })
        const expected = (count: number) => (judged.length === 0 ? null : count)
        for (const [id, counts] of Object.entries(counted))
          expect(found.get(id)?.failedRows).toBe(expected(judged.filter(counts).length))
        // SQL's equality, in which 0 and -0 are one value and NaN equals itself, is that of a JavaScript Set.
        const numbers = judged.flatMap(({ n }) => (n === null ? [] : [n]))
        expect(found.get('n_twice')?.failedRows).toBe(expected(numbers.length - new Set(numbers).size))
      },
    ),
    { numRuns: 20 },
  )
})
