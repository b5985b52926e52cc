import { type AnnotationProperties, error, notice, warning } from '@actions/core'
import { print } from './log.ts'

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title?: string | undefined
  /** Relative to the repository's root. */
  readonly file?: string | undefined
  /** From 1, as are columns. */
  readonly line?: number | undefined
  readonly column?: number | undefined
}

/** GitHub shows ten annotations a step for each level and silently drops the rest. */
const shown = 10
/** Two places are kept back: one for the step's failure itself, one for "and N more". */
const immediate = shown - 2

/** Shows the first annotations at once and the rest, as far as GitHub would show them, at `finish`. */
export class Annotations {
  readonly #count = { error: 0, warning: 0, notice: 0 }
  readonly #waiting: Annotation[] = []

  add(annotation: Annotation): void {
    if (this.#count[annotation.level] < immediate) this.#emit(annotation)
    else {
      this.#waiting.push(annotation)
      print(`${annotation.level}: ${describe(annotation)}`)
    }
  }

  /** Shows `failure` for certain, then what still fits; what does not is counted in a last annotation. */
  finish(failure?: Annotation): void {
    if (failure) this.#emit(failure)
    for (const level of ['error', 'warning', 'notice'] as const) {
      const waiting = this.#waiting.filter((annotation) => annotation.level === level)
      const room = shown - this.#count[level]
      const fitting = waiting.length <= room ? waiting.length : room - 1
      for (const annotation of waiting.slice(0, fitting)) this.#emit(annotation)
      if (fitting < waiting.length) {
        this.#emit({ level, message: `… and ${waiting.length - fitting} more; the step's log has all of them.` })
      }
    }
    this.#waiting.length = 0
  }

  #emit({ level, message, title, file, line, column }: Annotation): void {
    this.#count[level]++
    const properties: AnnotationProperties = {}
    if (title !== undefined) properties.title = title
    if (file !== undefined) properties.file = file
    if (line !== undefined) properties.startLine = line
    if (column !== undefined) properties.startColumn = column
    const emit = { error, warning, notice }[level]
    emit(message, properties)
  }
}

function describe({ message, file, line, column }: Annotation): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return place === '' ? message : `${place}: ${message}`
}
