import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseContract } from '@tidemark/data'
import { Baseline, DriftProfile } from '@tidemark/schemas'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tidemark } from '../../packages/cli/src/tidemark.ts'
import { createRegistryWorld, repository } from './sandbox.ts'

let cwd = ''
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'tidemark-contract-command-'))
  await mkdir(join(cwd, 'orders'))
  await writeFile(join(cwd, 'orders/2026-01.csv'), 'id,channel\n1,web\n2,app\n')
})
afterEach(() => rm(cwd, { recursive: true }))

async function run(args: readonly string[], env: Record<string, string> = {}) {
  const printed: string[] = []
  const reported: string[] = []
  const terminal = {
    env,
    cwd,
    isTerminal: false,
    print: (text: string) => printed.push(text),
    report: (text: string) => reported.push(text),
  }
  const exitCode = await tidemark(['contract', ...args], terminal)
  return { exitCode, stdout: printed.join('\n'), stderr: reported.join('\n') }
}

test('infer writes a contract that lint takes, and diff tells what an edit of it breaks', async () => {
  expect(await run(['infer', 'orders/*.csv', '--out', 'a.yaml'])).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: 'no baseline is written: no column has dates',
  })
  const text = await readFile(join(cwd, 'a.yaml'), 'utf8')
  expect(parseContract(text, 'a.yaml').object).toMatchObject({ name: 'orders', physicalName: 'orders/*.csv' })
  expect((await run(['lint', 'a.yaml'])).stdout).toContain('orders: 2 properties')
  expect(await run(['diff', 'a.yaml', 'a.yaml'])).toMatchObject({ exitCode: 0 })
  await writeFile(join(cwd, 'b.yaml'), text.replace('required: true', 'required: false'))
  const changed = await run(['diff', 'a.yaml', 'b.yaml'])
  expect(changed).toMatchObject({
    exitCode: 1,
    stdout: expect.stringMatching(/breaking.*b\.yaml:\d+ {2}orders\.id: it may be NULL now\n.*need a major step/),
  })
  const json = JSON.parse((await run(['diff', 'a.yaml', 'b.yaml', '--json'])).stdout)
  expect(json).toMatchObject({
    step: 'major',
    isVersionEnough: false,
    changes: [{ effect: 'breaking', subject: 'orders.id' }],
  })
})

test('a contract that is not there is said to be so, whichever it is', async () => {
  await run(['infer', 'orders/*.csv', '--out', 'a.yaml'])
  for (const files of [
    ['a.yaml', 'gone.yaml'],
    ['gone.yaml', 'a.yaml'],
    ['gone.yaml', 'gone.yaml'],
  ])
    expect(await run(['diff', ...files])).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('gone.yaml') })
})

test('the group says what it has', async () => {
  expect(await run(['--help'])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/contract infer[\s\S]*lint/),
  })
  expect(await run([])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('contract import') })
  expect(await run(['draw'])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('"contract draw"') })
})

test('a day that holds none is refused', async () => {
  const refused = await run(['infer', 'orders/*.csv', '--out', 'a.yaml', '--day', 'id'])
  expect(refused).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('COLUMN_TYPE: the column "id" holds no days'),
  })
})

test('the folder that a contract goes to is made; what cannot be written to is said', async () => {
  expect(await run(['infer', 'orders/*.csv', '--out', 'contracts/shop/orders.yaml'])).toMatchObject({ exitCode: 0 })
  expect(await readFile(join(cwd, 'contracts/shop/orders.yaml'), 'utf8')).toContain('name: orders')
  expect(await run(['infer', 'orders/*.csv', '--out', 'contracts'])).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/PATH_REFUSED: .*contracts cannot be written/),
  })
})

/** Five weeks of visits from Monday 2026-01-05, with a text that nobody may read. */
function writeVisits(): Promise<void> {
  const rows = Array.from({ length: 1050 }, (_, i) => {
    const day = new Date(Date.UTC(2026, 0, 5 + Math.floor(i / 30))).toISOString().slice(0, 10)
    return `${i},${day},${i % 97},${['confidential-a', 'confidential-b'][i % 2]}`
  })
  return writeFile(join(cwd, 'visits.csv'), `id,day,pages,plan\n${rows.join('\n')}\n`)
}

test('infer writes the baseline beside the contract, which asks for drift against it; neither holds a text of the data', async () => {
  await writeVisits()
  await mkdir(join(cwd, 'contracts'))
  const written = await run(['infer', 'visits.csv', '--out', 'contracts/visits.yaml'])
  expect(written).toEqual({ exitCode: 0, stdout: '', stderr: 'baseline: contracts/visits.baseline.json' })
  const contract = await readFile(join(cwd, 'contracts/visits.yaml'), 'utf8')
  expect(parseContract(contract, 'visits.yaml').driftRules).toMatchObject([
    { severity: 'warning', baseline: 'contracts/visits.baseline.json', day: 'day' },
  ])
  const text = await readFile(join(cwd, 'contracts/visits.baseline.json'), 'utf8')
  const baseline = Baseline.parse(JSON.parse(text))
  expect(baseline).toMatchObject({ model: 'visits', rows: 1050, blocks: 35, weeks: 5 })
  // Ids are never like those before, and a row's day is what its rows are counted by.
  expect(baseline.columns.filter(({ kind }) => kind !== 'rate').map(({ name }) => name)).toEqual(['pages', 'plan'])
  expect(baseline.columns.find(({ name }) => name === 'pages')).toMatchObject({ minimum: null, maximum: null })
  expect(contract + text).not.toContain('confidential')
})

