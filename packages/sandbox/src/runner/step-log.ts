import { closeSync, openSync, writeSync } from 'node:fs'
import type { Masks } from './masks.ts'
import type { Annotation, StepDetails } from './records.ts'
import { parseWorkflowCommand, type WorkflowCommand } from './workflow-command.ts'

const perLevel = 10
const refused: Readonly<Record<string, string>> = {
  'set-output': 'GITHUB_OUTPUT',
  'set-env': 'GITHUB_ENV',
  'add-path': 'GITHUB_PATH',
}

/** Where a step's output goes: commands are carried out, the rest is masked and written to the step's log. */
export class StepLog {
  readonly #step: StepDetails
  readonly #masks: Masks
  readonly #state: Record<string, string>
  readonly #file: number
  #stopToken: string | undefined
  /** Whether a command was refused, which fails the step. */
  failed = false

  constructor(step: StepDetails, masks: Masks, state: Record<string, string>) {
    this.#step = step
    this.#masks = masks
    this.#state = state
    this.#file = openSync(step.logPath, 'a')
  }

  line(line: string): void {
    const command = parseWorkflowCommand(line, this.#stopToken)
    if (command === undefined || (this.#stopToken !== undefined && command.name !== this.#stopToken)) this.write(line)
    else this.#carryOut(command)
  }

  write(text: string): void {
    writeSync(this.#file, `${this.#masks.hide(text)}\n`)
  }

  annotate(annotation: Annotation): void {
    const message = this.#masks.hide(annotation.message)
    this.write(`##[${annotation.level}]${message}`)
    const same = this.#step.annotations.filter(({ level }) => level === annotation.level)
    if (same.length >= perLevel) this.#step.droppedAnnotations++
    else this.#step.annotations.push({ ...annotation, message })
  }

  error(message: string): void {
    this.annotate({ level: 'error', message })
  }

  close(): void {
    closeSync(this.#file)
  }

  #carryOut({ name, properties, message }: WorkflowCommand): void {
    if (this.#stopToken !== undefined) {
      this.#stopToken = undefined
      return
    }
    if (name === 'error' || name === 'warning' || name === 'notice') {
      this.annotate({ level: name, message, ...placeOf(properties) })
    } else if (name === 'add-mask') {
      if (message.trim() === '') this.annotate({ level: 'warning', message: "Can't add secret mask for empty string." })
      this.#masks.add(message)
      this.write('::add-mask::***')
    } else if (name === 'stop-commands') {
      this.#stopToken = message
    } else if (name === 'save-state') {
      if (properties.name) this.#state[properties.name] = message
    } else if (name === 'group' || name === 'endgroup') {
      this.write(`##[${name}]${message}`)
    } else if (refused[name] !== undefined) {
      this.failed = true
      this.error(`The '${name}' command is refused. Write to the file ${refused[name]} names instead.`)
    }
  }
}

function placeOf(properties: Readonly<Record<string, string>>): Partial<Annotation> {
  const number = (name: string) => {
    const value = Number(properties[name])
    return properties[name] !== undefined && Number.isInteger(value) ? value : undefined
  }
  const place = {
    title: properties.title,
    file: properties.file,
    line: number('line'),
    endLine: number('endLine'),
    column: number('col'),
    endColumn: number('endColumn'),
  }
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined))
}
