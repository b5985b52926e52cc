import { readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { TidemarkError } from '@tidemark/schemas'

/** GitHub delivers events of at most 25 MB. */
const maxEventBytes = 25_000_000

/** What the runner says about the run. A fact that is asked for and absent is a `INPUT_INVALID` that names the variable. */
export interface GitHubFacts {
  /** `owner/name`. */
  readonly repository: string
  readonly owner: string
  /** The repository's name without its owner. */
  readonly repositoryName: string
  /** The commit that started the run, 40 hex digits. */
  readonly sha: string
  /** `refs/heads/main`, `refs/pull/7/merge`, … */
  readonly ref: string
  readonly refName: string
  readonly runId: string
  /** From 1. */
  readonly runAttempt: number
  readonly runUrl: string
  /** Without a slash at the end. */
  readonly serverUrl: string
  readonly apiUrl: string
  readonly eventName: string
  readonly actor: string
  /** Who started this attempt: somebody else than `actor` where a run was started again. */
  readonly triggeringActor: string
  /** `owner/name/.github/workflows/x.yml@refs/heads/main`. */
  readonly workflowRef: string
  /** The job's key in the workflow file. */
  readonly job: string
  readonly workspace: string
  /** A folder that is emptied after the job. */
  readonly temp: string
  /** The webhook's payload, read on first use; `{}` without one. Its content is a stranger's: validate what you take. */
  readonly event: unknown
}

/** Facts are read from `env` when asked for, so that an action needs only those it uses. */
export function gitHubFacts(env: NodeJS.ProcessEnv): GitHubFacts {
  let event: unknown
  const fact = (name: string) => required(env, name)
  return {
    get repository() {
      const value = fact('GITHUB_REPOSITORY')
      if (!/^[\w.-]+\/[\w.-]+$/.test(value)) throw invalid('GITHUB_REPOSITORY', value, 'owner/name')
      return value
    },
    get owner() {
      return this.repository.slice(0, this.repository.indexOf('/'))
    },
    get repositoryName() {
      return this.repository.slice(this.repository.indexOf('/') + 1)
    },
    get sha() {
      const value = fact('GITHUB_SHA')
      if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(value)) throw invalid('GITHUB_SHA', value, 'a commit in 40 hex digits')
      return value
    },
    get ref() {
      return fact('GITHUB_REF')
    },
    get refName() {
      return env.GITHUB_REF_NAME || this.ref.replace(/^refs\/(heads|tags|pull)\//, '')
    },
    get runId() {
      const value = fact('GITHUB_RUN_ID')
      if (!/^\d{1,20}$/.test(value)) throw invalid('GITHUB_RUN_ID', value, 'decimal digits')
      return value
    },
    get runAttempt() {
      const value = env.GITHUB_RUN_ATTEMPT || '1'
      if (!/^[1-9]\d{0,8}$/.test(value)) throw invalid('GITHUB_RUN_ATTEMPT', value, 'a whole number from 1')
      return Number(value)
    },
    get runUrl() {
      return `${this.serverUrl}/${this.repository}/actions/runs/${this.runId}/attempts/${this.runAttempt}`
    },
    get serverUrl() {
      return url(env, 'GITHUB_SERVER_URL', 'https://github.com')
    },
    get apiUrl() {
      return url(env, 'GITHUB_API_URL', 'https://api.github.com')
    },
    get eventName() {
      return fact('GITHUB_EVENT_NAME')
    },
    get actor() {
      return fact('GITHUB_ACTOR')
    },
    get triggeringActor() {
      return env.GITHUB_TRIGGERING_ACTOR || this.actor
    },
    get workflowRef() {
      return fact('GITHUB_WORKFLOW_REF')
    },
    get job() {
      return fact('GITHUB_JOB')
    },
    get workspace() {
      return env.GITHUB_WORKSPACE || process.cwd()
    },
    get temp() {
      return env.RUNNER_TEMP || tmpdir()
    },
    get event() {
      event ??= readEvent(env.GITHUB_EVENT_PATH)
      return event
    },
  }
}

function readEvent(file: string | undefined): unknown {
  if (!file) return {}
  const hint = 'GitHub writes this file for every run; outside a runner, unset GITHUB_EVENT_PATH.'
  try {
    const { size } = statSync(file)
    if (size > maxEventBytes) {
      throw new TidemarkError('FILE_TOO_LARGE', `The event's payload has ${size} bytes, more than ${maxEventBytes}.`, {
        hint,
      })
    }
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    if (cause instanceof TidemarkError) throw cause
    throw new TidemarkError('INPUT_INVALID', `The event's payload ${file} cannot be read.`, { hint, cause })
  }
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]
  if (value) return value
  throw new TidemarkError('INPUT_INVALID', `${name} is not set.`, {
    hint: `GitHub's runner sets ${name} for every step; set it to run the action elsewhere.`,
  })
}

function url(env: NodeJS.ProcessEnv, name: string, fallback: string): string {
  const value = env[name] || fallback
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) throw invalid(name, value, 'an http(s) URL')
  return value.replace(/\/+$/, '')
}

function invalid(name: string, value: string, expected: string): TidemarkError {
  return new TidemarkError(
    'INPUT_INVALID',
    `${name} is ${JSON.stringify(value.slice(0, 200))}; expected ${expected}.`,
    {
      hint: `GitHub's runner sets ${name}; a workflow should not overwrite it.`,
    },
  )
}
