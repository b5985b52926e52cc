// Runs the loop on real flights against a GitHub on loopback: `pnpm demo`. Leaves its world in .demo/.
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { build } from '../build.ts'
import { flightsOf } from './flights.ts'
import { type Summary, summarise } from './summary.ts'
import { chapter, say } from './timeline.ts'
import { addMonth, createWorld, edit, finish, type World } from './world.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, '.demo')
const model = 'flight-delay'
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
  await timed('build', () => build(join(root, 'dist')))
  await timed('flights', async () => {
    for (const month of ['2001-01', '2001-02', '2001-03', '2001-04']) await flightsOf(month)
  })
  const here = (world = await timed('world', () => createWorld(folder)))
  say(`GitHub on loopback at ${here.github.apiUrl}`)

  chapter('1. January to March arrive: validate, train, gate, register')
  for (const month of ['2001-01', '2001-02', '2001-03']) await addMonth(here, month)
  await timed('firstVersion', () => pushAndTrain(here, 'Add the flights of January to March', 'success'))

  chapter('2. A reviewer approves, promote-model settles')
  await timed('firstPromotion', () => promote(here, '1.0.0'))

  chapter('3. April arrives: the new model meets the champion')
  here.github.advance(30 * 24 * 3600 * 1000)
  await addMonth(here, '2001-04')
  await timed('secondVersion', () => pushAndTrain(here, 'Add the flights of April', 'success'))
  await timed('secondPromotion', () => promote(here, '1.1.0'))

  chapter('4. A training join that swaps origin and destination')
  await timed('blockedCandidate', () => trySwappedJoin(here))

  chapter('5. verify-registry proves the graph')
  await timed('verification', () => dispatch(here, 'verify.yml', 'main', 'success'))

  const { summary, clone } = await summarise(here, { model, timings })
  await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  expectOutcome(summary, here)
  showHistory(summary, clone)
}

async function pushAndTrain(here: World, message: string, conclusion: string): Promise<void> {
  const seen = here.runner.runs.length
  await here.git('pull', '--quiet', '--ff-only')
  await here.push('main', message)
  const runs = await finish(here, seen)
  const training = runs.find((each) => each.workflowPath.endsWith('train.yml'))
  if (training?.conclusion !== conclusion)
    throw new Error(`the training workflow ended as ${training?.conclusion ?? 'never started'}`)
}

interface Pull {
  number: number
  html_url: string
  head: { sha: string; ref: string }
  user: { login: string }
  title: string
}

async function promote(here: World, version: string): Promise<void> {
  const pulls = await here.call<Pull[]>('reviewer', 'GET', '/pulls?state=open')
  const pull = pulls.find((each) => each.head.ref === `tidemark/${model}/production/${version}`)
  if (!pull) throw new Error(`no pull request proposes ${version}`)
  const report = join(folder, `pull-request-${pull.number}.md`)
  await writeFile(report, (await here.call<{ body: string }>('reviewer', 'GET', `/pulls/${pull.number}`)).body)
  say(`#${pull.number} “${pull.title}” by ${pull.user.login}; its report is ${relative(process.cwd(), report)}`)
  for (const waiting of here.runner.runs.filter((each) => each.waitingFor === 'approval')) {
    await here.call('reviewer', 'POST', `/actions/runs/${waiting.id}/approve`)
  }
  await here.runner.idle()
  const seen = here.runner.runs.length
  await here.call('reviewer', 'POST', `/pulls/${pull.number}/reviews`, {
    event: 'APPROVE',
    commit_id: pull.head.sha,
    body: 'The gate’s evidence is sound.',
  })
  say('reviewer approves')
  await here.call('reviewer', 'PUT', `/pulls/${pull.number}/merge`, { merge_method: 'merge', sha: pull.head.sha })
  say('reviewer merges')
  const runs = await finish(here, seen)
  const settling = runs.find((each) => each.workflowPath.endsWith('promote.yml') && each.event === 'push')
  if (settling?.conclusion !== 'success')
    throw new Error(`settling ended as ${settling?.conclusion ?? 'never started'}`)
}

async function trySwappedJoin(here: World): Promise<void> {
  await here.git('pull', '--quiet', '--ff-only')
  await here.git('checkout', '--quiet', '-b', 'faster-training-join')
  const folderOf = `models/${model}`
  const query = await here.git('show', `HEAD:${folderOf}/features.sql`)
  await edit(here, `${folderOf}/training-features.sql`, () =>
    query
      .replace(/^ {2}origin,$/m, '  destination AS origin,')
      .replace(/^ {2}destination$/m, '  origin AS destination'),
  )
  await edit(here, `${folderOf}/model.yaml`, (text) =>
    text.replace(/^train:$/m, 'train:\n  features: training-features.sql'),
  )
  await here.push('faster-training-join', 'Train from a faster join')
  await dispatch(here, 'train.yml', 'faster-training-join', 'failure')
}

async function dispatch(here: World, workflow: string, ref: string, conclusion: string): Promise<void> {
  await here.runner.idle()
  const seen = here.runner.runs.length
  const inputs = workflow === 'train.yml' ? { model } : undefined
  await here.call('engineer', 'POST', `/actions/workflows/${workflow}/dispatches`, {
    ref,
    ...(inputs ? { inputs } : {}),
  })
  const [started] = await finish(here, seen)
  if (started?.conclusion !== conclusion)
    throw new Error(`${workflow} ended as ${started?.conclusion ?? 'never started'}, expected ${conclusion}`)
}

function expectOutcome(summary: Summary, here: World): void {
  const problems: string[] = []
  if (summary.production !== '1.1.0') problems.push(`production is ${summary.production}, expected 1.1.0`)
  if (summary.productionTags.length !== 2) problems.push(`${summary.productionTags.length} production tags, expected 2`)
  if (summary.versions.some((version) => version.release === null)) problems.push('a version has no published release')
  if (summary.blocked.length !== 1 || summary.blocked[0]?.reasons.length === 0)
    problems.push(`${summary.blocked.length} blocked candidates with reasons, expected 1`)
  if (!summary.verified) problems.push('the registry could not be verified')
  for (const unexpected of here.github.unexpected)
    problems.push(`GitHub: ${unexpected.method} ${unexpected.path}: ${unexpected.details}`)
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
  ${path}/pull-request-*.md          the reports that were approved
  ${path}/runner/runs/               logs and job summaries of every run
  git clone ${path}/github/example/flight-delay.git`)
}

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now()
  try {
    return await work()
  } finally {
    timings[name] = Math.round(performance.now() - begin) / 1000
  }
}
