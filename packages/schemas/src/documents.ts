import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type ErrorCode, type Problem, TidemarkError } from './error.ts'

export const maximumDocumentBytes = 4 * 1024 * 1024

/** Parses and validates a stored JSON document. All problems are reported at once, with their paths. */
export function parseJsonDocument<T>(schema: z.ZodType<T>, text: string, file: string): T {
  boundSize(text, file)
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

export interface YamlText {
  value: unknown
  /** Line and column of the node at a path, or of its nearest existing parent. */
  locate(path: readonly PropertyKey[]): { line?: number; column?: number }
}

/** Reads one YAML 1.2 document with bounds on size, depth and aliases. Throws `YAML_INVALID` with every syntax error. */
export function readYaml(text: string, file: string): YamlText {
  boundSize(text, file)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  if (document.errors.length > 0) {
    throw new TidemarkError('YAML_INVALID', `${file} is not valid YAML`, {
      hint: 'Correct the lines named; quote values that contain ":" or "#".',
      problems: document.errors.map((error) => ({
        file,
        ...place(error.pos[0]),
        message: error.message.split('\n')[0] ?? error.code,
      })),
    })
  }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 50 })
  } catch (cause) {
    throw new TidemarkError('YAML_INVALID', `${file} uses too many aliases or nests too deeply`, {
      hint: 'Write the values out instead of using YAML anchors and aliases.',
      cause,
    })
  }
  const locate = (path: readonly PropertyKey[]) => {
    let node: unknown = document.contents
    let offset = rangeStart(node)
    for (const key of path) {
      if (isAlias(node)) break
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
        if (!pair) break
        offset = rangeStart(pair.key) ?? offset
        node = pair.value
      } else if (isSeq(node) && typeof key === 'number' && node.items[key]) {
        node = node.items[key]
        offset = rangeStart(node) ?? offset
      } else break
    }
    return offset === undefined ? {} : place(offset)
  }
  return { value, locate }
}

function validateDocument<T>(
  schema: z.ZodType<T>,
  value: unknown,
  file: string,
  locate: YamlText['locate'],
  code: ErrorCode = 'DOCUMENT_INVALID',
): T {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  const problems = result.error.issues.slice(0, 100).flatMap((issue): Problem[] => {
    // An unknown key is its own place; zod reports it at the object around it.
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    return paths.map((path) => ({ file, ...locate(path), path: formatPath(path), message: describeIssue(issue) }))
  })
  throw new TidemarkError(
    code,
    `${file} does not follow its schema (${problems.length} problem${problems.length === 1 ? '' : 's'})`,
    {
      hint: 'Correct the values named. The schema of each document is in registry-schema/.',
      problems,
    },
  )
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'this key is not known here'
  const message = issue.message.replace(/^Invalid input: /, '')
  const shown = issue.input === undefined ? '' : `, found ${shorten(issue.input)}`
  return message + shown
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

function formatPath(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : (i ? '.' : '') + String(key))).join('')
}

function rangeStart(node: unknown): number | undefined {
  return (node as { range?: [number, number, number] } | null)?.range?.[0]
}

function boundSize(text: string, file: string): void {
  if (Buffer.byteLength(text) > maximumDocumentBytes) {
    throw new TidemarkError('FILE_TOO_LARGE', `${file} is larger than ${maximumDocumentBytes} bytes`, {
      hint: 'Documents are small; data belongs in data files and release assets.',
    })
  }
}
