// Runs the loop on real flights against a GitHub on loopback: `pnpm demo`. Leaves its world in .demo/.
import { execFileSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { writePage } from '@tidemark/cli'
import { writeDriftPages } from './drift-pages.ts'
import { flightsOf } from './flights.ts'
import { layOverLookup } from './lookup-candidate.ts'
import { promote, pushAndTrain, trySwappedJoin } from './promotion.ts'
import { drillRollback } from './rollback.ts'
import { rollOut } from './rollout.ts'
import { serve } from './serving.ts'
import { type Summary, summarise } from './summary.ts'
import { chapter, say } from './timeline.ts'
import { readTraffic } from './traffic.ts'
import { addMonth, createWorld, dispatch, type World } from './world.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, '.demo')
const model = 'flight-delay'
const day = 24 * 3600 * 1000
const monitor = { inputs: { task: 'monitor' } }
const timings: Record<string, number> = {}
let world: World | null = null

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void (world as World | null)?.close().finally(() => process.exit(130))
  })
}

try {
  await timed('total', tell)
} catch (error) {
  console.error(`\nThe demo did not go as it should: ${error instanceof Error ? error.stack : String(error)}`)
  console.error(`Logs and summaries of every run: ${relative(process.cwd(), join(folder, 'runner/runs'))}`)
  process.exitCode = 1
} finally {
  await (world as World | null)?.close()
}

async function tell(): Promise<void> {
  chapter('Build the actions, split the flights by month')
  const months = ['2001-01', '2001-02', '2001-03', '2001-04', '2001-05', '2001-06']
  await timed('build', async () => {
    for (const month of months) await flightsOf(month)
    await buildWhereStale()
  })
  const here = (world = await timed('world', () => createWorld(folder)))
  say(`GitHub on loopback at ${here.github.apiUrl}`)

  chapter('1. January to March arrive: validate, train, gate, register')
  for (const month of months.slice(0, 3)) await addMonth(here, month)
  const reading = readTraffic(here)
  // It is waited for later; a failure until then must not end the process without a word.
  reading.catch(() => undefined)
  await timed('firstVersion', async () => (await pushAndTrain(here, 'Add the flights of January to March')).trained())

  chapter('2. A reviewer approves, promote-model settles: the first version is in production')
  await timed('firstPromotion', () => promote(here, '1.0.0'))

  chapter('3. April arrives: a new model meets the champion; on a branch, a training join swaps origin and destination')
  here.github.advance(30 * day)
  await addMonth(here, '2001-04')
  await timed('secondVersion', async () => {
    const { trained } = await pushAndTrain(here, 'Add the flights of April')
    await trySwappedJoin(here)
    await trained()
  })
  await timed('secondPromotion', () => promote(here, '1.1.0'))

  const server = await timed('serve', () => serve(here, 'server-1'))
  try {
    chapter('4. May’s first callers: tidemark serve follows the repository, ticks raise 1.1.0 to 100 %')
    await here.git('checkout', '--quiet', 'main')
    await here.git('pull', '--quiet', '--ff-only')
    await layOverLookup(here.checkout)
    await here.push('main', 'Train with the origin’s late share of the day before [skip ci]')
    const lookup = (await here.git('rev-parse', 'HEAD')).trim()
    say('meanwhile the monitor judges April: an issue says what changed, and a retraining starts')
    const monitoring = timed('firstMonitoring', () => dispatch(here, 'tick.yml', { ...monitor, andFollowing: true }))
    const traffic = await reading
    await timed('firstRollout', () => rollOut(here, { seq: 2, server, traffic }))
    await monitoring

    chapter('5. The retrained 1.2.0 knows yesterday’s late share, but only until 30 April: a canary that answers NaN')
    await timed('thirdPromotion', () => promote(here, '1.2.0'))
    await timed('secondRollout', () => rollOut(here, { seq: 3, server, traffic }))
    await timed('return', () => promote(here, '1.1.0'))
    await here.git('pull', '--quiet', '--ff-only')
    await here.git('revert', '--no-commit', lookup)
    await here.push('main', 'Take the lookup table back: nobody delivers it any more [skip ci]')
  } finally {
    await server.stop()
  }

  chapter('6. May and June arrive: back to normal, the issue is closed')
  here.github.advance(60 * day)
  for (const month of months.slice(4)) await addMonth(here, month)
  await here.push('main', 'Add the flights of May and June [skip ci]')
  await timed('secondMonitoring', () => dispatch(here, 'tick.yml', monitor))

  chapter('7. A drill: break-glass returns production to 1.0.0 at once; 1.1.0 comes back with a waiver and a review')
  await timed('rollback', () => drillRollback(here))

  chapter('8. verify-registry proves the graph, and the page is made from it')
  await timed('verification', () => dispatch(here, 'verify.yml'))
  const { summary, clone } = await summarise(here, { model, timings })
  await timed('page', () => writePage({ clone, out: join(folder, 'index.html'), title: 'Flight delays' }))
  const driftPages = await timed('driftPages', () => writeDriftPages({ clone, folder, model }))
  await writeFile(
    join(folder, 'summary.json'),
    `${JSON.stringify({ ...summary, page: 'index.html', driftPages }, null, 2)}\n`,
  )
  expectOutcome(summary, here)
  showHistory(summary, clone)
  askThings(clone)
}

