import { expect, it } from 'vitest'
import { hostileTexts } from './hostile-text.fixture.ts'
import { type DatasetSummary, dataCommentMarker, renderDataChange, renderDataComment } from './index.ts'
import { readMarkdown } from './rendered-markdown.fixture.ts'

const age = {
  name: 'age',
  type: 'INTEGER',
  nulls: 0,
  distinct: 60,
  numbers: { mean: 40, sd: 10, quantiles: [20, 30, 40, 50, 60] },
  levels: null,
}
const plan = {
  name: 'plan',
  type: 'VARCHAR',
  nulls: 0,
  distinct: 2,
  numbers: null,
  levels: [
    { value: 'gold', rows: 600 },
    { value: 'silver', rows: 400 },
  ],
}
const before: DatasetSummary = { digest: 'a'.repeat(64), files: 2, rows: 1000, columns: [age, plan] }
const change = (after: Partial<DatasetSummary>, name = 'customers') =>
  renderDataChange([{ name, before, after: { ...before, digest: 'b'.repeat(64), ...after } }])
it('says that data are the same, new or gone', () => {
  expect(renderDataChange([{ name: 'a', before, after: before }])).toContain('`a`: the same data')
  expect(renderDataChange([{ name: 'a', before: null, after: before }])).toContain(
    '`a` is new: 1,000 rows of 2 columns',
  )
  expect(renderDataChange([{ name: 'a', before, after: null }])).toContain('`a` is gone; it had 1,000 rows')
})

it('names columns that come, go, change type, lose values, move and widen; and how many do not', () => {
  const text = change({
    rows: 1100,
    files: 3,
    columns: [
      { ...age, type: 'DOUBLE', nulls: 110, numbers: { mean: 45, sd: 12, quantiles: [22, 33, 45, 57, 70] } },
      { ...age, name: 'new_one' },
    ],
  })
  expect(text).toContain('1,000 → **1,100 rows** (+100), 2 → 3 files')
  expect(text).toContain('| `plan` | **gone** (was `VARCHAR`) |')
  expect(text).toContain('**new**, `INTEGER`, missing 0 %')
  expect(text).toMatch(/`INTEGER` → `DOUBLE`<br>missing 0 % → 10\.0 %<br>mean \+0\.50 σ \(40 → 45\)<br>σ × 1\.20/)
  expect(change({ columns: [age, plan] })).toContain('2 columns without a noticeable change')
})

it('where a committed baseline stands for the data, that is said, and what it does not know is not told', () => {
  const columns = before.columns.map((column) => ({ ...column, type: null }))
  const text = renderDataChange([
    {
      name: 'a',
      before: { ...before, files: null, columns, baselineOf: { start: '2001-01-01', end: '2001-04-01' } },
      after: { ...before, digest: 'b', rows: 1300, columns: [{ ...age, nulls: 650 }, plan] },
    },
  ])
  expect(text).toContain('1,000 → **1,300 rows** (+300).')
  expect(text).toContain('what its committed baseline says of 2001-01-01 until 2001-04-01')
  expect(text).toContain('missing 0 % → 50.0 %')
  expect(text).not.toMatch(/type |files/)
})

it('names levels that come and go, and how many rows have another one', () => {
  const levels = [
    { value: 'gold', rows: 500 },
    { value: 'bronze', rows: 500 },
  ]
  const text = change({ columns: [age, { ...plan, levels }] })
  expect(text).toMatch(
    /new \(≥ 20 rows\): `bronze`<br>gone \(< 20 rows\): `silver`<br>50\.0 % of the rows have another level, most of all `bronze`/,
  )
})

it('of a column that is not public no value stands there, only how far it moved', () => {
  const hidden = { ...age, numbers: { mean: 40, sd: 10, quantiles: null } }
  const text = renderDataChange([
    {
      name: 'a',
      before: { ...before, columns: [hidden] },
      after: { ...before, digest: 'b', columns: [{ ...hidden, numbers: { mean: 50, sd: 10, quantiles: null } }] },
    },
  ])
  expect(text).toContain('mean +1.00 σ |')
  expect(text).not.toMatch(/(^|[^.\d])(40|50)\b/)
})

it.each(hostileTexts.map((text) => [text]))('keeps its structure when everything is called %j', (text) => {
  const name = text === '' ? 'x' : text
  const levels = [{ value: text, rows: 500 }]
  const html = readMarkdown(
    change(
      {
        columns: [
          { ...age, name },
          { ...plan, name: `${name}2` },
          { ...plan, levels },
        ],
      },
      name,
    ),
  )
  const plain = readMarkdown(
    change(
      {
        columns: [
          { ...age, name: 'a' },
          { ...plan, name: 'b' },
          { ...plan, levels: [{ value: 'c', rows: 500 }] },
        ],
      },
      'x',
    ),
  )
  expect(html.elements.filter((each) => each !== 'code')).toEqual(plain.elements.filter((each) => each !== 'code'))
})

it('a comment starts with its marker, and never grows beyond what GitHub takes', () => {
  const marker = dataCommentMarker('models --> x')
  expect(marker).toBe('<!-- tidemark:data models-x -->')
  const about = { marker, commit: 'c'.repeat(40), runUrl: 'https://github.com/acme/churn/actions/runs/1' }
  const text = renderDataComment({ ...about, parts: ['one', 'x'.repeat(70_000), 'three'] })
  expect(text.split('\n')[0]).toBe(marker)
  expect(text).toContain('2 more parts')
  expect(text.length).toBeLessThan(60_200)
})
