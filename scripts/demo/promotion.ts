import { writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { say } from './timeline.ts'
import { dispatch, edit, finish, type World } from './world.ts'

const model = 'flight-delay'

/** Pushes the working copy to the default branch; `trained` waits for the training that it starts. */
export async function pushAndTrain(here: World, message: string): Promise<{ trained(): Promise<void> }> {
  const seen = here.runner.runs.length
  await here.git('pull', '--quiet', '--ff-only')
  await here.push('main', message)
  return {
    async trained() {
      const training = (await finish(here, seen)).find((each) => each.workflowPath.endsWith('train.yml'))
      if (training?.conclusion !== 'success')
        throw new Error(`the training workflow ended as ${training?.conclusion ?? 'never started'}`)
    },
  }
}

interface Pull {
  number: number
  html_url: string
  head: { sha: string; ref: string }
  user: { login: string }
  title: string
}

/** A reviewer approves and merges the pull request that proposes a version; promote-model settles it, or leaves it to a rollout. */
export async function promote(
  here: World,
  version: string,
  branch = `tidemark/${model}/production/${version}`,
): Promise<void> {
  const pulls = await here.call<Pull[]>('reviewer', 'GET', '/pulls?state=open')
  const pull = pulls.find((each) => each.head.ref === branch)
  if (!pull) throw new Error(`no pull request proposes ${version}`)
  const report = join(here.folder, `pull-request-${pull.number}.md`)
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

/** A candidate whose training join swapped two columns, on a branch of its own. */
export async function trySwappedJoin(here: World): Promise<void> {
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
  await dispatch(here, 'train.yml', { ref: 'faster-training-join', inputs: { model }, conclusion: 'failure' })
}
