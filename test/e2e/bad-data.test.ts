import { cp, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectRefused } from './built-action.ts'
import { type Consumer, createConsumer, customers } from './consumer.ts'

const january = 'data/2026-01.parquet'
const february = 'data/2026-02.parquet'

let base: Consumer
beforeAll(async () => {
  base = await createConsumer()
})
afterAll(() => base[Symbol.asyncDispose]())

/** Validates a changed checkout and expects a refusal that leaves nothing behind. */
async function expectUnusable(
  change: (consumer: Consumer) => Promise<unknown>,
  code: string,
  ...phrases: (string | RegExp)[]
): Promise<void> {
  await using consumer = await createConsumer(base)
  await change(consumer)
  expectRefused(await consumer.run('validate-data'), code, ...phrases)
  expect(consumer.has('.tidemark')).toBe(false)
}

it('names every column that the contract has and the data does not, with the place in the contract', () =>
  expectUnusable(
    async (consumer) => {
      for (const path of [january, february])
        await consumer.data(path, `SELECT * EXCLUDE (age, plan) FROM (${customers('2026-01-05')})`)
    },
    'COLUMN_MISSING',
    /contract\.yaml:11:\d+: the data has no column "age"/,
    /contract\.yaml:15:\d+: the data has no column "plan"/,
  ))

it('names the files whose columns differ', () =>
  expectUnusable(
    async (consumer) => {
      await consumer.data('data/2026-01b.parquet', `SELECT * EXCLUDE (plan) FROM (${customers('2026-01-19')})`)
    },
    'COLUMN_TYPE',
    'data/2026-01b.parquet plan: the column is absent',
  ))

it('refuses Parquet that is something else, by its name', () =>
  expectUnusable((consumer) => consumer.write(january, 'not Parquet at all'), 'DATA_UNREADABLE', january))

it('refuses truncated Parquet, by its name', () =>
  expectUnusable(
    async (consumer) => {
      const bytes = await readFile(join(consumer.workspace, february))
      await consumer.write(february, bytes.subarray(0, bytes.length / 2))
    },
    'DATA_UNREADABLE',
    february,
  ))

it('refuses Parquet with damaged pages behind a sound footer', () =>
  expectUnusable(
    async (consumer) => {
      const bytes = await readFile(join(consumer.workspace, january))
      bytes.fill(0xff, 4, Math.floor(bytes.length / 2))
      await consumer.write(january, bytes)
    },
    'DATA_UNREADABLE',
    january,
  ))

it('refuses a Git LFS pointer in place of the data', () =>
  expectUnusable(
    (consumer) => consumer.write(january, 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n'),
    'DATA_UNREADABLE',
    january,
  ))

it('names the line of a CSV file that has too many columns, and none of its values', async () => {
  await using consumer = await createConsumer(base)
  await consumer.edit('models/churn/model.yaml', 'data/*.parquet', 'data/*.csv')
  for (const [name, from] of [
    ['data/1.csv', '2026-01-05'],
    ['data/2.csv', '2026-02-02'],
  ] as const)
    await consumer.data(name, customers(from))
  await consumer.edit('data/1.csv', /^(6,.*)$/m, '6,2026-01-05,33,private,1,surplus')
  const run = await consumer.run('validate-data')
  expectRefused(run, 'DATA_UNREADABLE', 'data/1.csv:8')
  expect(run.log + run.summary).not.toMatch(/surplus|private/)
  expect(consumer.has('.tidemark')).toBe(false)
})

it('refuses files without rows', () =>
  expectUnusable(
    (consumer) => consumer.data(february, `${customers('2026-02-02')} WHERE false`),
    'DATA_EMPTY',
    february,
    '0 rows',
  ))

it('refuses a file without bytes', () =>
  expectUnusable((consumer) => consumer.write('data/2026-03.parquet', ''), 'DATA_UNREADABLE', 'data/2026-03.parquet'))

it('refuses a glob without files, and a single file that cannot be split', async () => {
  await expectUnusable(
    (consumer) => consumer.edit('models/churn/model.yaml', 'data/*.parquet', 'elsewhere/*.parquet'),
    'FILE_NOT_FOUND',
    'elsewhere/*.parquet',
  )
  await expectUnusable(
    (consumer) => rm(join(consumer.workspace, january)),
    'DATA_EMPTY',
    february,
    'none is left to train on',
  )
})

it('refuses a data file that is a link out of the workspace', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'tidemark-outside-'))
  try {
    await expectUnusable(
      async ({ workspace }) => {
        await rename(join(workspace, january), join(outside, 'january.parquet'))
        await symlink(join(outside, 'january.parquet'), join(workspace, january))
      },
      'PATH_REFUSED',
      january,
      'symbolic links',
    )
  } finally {
    await rm(outside, { recursive: true })
  }
})

