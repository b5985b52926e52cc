// A contract with a committed baseline, judged as on a pull request: nothing but a checkout of two commits.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createDatasetView,
  describeRows,
  fingerprintFiles,
  inferContract,
  openDataset,
  openEngine,
} from '@tidemark/data'
import { storedJson } from '@tidemark/schemas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from './checks.ts'
import { validateContract } from './contract-only.ts'

const contract = 'contracts/orders.yaml'
const baseline = 'contracts/orders.baseline.json'
let workspace: string

/** Sixty orders a day; amounts and channels repeat from day to day. */
function orders(from: string, days: number, scale = 1): string {
  const rows = Array.from({ length: 60 * days }, (_, i) => {
    const day = new Date(Date.parse(from) + 86_400_000 * Math.floor(i / 60)).toISOString().slice(0, 10)
    return `${day},${((i * 7919) % 997) * scale},${i % 3 === 0 ? 'web' : 'app'}`
  })
  return `day,amount,channel\n${rows.join('\n')}\n`
}

const git = (...args: string[]) =>
  execFileSync('git', ['-C', workspace, '-c', 'user.name=ann', '-c', 'user.email=ann@example.org', ...args])

/** The last eight weeks of 2025, their contract and their baseline, as the base has them. */
beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'tidemark-contract-drift-'))
  mkdirSync(join(workspace, 'data'))
  mkdirSync(join(workspace, 'contracts'))
  writeFileSync(join(workspace, 'data/2025.csv'), orders('2025-11-03', 56))
  const files = await fingerprintFiles(workspace, ['data/*.csv'])
  await using engine = await openEngine({ allowedPaths: [join(workspace, 'data/2025.csv')], root: files.root })
  const dataset = await openDataset(engine, files, { name: 'orders' })
  await createDatasetView(engine, dataset)
  const options = { id: 'urn:orders', physicalName: 'data/*.csv', drift: { baseline } }
  const { yaml } = await inferContract(engine, dataset, options)
  writeFileSync(join(workspace, contract), yaml.replace(/(id: drift\n.*\n.*\n {8}severity: )warning/, '$1error'))
  writeFileSync(
    join(workspace, baseline),
    storedJson(await describeRows(engine, dataset, { model: 'orders', day: 'day' })),
  )
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'base')
})
afterAll(() => rmSync(workspace, { recursive: true }))

async function judge(january: string) {
  writeFileSync(join(workspace, 'data/2026.csv'), january)
  const seen = { outputs: {} as Record<string, unknown>, summary: '', log: '', annotations: [] as unknown[] }
  const context = {
    inputs: { contract, files: [], base: 'HEAD', report: '.tidemark/report' },
    github: { workspace, apiUrl: 'http://127.0.0.1:9' },
    output: (name: string, value: unknown) => void (seen.outputs[name] = value),
    summary: (text: string) => void (seen.summary += `${text}\n`),
    log: (text: string) => void (seen.log += `${text}\n`),
    progress: () => {},
    annotate: (annotation: unknown) => void seen.annotations.push(annotation),
    group: (_: string, work: () => unknown) => work(),
  } as unknown as Context
  const outcome = await validateContract(context, contract)
  return { ...seen, outcome }
}

it('weeks like those of the baseline pass, and the base’s baseline tells what changes in the data', async () => {
  const { outcome, outputs, summary, annotations } = await judge(orders('2025-12-29', 7))
  expect([outcome, annotations]).toEqual([{ verdict: 'pass' }, []])
  expect(outputs.drift).toEqual({ orders: { window: '2025-12-29', verdict: 'pass' } })
  expect(summary).toContain('`orders`: 3,360 → **3,780 rows** (+420).')
  expect(summary).toContain('what its committed baseline says of 2025-11-03 until 2025-12-29')
})

it('a unit that changed fails at the rule’s line, and no value is told', async () => {
  const { outcome, outputs, summary, annotations } = await judge(orders('2025-12-29', 7, 100))
  expect(outcome).toMatchObject({ verdict: 'fail', failed: expect.stringContaining('drift') })
  expect(outputs.drift).toEqual({ orders: { window: '2025-12-29', verdict: 'fail' } })
  const line = readFileSync(join(workspace, contract), 'utf8')
    .split('\n')
    .findIndex((text) => text.includes('id: drift'))
  expect(annotations).toEqual([
    expect.objectContaining({ level: 'error', title: 'orders: drift', file: contract, line: line + 1 }),
  ])
  expect(summary).toMatch(/`amount` \| mean \+/)
  expect(summary + JSON.stringify(annotations)).not.toMatch(/web|99600/)
  const page = readFileSync(join(workspace, '.tidemark/report/index.html'), 'utf8')
  const [section = ''] = /<h3>Drift of orders<\/h3>[\s\S]*?<\/section>/.exec(page) ?? []
  expect(section).toMatch(/strong drift<\/span> in the <b>week of 29 Dec 2025<\/b>/)
  expect(section).toMatch(/data-name="amount" data-verdict="fail"/)
  expect(page).not.toMatch(/99600|99,600/)
})

it('days without a whole week are not judged, and that is said', async () => {
  const { outcome, outputs, summary } = await judge(orders('2025-12-29', 3, 100))
  expect(outcome).toEqual({ verdict: 'pass' })
  expect(outputs.drift).toEqual({ orders: null })
  expect(summary).toContain('**Drift of `orders` is not judged**: no complete week')
})
