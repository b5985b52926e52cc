import { parseJsonDocument, RolloutState, rolloutLayout } from '@tidemark/schemas'
import type { Server } from './serving.ts'
import { say } from './timeline.ts'
import { type Replay, replay, type Traffic } from './traffic.ts'
import { dispatch, type World } from './world.ts'

const quarterOfAnHour = 15 * 60_000
const model = 'flight-delay'

/** Lets time pass, callers ask and ticks run until the rollout has ended one way or the other. */
export async function rollOut(
  world: World,
  { seq, server, traffic }: { seq: number; server: Server; traffic: Traffic },
): Promise<RolloutState> {
  for (let tick = 0; tick < 20; tick++) {
    const state = await readState(world)
    const weight = state?.seq === seq ? state.weight : 0
    if (weight > 0) await server.untilWeight(weight)
    // Before the start the champion's own speed is measured; then each step wants its requests.
    const wanted = state?.plan.steps.find((step) => step.weight === weight)?.minRequests ?? 0
    tell(await replay(server.url, traffic, weight === 0 ? 300 : Math.ceil((1.2 * wanted) / weight)), weight)
    world.github.advance(quarterOfAnHour)
    await server.untilPublished(world)
    // A roll-back makes its tick fail, so that people are told.
    await dispatch(world, 'tick.yml', { inputs: { task: 'rollouts' }, conclusion: 'either' })
    const after = await readState(world)
    if (after?.seq !== seq) continue
    say(`    ${after.canary.version}: ${after.decision.action}, ${percent(after.weight)}. ${after.decision.reasons[0]}`)
    if (after.phase === 'promoted' || after.phase === 'rolled-back') return after
  }
  throw new Error(`the rollout of seq ${seq} did not end within 20 ticks`)
}

async function readState({ call }: World): Promise<RolloutState | null> {
  const path = rolloutLayout.state('production', model)
  const found = await call<{ content: string }>('reviewer', 'GET', `/contents/${path}?ref=model-registry`).catch(
    () => null,
  )
  if (found === null) return null
  return parseJsonDocument(RolloutState, Buffer.from(found.content, 'base64').toString('utf8'), path)
}

function tell({ requests, failed, answersByVersion }: Replay, weight: number): void {
  const answers = Object.entries(answersByVersion).map(([version, count]) => `${version} answered ${count}`)
  say(`    ${requests} flights asked about, canary at ${percent(weight)}: ${answers.join(', ')}`)
  if (failed > 0) throw new Error(`${failed} of ${requests} callers got no answer`)
}

const percent = (weight: number): string => `${Number((100 * weight).toPrecision(3))} %`
