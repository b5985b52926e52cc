import type { DriftCheck, Validation } from '@tidemark/schemas'
import { familyTitle } from '../drift.ts'

/** One question and its answer, as tools of other houses take it. */
export interface Finding {
  /** What was asked about, such as a dataset or a window. */
  readonly suite: string
  /** The same in every run: `data/delay.range`, `drift/features/delay`. */
  readonly rule: string
  readonly title: string
  /** `open` is what could not be settled: no pass, and no failure either. */
  readonly outcome: 'pass' | 'warning' | 'fail' | 'open'
  /** Whether it keeps the step from succeeding. */
  readonly isBlocking: boolean
  readonly message: string
  readonly place: Place
}

/** Where a person would change what was asked. Lines count from 1. */
export interface Place {
  /** Relative to the repository's root, with forward slashes. */
  readonly file: string
  readonly line?: number | undefined
}

type Check = Omit<Validation['checks'][number], 'samples'> & { readonly place: { readonly line?: number | undefined } }

/** A contract's checks on one dataset. `suite` names the dataset, `file` is the contract. */
export function findingsOfChecks(
  checks: readonly Check[],
  { suite, file }: { suite: string; file: string },
): Finding[] {
  return checks.map(({ id, column, description, severity, verdict, expected, observed, place }) => ({
    suite,
    rule: `data/${id}`,
    title: `${column === undefined ? '' : `${column}: `}${description === '' ? id : description}`,
    outcome:
      verdict === 'pass' ? 'pass' : verdict === 'inconclusive' ? 'open' : severity === 'error' ? 'fail' : 'warning',
    isBlocking: severity === 'error' && verdict !== 'pass',
    message: `${description} Expected ${expected}, observed ${observed}.`.trim(),
    place: { file, line: place.line },
  }))
}

/** Every effect of a window, and what could not be asked. Only a failing one blocks. */
export function findingsOfDrift(
  { window, results, notJudged }: Pick<DriftCheck, 'window' | 'results' | 'notJudged'>,
  placeOf: (column: string) => Place,
): Finding[] {
  const suite = `${window.start} until ${window.end}`
  return [
    ...results.map(
      ({ column, family, verdict, reason }): Finding => ({
        suite,
        rule: `drift/${family}/${column}`,
        title: `${column} (${familyTitle[family]}) is like the baseline`,
        outcome: verdict === 'warn' ? 'warning' : verdict === 'inconclusive' ? 'open' : verdict,
        isBlocking: verdict === 'fail',
        message: `${column}, ${suite}: ${reason}`,
        place: placeOf(column),
      }),
    ),
    ...notJudged.map(
      ({ id, reason }): Finding => ({
        suite,
        rule: `drift/not-judged/${id}`,
        title: `${id} can be judged`,
        outcome: 'open',
        isBlocking: false,
        message: `${id}, ${suite}: not judged, since ${reason}`,
        place: placeOf(id.slice(id.indexOf('.') + 1)),
      }),
    ),
  ]
}
