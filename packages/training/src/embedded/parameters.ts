import { TidemarkError } from '@tidemark/schemas'

/** The embedded trainer's parameters, by the names a policy uses. */
export interface EmbeddedParameters {
  readonly trees: number
  readonly leaves: number
  readonly learning_rate: number
  readonly l2: number
  readonly min_rows_per_leaf: number
  readonly max_bins: number
  readonly smoothing: number
  readonly encoding_folds: number
  readonly seed: number
}

interface ParameterSpecification {
  readonly default: number
  readonly min: number
  readonly max: number
  readonly integer: boolean
  readonly description: string
}

/** Every parameter's default and accepted range (both ends included), for policies, documentation and checks. */
export const embeddedParameters: Readonly<Record<keyof EmbeddedParameters, ParameterSpecification>> = {
  trees: { default: 100, min: 1, max: 5000, integer: true, description: 'Trees in the model.' },
  leaves: { default: 31, min: 2, max: 1024, integer: true, description: 'Most leaves of a tree.' },
  learning_rate: {
    default: 0.1,
    min: 1e-4,
    max: 1,
    integer: false,
    description: "How much of each tree's step is taken.",
  },
  l2: { default: 1, min: 0, max: 1e6, integer: false, description: 'L2 penalty on leaf values, in units of hessian.' },
  min_rows_per_leaf: { default: 20, min: 1, max: 1e6, integer: true, description: 'Fewest training rows in a leaf.' },
  max_bins: {
    default: 255,
    min: 2,
    max: 255,
    integer: true,
    description: 'Most quantile bins of a feature, missing values aside.',
  },
  smoothing: {
    default: 20,
    min: 0,
    max: 1e6,
    integer: false,
    description: "Rows' worth of the overall rate mixed into each category's rate.",
  },
  encoding_folds: {
    default: 5,
    min: 1,
    max: 50,
    integer: true,
    description: 'Folds for out-of-fold rates of rare categories while training; 1 is in-sample.',
  },
  seed: {
    default: 0,
    min: 0,
    max: 2 ** 31 - 1,
    integer: true,
    description: 'Chooses the rows quantiles are taken from, and the folds.',
  },
}

/** The given parameters over the defaults. Throws `POLICY_INVALID` naming every unknown name and every value out of range. */
export function resolveParameters(given: Readonly<Record<string, unknown>> = {}): EmbeddedParameters {
  const names = Object.keys(embeddedParameters) as (keyof EmbeddedParameters)[]
  const problems = Object.keys(given)
    .filter((name) => !Object.hasOwn(embeddedParameters, name))
    .map((name) => ({ path: name, message: `unknown parameter; expected one of ${names.join(', ')}` }))
  const resolved: Record<string, number> = {}
  for (const name of names) {
    const { default: fallback, min, max, integer } = embeddedParameters[name]
    const value = given[name] ?? fallback
    if (typeof value === 'number' && value >= min && value <= max && (!integer || Number.isInteger(value)))
      resolved[name] = value
    else
      problems.push({
        path: name,
        message: `${JSON.stringify(value)} is not ${integer ? 'a whole number' : 'a number'} from ${min} to ${max}`,
      })
  }
  if (problems.length > 0) {
    throw new TidemarkError(
      'POLICY_INVALID',
      `${problems.length === 1 ? 'A parameter' : `${problems.length} parameters`} of the embedded trainer cannot be used.`,
      {
        hint: 'Correct train.parameters in model.yaml.',
        problems,
      },
    )
  }
  return resolved as unknown as EmbeddedParameters
}
