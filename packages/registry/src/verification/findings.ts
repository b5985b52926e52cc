import type { RepairStep } from '../repair/step.ts'

export interface VerificationProblem {
  /** `notice`: nothing is wrong, and something is due that a repair does. */
  severity: 'error' | 'warning' | 'notice'
  path: string
  message: string
  remedy: string
  /** What a repair would do about it; left out where a person has to decide. */
  repair?: RepairStep
}

export const restore =
  'Restore the file from a clone that still has it, and find out who could write to the registry branch.'

/** What a walk over the registry has found so far. */
export class Findings {
  readonly problems: VerificationProblem[] = []
  readonly checked: Record<string, number> = {}
  readonly notChecked: Record<string, number> = {}

  error(path: string, message: string, remedy = restore, repair?: RepairStep): void {
    this.#add({ severity: 'error', path, message, remedy }, repair)
  }

  warn(path: string, message: string, remedy: string, repair?: RepairStep): void {
    this.#add({ severity: 'warning', path, message, remedy }, repair)
  }

  notice(path: string, message: string, remedy: string, repair: RepairStep): void {
    this.#add({ severity: 'notice', path, message, remedy }, repair)
  }

  count(name: string, times = 1): void {
    if (times > 0) this.checked[name] = (this.checked[name] ?? 0) + times
  }

  skip(name: string, times = 1): void {
    if (times > 0) this.notChecked[name] = (this.notChecked[name] ?? 0) + times
  }

  #add(problem: VerificationProblem, repair: RepairStep | undefined): void {
    this.problems.push(repair === undefined ? problem : { ...problem, repair })
  }
}
