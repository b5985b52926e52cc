import { execFile } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

interface Summary {
  model: string
  production: string
  productionTags: string[]
  versions: { version: string; digest: string; tag: string; release: string; metrics: Record<string, number> }[]
  blocked: { candidate: string; by: string; reasons: string[] }[]
  rollouts: { version: string; outcome: string; steps: { action: string; weight: number }[]; cause?: string }[]
  drift: { window: string; verdict: string; columns: string[]; issue?: number }[]
  page: string
  driftPages: string[]
  verified: boolean
  timings: Record<string, number>
}

describe('pnpm demo', () => {
  let summary: Summary
  let told: string
  const git = async (...args: string[]) => (await run('git', ['-C', join(root, '.demo/clone'), ...args])).stdout

  beforeAll(async () => {
    const { stdout } = await run(process.execPath, [join(root, 'scripts/demo/main.ts')], {
      cwd: root,
      maxBuffer: 1 << 26,
    })
    told = stdout
    summary = JSON.parse(readFileSync(join(root, '.demo/summary.json'), 'utf8'))
  }, 280_000)

  it('ends with 1.1.0 in production: two promotions, the return after a canary that went back, and a drill of going back', () => {
    expect(summary).toMatchObject({ model: 'flight-delay', production: '1.1.0', verified: true })
    expect(summary.productionTags).toEqual([
      'flight-delay#production#1',
      'flight-delay#production#2',
      'flight-delay#production#4',
      'flight-delay#production#5',
      'flight-delay#production#6',
    ])
    expect(summary.versions.map(({ version, tag }) => [version, tag])).toEqual([
      ['1.0.0', 'flight-delay@v1.0.0'],
      ['1.1.0', 'flight-delay@v1.1.0'],
      ['1.2.0', 'flight-delay@v1.2.0'],
    ])
  })

  it('raises 1.1.0 by the plan, and takes 1.2.0 back when it answers NaN, without a caller left unanswered', () => {
    const [promoted, rolledBack] = summary.rollouts
    expect(promoted).toMatchObject({ version: '1.1.0', outcome: 'promoted' })
    expect(promoted?.steps.map(({ action, weight }) => [action, weight])).toEqual([
      ['open', 0],
      ['start', 0.1],
      ['advance', 0.5],
      ['promote', 1],
    ])
    expect(rolledBack).toMatchObject({
      version: '1.2.0',
      outcome: 'rolled-back',
      cause: expect.stringMatching(/^harm: .*non_finite (\d+) of \1 \(canary\), 0 of \d+ \(champion\)/),
    })
    expect(told).toContain('1.1.0 answered 1200')
  })

  it('says of each week from April to June what the counts say, in one issue that is opened and closed', async () => {
    expect(summary.drift.map(({ window, verdict }) => `${window} ${verdict}`)).toEqual([
      '2001-04-02 pass',
      '2001-04-09 pass',
      '2001-04-16 inconclusive',
      '2001-04-23 warn',
      '2001-04-30 warn',
      '2001-05-07 inconclusive',
      ...['05-14', '05-21', '05-28', '06-04', '06-11', '06-18'].map((day) => `2001-${day} pass`),
    ])
    expect(summary.drift[3]?.columns).toEqual(['delay', 'observed/expected'])
    const issues = new Set(summary.drift.flatMap(({ issue }) => issue ?? []))
    expect(issues.size).toBe(1)
    const state = JSON.parse(readFileSync(join(root, '.demo/github/state.json'), 'utf8'))
    const [number] = issues
    const issue = state.repositories[0].issues[number!]
    expect(issue).toMatchObject({ state: 'closed', title: expect.stringContaining('observed/expected') })
  })

  it('leaves a page of the week of 23 April, and one of a distance in kilometres', () => {
    const [april, kilometres] = summary.driftPages.map((name) => readFileSync(join(root, '.demo', name), 'utf8'))
    expect(april).toMatch(/week of 23 Apr 2001[\s\S]*delay<\/a>: KS distance .*→ warn/)
    expect(kilometres).toMatch(/strong drift[\s\S]*distance<\/a>: KS distance .*→ fail/)
    for (const page of [april, kilometres]) expect(page).not.toMatch(/<link|<img|@import|url\(/)
  })

  it('leaves a page that needs nothing but itself', () => {
    const page = readFileSync(join(root, '.demo', summary.page), 'utf8')
    for (const told of ['1.1.0', '1.2.0', '23 Apr 2001', 'non_finite']) expect(page).toContain(told)
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(/)
  })

  it('trains models about as good as boosted trees were measured to be on these flights', () => {
    for (const { metrics } of summary.versions) {
      expect(metrics.roc_auc).toBeGreaterThan(0.65)
      expect(metrics.roc_auc).toBeLessThan(0.7)
      expect(metrics.log_loss).toBeLessThan(0.5)
    }
  })

  it('refuses the candidate whose join swapped origin and destination, with reasons on record', () => {
    expect(summary.blocked).toHaveLength(1)
    expect(summary.blocked[0]).toMatchObject({
      by: 'evaluate-gate',
      candidate: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(summary.blocked[0]?.reasons).toContainEqual(expect.stringMatching(/ROC AUC .* → fail$/))
  })

  it('leaves real repositories: tags are annotated and point at the facts they name', async () => {
    for (const tag of [...summary.productionTags, ...summary.versions.map((version) => version.tag)]) {
      expect((await git('cat-file', '-t', `refs/tags/${tag}`)).trim()).toBe('tag')
    }
    const manifest = JSON.parse(await git('show', 'flight-delay@v1.1.0:models/flight-delay/versions/1.1.0.json'))
    expect(manifest.modelDigest).toBe(summary.versions[1]?.digest)
    expect((await git('log', '--format=%s', 'origin/model-registry')).split('\n')).toContain(
      'Register flight-delay 1.1.0',
    )
  })

  it('found the real dirt in the flights and dropped it within the policy’s share', async () => {
    const files = (
      await git('ls-tree', '-r', '--name-only', 'origin/model-registry', 'models/flight-delay/validations')
    )
      .trim()
      .split('\n')
    const validations = await Promise.all(
      files.map(async (file) => JSON.parse(await git('show', `origin/model-registry:${file}`))),
    )
    expect(validations.length).toBeGreaterThanOrEqual(3)
    for (const { verdict, rejectedRows, rows } of validations) {
      expect(verdict).toBe('pass')
      expect(rejectedRows).toBeGreaterThan(0)
      expect(rejectedRows / rows).toBeLessThan(0.001)
    }
  })

  it('leaves reports, logs and summaries, tells where they are, and shows the history', () => {
    expect(globSync('pull-request-*.md', { cwd: join(root, '.demo') })).toHaveLength(6)
    expect(globSync('runner/runs/**/*.md', { cwd: join(root, '.demo') }).length).toBeGreaterThan(10)
    expect(told).toContain('Register flight-delay 1.1.0')
    expect(told).toContain('.demo/summary.json')
    expect(existsSync(join(root, '.demo/github/state.json'))).toBe(true)
  })
})
