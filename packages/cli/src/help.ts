import { type Command, commands, type Option } from './commands.ts'

/** `tidemark --help`. */
export function overallHelp(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return `tidemark: a Git repository as the whole MLOps platform

Usage: tidemark <command> [options]

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

Every command but serve, doctor, init, contract and profile reads a clone that has the registry branch (git fetch
origin model-registry), without network; with --repo owner/name it asks GitHub instead.

Examples:
${commands.map(({ examples }) => `  ${examples[0]![0]}`).join('\n')}

  tidemark <command> --help   options and examples of a command
  tidemark --version

Exit codes: 0 fine · 1 a problem, or a verdict that is not a pass · 2 not called as it can be`
}

/** `tidemark contract --help`: what a word stands before. */
export function groupHelp(word: string): string {
  const own = commands.filter(({ name }) => name.startsWith(`${word} `))
  const width = Math.max(...own.map(({ name }) => name.length))
  return `Usage: tidemark ${word} <command> [options]

Commands:
${own.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

  tidemark ${word} <command> --help   options and examples of a command`
}

/** `tidemark <command> --help`. */
export function commandHelp(command: Command): string {
  const { name, summary, description, operands, options, examples, failsWhen } = command
  const all = [...options, { name: 'help', description: 'This text.' }]
  const left = Math.max(...all.map((option) => written(option).length))
  const shownExamples = Math.max(...examples.map(([line]) => line.length))
  return `tidemark ${name}: ${summary}

Usage: ${['tidemark', name, ...operands, '[options]'].join(' ')}

${description}

Options:
${all.map((option) => `  ${written(option).padEnd(left)}  ${option.description}`).join('\n')}

Examples:
${examples.map(([line, what]) => `  ${line.padEnd(shownExamples)}  # ${what}`).join('\n')}

Exit codes: 0 fine · 1 ${failsWhen} · 2 not called as it can be`
}

const written = ({ name, value, isList }: Option): string =>
  `--${name}${value === undefined ? '' : ` <${value}>`}${isList ? ' …' : ''}`
