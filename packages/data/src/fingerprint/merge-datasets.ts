import { type Dataset, datasetDigest, type Problem, TidemarkError } from '@tidemark/schemas'
import { unifyColumns } from './unify-columns.ts'

/**
 * The dataset that shards' files are together: in path order, so that it has the digest that one pass over all files gives it. Throws `DOCUMENT_INVALID`
 * where two shards have the same file, are of different objects or of no file, and `COLUMN_TYPE` where their columns differ.
 */
export function mergeDatasets(shards: readonly Dataset[]): Dataset {
  const [first] = shards
  if (first === undefined) throw mismatch('there is none')
  if (shards.some(({ model, name }) => model !== first.model || name !== first.name))
    throw mismatch('they are of different objects')
  const files = shards.flatMap((shard) => shard.files).sort((a, b) => (a.path < b.path ? -1 : 1))
  const twice = files.filter(({ path }, i) => files[i - 1]?.path === path)
  if (twice.length > 0) {
    throw mismatch(
      `${twice.length} file${twice.length === 1 ? ' is' : 's are'} in more than one`,
      twice.map(({ path }) => ({ file: path, message: 'is in more than one shard' })),
    )
  }
  const described = shards
    .map(({ files: own, columns }) => ({ file: { path: own.map(({ path }) => path).sort()[0]! }, columns }))
    .sort((a, b) => (a.file.path < b.file.path ? -1 : 1))
  return {
    ...first,
    digest: datasetDigest({ files }),
    files,
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    columns: unifyColumns(described),
  }
}

function mismatch(reason: string, problems: readonly Problem[] = []): TidemarkError {
  return new TidemarkError('DOCUMENT_INVALID', `These shards are no dataset: ${reason}`, {
    hint: 'Give each matrix job a part of the files of its own, and one judge the profiles of all parts of one run.',
    problems: problems.slice(0, 100),
  })
}
