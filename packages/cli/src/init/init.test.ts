import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fingerprintFiles, openDataset, openEngine, parseContract, readFeatures } from '@tidemark/data'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tidemark } from '../tidemark.ts'
import { reserved } from './identifiers.ts'
import { writeFiles } from './write-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-init-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const csv =
  'id,day,age,plan,member,seen,churned\n1,2026-01-05,40,monthly,true,2026-01-05 10:00:00,0\n2,2026-01-06,,yearly,false,2026-01-06 11:00:00,1\n'
function addData(names = ['data/a.csv', 'data/b.csv']) {
  mkdirSync(join(folder, 'data'), { recursive: true })
  for (const name of names) writeFileSync(join(folder, name), csv)
}
async function run(args: readonly string[], answers?: string[]) {
  const printed: string[] = []
  const reported: string[] = []
  const asked: string[] = []
  const ask = async (question: string) => {
    asked.push(question)
    return answers?.[asked.length - 1] ?? ''
  }
  const exitCode = await tidemark(['init', ...args], {
    env: {},
    cwd: folder,
    isTerminal: false,
    ...(answers ? { ask } : {}),
    print: (text) => printed.push(text),
    report: (text) => reported.push(text),
  })
  return { exitCode, stdout: printed.join('\n'), stderr: reported.join('\n'), asked }
}
const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const all = ['churn', '--data', 'data/*.csv', '--label', 'churned', '--cluster', 'day', '--owner', 'octocat']

/** The rows that the written query makes of the data. */
async function readWritten(columns: { id: string; label: string; cluster: string }) {
  const files = await fingerprintFiles(folder, ['data/*.csv'])
  await using engine = await openEngine({ allowedPaths: files.files.map(({ path }) => join(files.root, path)) })
  const { name } = await openDataset(engine, files, { name: 'churn' })
  await engine.query('CREATE VIEW churn AS SELECT * FROM tidemark.churn')
  return await readFeatures(engine, {
    sql: read('models/churn/features.sql'),
    file: 'features.sql',
    view: name,
    columns,
  })
}

