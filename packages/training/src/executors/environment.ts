import { TidemarkError } from '@tidemark/schemas'
import type { TrainingJob } from './executor.ts'

type Environment = Readonly<Record<string, string | undefined>>

// What programs need to start and find their files. Everything else has to be named by the policy.
const inherited = new Set([
  ...[
    'PATH',
    'HOME',
    'USER',
    'LOGNAME',
    'SHELL',
    'LANG',
    'LANGUAGE',
    'LC_ALL',
    'LC_CTYPE',
    'TZ',
    'TMPDIR',
    'TMP',
    'TEMP',
    'CI',
  ],
  ...[
    'VIRTUAL_ENV',
    'CONDA_PREFIX',
    'PYTHONLOCATION',
    'LD_LIBRARY_PATH',
    'PKG_CONFIG_PATH',
    'JAVA_HOME',
    'R_LIBS_USER',
  ],
  ...[
    'SYSTEMROOT',
    'SYSTEMDRIVE',
    'WINDIR',
    'COMSPEC',
    'PATHEXT',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
    'PROGRAMDATA',
    'PROGRAMFILES',
  ],
])
const reserved = /^(SM_|TIDEMARK_)/i
const runners = /^(INPUT_|ACTIONS_|GITHUB_|RUNNER_)/i
const secret = /TOKEN|SECRET|PASSW|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY|AUTH|^GH_|NETRC/i

/** Where a command's inputs are and its outputs go. */
export interface CommandDirectories {
  readonly model: string
  readonly output: string
}

/**
 * A training command's whole environment: an allow-list of the host's variables, those the policy passes by name, and SageMaker's
 * contract (`SM_MODEL_DIR`, `SM_OUTPUT_DATA_DIR`, `SM_CHANNELS`, `SM_CHANNEL_<NAME>`, `SM_HPS`) with `TIDEMARK_RUN_ID`,
 * `TIDEMARK_OUTPUT_DIR` and `TIDEMARK_SEED`. Throws `POLICY_INVALID` for passed names that are the runner's or look like secrets.
 * https://github.com/aws/sagemaker-training-toolkit/blob/master/ENVIRONMENT_VARIABLES.md
 */
export function commandEnvironment(
  job: Pick<TrainingJob, 'runId' | 'seed' | 'parameters' | 'channels'>,
  directories: CommandDirectories,
  host: Environment,
  passed: readonly string[],
): Record<string, string> {
  const environment = inheritedEnvironment(host, passed)
  for (const [name, directory] of Object.entries(job.channels))
    environment[`SM_CHANNEL_${name.toUpperCase().replaceAll('-', '_')}`] = directory
  return {
    ...environment,
    SM_MODEL_DIR: directories.model,
    SM_OUTPUT_DATA_DIR: directories.output,
    SM_CHANNELS: JSON.stringify(Object.keys(job.channels).sort()),
    SM_HPS: JSON.stringify(job.parameters),
    TIDEMARK_RUN_ID: job.runId,
    TIDEMARK_OUTPUT_DIR: directories.output,
    TIDEMARK_SEED: String(job.seed),
  }
}

/**
 * The part of a command's environment that comes from the host: an allow-list, and what the policy passes by name. Throws
 * `POLICY_INVALID` for passed names that are the runner's or look like secrets.
 */
export function inheritedEnvironment(host: Environment, passed: readonly string[] = []): Record<string, string> {
  const problems = passed.filter((name) => reserved.test(name) || runners.test(name) || secret.test(name))
  if (problems.length > 0) {
    throw new TidemarkError('POLICY_INVALID', `Training commands are not given ${problems.join(', ')}.`, {
      hint: 'Code that trains gets no credentials: fetch protected data in an earlier step, and pass it as files.',
      problems: problems.map((name) => ({ path: name, message: 'belongs to the runner or looks like a secret' })),
    })
  }
  const wanted = new Set(passed)
  const environment: Record<string, string> = {}
  for (const [name, value] of Object.entries(host)) {
    if (value !== undefined && (inherited.has(name.toUpperCase()) || wanted.has(name))) environment[name] = value
  }
  return environment
}