test('windows and databases are counted on the edges of the baseline that infer wrote', async () => {
  await writeVisits()
  await run(['infer', 'visits.csv', '--out', 'visits.yaml'])
  const profile = async (...args: string[]) => {
    let printed = ''
    const print = (text: string) => void (printed += text)
    const terminal = { env: {}, cwd, isTerminal: false, print, report: () => {} }
    expect(await tidemark(['profile', '--plan', 'visits.baseline.json', '--day', 'day', ...args], terminal)).toBe(0)
    return printed
  }
  const window = DriftProfile.parse(JSON.parse(await profile('visits.csv', '--period', '2026-01-12..2026-01-19')))
  expect(window.days).toHaveLength(7)
  expect(window.columns.map(({ name }) => name)).toEqual(['pages', 'plan'])
  expect(await profile('--dialect', 'postgres', '--table', 'visits')).toContain('CAST("pages" AS text)')
})

test('which of several columns is a row’s day is said, not guessed', async () => {
  await writeFile(join(cwd, 'two.csv'), 'ordered,sent\n2026-01-01,2026-01-02\n2026-01-02,2026-01-04\n')
  expect((await run(['infer', 'two.csv', '--out', 'contract.yaml'])).stderr).toContain('ordered, sent may each be')
  expect((await run(['infer', 'two.csv', '--out', 'contract.yaml', '--day', 'sent'])).stderr).toBe(
    'baseline: baseline.json',
  )
  expect(JSON.parse(await readFile(join(cwd, 'baseline.json'), 'utf8')).period).toEqual({
    start: '2026-01-02',
    end: '2026-01-05',
  })
  const alone = await run(['infer', 'two.csv', '--day', 'sent', '--no-baseline'])
  expect(alone.stdout).not.toContain('drift')
})

test('import says on standard error what it could not carry over', async () => {
  await writeFile(join(cwd, 'x.json'), '{"fields": [{"name": "a", "type": "geopoint"}]}')
  const { exitCode, stdout, stderr } = await run(['import', 'x.json'])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: 'not carried over: x.a: the type geopoint' })
  expect(parseContract(stdout, 'x').object.name).toBe('x')
})

test.each([
  [['lint', 'none.yaml'], 1, /FILE_NOT_FOUND/],
  [['diff', 'a.yaml'], 2, /two contracts/],
  [['import', 'orders/2026-01.csv'], 1, /DOCUMENT_INVALID/],
  [['import', 'orders/2026-01.csv', '--from', 'soda'], 2, /--from/],
  [['infer', 'none/*.csv'], 1, /FILE_NOT_FOUND/],
  [['infer', 'orders/*.csv', '--out', 'a.yaml', '--day', 'date'], 1, /no column "date"/],
  [['infer', 'orders/*.csv', '--out', 'a.yaml', '--baseline', '../b.json'], 2, /--baseline/],
  [['infer', '../x.csv'], 1, /PATH_REFUSED/],
  [['infer', 'orders/*.csv', '--repo', 'acme/churn'], 2, /go together/],
  [['infer', 'orders/*.csv', '--pull-request', '../x', '--repo', 'acme/churn'], 2, /--pull-request/],
])('%j is refused', async (args, exitCode, says) => {
  expect(await run(args)).toMatchObject({ exitCode, stdout: '', stderr: expect.stringMatching(says) })
})

test('a contract comes as a pull request; asked again it updates that one, and once merged there is nothing to propose', async () => {
  await using world = await createRegistryWorld()
  const env = { GITHUB_TOKEN: world.bot, GITHUB_API_URL: world.github.apiUrl }
  const propose = () =>
    run(['infer', 'orders/*.csv', '--repo', repository, '--pull-request', 'contracts/orders.yaml'], env)
  expect(await propose()).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^opened .*\/pull\/1$/) })
  await writeFile(join(cwd, 'orders/2026-02.csv'), 'id,channel\n3,\n')
  expect(await propose()).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^updated .*\/pull\/1$/) })
  const files = await world.call<{ filename: string; patch: string }[]>('owner', 'GET', '/pulls/1/files')
  expect(files.map(({ filename }) => filename)).toEqual(['contracts/orders.yaml'])
  await world.call('owner', 'PUT', '/pulls/1/merge', { merge_method: 'squash' })
  expect(await propose()).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('nothing to propose') })
  await writeVisits()
  await run(['infer', 'visits.csv', '--repo', repository, '--pull-request', 'contracts/visits.yaml'], env)
  const both = await world.call<{ filename: string }[]>('owner', 'GET', '/pulls/2/files')
  expect(both.map(({ filename }) => filename)).toEqual(['contracts/visits.baseline.json', 'contracts/visits.yaml'])
  expect(world.github.unexpected).toEqual([])
})
