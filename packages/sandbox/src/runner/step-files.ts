import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseCommandFile } from './command-file.ts'
import type { JobState } from './job-state.ts'
import type { StepDetails } from './records.ts'
import type { StepLog } from './step-log.ts'

const summaryLimitKiB = 1024
const names = ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY'] as const
type FileName = (typeof names)[number]

/** The files a step writes its results to; the process finds them in its environment. */
export interface StepFiles {
  variables: Record<string, string>
  /** Carries out what was written; false when a file was malformed. */
  process(step: StepDetails, state: Record<string, string>, log: StepLog): Promise<boolean>
}

export async function createStepFiles(job: JobState, step: StepDetails): Promise<StepFiles> {
  const fileOf = (name: FileName) =>
    path.join(job.temp, '_runner_file_commands', `${name.toLowerCase()}_${step.number}`)
  await Promise.all(names.map((name) => writeFile(fileOf(name), '')))
  const read = (name: FileName) => readFile(fileOf(name), 'utf8').catch(() => '')
  return {
    variables: Object.fromEntries(names.map((name) => [`GITHUB_${name}`, fileOf(name)])),
    async process(step, state, log) {
      const outcomes = [
        attempt('GITHUB_ENV', log, await read('ENV'), (content) => setVariables(job, content)),
        attempt('GITHUB_PATH', log, await read('PATH'), (content) => {
          const added = content.split(/\r\n|\n|\r/).filter((line) => line !== '')
          for (const entry of added) job.path = [entry, ...job.path.filter((each) => each !== entry)]
        }),
        attempt('GITHUB_OUTPUT', log, await read('OUTPUT'), (content) => {
          Object.assign(step.outputs, Object.fromEntries(parseCommandFile(content)))
        }),
        attempt('GITHUB_STATE', log, await read('STATE'), (content) => {
          Object.assign(state, Object.fromEntries(parseCommandFile(content)))
        }),
      ]
      await keepSummary(job, step, log, await read('STEP_SUMMARY'))
      return outcomes.every(Boolean)
    },
  }
}

function setVariables(job: JobState, content: string): void {
  for (const [name, value] of parseCommandFile(content)) {
    if (name.toUpperCase() === 'NODE_OPTIONS') {
      throw new Error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.")
    }
    job.env[name] = value
  }
}

function attempt(name: string, log: StepLog, content: string, work: (content: string) => void): boolean {
  try {
    work(content)
    return true
  } catch (error) {
    log.error(`Unable to process file command '${name}' successfully.`)
    log.error(error instanceof Error ? error.message : String(error))
    return false
  }
}

async function keepSummary(job: JobState, step: StepDetails, log: StepLog, content: string): Promise<void> {
  if (content === '') return
  const sizeBytes = Buffer.byteLength(content)
  if (sizeBytes > summaryLimitKiB * 1024) {
    const size = Math.ceil(sizeBytes / 1024)
    return log.error(
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${summaryLimitKiB}k, got ${size}k.`,
    )
  }
  step.summaryPath = step.logPath.replace(/\.log$/, '.md')
  await writeFile(step.summaryPath, job.masks.hide(content))
}
