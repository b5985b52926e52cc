import { type Problem, TidemarkError } from '@tidemark/schemas'
import type { z } from 'zod'
import type { Invocation } from './invocation.ts'

/** Checks a command's options; everything wrong with them is said in one go. Throws `INPUT_INVALID`. */
export function checkOptions<T>(schema: z.ZodType<T>, options: Invocation['options']): T {
  const result = schema.safeParse(options)
  if (result.success) return result.data
  const problems = result.error.issues.map(
    ({ path, message }): Problem => ({
      path: `--${String(path[0])}`,
      message: message.replace(/^Invalid input: /, ''),
    }),
  )
  throw new TidemarkError(
    'INPUT_INVALID',
    problems.length === 1 ? 'an option cannot be used' : `${problems.length} options cannot be used`,
    {
      hint: 'Correct them; --help says what each takes.',
      problems,
    },
  )
}
