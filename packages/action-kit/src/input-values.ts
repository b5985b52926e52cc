import { getInput, setSecret } from '@actions/core'
import { type Problem, TidemarkError } from '@tidemark/schemas'
import type { ActionDefinition, InputsOf } from './definition.ts'
import type { Input } from './inputs.ts'

/**
 * The values of all declared inputs, read from `INPUT_*`; undeclared ones are ignored.
 * Throws one `INPUT_INVALID` that names every input that is missing or wrong.
 */
export function readInputs<Definition extends ActionDefinition>(definition: Definition): InputsOf<Definition> {
  const values: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const [name, input] of Object.entries(definition.inputs)) {
    const result = readInput(name, input)
    if ('problem' in result) problems.push({ path: name, message: result.problem })
    else values[camelCase(name)] = result.value
  }
  if (problems.length > 0) {
    throw new TidemarkError(
      'INPUT_INVALID',
      problems.length === 1
        ? 'An input of the action is invalid.'
        : `${problems.length} inputs of the action are invalid.`,
      {
        hint: `Correct them under \`with:\` in the workflow; the README of ${definition.name} lists all inputs.`,
        problems,
      },
    )
  }
  return values as InputsOf<Definition>
}

function readInput(name: string, input: Input<unknown>): { value: unknown } | { problem: string } {
  const given = getInput(name)
  if (input.secret && given !== '') setSecret(given)
  // A default that is an expression has meaning only to the runner, which would have filled it in.
  const text = given !== '' || input.default?.includes('${{') ? given : (input.default ?? '')
  if (text === '') {
    return input.required ? { problem: `is missing; expected ${input.expected}` } : { value: input.absent }
  }
  const parsed = input.schema.safeParse(text)
  if (parsed.success) return { value: parsed.data }
  return { problem: `expected ${input.expected}${input.secret ? '' : `, got ${quote(text)}`}` }
}

const camelCase = (name: string) => name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)
}
