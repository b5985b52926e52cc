import type { WorkflowTrigger } from '../host.ts'

interface Declaration {
  type?: string
  default?: unknown
  required?: boolean
  options?: unknown[]
}

/**
 * The `inputs` context of workflow_dispatch and workflow_call: given values in their declared types, defaults for the
 * rest. Throws an Error that names every missing, unknown or ill-typed input.
 */
export function typedInputs(declared: unknown, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const declarations = (declared ?? {}) as Record<string, Declaration | null>
  const problems = Object.keys(given)
    .filter((name) => !(name in declarations))
    .map((name) => `unexpected input '${name}'`)
  const inputs = Object.entries(declarations).map(([name, declaration]) => {
    const value = given[name] ?? ''
    if (value === '' && declaration?.required === true && declaration.default === undefined) {
      problems.push(`required input '${name}' not provided`)
    }
    try {
      return [name, typed(value === '' ? (declaration?.default ?? '') : value, declaration ?? {})]
    } catch (error) {
      problems.push(`input '${name}': ${(error as Error).message}`)
      return [name, value]
    }
  })
  if (problems.length > 0) throw new Error(problems.join('; '))
  return Object.fromEntries(inputs)
}

function typed(value: unknown, { type, options }: Declaration): unknown {
  switch (type) {
    case 'boolean':
      if (value === '' || value === false || value === 'false') return false
      if (value === true || value === 'true') return true
      throw new Error(`'${String(value)}' is not a boolean`)
    case 'number': {
      const number = Number(value === '' ? 0 : value)
      if (Number.isNaN(number)) throw new Error(`'${String(value)}' is not a number`)
      return number
    }
    case 'choice':
      if (value === '' && options?.length) return String(options[0])
      if (!options?.map(String).includes(String(value)))
        throw new Error(`'${String(value)}' is not one of ${options?.join(', ')}`)
      return String(value)
    default:
      return String(value)
  }
}

/** The inputs of a workflow_dispatch trigger, `{}` for any other event. */
export function dispatchInputs(
  on: Readonly<Record<string, unknown>>,
  trigger: WorkflowTrigger,
): Record<string, unknown> {
  if (trigger.event !== 'workflow_dispatch') return {}
  const configuration = on.workflow_dispatch as { inputs?: unknown } | null | undefined
  return typedInputs(configuration?.inputs, (trigger.payload.inputs ?? {}) as Record<string, unknown>)
}
