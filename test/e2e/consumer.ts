import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { sha256 } from '@tidemark/schemas'
import { type BuiltRun, runBuilt } from './built-action.ts'

const exec = promisify(execFile)

export const model = 'churn'
export const repository = 'acme/churn'

/** The texts of a consumer's repository, by path. */
export const consumerFiles = {
  'models/churn/model.yaml': `schema: tidemark/model/v1
model: churn
description: Will this customer leave?
owners: [author]
task: binary
data:
  files: data/*.parquet
  columns: { id: id, label: churned, cluster: day }
train:
  executor: embedded
  parameters: { trees: 15, leaves: 6, min_rows_per_leaf: 20 }
gate:
  cluster: day
  metrics:
    - { id: roc_auc, mode: non_inferior, margin: 0.02, min: 0.6 }
    - { id: log_loss, mode: non_inferior, marginRelative: 0.05 }
`,
  'models/churn/contract.yaml': `apiVersion: v3.1.0
kind: DataContract
id: urn:contract:customers
version: 1.0.0
status: active
schema:
  - name: customers
    properties:
      - { name: id, logicalType: integer, required: true, unique: true }
      - { name: day, logicalType: date, required: true }
      - name: age
        logicalType: integer
        required: true
        logicalTypeOptions: { minimum: 18, maximum: 120 }
      - { name: plan, logicalType: string, required: true }
      - { name: churned, logicalType: integer, required: true }
`,
  'models/churn/features.sql': 'SELECT id, churned, day, age, plan FROM customers\n',
} as const

/** Columns of customers over 14 days from a date, 120 a day; whether they leave depends on age and plan. */
export const customers = (from: string) => `
  SELECT id, day, age, plan, CAST(chance < 1 / (1 + exp((48 - age) / 8 + if(plan = 'yearly', 1.5, 0))) AS INTEGER) AS churned
  FROM (
    SELECT i AS id, DATE '${from}' + CAST(i // 120 AS INTEGER) AS day,
      CAST(18 + hash(i, 1, '${from}') % 60 AS INTEGER) AS age,
      ['monthly', 'yearly', 'trial'][CAST(hash(i, 2, '${from}') % 3 AS INTEGER) + 1] AS plan,
      (hash(i, 3, '${from}') % 10000) / 10000 AS chance
    FROM range(1680) AS rows(i)
  )`

export interface Consumer extends AsyncDisposable {
  workspace: string
  /** Writes a file of the working copy, making its folder. */
  write(path: string, content: string | Uint8Array): Promise<void>
  /** Replaces a part of a text file, which must be there. */
  edit(path: string, from: string | RegExp, to: string): Promise<void>
  /** Writes Parquet or CSV, as the path ends. */
  data(path: string, sql: string): Promise<void>
  has(path: string): boolean
  run(
    action: string,
    inputs?: Record<string, string>,
    options?: { env?: Record<string, string>; token?: string },
  ): Promise<BuiltRun>
  /** Runs an action that a test needs and does not judge; throws when it fails. */
  succeed(
    action: string,
    inputs?: Record<string, string>,
    options?: { env?: Record<string, string>; token?: string },
  ): Promise<BuiltRun>
}

/** A consumer's checkout with a policy, a contract, a query, two files of data and one commit. */
export async function createConsumer(from?: Consumer): Promise<Consumer> {
  const workspace = await mkdtemp(join(tmpdir(), 'tidemark-consumer-'))
  const consumer: Consumer = {
    workspace,
    async write(path, content) {
      await mkdir(dirname(join(workspace, path)), { recursive: true })
      await writeFile(join(workspace, path), content)
    },
    async edit(path, from, to) {
      const before = await readFile(join(workspace, path), 'utf8')
      const after = before.replace(from, () => to)
      if (after === before) throw new Error(`${path} has no ${from}`)
      await writeFile(join(workspace, path), after)
    },
    async data(path, sql) {
      await mkdir(dirname(join(workspace, path)), { recursive: true })
      await writeData(join(workspace, path), sql)
    },
    has: (path) => existsSync(join(workspace, path)),
    run: async (action, inputs = {}, options = {}) =>
      runBuilt(action, {
        workspace,
        inputs: { ...(takesModel(action) ? { model } : {}), ...(await handoversFor(action, workspace)), ...inputs },
        ...options,
        env: { GITHUB_SHA: await headOf(workspace), ...options.env },
      }),
    async succeed(...parameters) {
      const done = await this.run(...parameters)
      if (done.exitCode !== 0) throw new Error(`${parameters[0]} failed:\n${done.log}`)
      return done
    },
    [Symbol.asyncDispose]: () => rm(workspace, { recursive: true, force: true }),
  }
  if (from) {
    await cp(from.workspace, workspace, { recursive: true })
    return consumer
  }
  for (const [path, text] of Object.entries(consumerFiles)) await consumer.write(path, text)
  await consumer.data('data/2026-01.parquet', customers('2026-01-05'))
  await consumer.data('data/2026-02.parquet', customers('2026-02-02'))
  await commit(workspace)
  return consumer
}

const ofAllModels = ['promote-model', 'deploy-canary', 'verify-registry']
const takesModel = (action: string) => !ofAllModels.includes(action)

const handoverKinds: Readonly<Record<string, readonly string[]>> = {
  train: ['validation'],
  'evaluate-gate': ['validation', 'training'],
  'register-model': ['validation', 'training', 'evaluation'],
}

/** The digests that the earlier jobs would have given as outputs, for what lies in the checkout now. */
async function handoversFor(action: string, workspace: string): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const kind of handoverKinds[action] ?? []) {
    const manifest = await readFile(join(workspace, '.tidemark', kind, 'handover.json')).catch(() => 'absent')
    digests[`${kind}-handover`] = sha256(manifest)
  }
  return digests
}

async function writeData(path: string, sql: string): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  try {
    const format = path.endsWith('.csv') ? 'csv, header' : 'parquet'
    await connection.run(`COPY (${sql}) TO '${path.replaceAll("'", "''")}' (FORMAT ${format})`)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** The commit that the runner would say it checked out. */
async function headOf(workspace: string): Promise<string> {
  return (await exec('git', ['-C', workspace, 'rev-parse', 'HEAD'])).stdout.trim()
}

/** A run records the commit it came from; its date is fixed so that a second checkout is the same. */
async function commit(workspace: string): Promise<void> {
  const date = '2026-03-01T08:00:00Z'
  const identity = { NAME: 'author', EMAIL: 'author@users.noreply.github.com', DATE: date }
  const env = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) =>
      Object.entries(identity).map(([key, value]) => [`GIT_${who}_${key}`, value]),
    ),
  )
  const git = (...args: string[]) =>
    exec('git', ['-C', workspace, ...args], {
      env: { PATH: process.env.PATH ?? '', HOME: workspace, GIT_CONFIG_NOSYSTEM: '1', ...env },
    })
  await git('init', '--quiet', '--initial-branch=main')
  await git('add', 'models')
  await git('commit', '--quiet', '--message', 'Start')
}
