import { TidemarkError } from '@tidemark/schemas'

const longestMs = 5000
const batch = 1000

/**
 * The texts that an ECMA-262 expression does not find anything in. A pattern that backtracks without end is stopped: throws
 * `CONTRACT_INVALID`.
 */
export async function findMismatches(texts: readonly string[], pattern: string): Promise<string[]> {
  const { createContext, Script } = await import('node:vm')
  // In a context of its own only so that it can be stopped; it sees the texts and nothing else.
  const context = createContext(Object.assign(Object.create(null), { pattern }))
  new Script("expression = new RegExp(pattern, 'u')").runInContext(context)
  const script = new Script('texts.map((text) => expression.test(text))')
  const refused: string[] = []
  const end = performance.now() + longestMs
  for (let i = 0; i < texts.length; i += batch) {
    const part = texts.slice(i, i + batch)
    context.texts = part
    const found = run(() => script.runInContext(context, { timeout: Math.max(1, Math.ceil(end - performance.now())) }))
    if (found === undefined) {
      throw new TidemarkError(
        'CONTRACT_INVALID',
        `The pattern ${pattern} takes more than ${longestMs / 1000} s to try`,
        {
          hint: 'Write it without nested repetition such as (a+)+, so that it needs no backtracking.',
          problems: [{ message: `stopped at the text ${i + 1} of ${texts.length}, or up to ${batch} later` }],
        },
      )
    }
    refused.push(...part.filter((_, at) => !found[at]))
  }
  return refused
}

function run(work: () => unknown): readonly boolean[] | undefined {
  try {
    return work() as readonly boolean[]
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined
    throw error
  }
}