/** What anybody can ask a clone, without network. */
function askThings(clone: string): void {
  for (const args of [
    ['history', model],
    ['lineage', `${model}@1.1.0`],
  ]) {
    chapter(`tidemark ${args.join(' ')}`)
    const command = [join(root, 'bin/tidemark.mjs'), ...args, '--clone', clone]
    execFileSync(process.execPath, command, { stdio: 'inherit' })
  }
}

/** Builds the actions where a source is newer than they are; in a process of its own, since one that grew large is slow to start others. */
async function buildWhereStale(): Promise<void> {
  const built = statSync(join(root, 'dist/package.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = globSync(['packages/*/src/**/*.ts', 'actions/*/src/**/*.ts', '*.ts', 'pnpm-lock.yaml'], { cwd: root })
  if (sources.some((file) => statSync(join(root, file)).mtimeMs > built)) {
    execFileSync(process.execPath, [join(root, 'scripts/build.ts')])
  }
}

function expectOutcome(summary: Summary, here: World): void {
  const { production, productionTags, versions, blocked, rollouts, drift, verified } = summary
  const problems: string[] = []
  const expect = (isSo: boolean, problem: string) => {
    if (!isSo) problems.push(problem)
  }
  expect(production === '1.1.0', `production is ${production}, expected 1.1.0`)
  expect(
    productionTags.length === 5,
    `${productionTags.length} production tags, expected 5: two promotions, a return, a rollback and its end`,
  )
  expect(
    versions.every((version) => version.release !== null),
    'a version has no published release',
  )
  expect(
    blocked.length === 1 && blocked[0]!.reasons.length > 0,
    `${blocked.length} blocked candidates with reasons, expected 1`,
  )
  const ends = rollouts.map(({ version, outcome }) => `${version} ${outcome}`).join(', ')
  expect(ends === '1.1.0 promoted, 1.2.0 rolled-back', `rollouts ended as: ${ends}`)
  expect(
    drift.some(({ window, verdict, issue }) => window === '2001-04-23' && verdict === 'warn' && issue !== undefined),
    'the week of 23 April opened no issue',
  )
  expect(
    drift.at(-1) !== undefined && drift.length >= 12,
    `${drift.length} weeks were judged, expected all of April to June`,
  )
  expect(verified, 'the registry could not be verified')
  for (const { method, path, details } of here.github.unexpected) problems.push(`GitHub: ${method} ${path}: ${details}`)
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

function showHistory(summary: Summary, clone: string): void {
  chapter('The registry’s history, as git shows it')
  console.log(
    execFileSync('git', ['-C', clone, 'log', '--format=%C(auto)%h %ad %s%d', '--date=short', 'origin/model-registry'], {
      encoding: 'utf8',
    }),
  )
  chapter('Summary')
  for (const { version, tag, metrics } of summary.versions) {
    const shown = Object.entries(metrics).map(([id, value]) => `${id} ${value === null ? '–' : value.toFixed(4)}`)
    console.log(`  ${version}  ${tag}  ${shown.join('  ')}`)
  }
  for (const { candidate, reasons } of summary.blocked) {
    console.log(`  refused ${candidate.slice(0, 12)}:`)
    for (const reason of reasons) console.log(`    ${reason}`)
  }
  console.log(
    `  in production: ${summary.production}, tags ${summary.productionTags.join(', ')}; verified: ${summary.verified}`,
  )
  const path = relative(process.cwd(), folder) || '.'
  console.log(`\nLook around:
  ${path}/summary.json
  ${path}/drift-*.html               the week of 23 April, and a distance in kilometres
  ${path}/pull-request-*.md          the reports that were approved
  ${path}/runner/runs/               logs and job summaries of every run
  git clone ${path}/github/example/flight-delay.git
  bin/tidemark.mjs which ${model} --clone ${relative(process.cwd(), clone)} --at "2001-05-02 08:20"`)
}

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now()
  try {
    return await work()
  } finally {
    timings[name] = Math.round(performance.now() - begin) / 1000
  }
}
