import { Name, Version } from '@tidemark/schemas'
import { UsageError } from './invocation.ts'

export interface ModelReference {
  readonly model: string
  readonly version: string | undefined
}

/** `flight-delay`, `flight-delay@1.1.0`, or the tag `flight-delay@v1.1.0`. Throws `UsageError`. */
export function readReference(operand: string | undefined): ModelReference {
  if (operand === undefined) throw new UsageError('which model, or <model>@<version>?')
  const [model = '', version, ...rest] = operand.split('@')
  const plainVersion = version?.replace(/^v/, '')
  const isVersion = plainVersion === undefined || Version.safeParse(plainVersion).success
  if (rest.length === 0 && isVersion && Name.safeParse(model).success) return { model, version: plainVersion }
  throw new UsageError(`${JSON.stringify(operand)} is not <model> or <model>@<version>, such as flight-delay@1.1.0`)
}

/** The same where a version is needed. */
export function readVersionReference(operand: string | undefined): { model: string; version: string } {
  if (operand === undefined) throw new UsageError('which <model>@<version>?')
  const { model, version } = readReference(operand)
  if (version === undefined)
    throw new UsageError(`which version of ${model}? \`tidemark ls ${model}\` lists them; write ${model}@1.0.0`)
  return { model, version }
}