it('gives data that breaks the contract a verdict: exit 1, the failed check shown, and a handover that nothing trains on', async () => {
  await using consumer = await createConsumer(base)
  await consumer.data(
    january,
    `SELECT * REPLACE (if(id = 7, 17, age)::INTEGER AS age) FROM (${customers('2026-01-05')})`,
  )
  const run = await consumer.run('validate-data')
  expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', 'rejected-rows': '1' } })
  expect(run.summary).toContain(`\`${january}\` 7`)
  expect(run.annotations).toContainEqual(
    expect.objectContaining({
      level: 'error',
      file: 'models/churn/contract.yaml',
      message: expect.stringContaining('18'),
    }),
  )
  expect(run.outputs.page).toBe('.tidemark/validation-report/index.html')
  const page = await readFile(join(consumer.workspace, run.outputs.page!), 'utf8')
  expect(page).toMatch(/data-name="age" data-verdict="fail">[\s\S]*?<code>data\/2026-01\.parquet<\/code> 7<\/span>/)
  expect(page).toMatch(/Columns of customers[\s\S]*data-name="age" data-verdict="fail"/)
  expectRefused(await consumer.run('train'), 'CONTRACT_FAILED', 'verdict is fail')
  expect(consumer.has('.tidemark/training')).toBe(false)
})

it('judges files by a contract alone, and refuses inputs that do not go together or say where nothing is', async () => {
  await using consumer = await createConsumer(base)
  const contract = 'models/churn/contract.yaml'
  const alone = await consumer.run('validate-data', { model: '', contract, files: january, base: 'HEAD' })
  expect(alone).toMatchObject({
    exitCode: 0,
    outputs: { verdict: 'pass', 'rejected-rows': '0', 'contract-change': 'none' },
  })
  expect(JSON.parse(alone.outputs['dataset-digest'] ?? '')).toEqual({
    customers: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  await cp(base.workspace, join(consumer.workspace, '.base'), { recursive: true })
  await consumer.data(
    january,
    `SELECT * REPLACE (if(id % 2 = 0, 99, age)::INTEGER AS age) FROM (${customers('2026-01-05')})`,
  )
  const changed = { model: '', contract, files: january, 'base-data': '.base' }
  const { outputs } = await consumer.run('validate-data', changed)
  expect(await readFile(join(consumer.workspace, outputs.page!), 'utf8')).toMatch(
    /pass<\/span>[\s\S]*What changes in the data[\s\S]*<code>age<\/code><\/th><td class="free" data-label="What changes">mean \+\d\.\d\d σ<br>/,
  )
  for (const [inputs, code, phrase] of [
    [{ contract }, 'INPUT_INVALID', 'do not go together'],
    [{ model: '' }, 'INPUT_INVALID', 'neither model nor contract'],
    [{ files: january }, 'INPUT_INVALID', 'belongs to contract'],
    [{ model: '', contract }, 'INPUT_INVALID', 'No files are named'],
    [{ model: '', contract, files: `visits: ${january}` }, 'INPUT_INVALID', 'no object visits'],
    [{ model: '', contract: 'none.yaml', files: january }, 'FILE_NOT_FOUND', 'none.yaml'],
    [{ model: '', contract, files: january, base: 'HEAD^9' }, 'FILE_NOT_FOUND', 'fetch-depth'],
    [{ model: '', contract, files: january, base: '--upload-pack=x' }, 'INPUT_INVALID', 'as git names it'],
    [{ model: '', contract, files: '../*.parquet' }, 'PATH_REFUSED', '..'],
  ] as const)
    expectRefused(await consumer.run('validate-data', inputs), code, phrase)
  expect(consumer.has('.tidemark/validation')).toBe(false)
})

it('calls data that are older than promised failed wherever it tells of them', async () => {
  await using consumer = await createConsumer(base)
  const promise = 'slaProperties: [{ property: freshness, value: 1, unit: d, element: customers.day }]\nschema:\n'
  await consumer.edit('models/churn/contract.yaml', 'schema:\n', promise)
  const run = await consumer.run('validate-data', { 'as-of': '2031-01-01T00:00:00Z' })
  expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } })
  expect(run.summary).toContain('❌ Data validation: fail')
  const written = (name: string) => readFile(join(consumer.workspace, '.tidemark/validation-report', name), 'utf8')
  expect(await written('index.html')).toMatch(/<h2>.*fail<\/span><\/h2>[\s\S]*day\.freshness/)
  const { datasets } = JSON.parse(await written('validation.json')) as { datasets: { verdict: string }[] }
  expect(datasets.map(({ verdict }) => verdict)).toEqual(['pass', 'fail'])
})

it('leaves no handover of an earlier run beside a failed one', async () => {
  await using consumer = await createConsumer(base)
  await consumer.succeed('validate-data')
  await consumer.write(january, 'damaged')
  expectRefused(await consumer.run('validate-data'), 'DATA_UNREADABLE')
  expect(consumer.has('.tidemark/validation')).toBe(false)
})

it('refuses data that changed between the jobs', async () => {
  await using consumer = await createConsumer(base)
  await consumer.succeed('validate-data')
  await consumer.data(january, customers('2026-01-06'))
  expectRefused(await consumer.run('train'), 'DIGEST_MISMATCH', 'the data is not what was validated', 'same commit')
  expect(consumer.has('.tidemark/training')).toBe(false)
})
