import type { RepairStep } from './step.ts'

export interface Repaired {
  step: RepairStep
  /** `unneeded`: somebody else did it, or it is no longer wanted. `left`: a person has to look. */
  outcome: 'done' | 'unneeded' | 'left'
  detail: string
  /** What a person has to do. */
  remedy?: string
}

/** What became of a step, before it is put beside it. */
export type StepResult = Omit<Repaired, 'step'>

export const done = (detail: string): StepResult => ({ outcome: 'done', detail })
export const unneeded = (detail: string): StepResult => ({ outcome: 'unneeded', detail })
export const left = (detail: string, remedy: string): StepResult => ({ outcome: 'left', detail, remedy })
