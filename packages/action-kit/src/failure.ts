import { isAbsolute } from 'node:path'
import { describeProblem, TidemarkError } from '@tidemark/schemas'
import type { Annotation } from './annotations.ts'

/** How a thrown value is shown: in the log, in the summary and as annotations, the failure itself last. */
export interface Failure {
  readonly log: string
  readonly markdown: string
  readonly annotations: readonly Annotation[]
  readonly annotation: Annotation
}

const maxProblems = 200

/** An expected error shows what, where and what to do; anything else is a bug and shows its stack. */
export function describeFailure(action: string, error: unknown): Failure {
  return error instanceof TidemarkError ? describeExpected(error) : describeBug(action, error)
}

function describeExpected(error: TidemarkError): Failure {
  const problems = error.problems.slice(0, maxProblems).map(describeProblem)
  if (error.problems.length > maxProblems) problems.push(`… and ${error.problems.length - maxProblems} more`)
  const block = [
    `${error.code}: ${error.message}`,
    ...problems.map((problem) => `  - ${problem.replaceAll('\n', '\n    ')}`),
    ...(error.cause === undefined ? [] : [`  cause: ${causeOf(error.cause)}`]),
    `  hint: ${error.hint}`,
  ].join('\n')
  const located = error.problems.filter((problem) => isInRepository(problem.file) && problem.line !== undefined)
  return {
    log: block,
    markdown: `### ❌ \`${error.code}\`\n\n${fenced(block)}`,
    annotations: located.map(({ file, line, column, path, message }) => ({
      level: 'error',
      title: error.code,
      message: path ? `${path}: ${message}` : message,
      file,
      line,
      column,
    })),
    annotation: {
      level: 'error',
      title: error.code,
      message: [error.message, ...problems.slice(0, 5), error.hint].join('\n'),
      file: located.length === 0 ? error.problems.find((problem) => isInRepository(problem.file))?.file : undefined,
    },
  }
}

/** GitHub can attach an annotation to a file of the repository only. */
function isInRepository(file: string | undefined): boolean {
  return file !== undefined && !isAbsolute(file) && !/^[a-z][a-z0-9+.-]+:/i.test(file)
}

function describeBug(action: string, error: unknown): Failure {
  const stack = error instanceof Error ? (error.stack ?? String(error)) : `thrown: ${String(error)}`
  const block = `This is a bug in Tidemark's ${action}. Please report it with these lines.\n\n${stack}`
  return {
    log: block,
    markdown: `### ❌ Bug in \`${action}\`\n\n${fenced(block)}`,
    annotations: [],
    annotation: {
      level: 'error',
      title: `Bug in ${action}`,
      message: `${error instanceof Error ? error.message : String(error)}\nPlease report it with the stack in the log.`,
    },
  }
}

function causeOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.split('\n')[0]!.slice(0, 500) : String(cause).slice(0, 500)
}

/** A code block whose fence is longer than any run of backticks inside, so that the text cannot leave it. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}`
}
