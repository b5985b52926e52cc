import { describeProblem, type ErrorCode, TidemarkError } from '@tidemark/schemas'
import { UsageError } from './invocation.ts'
import { plain } from './table.ts'

/** The caller's own words were wrong: exit code 2. */
const usageCodes: readonly ErrorCode[] = ['INPUT_INVALID', 'NAME_INVALID']
const mostProblems = 50

/** What goes to standard error for a failure, and the exit code. A stack is shown for bugs alone. */
export function describeError(command: string, error: unknown): { text: string; exitCode: number } {
  if (error instanceof UsageError) {
    return { text: `tidemark ${command}: ${plain(error.message)}\n  hint: tidemark ${command} --help`, exitCode: 2 }
  }
  if (error instanceof TidemarkError) {
    const problems = error.problems.slice(0, mostProblems).map((problem) => `  - ${plain(describeProblem(problem))}`)
    const more = error.problems.length - problems.length
    const text = [
      `tidemark ${command}: ${error.code}: ${plain(error.message)}`,
      ...problems,
      ...(more > 0 ? [`  - and ${more} more`] : []),
      `  hint: ${plain(error.hint)}`,
    ].join('\n')
    return { text, exitCode: usageCodes.includes(error.code) ? 2 : 1 }
  }
  const stack = error instanceof Error ? (error.stack ?? String(error)) : `thrown: ${String(error)}`
  return { text: `This is a bug in tidemark ${command}. Please report it with these lines.\n\n${stack}`, exitCode: 1 }
}
