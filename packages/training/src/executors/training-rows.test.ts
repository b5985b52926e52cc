import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nullCode } from '@tidemark/models'
import { expect, test } from 'vitest'
import { writeTrainingRows } from './training-rows.ts'

test('a training table becomes CSV: label first, missing values empty, texts that need it quoted', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tidemark-rows-'))
  try {
    await writeTrainingRows(join(directory, 'train.csv'), {
      rows: 4,
      labels: Uint8Array.of(1, 0, 1, 0),
      labelName: 'late',
      columns: [
        { name: 'x', kind: 'number', values: Float64Array.of(0.1, Number.NaN, -3, 1e21) },
        {
          name: 'what, "where"',
          kind: 'string',
          codes: Uint32Array.of(0, 1, nullCode, 2),
          dictionary: ['OSL', '', 'a "b",\nc'],
        },
      ],
    })
    expect(await readFile(join(directory, 'train.csv'), 'utf8')).toBe(
      'late,x,"what, ""where"""\n1,0.1,OSL\n0,,""\n1,-3,\n0,1e+21,"a ""b"",\nc"\n',
    )
  } finally {
    await rm(directory, { recursive: true })
  }
})

test('every row is written, also beyond one piece', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tidemark-rows-'))
  const rows = 40_000
  try {
    await writeTrainingRows(join(directory, 'train.csv'), {
      rows,
      labels: Uint8Array.from({ length: rows }, (_, i) => i % 2),
      columns: [{ name: 'x', kind: 'number', values: Float64Array.from({ length: rows }, (_, i) => i) }],
    })
    const lines = (await readFile(join(directory, 'train.csv'), 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(rows + 1)
    expect(lines.at(-1)).toBe('1,39999')
  } finally {
    await rm(directory, { recursive: true })
  }
})
