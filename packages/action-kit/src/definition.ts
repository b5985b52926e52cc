import type { Input } from './inputs.ts'

/** What an action takes and gives, written once; action.yml, the README's tables and the types follow from it. */
export interface ActionDefinition<
  Inputs extends Readonly<Record<string, Input<unknown>>> = Readonly<Record<string, Input<unknown>>>,
  Outputs extends Readonly<Record<string, string>> = Readonly<Record<string, string>>,
> {
  /** The action's folder below actions/ and its file in dist/, such as `validate-data`. */
  readonly name: string
  /** The title in the Marketplace and in the Actions page. */
  readonly title: string
  readonly description: string
  readonly inputs: Inputs
  /** Each output's name, as in action.yml, with its description. */
  readonly outputs: Outputs
  readonly branding: { readonly icon: string; readonly color: BrandingColor }
}

type BrandingColor = 'white' | 'black' | 'yellow' | 'blue' | 'green' | 'orange' | 'red' | 'purple' | 'gray-dark'

/** `registry-branch` becomes `registryBranch`. */
export type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name

/** The typed values of a definition's inputs, by camel-case name. */
export type InputsOf<Definition extends ActionDefinition> = {
  readonly [Name in keyof Definition['inputs'] & string as CamelCase<Name>]: Definition['inputs'][Name] extends Input<
    infer Value
  >
    ? Value
    : never
}

const name = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** Checks the names at once, so that a misspelt one cannot reach action.yml. Throws a plain `Error`: it is a bug. */
export function defineAction<
  const Inputs extends Readonly<Record<string, Input<unknown>>>,
  const Outputs extends Readonly<Record<string, string>>,
>(definition: {
  name: string
  title?: string
  description: string
  inputs: Inputs
  outputs: Outputs
  branding?: ActionDefinition['branding']
}): ActionDefinition<Inputs, Outputs> {
  for (const each of [definition.name, ...Object.keys(definition.inputs), ...Object.keys(definition.outputs)]) {
    if (!name.test(each)) throw new Error(`action ${definition.name}: the name '${each}' is not kebab-case`)
  }
  return {
    title: `Tidemark ${definition.name.replaceAll('-', ' ')}`,
    branding: { icon: 'anchor', color: 'blue' },
    ...definition,
  }
}
