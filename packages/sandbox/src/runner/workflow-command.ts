export interface WorkflowCommand {
  name: string
  properties: Readonly<Record<string, string>>
  message: string
}

const known = new Set([
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'add-mask',
  'stop-commands',
  'save-state',
  'set-output',
  'set-env',
  'add-path',
  'echo',
  'add-matcher',
  'remove-matcher',
])

/** Reads `::name key=value,…::message`; undefined for any other line and for commands the runner does not know. */
export function parseWorkflowCommand(line: string, token?: string): WorkflowCommand | undefined {
  const match = /^\s*::([^\s:]+)(?: ((?:(?!::).)*))?::(.*)$/s.exec(line)
  if (!match) return undefined
  const written = match[1]!
  const name = written === token ? written : written.toLowerCase()
  if (!known.has(name) && name !== token) return undefined
  const properties = Object.fromEntries(
    (match[2] ?? '').split(',').flatMap((pair) => {
      const equals = pair.indexOf('=')
      return equals < 1 ? [] : [[pair.slice(0, equals).trim(), unescapeProperty(pair.slice(equals + 1))]]
    }),
  )
  return { name, properties, message: unescapeMessage(match[3]!) }
}

const unescapeMessage = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

const unescapeProperty = (text: string): string => unescapeMessage(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
