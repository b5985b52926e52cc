import type { z } from 'zod'
import { boundSize, findStructureProblem } from './document-bounds.ts'
import { type ErrorCode, type Problem, TidemarkError } from './error.ts'
import { readYaml, type YamlText } from './yaml-text.ts'

const maximumProblems = 100

/**
 * Parses and validates a JSON document, of at most 4 MiB where nothing else is said. All problems are reported at once, with their
 * paths.
 */
export function parseJsonDocument<T>(
  schema: z.ZodType<T>,
  text: string,
  file: string,
  { maximumBytes }: { maximumBytes?: number } = {},
): T {
  boundSize(text, file, maximumBytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new TidemarkError('DOCUMENT_INVALID', `${file} is not JSON: ${(cause as Error).message}`, {
      hint: 'Facts and channel files are written by Tidemark. Restore the file from Git history.',
      cause,
    })
  }
  return validateDocument(schema, value, file, () => ({}))
}

/** Parses and validates a YAML document; problems carry the line and column (from 1) of the offending node. */
export function parseYamlDocument<T>(
  schema: z.ZodType<T>,
  text: string,
  file: string,
  code: ErrorCode = 'POLICY_INVALID',
): T {
  const { value, locate } = readYaml(text, file)
  return validateDocument(schema, value, file, locate, code)
}

function validateDocument<T>(
  schema: z.ZodType<T>,
  value: unknown,
  file: string,
  locate: YamlText['locate'],
  code: ErrorCode = 'DOCUMENT_INVALID',
): T {
  const structure = findStructureProblem(value)
  if (structure) {
    throw new TidemarkError(code, `${file} has a structure that no document of Tidemark has`, {
      hint: 'Correct the place named. The schema of each document is in registry-schema/.',
      problems: [{ file, ...locate(structure.path), path: formatPath(structure.path), message: structure.message }],
    })
  }
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  // An unknown key is its own place; zod reports it at the object around it.
  const found = result.error.issues.flatMap((issue): { issue: z.core.$ZodIssue; path: PropertyKey[] }[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ issue, path: [...issue.path, key] }))
      : [{ issue, path: issue.path }],
  )
  const problems = found
    .slice(0, maximumProblems)
    .map(
      ({ issue, path }): Problem => ({ file, ...locate(path), path: formatPath(path), message: describeIssue(issue) }),
    )
  const count = `${found.length} problem${found.length === 1 ? '' : 's'}`
  throw new TidemarkError(
    code,
    `${file} does not follow its schema (${count}${found.length > maximumProblems ? `, the first ${maximumProblems} are listed` : ''})`,
    {
      hint: 'Correct the values named. The schema of each document is in registry-schema/.',
      problems,
    },
  )
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'this key is not known here'
  const message = issue.message.replace(/^Invalid input: /, '')
  // What several keys say together is refused at one of them, and its input is all that they are in.
  const isTogether = issue.code === 'custom' && typeof issue.input === 'object'
  const shown = issue.input === undefined || isTogether ? '' : `, found ${shorten(issue.input)}`
  return message + shown
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .slice(0, 20)
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : (i ? '.' : '') + String(key)))
    .join('')
}
