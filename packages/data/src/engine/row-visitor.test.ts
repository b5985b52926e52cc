import { expect, test } from 'vitest'
import { errorOf } from '../scratch-data.ts'
import { openEngine } from './engine.ts'
import { isNull } from './vectors.ts'

const open = (threads = 4) => openEngine({ allowedPaths: [], threads })

test('every row is handed over once, whatever the threads, filters and constants', async () => {
  await using engine = await open()
  await engine.query('CREATE TABLE t AS SELECT i, i % 7 AS day FROM range(300000) AS r(i)')
  const seen = new Uint8Array(300_000)
  await engine.scan(
    `SELECT day::INTEGER, i::DOUBLE, 5::DOUBLE FROM t WHERE i % 3 <> 0`,
    ([days, values, constants]) => {
      values!.forEach((value, row) => {
        seen[value]!++
        if (days![row] !== value % 7 || constants![row] !== 5) seen[value] = 100
      })
    },
  )
  expect(seen.every((count, i) => count === (i % 3 === 0 ? 0 : 1))).toBe(true)

  let constants = 0
  await engine.scan('SELECT 1::INTEGER, 2.5::DOUBLE FROM range(5000)', ([ones, others]) => {
    constants += ones!.filter((one, row) => one === 1 && others![row] === 2.5).length
  })
  expect(constants).toBe(5000)
})

test('of no rows nothing is said', async () => {
  await using engine = await open()
  let rows = 0
  await engine.scan('SELECT i::DOUBLE FROM range(10) AS r(i) WHERE i > 10', ([values]) => void (rows += values!.length))
  expect(rows).toBe(0)
})

test('NULL is NaN, told from one that was there; what the engine goes on using is not written to', async () => {
  await using engine = await open(1)
  await engine.query(
    `CREATE TABLE t AS SELECT CASE WHEN i % 3 = 0 THEN NULL WHEN i % 3 = 1 THEN 'NaN'::DOUBLE ELSE i END AS x FROM range(3000) AS r(i)`,
  )
  const found = { nulls: 0, nan: 0, sum: 0 }
  await engine.scan('SELECT x, x AS again FROM t', ([values, again], [validity]) => {
    values!.forEach((value, row) => {
      if (!Number.isNaN(value)) found.sum += value
      else if (isNull(validity!, row)) found.nulls++
      else found.nan++
    })
    expect(again).toEqual(values)
  })
  expect(found).toEqual({ nulls: 1000, nan: 1000, sum: 1_500_500 })
})

test('what the visitor throws comes out as it is, and the next scan works', async () => {
  await using engine = await open()
  const own = new RangeError('too many')
  let calls = 0
  const failing = engine.scan('SELECT i::DOUBLE FROM range(1000000) AS r(i)', () => {
    calls++
    throw own
  })
  await expect(failing).rejects.toBe(own)
  expect(calls).toBe(1)
  let rows = 0
  await engine.scan('SELECT i::DOUBLE FROM range(1000) AS r(i)', ([values]) => void (rows += values!.length))
  expect(rows).toBe(1000)
})

test('a query that fails half-way says why', async () => {
  await using engine = await open()
  const failing = engine.scan(
    `SELECT (CASE WHEN i > 500000 THEN 'x' ELSE '1' END)::DOUBLE FROM range(1000000) AS r(i)`,
    () => {},
  )
  expect(await errorOf(failing)).toMatchObject({ code: 'SQL_FAILED' })
  await expect(failing).rejects.toThrow('Could not convert string (value withheld) to DOUBLE')
})

test('two scans run beside each other without mixing rows, over thousands of columns too', async () => {
  await using engine = await open()
  const columns = Array.from({ length: 2000 }, (_, i) => `(i + ${i})::DOUBLE AS c${i}`)
  const sums = [0, 0]
  await Promise.all([
    engine.scan(`SELECT ${columns.join(', ')} FROM range(100) AS r(i)`, (vectors) => {
      for (const vector of vectors) for (const value of vector) sums[0]! += value
    }),
    engine.scanBeside('SELECT (-i)::DOUBLE FROM range(100000) AS r(i)', ([values]) => {
      for (const value of values!) sums[1]! += value
    }),
  ])
  expect(sums).toEqual([2000 * 4950 + 100 * 1_999_000, -4_999_950_000])
})

test('a view that was kept sees nothing any more', async () => {
  await using engine = await open()
  let kept: ArrayLike<number> | undefined
  await engine.scan('SELECT i::DOUBLE FROM range(10) AS r(i)', ([values]) => void (kept = values))
  expect(kept?.length).toBe(0)
})

test('columns of other types, and whole numbers that are missing, are faults of ours', async () => {
  await using engine = await open()
  await expect(engine.scan(`SELECT 'text' FROM range(10)`, () => {})).rejects.toThrow(TypeError)
  await expect(engine.scan('SELECT NULL::INTEGER FROM range(10)', () => {})).rejects.toThrow(
    'an INTEGER of a scan is NULL',
  )
})
