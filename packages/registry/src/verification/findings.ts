export interface VerificationProblem {
  severity: 'error' | 'warning'
  path: string
  message: string
  remedy: string
}

export const restore =
  'Restore the file from a clone that still has it, and find out who could write to the registry branch.'

/** What a walk over the registry has found so far. */
export class Findings {
  readonly problems: VerificationProblem[] = []
  readonly checked: Record<string, number> = {}
  readonly notChecked: Record<string, number> = {}

  error(path: string, message: string, remedy = restore): void {
    this.problems.push({ severity: 'error', path, message, remedy })
  }

  warn(path: string, message: string, remedy: string): void {
    this.problems.push({ severity: 'warning', path, message, remedy })
  }

  count(name: string): void {
    this.checked[name] = (this.checked[name] ?? 0) + 1
  }

  skip(name: string): void {
    this.notChecked[name] = (this.notChecked[name] ?? 0) + 1
  }
}
