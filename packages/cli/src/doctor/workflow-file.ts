import type { TextFile } from '@tidemark/github'
import { readYaml, TidemarkError } from '@tidemark/schemas'

/** A workflow as far as checks look at it; other values than expected are taken as absent, GitHub itself judges them. */
export interface ReadWorkflow {
  readonly path: string
  /** By name, with their filters; null without any. */
  readonly events: Readonly<Record<string, EventFilter | null>>
  readonly jobs: readonly WorkflowJob[]
}

export interface EventFilter {
  readonly branches?: readonly string[]
  readonly types?: readonly string[]
  readonly paths?: readonly string[]
  readonly inputs?: Readonly<Record<string, unknown>>
}

export interface WorkflowJob {
  readonly id: string
  /** Of the job, else of the workflow; null where neither says any. */
  readonly permissions: Readonly<Record<string, string>> | 'read-all' | 'write-all' | null
  readonly concurrency: { readonly cancels: boolean } | null
  readonly environment: string | null
  readonly steps: readonly { readonly uses: string | null; readonly with: Readonly<Record<string, unknown>> }[]
  /** A called workflow. */
  readonly uses: string | null
}

/** Reads a workflow file; the reason where it is not one. */
export function readWorkflow({
  path,
  text,
}: TextFile): ReadWorkflow | { readonly path: string; readonly problem: string } {
  let value: unknown
  try {
    value = readYaml(text, path).value
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    return { path, problem: error.problems[0]?.message ?? error.message }
  }
  if (!isMapping(value)) return { path, problem: 'it is not a mapping' }
  const jobs = isMapping(value.jobs) ? Object.entries(value.jobs) : []
  const whole = concurrencyOf(value.concurrency)
  return {
    path,
    events: eventsOf(value.on),
    jobs: jobs.flatMap(([id, job]) =>
      isMapping(job)
        ? [
            {
              id,
              permissions: permissionsOf(job.permissions) ?? permissionsOf(value.permissions),
              concurrency: concurrencyOf(job.concurrency) ?? whole,
              environment: environmentOf(job.environment),
              steps: (Array.isArray(job.steps) ? job.steps : []).filter(isMapping).map((step) => ({
                uses: typeof step.uses === 'string' ? step.uses : null,
                with: isMapping(step.with) ? step.with : {},
              })),
              uses: typeof job.uses === 'string' ? job.uses : null,
            },
          ]
        : [],
    ),
  }
}

/** Everything that a workflow takes from elsewhere, as it names it. */
export function usesIn({ jobs }: ReadWorkflow): string[] {
  return jobs.flatMap(({ uses, steps }) => [uses, ...steps.map((step) => step.uses)].filter((each) => each !== null))
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function eventsOf(on: unknown): Record<string, EventFilter | null> {
  if (typeof on === 'string') return { [on]: null }
  if (Array.isArray(on)) return Object.fromEntries(on.map((event) => [String(event), null]))
  if (!isMapping(on)) return {}
  return Object.fromEntries(
    Object.entries(on).map(([event, filter]) => [event, isMapping(filter) ? filterOf(filter) : null]),
  )
}

function filterOf(filter: Record<string, unknown>): EventFilter {
  const texts = (value: unknown) => (value === undefined ? undefined : [value].flat().map(String))
  const [branches, types, paths] = [texts(filter.branches), texts(filter.types), texts(filter.paths)]
  return {
    ...(branches === undefined ? {} : { branches }),
    ...(types === undefined ? {} : { types }),
    ...(paths === undefined ? {} : { paths }),
    ...(isMapping(filter.inputs) ? { inputs: filter.inputs } : {}),
  }
}

function permissionsOf(value: unknown): WorkflowJob['permissions'] {
  if (value === 'read-all' || value === 'write-all') return value
  if (!isMapping(value)) return null
  return Object.fromEntries(Object.entries(value).map(([scope, access]) => [scope, String(access)]))
}

function concurrencyOf(value: unknown): WorkflowJob['concurrency'] {
  if (typeof value === 'string') return { cancels: false }
  return isMapping(value) ? { cancels: value['cancel-in-progress'] === true } : null
}

function environmentOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return isMapping(value) && typeof value.name === 'string' ? value.name : null
}
