import { type RegistryEvent, TidemarkError } from '@tidemark/schemas'
import type { Registry } from '../ports.ts'
import type { MonitorStep } from './plan.ts'

/** A run that told of drift is given so long to start the training before another one takes it for dead. */
const leaseMs = 15 * 60_000

/** Starts the workflow that trains. Returns whether it did; what keeps it from that is told. */
export async function startTraining(
  registry: Registry,
  {
    step: { check, toldBy },
    workflow,
    model,
    response,
  }: {
    step: Extract<MonitorStep, { kind: 'retrain' }>
    workflow: string
    model: string
    response: { done: string[]; waiting: string[]; problems: TidemarkError[] }
  },
): Promise<boolean> {
  const { start } = check.window
  if (await isOthers(registry, toldBy)) {
    response.waiting.push(`Another run told of the week of ${start} just now, and starts ${workflow}.`)
    return false
  }
  try {
    const branch = await registry.reviews.defaultBranch()
    await registry.workflows.dispatch({ workflow, branch, inputs: { model } })
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    if (!['GITHUB_NOT_FOUND', 'GITHUB_DENIED'].includes(error.code)) throw error
    response.problems.push(error)
    return false
  }
  response.done.push(`Started ${workflow} for ${model}.`)
  return true
}

/** Whether another run wrote the event so shortly ago that it may still be at work. */
async function isOthers({ runUrl, clock }: Registry, { runUrl: other, at }: RegistryEvent): Promise<boolean> {
  if (other === undefined || runOf(other) === runOf(runUrl)) return false
  return Date.parse(await clock.now()) - Date.parse(at) < leaseMs
}

/** A run's address, whichever attempt it is. */
const runOf = (url: string | undefined) => url?.replace(/\/attempts\/\d+$/, '')
