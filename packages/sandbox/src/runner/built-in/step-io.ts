import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'

/** What the equivalents need of the toolkit: these scripts run in a step's environment and nowhere else. */
export const input = (name: string): string => (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim()

/** `true` or `false`; anything else is refused by name. */
export function booleanInput(name: string): boolean {
  const value = input(name)
  if (!/^(true|false)$/i.test(value)) throw new Error(`input '${name}' must be true or false, not '${value}'`)
  return value.toLowerCase() === 'true'
}

export const variable = (name: string): string => process.env[name] ?? ''

export const setOutput = (name: string, value: string): void => append('GITHUB_OUTPUT', name, value)
export const saveState = (name: string, value: string): void => append('GITHUB_STATE', name, value)

export const warn = (message: string): void => console.log(`::warning::${escapeMessage(message)}`)

/** Runs the script; an error becomes an annotation and a failed step. */
export async function runScript(work: () => Promise<void> | void): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.log(`::error::${escapeMessage(error instanceof Error ? error.message : String(error))}`)
    process.exitCode = 1
  }
}

function append(file: string, name: string, value: string): void {
  const delimiter = `ghadelimiter_${randomUUID()}`
  appendFileSync(variable(file), `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
}

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
