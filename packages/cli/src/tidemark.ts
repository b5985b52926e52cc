import { type Command, commands } from './commands.ts'
import { commandHelp, groupHelp, overallHelp } from './help.ts'
import { type Invocation, readArguments } from './invocation.ts'

/** What a command may touch of the process that it runs in. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Whether colours are read by a person. */
  readonly isTerminal: boolean
  /** How wide it is, where that is known. */
  readonly columns?: number | undefined
  /** Asks the person who sits there and returns the answer without blanks around it; absent where nobody does. */
  ask?(question: string): Promise<string>
  /** Results: standard output. */
  print(text: string): void
  /** Everything else: standard error. */
  report(text: string): void
}

/** Runs `tidemark <argv>` and returns the exit code: 0 fine, 1 a problem or verdict, 2 not called as it can be. */
export async function tidemark(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [first] = argv
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const about = first === 'help' ? find(argv.slice(1)) : undefined
    terminal[first === undefined ? 'report' : 'print'](about ? commandHelp(about.command) : overallHelp())
    return first === undefined ? 2 : 0
  }
  if (first === '--version' || first === '-V') {
    terminal.print((await import('./version.ts')).version)
    return 0
  }
  const found = find(argv)
  if (!found && isGroup(first) && isHelp(argv[1])) {
    terminal[argv[1] === undefined ? 'report' : 'print'](groupHelp(first))
    return argv[1] === undefined ? 2 : 0
  }
  if (!found) {
    const name = isGroup(first) ? argv.slice(0, 2).join(' ') : first
    terminal.report(
      `tidemark: there is no command ${JSON.stringify(name)}.\n  hint: \`tidemark --help\` lists the commands.`,
    )
    return 2
  }
  const { command, rest } = found
  try {
    const invocation = readArguments(command, rest)
    if (invocation === 'help') {
      terminal.print(commandHelp(command))
      return 0
    }
    return await run(command, invocation, terminal)
  } catch (error) {
    const { describeError } = await import('./failure.ts')
    const { text, exitCode } = describeError(command.name, error)
    terminal.report(text)
    return exitCode
  }
}

/** A command's modules are loaded when it runs, so that help needs none of them. */
async function run(command: Command, invocation: Invocation, terminal: Terminal): Promise<number> {
  const { execute } = await command.load()
  return execute(invocation, terminal)
}

/** A command's name is one word, or two as in `contract diff`. */
function find(argv: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
  for (const words of [2, 1]) {
    const command = commands.find(({ name }) => name === argv.slice(0, words).join(' '))
    if (command) return { command, rest: argv.slice(words) }
  }
  return undefined
}

const isHelp = (word: string | undefined): boolean => word === undefined || word === '--help' || word === '-h'
const isGroup = (word: string): boolean => commands.some(({ name }) => name.startsWith(`${word} `))
