import { type RegistryEvent, TidemarkError, windowName } from '@tidemark/schemas'
import type { Registry } from '../ports.ts'
import type { MonitorStep } from './plan.ts'

/** A run that told of drift is given so long to start the training before another one takes it for dead. */
const leaseMs = 15 * 60_000

/**
 * Starts the workflow that trains, unless it is at work already: on the default branch, for whatever reason and whichever model, since a run
 * does not tell its inputs. Returns whether it did; what keeps it from that is told.
 */
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
  const window = windowName(check)
  if (await isOthers(registry, toldBy)) {
    response.waiting.push(`Another run told of the ${window} just now, and starts ${workflow}.`)
    return false
  }
  try {
    const branch = await registry.reviews.defaultBranch()
    // A workflow that trains and watches would wait for itself.
    const active = (await registry.workflows.activeRuns({ workflow, branch })).find(
      ({ url }) => url !== runOf(registry.runUrl),
    )
    if (active !== undefined) {
      response.waiting.push(
        `No training was started for the ${window}: run ${active.number} of ${workflow} is ${active.status.replace(/_/g, ' ')} (${active.url}). The next look after its end starts one if it is still wanted.`,
      )
      return false
    }
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