describe('tidemark init', () => {
  test('infers the contract from the data, and its query makes rows that can be trained on', async () => {
    addData()
    const { exitCode, stdout, stderr } = await run(all)
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Wrote\n {2}models\/churn\/model\.yaml\n/)
    expect(stdout).toMatch(/tidemark doctor/)
    const contract = parseContract(read('models/churn/contract.yaml'), 'contract.yaml')
    expect(contract).toMatchObject({ id: 'urn:contract:churn', object: { name: 'churn', quality: [] } })
    const of = (name: string) => contract.object.properties.find((property) => property.name === name)
    expect(of('age')).toMatchObject({ logicalType: 'integer', required: false, logicalTypeOptions: { minimum: 0 } })
    expect(of('seen')).toMatchObject({ logicalType: 'timestamp', required: true })
    const table = await readWritten({ id: 'row_id', label: 'churned', cluster: 'day' })
    expect(table.rows).toBe(4)
    expect(table.schema.map((column) => column.name)).toEqual(['id', 'age', 'plan', 'member'])
    expect([...table.labels!]).toEqual([0, 1, 0, 1])
  })

  test('quotes columns whose names mean something to SQL or YAML', async () => {
    mkdirSync(join(folder, 'data'))
    const header = 'select,"a ""b""; c",order,on,"x -- y"'
    writeFileSync(
      join(folder, 'data/a.csv'),
      `${header}\n2026-01-05 10:00:00,1.5,7,0,p\n2026-01-06 10:00:00,2.5,8,1,q\n`,
    )
    const ended = await run([
      'churn',
      '--data',
      'data/*.csv',
      '--label',
      'on',
      '--cluster',
      'select',
      '--owner',
      'octocat',
    ])
    expect(ended).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/one data file: .*needs a second one/) })
    const table = await readWritten({ id: 'row_id', label: 'on', cluster: 'select_day' })
    expect(table.schema.map((column) => column.name)).toEqual(['a "b"; c', 'order', 'x -- y'])
    expect(table.clusters?.kind).toBe('string')
  })

  test('leaves what is there as it is and names it, and writes the rest', async () => {
    addData()
    mkdirSync(join(folder, '.github/workflows'), { recursive: true })
    writeFileSync(join(folder, '.github/workflows/train.yml'), 'mine\n')
    const first = await run(all)
    expect(first.stdout).toMatch(/Left as they are\n {2}\.github\/workflows\/train\.yml\n/)
    expect(read('.github/workflows/train.yml')).toBe('mine\n')
    expect(existsSync(join(folder, '.github/workflows/tick.yml'))).toBe(true)
    const second = await run(all)
    expect(second.stdout).toMatch(/^Nothing to write\./)
  })

  test('writes nothing at all where one path cannot be, or when it is a trial', async () => {
    addData()
    const trial = await run([...all, '--dry-run'])
    expect(trial.stdout).toMatch(/^Would write\n/)
    writeFileSync(join(folder, '.github'), '')
    const refused = await run(all)
    expect(refused).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringMatching(/PATH_REFUSED[\s\S]*\.github is not a folder/),
    })
    expect(readdirSync(folder).sort()).toEqual(['.github', 'data'])
  })

  test.each(['models', '.github', 'models/churn'])('follows no symbolic link at %s', async (path) => {
    addData()
    const elsewhere = mkdtempSync(join(tmpdir(), 'tidemark-elsewhere-'))
    if (path.includes('/')) mkdirSync(join(folder, 'models'))
    symlinkSync(elsewhere, join(folder, path))
    const { exitCode, stderr } = await run(all)
    expect([exitCode, readdirSync(elsewhere)]).toEqual([1, []])
    expect(stderr).toContain(`${path} is a symbolic link`)
    rmSync(elsewhere, { recursive: true })
  })

  test('asks for what is not given, with what the data looks like as a suggestion', async () => {
    addData()
    const answers = ['churn', 'Who leaves?', 'data/*.csv', 'octocat hubot', '', '', '']
    const { exitCode, asked } = await run([], answers)
    expect(exitCode).toBe(0)
    expect(asked.at(-2)).toMatch(/belongs together.*\[day\]/)
    expect(read('models/churn/model.yaml')).toMatch(/owners: \[octocat, hubot\]/)
  })

  test('asks again where an answer cannot be, and gives up at the third', async () => {
    addData()
    const answers = ['No Name', 'churn', '', 'data/*.csv', 'octocat', 'none', '', 'churned', '', 'day', 'id']
    const { exitCode, asked } = await run([], answers)
    expect([exitCode, asked.length]).toEqual([0, answers.length])
    expect(
      asked.filter((question) =>
        /^(That is no name|There is no such column|churned is taken|day is taken)/.test(question),
      ),
    ).toHaveLength(4)
    expect(read('models/churn/features.sql')).toMatch(/^SELECT\n {2}id,/m)
    expect(await run([], ['A', 'B', 'C', '', '', 'octocat', '', '', ''])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('found "C"'),
    })
  })

  test('asks nothing when everything needed is given', async () => {
    addData()
    expect(await run(all, [])).toMatchObject({ exitCode: 0, asked: [] })
  })

  test('takes columns by hand where there is no data yet', async () => {
    const columns = ['day:date', 'age:integer', 'churned:integer'].flatMap((each) => ['--column', each])
    expect((await run([...all, ...columns])).exitCode).toBe(0)
    expect(read('models/churn/features.sql')).toMatch(/^ {2}day,\n {2}age\nFROM churn\n/m)
  })

  test.each([
    [['Churn!', ...all.slice(1)], /<model>: expected a name of a-z/],
    [['../x', ...all.slice(1)], /<model>: expected/],
    [['churn', '--data', '../data/*.csv', '--column', 'a:integer'], /--data: expected a path or glob below/],
    [['churn', '--data', '/etc/*.csv', '--column', 'a:integer'], /--data: expected/],
    [['churn', '--column', 'a:word'], /--column: expected name:type/],
    [[...all, '--label', 'nothing'], /--label: there is no column "nothing"; there are id, day, age/],
    [[...all, '--label', 'plan'], /--label: plan is string; a label is 0 or 1/],
    [[...all, '--id', 'day'], /id, label and cluster are three columns/],
    [[...all, '--owner', 'not a login'], /--owner: expected a GitHub login/],
    [[...all, '--actions', 'somewhere'], /--actions: expected owner\/name@ref/],
    [[...all, '--branch', 'a b'], /--branch: expected a branch/],
    [['churn'], /--data[\s\S]*--label: is required/],
  ])('%j is refused before anything is written', async (args, reason) => {
    addData()
    const ended = await run(args)
    expect(ended.stderr).toMatch(reason)
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' })
    expect(readdirSync(folder)).toEqual(['data'])
  })

  test('takes the default branch from the clone', async () => {
    addData()
    execFileSync('git', ['init', '--quiet', '--initial-branch=trunk', folder])
    await run(all)
    expect(read('.github/workflows/train.yml')).toContain('branches: [trunk]')
  })
})

test('a path that leads outside is refused, whoever asks', async () => {
  await expect(writeFiles(folder, { '../x': '' })).rejects.toThrow(/nothing was written/)
})

test('every word that DuckDB keeps for itself is quoted', async () => {
  await using engine = await openEngine({ allowedPaths: [] })
  const rows = await engine.query(
    "SELECT keyword_name AS word FROM duckdb_keywords() WHERE keyword_category = 'reserved'",
  )
  expect(rows.map(({ word }) => word).filter((word) => !reserved.has(String(word)))).toEqual([])
})
