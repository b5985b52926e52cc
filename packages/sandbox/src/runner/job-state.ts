import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Scope } from './expression.ts'
import type { Masks } from './masks.ts'
import type { Conclusion, JobDetails } from './records.ts'

/** A job while it runs. */
export interface JobState {
  readonly details: JobDetails
  readonly masks: Masks
  readonly folder: string
  readonly workspace: string
  readonly temp: string
  readonly home: string
  readonly trackingId: string
  /** Contexts that no step changes: `github` (of the job), `vars`, `secrets`, `needs`, `matrix`, `strategy`, `inputs`, `runner`. */
  readonly contexts: Readonly<Record<string, unknown>> & { readonly github: Readonly<Record<string, unknown>> }
  /** Of workflow and job, and what steps wrote to GITHUB_ENV. */
  env: Record<string, string>
  /** What steps wrote to GITHUB_PATH, latest first. */
  path: string[]
  steps: Record<string, { outputs: Record<string, string>; outcome: Conclusion; conclusion: Conclusion }>
  status: 'success' | 'failure' | 'cancelled'
}

/** The scope of a step's expressions, at this moment of the job. */
export function stepScope(
  job: JobState,
  env: Readonly<Record<string, string>>,
  github: Record<string, unknown> = {},
): Scope {
  return {
    contexts: {
      ...job.contexts,
      github: { ...job.contexts.github, ...github },
      env,
      steps: job.steps,
      job: { status: job.status },
    },
    status: {
      success: job.status === 'success',
      failure: job.status === 'failure',
      cancelled: job.status === 'cancelled',
    },
    hashFiles: (patterns) => hashFiles(job.workspace, patterns),
  }
}

/** SHA-256 over the SHA-256 of every file, in order of path; empty when nothing matches. */
function hashFiles(workspace: string, patterns: readonly string[]): string {
  const all = patterns.flatMap((each) => each.split('\n')).map((each) => each.trim())
  const of = (list: string[]) => new Set(list.flatMap((pattern) => globSync(pattern, { cwd: workspace })))
  const excluded = of(all.filter((each) => each.startsWith('!')).map((each) => each.slice(1)))
  const files = [...of(all.filter((each) => each !== '' && !each.startsWith('!')))]
    .filter((file) => !excluded.has(file))
    .map((file) => path.join(workspace, file))
    .filter((file) => statSync(file).isFile())
    .sort()
  if (files.length === 0) return ''
  const total = createHash('sha256')
  for (const file of files) total.update(createHash('sha256').update(readFileSync(file)).digest())
  return total.digest('hex')
}
