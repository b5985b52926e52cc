import { type Problem, TidemarkError } from '@tidemark/schemas'

/** A row's id or cluster: compared by identity, so 1 and '1' differ. */
export type Key = string | number | bigint

/** The rows that judge, in any order. All arrays have one entry per row. */
export interface Holdout {
  readonly ids: ArrayLike<Key>
  /** 0 or 1. */
  readonly labels: ArrayLike<number>
  /** The policy's `cluster` column; left out when the policy says `none`. */
  readonly clusters?: ArrayLike<Key | null>
}

/** One model's probabilities of label 1, on exactly the holdout's rows in any order. */
export interface ScoredRows {
  readonly ids: ArrayLike<Key>
  readonly scores: ArrayLike<number>
}

/** Rows checked and brought into the holdout's order. */
export interface PairedRows {
  readonly labels: Uint8Array
  readonly clusters: ArrayLike<Key> | undefined
  readonly challenger: Float64Array
  readonly champion: Float64Array | undefined
}

/**
 * Pairs both models' scores with the holdout's rows by id.
 *
 * @throws TidemarkError ROWS_MISMATCH (ids missing, extra or repeated; arrays of different lengths; a row without its
 * cluster; a label other than 0 and 1) or SCORE_INVALID (not a probability); every problem of its kind at once.
 */
export function pairRows(
  holdout: Holdout,
  challenger: ScoredRows,
  champion: ScoredRows | undefined,
  clustered: boolean,
): PairedRows {
  const models: [name: string, rows: ScoredRows][] = [['challenger', challenger]]
  if (champion) models.push(['champion', champion])
  const problems = [
    ...holdoutProblems(holdout, clustered),
    ...models.flatMap(([name, rows]) => lengthProblems(name, rows)),
  ]
  refuse(problems)

  // Ascending ids cannot repeat, and while models keep their order none is looked up: only other ids need an index.
  let index = isAscending(holdout.ids) ? undefined : indexRows(holdout.ids)
  const rowOf = (id: Key): number | undefined => {
    index ??= indexRows(holdout.ids)
    return index.get(id)
  }
  const aligned = models.map(([name, rows]) => align(name, rows, holdout.ids, rowOf))
  refuse(aligned.flatMap((model) => model.problems))
  const invalid = aligned.flatMap(({ scores }, model) => scoreProblems(models[model]![0], scores))
  if (invalid.length > 0)
    throw new TidemarkError('SCORE_INVALID', `The scores are not all probabilities: ${listed(invalid)}`, {
      hint: 'Every row needs a finite score from 0 to 1. Look for missing inputs the model does not handle.',
      problems: invalid,
    })
  return {
    labels: Uint8Array.from(holdout.labels),
    clusters: clustered ? (holdout.clusters as ArrayLike<Key>) : undefined,
    challenger: aligned[0]!.scores,
    champion: aligned[1]?.scores,
  }
}

function isAscending(ids: ArrayLike<Key>): boolean {
  for (let row = 1; row < ids.length; row++) {
    const [before, id] = [ids[row - 1]!, ids[row]!]
    if (typeof before !== typeof id || !(before < id)) return false
  }
  return true
}

function indexRows(ids: ArrayLike<Key>): ReadonlyMap<Key, number> {
  const rowOf = new Map<Key, number>()
  const repeated: number[] = []
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]!
    if (rowOf.has(id)) repeated.push(row)
    else rowOf.set(id, row)
  }
  refuse(examples('holdout.ids', 'repeated', repeated))
  return rowOf
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return
  throw new TidemarkError('ROWS_MISMATCH', `The rows to compare do not match: ${listed(problems)}`, {
    hint: 'Score champion and challenger on exactly the rows of the holdout, each once, with label and cluster present.',
    problems,
  })
}

const listed = (problems: readonly Problem[]): string =>
  problems.map(({ path, message }) => `${path}: ${message}`).join('; ')

function holdoutProblems({ ids, labels, clusters }: Holdout, clustered: boolean): Problem[] {
  const problems: Problem[] = []
  if (ids.length === 0) problems.push({ path: 'holdout', message: 'has no rows' })
  if (labels.length !== ids.length)
    problems.push({ path: 'holdout.labels', message: `${labels.length} values for ${ids.length} ids` })
  const notBinary = rowsWhere(labels, (label) => label !== 0 && label !== 1)
  problems.push(...examples('holdout.labels', 'expected 0 or 1', notBinary))
  if (!clustered) return problems
  if (clusters?.length !== ids.length)
    return [...problems, { path: 'holdout.clusters', message: `${clusters?.length ?? 0} values for ${ids.length} ids` }]
  const missing = rowsWhere(clusters, (value) => value === null || value === undefined || Number.isNaN(value))
  return [...problems, ...examples('holdout.clusters', 'the cluster is missing', missing)]
}

const lengthProblems = (name: string, { ids, scores }: ScoredRows): Problem[] =>
  ids.length === scores.length
    ? []
    : [{ path: `${name}.scores`, message: `${scores.length} values for ${ids.length} ids` }]

function align(
  name: string,
  { ids, scores }: ScoredRows,
  holdoutIds: ArrayLike<Key>,
  rowOf: (id: Key) => number | undefined,
): { scores: Float64Array; problems: Problem[] } {
  const aligned = new Float64Array(holdoutIds.length)
  const seen = new Uint8Array(holdoutIds.length)
  const unknown: number[] = []
  const repeated: number[] = []
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!
    const row = holdoutIds[i] === id ? i : rowOf(id)
    if (row === undefined) unknown.push(i)
    else if (seen[row]) repeated.push(i)
    else {
      seen[row] = 1
      aligned[row] = scores[i]!
    }
  }
  const missing = rowsWhere(seen, (mark) => mark === 0)
  return {
    scores: aligned,
    problems: [
      ...examples(`${name}.ids`, 'not in the holdout', unknown),
      ...examples(`${name}.ids`, 'repeated', repeated),
      ...examples(`${name}.scores`, 'none for these rows of the holdout', missing),
    ],
  }
}

function scoreProblems(name: string, scores: Float64Array): Problem[] {
  const invalid = rowsWhere(scores, (score) => !(score >= 0 && score <= 1))
  return examples(`${name}.scores`, 'expected a probability', invalid)
}

function rowsWhere<T>(values: ArrayLike<T>, matches: (value: T) => boolean): number[] {
  const found: number[] = []
  for (let row = 0; row < values.length; row++) if (matches(values[row]!)) found.push(row)
  return found
}

/** One problem for many rows, by their numbers from 1: an id may be personal, a row number is not. */
function examples(path: string, message: string, rows: readonly number[]): Problem[] {
  if (rows.length === 0) return []
  const named = rows.slice(0, 5).map((row) => row + 1)
  const rest = rows.length > named.length ? ` and ${rows.length - named.length} more` : ''
  return [{ path, message: `${message}: ${rows.length === 1 ? 'row' : 'rows'} ${named.join(', ')}${rest}` }]
}
