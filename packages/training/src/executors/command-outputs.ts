import { lstat, readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { inspectModel } from '@tidemark/models'
import { type Problem, TidemarkError } from '@tidemark/schemas'

const maxModelBytes = 1024 ** 3
const maxMetricsBytes = 1024 ** 2

/** The model that a command wrote, inspected. Throws `TRAINING_FAILED` when there is none, and what `inspectModel` throws. */
export async function readModelFile(directory: string): Promise<Uint8Array> {
  const bytes = await readOutput(directory, 'model.onnx', maxModelBytes)
  if (!bytes) {
    throw new TidemarkError('TRAINING_FAILED', 'The training command ended well but left no model.onnx.', {
      hint: 'Write the model to os.path.join(os.environ["SM_MODEL_DIR"], "model.onnx").',
    })
  }
  inspectModel(bytes)
  return bytes
}

/** The metrics that a command reported, `{}` if it reported none. Throws `TRAINING_FAILED` for anything but names and numbers. */
export async function readMetrics(directory: string): Promise<Record<string, number>> {
  const bytes = await readOutput(directory, 'metrics.json', maxMetricsBytes)
  if (!bytes) return {}
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch (cause) {
    throw metricsError([{ file: 'metrics.json', message: cause instanceof Error ? cause.message : 'is not JSON' }])
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw metricsError([{ file: 'metrics.json', message: 'is not an object' }])
  const problems: Problem[] = []
  const metrics: Record<string, number> = {}
  for (const [name, metric] of Object.entries(value)) {
    if (!/^[A-Za-z0-9_.@-]{1,64}$/.test(name) || name === '__proto__')
      problems.push({ file: 'metrics.json', path: name.slice(0, 80), message: 'is no metric name' })
    else if (typeof metric === 'number' && Number.isFinite(metric)) metrics[name] = metric
    else problems.push({ file: 'metrics.json', path: name, message: 'is not a finite number' })
  }
  if (problems.length > 0) throw metricsError(problems)
  return metrics
}

/** The bytes of a plain file of the directory itself, or undefined. Throws what `findOutput` throws. */
export async function readOutput(directory: string, name: string, maxBytes: number): Promise<Uint8Array | undefined> {
  return (await findOutput(directory, name, maxBytes)) ? readFile(join(directory, name)) : undefined
}

/**
 * Whether there is a plain file of the directory itself; a link could name any file of the machine. Throws `PATH_REFUSED` and
 * `FILE_TOO_LARGE`.
 */
export async function findOutput(directory: string, name: string, maxBytes: number): Promise<boolean> {
  const path = join(directory, name)
  const status = await lstat(path).catch(() => undefined)
  if (!status) return false
  const isInside =
    (await lstat(directory)).isDirectory() && (await realpath(path)) === join(await realpath(directory), name)
  if (!status.isFile() || !isInside) {
    throw new TidemarkError('PATH_REFUSED', `${name} is not a plain file in the output directory.`, {
      hint: 'Write the file itself, not a link to it.',
    })
  }
  if (status.size > maxBytes) {
    throw new TidemarkError('FILE_TOO_LARGE', `${name} has ${status.size} bytes, at most ${maxBytes} are read.`, {
      hint: 'Write a smaller file.',
    })
  }
  return true
}

function metricsError(problems: readonly Problem[]): TidemarkError {
  return new TidemarkError('TRAINING_FAILED', 'The metrics of the training command cannot be read.', {
    hint: 'Write {"name": number, …}, with letters, digits and _ . @ - in names, and no NaN.',
    problems: problems.slice(0, 20),
  })
}
