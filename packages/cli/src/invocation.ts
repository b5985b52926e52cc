import { parseArgs } from 'node:util'
import type { Command } from './commands.ts'

/** Options by name as they were typed, and the rest. Nothing is checked but that the command knows them. */
export interface Invocation {
  readonly options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  readonly operands: readonly string[]
}

/** Called in a way that the command cannot be: exit code 2. */
export class UsageError extends Error {}

/** Reads a command's arguments; `help` where they ask for it. Throws `UsageError`. */
export function readArguments(command: Command, args: readonly string[]): Invocation | 'help' {
  const options = Object.fromEntries(
    command.options.map(({ name, value, isList }) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: isList === true },
    ]),
  )
  let parsed: { values: Invocation['options']; positionals: string[] }
  try {
    parsed = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    throw new UsageError((error as Error).message.split('. To specify')[0]!)
  }
  const { values, positionals } = parsed
  if (values.help) return 'help'
  const most = command.operands.at(-1)?.endsWith('…') ? Number.POSITIVE_INFINITY : command.operands.length
  if (positionals.length > most) {
    throw new UsageError(
      `${JSON.stringify(positionals[most])} is more than it takes: ${most === 0 ? 'no operands' : command.operands.join(' ')}`,
    )
  }
  return { options: values, operands: positionals }
}
