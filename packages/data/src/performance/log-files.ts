import { type PerformancePolicy, type Problem, TidemarkError } from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import type { DatasetFiles } from '../fingerprint/files.ts'
import { type FileReader, openFile } from '../fingerprint/reader.ts'

/** Names in predictions and labels of what they have in common. */
function joinColumns({ join }: PerformancePolicy): { prediction: string; label: string }[] {
  return [join].flat().map((each) => (typeof each === 'string' ? { prediction: each, label: each } : each))
}

/** Our names of the join's columns. */
export const keysOf = (policy: PerformancePolicy): string[] => joinColumns(policy).map((_, i) => `k${i}`)

/**
 * SQL of a model's predictions: the keys, version, time and score, NULL for what is none. Throws `COLUMN_MISSING` with every column
 * that a file lacks; the score alone may be lacking, since a request of many rows logs none that one label could be held against.
 */
export async function selectPredictions(
  engine: Engine,
  files: DatasetFiles,
  { model, policy }: { model: string; policy: PerformancePolicy },
): Promise<string> {
  const { version, time, score, model: modelColumn } = policy.columns
  const keys = joinColumns(policy).map(({ prediction }) => prediction)
  return selectAll(engine, files, { texts: [...keys, version], others: [time] }, ({ columns }) => {
    const has = (name: string) => columns.some((column) => column.name === name)
    const number = has(score) ? `TRY_CAST(${quoteIdentifier(score)} AS DOUBLE)` : 'NULL::DOUBLE'
    const selected = [
      ...keys.map((key, i) => `${asText(key)} AS k${i}`),
      `${asText(version)} AS version`,
      `TRY_CAST(${quoteIdentifier(time)} AS TIMESTAMP) AS time`,
      `CASE WHEN ${number} BETWEEN 0 AND 1 THEN ${number} END AS score`,
    ]
    return { selected, where: has(modelColumn) ? `${asText(modelColumn)} = ${quoteLiteral(model)}` : 'true' }
  })
}

/** SQL of the labels: the keys and the label as a number, NULL where it is not known yet. Throws `COLUMN_MISSING`. */
export async function selectLabels(engine: Engine, files: DatasetFiles, policy: PerformancePolicy): Promise<string> {
  const { label } = policy.columns
  const keys = joinColumns(policy).map((pair) => pair.label)
  return selectAll(engine, files, { texts: keys, others: [label] }, () => {
    const selected = [
      ...keys.map((key, i) => `${asText(key)} AS k${i}`),
      `CASE WHEN ${quoteIdentifier(label)} IS NOT NULL THEN coalesce(TRY_CAST(${quoteIdentifier(label)} AS DOUBLE), 'NaN'::DOUBLE) END AS label`,
    ]
    return { selected, where: `${quoteIdentifier(label)} IS NOT NULL` }
  })
}

const asText = (column: string): string => `CAST(${quoteIdentifier(column)} AS VARCHAR)`

async function selectAll(
  engine: Engine,
  { root, files }: DatasetFiles,
  needed: { texts: readonly string[]; others: readonly string[] },
  select: (reader: FileReader) => { selected: readonly string[]; where: string },
): Promise<string> {
  // A version such as 1.10 and an id such as 007 are text, whatever they look like.
  const declared = new Map(needed.texts.map((name) => [name, 'VARCHAR']))
  const readers: FileReader[] = []
  // An empty file is a log that was rotated a moment ago.
  for (const file of files) if (file.sizeBytes > 0) readers.push(await openFile(engine, root, file, declared))
  const problems = readers.flatMap(({ file, columns }): Problem[] =>
    [...new Set([...needed.texts, ...needed.others])]
      .filter((name) => !columns.some((column) => column.name === name))
      .map((name) => ({
        file: file.path,
        path: name,
        message: `is not among ${columns
          .slice(0, 20)
          .map((column) => column.name)
          .join(', ')}`,
      })),
  )
  if (problems.length > 0) {
    const names = [...new Set(problems.map(({ path }) => path))].join(', ')
    throw new TidemarkError('COLUMN_MISSING', `Predictions and labels cannot be joined: ${names} is missing`, {
      hint: 'Name the columns under monitor.performance (join, columns) in model.yaml as the files call them.',
      problems,
    })
  }
  if (readers.length === 0) {
    throw new TidemarkError('DATA_EMPTY', `All of ${files.map(({ path }) => path).join(', ')} are empty`, {
      hint: 'Check monitor.performance in model.yaml, and what writes the files.',
      problems: files.map(({ path }) => ({ file: path, message: '0 bytes' })),
    })
  }
  return readers
    .map((reader) => {
      const { selected, where } = select(reader)
      return `SELECT ${selected.join(', ')} FROM ${reader.source} WHERE ${where}`
    })
    .join(' UNION ALL ')
}
